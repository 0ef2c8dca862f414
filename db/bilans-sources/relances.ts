import type { FaitRelance } from '../../shared/bilans/faits.ts';
import { formaterDate } from '../../shared/format.ts';
import { requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { source } from './source.ts';

/** Each limit in its own query: together, SQLite would read every follow-up ever noted. */
const RELANCES = `
  SELECT r.id, r.libelle, r.echeance, r.fait_le AS faitLe, o.id AS organisationId, o.nom AS organisation,
    o.genre AS hote, o.secteur
  FROM (
    SELECT id FROM relance WHERE archived_at IS NULL AND fait_le BETWEEN @debut AND @fin
    UNION
    SELECT id FROM relance WHERE archived_at IS NULL AND echeance BETWEEN @debut AND @fin) t
  CROSS JOIN relance r ON r.id = t.id CROSS JOIN organisation o ON o.id = r.organisation_id
  ORDER BY coalesce(r.fait_le, r.echeance) DESC, r.id DESC`;

/** Those alike added up: only their rows are told one by one. */
const CELLULES = `
  SELECT '' AS id, o.genre AS hote, o.secteur, coalesce(r.fait_le BETWEEN @debut AND @fin, 0) AS faite,
    coalesce(r.echeance BETWEEN @debut AND @fin, 0) AS echue, r.fait_le IS NOT NULL AS tenue, count(*) AS poids
  FROM relance r CROSS JOIN organisation o ON o.id = r.organisation_id
  WHERE r.archived_at IS NULL AND (r.fait_le BETWEEN @debut AND @fin OR r.echeance BETWEEN @debut AND @fin)
  GROUP BY 2, 3, 4, 5, 6`;

interface Cellule {
  id: string;
  hote: string;
  secteur: string;
  faite: 0 | 1;
  echue: 0 | 1;
  tenue: 0 | 1;
  poids: number;
}

interface Lue {
  id: string;
  libelle: string;
  echeance: string | null;
  faitLe: string | null;
  organisationId: string;
  organisation: string;
  hote: string;
  secteur: string;
}

/** Follow-ups done or due in the period. One that waits for an event without a day is never due. */
export const relances = source<'relances', Lue>({
  table: 'relance',
  read: ({ db }, periode) =>
    (requete(db, CELLULES).all(periode) as Cellule[]).map(
      ({ id, poids, hote, secteur, faite, echue, tenue }): FaitRelance => ({
        id,
        poids,
        axes: { hote, secteur },
        faite: faite === 1,
        echue: echue === 1,
        tenue: tenue === 1,
      }),
    ),
  readEach: ({ db }, periode) =>
    (requete(db, RELANCES).all(periode) as Lue[]).map(
      ({ id, echeance, faitLe, organisationId, hote, secteur }): FaitRelance => ({
        id,
        poids: 1,
        organisation: organisationId,
        axes: { hote, secteur },
        faite: faitLe !== null && faitLe >= periode.debut && faitLe <= periode.fin,
        echue: echeance !== null && echeance >= periode.debut && echeance <= periode.fin,
        tenue: faitLe !== null,
      }),
    ),
  tell({ db }, faits, periode) {
    const lues = new Map((requete(db, RELANCES).all(periode) as Lue[]).map((lue) => [lue.id, lue]));
    return faits.map(({ id }) => lues.get(id)!);
  },
  versLigne: ({ id, libelle, echeance, faitLe, organisationId, organisation }) => ({
    id,
    date: faitLe ?? echeance,
    titre: organisation,
    detail: [
      libelle,
      echeance !== null && `prévue le ${formaterDate(echeance)}`,
      faitLe === null && 'pas encore faite',
    ]
      .filter(Boolean)
      .join(' · '),
    fiche: { genre: 'organisation', id: organisationId },
  }),
  nominatives: [],
  colonnes: [
    colonne.date('Prévue le', ({ echeance }) => echeance),
    colonne.date('Faite le', ({ faitLe }) => faitLe),
    colonne.texte('Organisation', ({ organisation }) => organisation),
    colonne.texte('À faire', ({ libelle }) => libelle),
  ],
});
