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
