import type { FaitVersement } from '../../shared/bilans/faits.ts';
import { formaterEuros } from '../../shared/montant.ts';
import { GENRES_CONVENTION } from '../../shared/nomenclatures/bilans.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { requete } from '../requetes.ts';
import { colonne } from '../tableur.ts';
import { source } from './source.ts';

const VERSEMENTS = `
  SELECT p.id, p.date, p.centimes, p.libelle, v.id AS conventionId, v.intitule AS convention, v.genre,
    o.id AS financeurId, coalesce(o.nom, '') AS financeur
  FROM convention_versement p JOIN convention v ON v.id = p.convention_id AND v.archived_at IS NULL
  LEFT JOIN organisation o ON o.id = v.organisation_id
  WHERE p.archived_at IS NULL AND p.date BETWEEN @debut AND @fin ORDER BY p.date DESC, p.id DESC`;

interface Lu {
  id: string;
  date: string;
  centimes: number;
  libelle: string;
  conventionId: string;
  convention: string;
  genre: string;
  financeurId: string | null;
  financeur: string;
}

interface FaitLu extends FaitVersement {
  lu: Lu;
}

/** Money that funders paid in the period. */
export const versements = source<'versements', Lu>({
  table: 'convention_versement',
  read: ({ db }, periode) =>
    (requete(db, VERSEMENTS).all(periode) as Lu[]).map(
      (lu): FaitLu => ({
        id: lu.id,
        poids: 1,
        organisation: lu.financeurId,
        centimes: lu.centimes,
        lu,
        axes: {
          financeur: lu.financeurId ?? '',
          convention: lu.conventionId,
          genreConvention: lu.genre,
          mois: lu.date.slice(0, 7),
        },
      }),
    ),
  tell: (_lecteur, faits) => faits.map((fait) => (fait as FaitLu).lu),
  versLigne: ({ id, date, centimes, libelle, conventionId, convention, financeur }) => ({
    id,
    date,
    titre: convention,
    detail: [formaterEuros(centimes), financeur, libelle].filter(Boolean).join(' · '),
    fiche: { genre: 'convention', id: conventionId },
  }),
  nominatives: [],
  colonnes: [
    colonne.date('Date', ({ date }) => date),
    colonne.texte('Convention', ({ convention }) => convention),
    colonne.texte('Type', ({ genre }) => label(GENRES_CONVENTION, genre)),
    colonne.texte('Financeur', ({ financeur }) => financeur),
    colonne.texte('Libellé', ({ libelle }) => libelle),
    colonne.euros('Montant', ({ centimes }) => centimes / 100),
  ],
});
