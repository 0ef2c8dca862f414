import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import {
  LISTES_OBLIGEES,
  type ListeOuverte,
  PARENTS,
  type ValeurListe,
} from '../shared/nomenclatures/ouvertes.ts';
import {
  codeDe,
  memeLabel,
  type valeurDeplacee,
  type valeurDesignee,
  type valeurSaisie,
} from '../shared/parametres/listes.ts';
import type { Contexte } from './contexte.ts';
import { nomenclatures, valeursDe } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

const parColonne = (table: string, colonne: string) =>
  `SELECT ${colonne} AS code, count(*) AS nombre FROM ${table} WHERE ${colonne} <> '' GROUP BY 1`;
const parListe = (colonne: string) =>
  `SELECT value AS code, count(*) AS nombre FROM organisation, json_each(${colonne}) GROUP BY 1`;

/** How many records carry each code of a list. */
const EMPLOIS: Record<ListeOuverte, string> = {
  canaux: parColonne('sollicitation', 'canal'),
  sous_natures: parColonne('sollicitation', 'sous_nature'),
  causes: parColonne('sollicitation', 'cause'),
  roles: parColonne('role_organisation', 'role'),
  categories: parColonne('organisation', 'categorie'),
  secteurs: `
    SELECT code, sum(nombre) AS nombre
    FROM (${parColonne('organisation', 'secteur')} UNION ALL ${parColonne('secteur_score', 'secteur')})
    GROUP BY 1`,
  qualites: parColonne('fonction', 'qualite'),
  conditions: `
    SELECT code, sum(nombre) AS nombre
    FROM (${parListe('conditions')}
      UNION ALL SELECT value, count(*) FROM site, json_each(site.conditions) GROUP BY 1)
    GROUP BY 1`,
  recrutements: parListe('recrutements'),
  recruteurs: parColonne('organisation', 'recruteur'),
  motivations: parListe('motivations'),
  origines: parColonne('organisation', 'origine'),
  motifs_silence: parColonne('organisation', 'ne_plus_contacter_motif'),
  supports: `
    SELECT code, sum(nombre) AS nombre
    FROM (${parColonne('salarie', 'support')}
      UNION ALL ${parColonne('besoin_formation', 'support')}
      UNION ALL ${parColonne('session_formation', 'support')})
    GROUP BY 1`,
  themes_formation: `
    SELECT code, sum(nombre) AS nombre
    FROM (${parColonne('besoin_formation', 'theme')} UNION ALL ${parColonne('action_formation', 'theme')})
    GROUP BY 1`,
};

function emplois(db: Base, liste: ListeOuverte): Record<string, number> {
  const lignes = requete(db, EMPLOIS[liste]).all() as { code: string; nombre: number }[];
  return Object.fromEntries(lignes.map(({ code, nombre }) => [code, nombre]));
}

function refuser(message: string, champ = 'label'): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

function trouver(valeurs: readonly ValeurListe[], code: string): ValeurListe {
  const trouvee = valeurs.find((valeur) => valeur.code === code);
  if (!trouvee) throw new ErreurMetier('introuvable', { message: 'Cette valeur n’est plus dans la liste.' });
  return trouvee;
}

const relire = (db: Base, liste: ListeOuverte, code: string) => trouver(valeursDe(db, liste), code);

const ECRITURE = `
  INSERT INTO nomenclature_valeur (liste, code, label, parent, ordre, retire_le, created_at, updated_at)
  VALUES (@liste, @code, @label, @parent, @ordre, @retireLe, @instant, @instant)
  ON CONFLICT (liste, code) DO UPDATE
  SET label = excluded.label, ordre = excluded.ordre, retire_le = excluded.retire_le, updated_at = excluded.updated_at`;

const LIGNE = `
  SELECT label, parent, ordre, retire_le AS retireLe FROM nomenclature_valeur WHERE liste = ? AND code = ?`;

interface Ligne {
  label: string;
  parent: string;
  ordre: number;
  retireLe: string | null;
}

/** Changes the row of a value, which a shipped one has only once something is said of it. */
function ecrire({ db, instant }: Contexte, liste: ListeOuverte, code: string, change: Partial<Ligne>): void {
  const ligne = (requete(db, LIGNE).get(liste, code) as Ligne | undefined) ?? {
    label: '',
    parent: '',
    ordre: 0,
    retireLe: null,
  };
  requete(db, ECRITURE).run({ liste, code, ...ligne, ...change, instant });
}

