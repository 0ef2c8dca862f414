import { STADES } from '../shared/nomenclatures/reseau.ts';
import { normaliser } from '../shared/normaliser.ts';
import { type Dictionnaires, dictionnaire } from '../shared/reseau/import/lire-listes.ts';
import { valeursDe } from './nomenclatures.ts';
import type { Base } from './open.ts';

const MEMBRES = 'SELECT id, prenom, nom FROM membre WHERE archived_at IS NULL';

/** What the words of a list mean in this base: its own lists, and the names of its team whichever way round. */
export function lireDictionnaires(db: Base): Dictionnaires {
  const membres = db.sqlite.prepare(MEMBRES).all() as { id: string; prenom: string; nom: string }[];
  return {
    categories: dictionnaire(valeursDe(db, 'categories')),
    secteurs: dictionnaire(valeursDe(db, 'secteurs')),
    origines: dictionnaire(valeursDe(db, 'origines')),
    roles: dictionnaire(valeursDe(db, 'roles')),
    stades: dictionnaire(STADES.valeurs),
    membres: new Map(
      membres.flatMap(({ id, prenom, nom }) => [
        [normaliser(`${prenom} ${nom}`), id] as const,
        [normaliser(`${nom} ${prenom}`), id] as const,
      ]),
    ),
  };
}
