import { type Axe, axe as definitionAxe } from '../shared/bilans/axes.ts';
import { nomMois } from '../shared/bilans/libelles.ts';
import { cleMetier } from '../shared/immersions/objectifs.ts';
import { codes, label } from '../shared/nomenclatures/nomenclature.ts';
import { MOTIFS_SORTIE } from '../shared/nomenclatures/sorties.ts';
import { libelles, valeursDe } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

const ORGANISATION = 'SELECT nom FROM organisation WHERE id = ?';
const CONVENTION = 'SELECT intitule FROM convention WHERE id = ?';
const MOTIF = 'SELECT label FROM motif_sortie WHERE code = ? ORDER BY depuis DESC LIMIT 1';
const METIERS = `
  SELECT rome_code AS romeCode, metier FROM immersion WHERE metier <> ''
  UNION SELECT '', metier FROM embauche WHERE metier <> ''
  UNION SELECT '', metier FROM sortie WHERE metier <> ''`;

/** Axes whose codes only the base can name. */
const NOMMEURS: Partial<Record<Axe, (db: Base) => (code: string) => string>> = {
  mois: () => nomMois,
  metier: (db) => {
    const lus = requete(db, METIERS).all() as { romeCode: string; metier: string }[];
    const noms = new Map(lus.map((lu) => [cleMetier(lu), lu.metier]));
    return (code) => noms.get(code) ?? code;
  },
  prescripteur: (db) => lire(db, ORGANISATION),
  organisme: (db) => lire(db, ORGANISATION),
  financeur: (db) => lire(db, ORGANISATION),
  convention: (db) => lire(db, CONVENTION),
  motif: (db) => {
    const propre = lire(db, MOTIF);
    return (code) => {
      const nom = propre(code);
      return nom === code ? (MOTIFS_SORTIE.find((motif) => motif.code === code)?.label ?? code) : nom;
    };
  },
};

const lire = (db: Base, sql: string) => (code: string) =>
  (requete(db, sql).pluck().get(code) as string | undefined) ?? code;

/** Names of the codes of every axis, as the structure says them; each list is read once. */
export function nommeur(db: Base): (axe: Axe, code: string) => string {
  const connus = new Map<Axe, (code: string) => string>();
  return (axe, code) => {
    if (code === '') return 'Non renseigné';
    let nommer = connus.get(axe);
    if (!nommer) {
      const { liste, ouverte } = definitionAxe(axe);
      nommer =
        NOMMEURS[axe]?.(db) ??
        (ouverte ? libelles(db, ouverte) : liste ? (lu: string) => label(liste, lu) : (lu: string) => lu);
      connus.set(axe, nommer);
    }
    return nommer(code);
  };
}

/** Codes of the list of an axis, in its order; null when it has none. */
export function ordreDe(db: Base, axe: Axe): readonly string[] | null {
  const { liste, ouverte } = definitionAxe(axe);
  if (ouverte) {
    return valeursDe(db, ouverte)
      .filter(({ retiree }) => !retiree)
      .map(({ code }) => code);
  }
  return liste ? codes(liste) : null;
}