function saveValeur(
  contexte: Contexte,
  { liste, code, label, parent }: z.output<typeof valeurSaisie>,
): ValeurListe {
  const { db } = contexte;
  const valeurs = valeursDe(db, liste);
  const ancienne = code === undefined ? null : trouver(valeurs, code);
  if (ancienne && !ancienne.propre)
    refuser('Ce mot est livré avec Passerelle : retirez-le, et ajoutez le vôtre.');
  const rattachee = ancienne?.parent ?? parent;
  if (!ancienne && !(PARENTS[liste] ?? [{ code: '' }]).some((possible) => possible.code === parent))
    refuser(PARENTS[liste] ? 'Choisissez ce qu’il précise.' : 'Cette liste n’a qu’un niveau.', 'parent');
  const double = memeLabel(valeurs, { code, label, parent: rattachee });
  if (double)
    refuser(
      double.retiree
        ? `« ${double.label} » existe déjà, retiré : remettez-le en service.`
        : `« ${double.label} » est déjà dans la liste.`,
    );
  const garde = code ?? codeDe(label, new Set(valeurs.map((valeur) => valeur.code)));
  ecrire(contexte, liste, garde, ancienne ? { label } : { label, parent });
  return relire(db, liste, garde);
}

function retireValeur(contexte: Contexte, { liste, code }: z.output<typeof valeurDesignee>): ValeurListe {
  const { db, instant } = contexte;
  const valeurs = valeursDe(db, liste);
  const visee = trouver(valeurs, code);
  if (visee.retiree) return visee;
  const restent = valeurs.filter((valeur) => !valeur.retiree && valeur.code !== code).length;
  if (restent === 0 && LISTES_OBLIGEES.includes(liste))
    refuser('C’est le dernier mot de cette liste, et il faut pouvoir y choisir.', 'code');
  ecrire(contexte, liste, code, { retireLe: instant });
  return relire(db, liste, code);
}

function reactivateValeur(contexte: Contexte, { liste, code }: z.output<typeof valeurDesignee>): ValeurListe {
  const { db } = contexte;
  if (trouver(valeursDe(db, liste), code).retiree) ecrire(contexte, liste, code, { retireLe: null });
  return relire(db, liste, code);
}

function forgetValeur(
  { db }: Contexte,
  { liste, code }: z.output<typeof valeurDesignee>,
): Record<string, never> {
  const visee = trouver(valeursDe(db, liste), code);
  if (!visee.propre) refuser('Ce mot est livré avec Passerelle : il se retire, il ne s’efface pas.', 'code');
  if ((emplois(db, liste)[code] ?? 0) > 0)
    refuser('Des fiches portent ce mot : il se retire, il ne s’efface pas.', 'code');
  requete(db, 'DELETE FROM nomenclature_valeur WHERE liste = ? AND code = ?').run(liste, code);
  return {};
}

function moveValeur(
  contexte: Contexte,
  { liste, code, avant }: z.output<typeof valeurDeplacee>,
): Record<string, never> {
  const valeurs = valeursDe(contexte.db, liste);
  const visee = trouver(valeurs, code);
  if (avant !== null) trouver(valeurs, avant);
  if (avant === code) return {};
  const autres = valeurs.filter((valeur) => valeur.code !== code);
  const place = avant === null ? autres.length : autres.findIndex((valeur) => valeur.code === avant);
  for (const [rang, valeur] of autres.toSpliced(place, 0, visee).entries())
    ecrire(contexte, liste, valeur.code, { ordre: rang + 1 });
  return {};
}

export const listesOperations = {
  'parametres.nomenclatures': nomenclatures,
  'parametres.emplois': ({ db }: Contexte, { liste }: { liste: ListeOuverte }) => {
    const parCode = emplois(db, liste);
    return Object.fromEntries(valeursDe(db, liste).map(({ code }) => [code, parCode[code] ?? 0]));
  },
  'parametres.saveValeur': saveValeur,
  'parametres.retireValeur': retireValeur,
  'parametres.reactivateValeur': reactivateValeur,
  'parametres.forgetValeur': forgetValeur,
  'parametres.moveValeur': moveValeur,
};
