import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { ChangementFait, changementVrac } from '../shared/reseau/vrac.ts';
import type { Contexte } from './contexte.ts';
import { requete } from './requetes.ts';

type Champ = ChangementFait['champ'];
type Demande = z.output<typeof changementVrac>;

const COLONNES: Record<Champ, string> = {
  referentId: 'referent_id',
  stade: 'stade',
  archive: 'archived_at',
};

/** Only what is in the network can be given a referent or a stage; archiving takes from it, bringing back adds to it. */
const lues = (champ: Champ) => `
  SELECT o.id, o.${COLONNES[champ]} AS valeur FROM json_each(@ids) j CROSS JOIN organisation o ON o.id = j.value
  WHERE o.${COLONNES[champ]} IS NOT @apres ${champ === 'archive' ? '' : 'AND o.archived_at IS NULL'} ORDER BY j.key`;

/** None of these columns is searched: the indexes do not move, and there is nothing to put off (`changerEnVrac`). */
const ecrire = (champ: Champ) =>
  `UPDATE organisation SET ${COLONNES[champ]} = @valeur, updated_at = @instant WHERE id = @id AND ${COLONNES[champ]} IS @tenue`;

function verifierMembre({ db }: Contexte, id: string): void {
  if (requete(db, 'SELECT 1 FROM membre WHERE id = ? AND archived_at IS NULL').get(id)) return;
  const faute = 'Cette personne ne fait plus partie de l’équipe.';
  throw new ErreurMetier('introuvable', { message: faute, champs: { referentId: faute } });
}

function changementDe(demande: Demande, instant: string): { champ: Champ; apres: string | null } {
  if ('stade' in demande) return { champ: 'stade', apres: demande.stade };
  if ('referentId' in demande) return { champ: 'referentId', apres: demande.referentId };
  return { champ: 'archive', apres: demande.archive ? instant : null };
}

function changeMany(contexte: Contexte, demande: Demande): ChangementFait {
  const { db, instant } = contexte;
  const { champ, apres } = changementDe(demande, instant);
  if (champ === 'referentId' && apres !== null) verifierMembre(contexte, apres);
  const uniques = JSON.stringify([...new Set(demande.ids)]);
  const connues = requete(
    db,
    'SELECT count(*) FROM json_each(?) j CROSS JOIN organisation o ON o.id = j.value',
  );
  if (connues.pluck().get(uniques) === 0) throw new ErreurMetier('introuvable');
  const lignes = requete(db, lues(champ)).all({ ids: uniques, apres }) as {
    id: string;
    valeur: string | null;
  }[];
  // Archived twice, an organisation keeps the day it first left.
  const avant =
    champ === 'archive' && apres !== null ? lignes.filter(({ valeur }) => valeur === null) : lignes;
  for (const { id, valeur } of avant)
    requete(db, ecrire(champ)).run({ id, valeur: apres, tenue: valeur, instant });
  return { champ, apres, avant } as ChangementFait;
}

function undoChangeMany(
  { db, instant }: Contexte,
  { champ, apres, avant }: ChangementFait,
): { nombre: number } {
  const membreConnu = requete(db, 'SELECT 1 FROM membre WHERE id = ?');
  let nombre = 0;
  for (const { id, valeur } of avant) {
    if (champ === 'referentId' && valeur !== null && !membreConnu.get(valeur)) continue;
    nombre += requete(db, ecrire(champ)).run({ id, valeur, tenue: apres, instant }).changes;
  }
  return { nombre };
}

export const vracOperations = {
  'reseau.changeMany': changeMany,
  'reseau.undoChangeMany': undoChangeMany,
};
