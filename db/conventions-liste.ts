import type { z } from 'zod';
import type { conventionsContrat } from '../shared/conventions/contrat.ts';
import { ANNONCE_ECHEANCE } from '../shared/conventions/regles.ts';
import type {
  ConventionLigne,
  ConventionsFiltres,
  ConventionsListe,
  EcheanceDue,
} from '../shared/conventions/schema.ts';
import { VUES_CONVENTIONS } from '../shared/conventions/schema.ts';
import { ajouterJours } from '../shared/dates.ts';
import type { Livraison } from '../shared/livraison.ts';
import { GENRES_CONVENTION_COURTS } from '../shared/nomenclatures/bilans.ts';
import { motsCherches, normaliser } from '../shared/normaliser.ts';
import type { Contexte } from './contexte.ts';
import { requete } from './requetes.ts';
import { colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof conventionsContrat> = z.output<(typeof conventionsContrat)[N]['entree']>;
type Lecteur = Pick<Contexte, 'db' | 'today'>;

const LIGNES = `
  SELECT c.id, c.organisation_id AS organisationId, o.nom AS organisationNom, c.genre, c.intitule, c.numero,
    c.debut, c.fin, c.conventionne_centimes AS conventionneCentimes, c.archived_at AS archivedAt,
    (SELECT coalesce(sum(v.centimes), 0) FROM convention_versement v
       WHERE v.convention_id = c.id AND v.archived_at IS NULL) AS verseCentimes,
    (SELECT count(*) FROM convention_objectif b WHERE b.convention_id = c.id) AS objectifs,
    e.id AS echeanceId, e.libelle AS echeanceLibelle, e.date AS echeanceDate
  FROM convention c
  LEFT JOIN organisation o ON o.id = c.organisation_id
  LEFT JOIN convention_echeance e ON e.id = (
    SELECT n.id FROM convention_echeance n
    WHERE n.convention_id = c.id AND n.archived_at IS NULL AND n.rendu_le IS NULL ORDER BY n.date, n.id LIMIT 1)
  WHERE (@organisationId IS NULL OR c.organisation_id = @organisationId) AND (@genre = '' OR c.genre = @genre)
  ORDER BY c.fin < @today, c.fin DESC, c.debut DESC, c.id`;

interface Lue extends Omit<ConventionLigne, 'organisation' | 'prochaine'> {
  organisationId: string | null;
  organisationNom: string | null;
  echeanceId: string | null;
  echeanceLibelle: string;
  echeanceDate: string;
}

const DANS: Record<ConventionsFiltres['vue'], (ligne: ConventionLigne, today: string) => boolean> = {
  en_cours: ({ archivedAt, fin }, today) => archivedAt === null && fin >= today,
  finies: ({ archivedAt, fin }, today) => archivedAt === null && fin < today,
  toutes: ({ archivedAt }) => archivedAt === null,
  archivees: ({ archivedAt }) => archivedAt !== null,
};

/** Conventions that answer the filters, with how many each view holds. */
export function list({ db, today }: Lecteur, filtres: ConventionsFiltres): ConventionsListe {
  const { organisationId, genre, recherche, vue } = filtres;
  const mots = motsCherches(recherche);
  const lignes = (requete(db, LIGNES).all({ organisationId, genre, today }) as Lue[])
    .map(
      ({ organisationId: de, organisationNom, echeanceId, echeanceLibelle, echeanceDate, ...lue }) =>
        ({
          ...lue,
          organisation: de === null ? null : { id: de, nom: organisationNom ?? '' },
          prochaine:
            echeanceId === null ? null : { id: echeanceId, libelle: echeanceLibelle, date: echeanceDate },
        }) satisfies ConventionLigne,
    )
    .filter(({ intitule, numero, organisation, genre: de }) => {
      const cherche = normaliser(
        [intitule, numero, numero.replace(/\s/g, ''), organisation?.nom, GENRES_CONVENTION_COURTS[de]].join(
          ' ',
        ),
      );
      return mots.every((mot) => cherche.includes(mot));
    });
  const nombre = (celle: ConventionsFiltres['vue']) =>
    lignes.filter((ligne) => DANS[celle](ligne, today)).length;
  return {
    lignes: lignes.filter((ligne) => DANS[vue](ligne, today)),
    vues: Object.fromEntries(VUES_CONVENTIONS.map((celle) => [celle, nombre(celle)])) as Record<
      ConventionsFiltres['vue'],
      number
    >,
    aucune: requete(db, 'SELECT 1 FROM convention LIMIT 1').get() === undefined,
  };
}

const euros = (centimes: number | null) => (centimes === null ? null : centimes / 100);

const COLONNES = [
  colonne.texte('Financeur', ({ organisation }: ConventionLigne) => organisation?.nom ?? ''),
  colonne.texte('Type', ({ genre }: ConventionLigne) => GENRES_CONVENTION_COURTS[genre] ?? genre),
  colonne.texte('Intitulé', ({ intitule }: ConventionLigne) => intitule),
  colonne.texte('Numéro', ({ numero }: ConventionLigne) => numero),
  colonne.date('Du', ({ debut }: ConventionLigne) => debut),
  colonne.date('Au', ({ fin }: ConventionLigne) => fin),
  colonne.euros('Conventionné (€)', (ligne: ConventionLigne) => euros(ligne.conventionneCentimes)),
  colonne.euros('Versé (€)', (ligne: ConventionLigne) => euros(ligne.verseCentimes)),
  colonne.euros('Reste à verser (€)', ({ conventionneCentimes, verseCentimes }: ConventionLigne) =>
    conventionneCentimes === null ? null : euros(conventionneCentimes - verseCentimes),
  ),
  colonne.nombre('Objectifs', ({ objectifs }: ConventionLigne) => objectifs),
  colonne.texte('Prochaine échéance', ({ prochaine }: ConventionLigne) => prochaine?.libelle ?? ''),
  colonne.date('Pour le', ({ prochaine }: ConventionLigne) => prochaine?.date ?? null),
];

function exporter(
  contexte: Contexte,
  { format, ...filtres }: Entree<'conventions.export'>,
): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `conventions-${contexte.today}`,
    feuille: 'Conventions',
    colonnes: COLONNES,
    lignes: list(contexte, filtres).lignes,
  });
}

const DUES = `
  SELECT e.id, e.libelle, e.date, e.debut, e.fin, c.id AS conventionId, c.intitule, c.genre, c.profil,
    coalesce(o.nom, '') AS financeur
  FROM convention_echeance e
  JOIN convention c ON c.id = e.convention_id AND c.archived_at IS NULL
  LEFT JOIN organisation o ON o.id = c.organisation_id
  WHERE e.archived_at IS NULL AND e.rendu_le IS NULL AND e.date <= ?
  ORDER BY e.date, e.id`;

type DueLue = Omit<EcheanceDue, 'convention'> &
  Omit<EcheanceDue['convention'], 'id'> & { conventionId: string };

function echeancesDues({ db, today }: Lecteur): EcheanceDue[] {
  const lues = requete(db, DUES).all(ajouterJours(today, ANNONCE_ECHEANCE)) as DueLue[];
  return lues.map(({ conventionId, intitule, genre, profil, financeur, ...echeance }) => ({
    ...echeance,
    convention: { id: conventionId, intitule, genre, profil, financeur },
  }));
}

export const conventionsListeOperations = {
  'conventions.list': list,
  'conventions.export': exporter,
  'conventions.echeancesDues': echeancesDues,
};
