import {
  type BesoinLigne,
  type BesoinsFiltres,
  STATUTS_DE_VUE,
  VUES_BESOINS,
  type VueBesoins,
} from '../shared/formation/besoins.ts';
import {
  comparerUrgence,
  estParti,
  resteACouvrir,
  statutBesoin,
} from '../shared/formation/regles-besoins.ts';
import { STATUTS_EN_LICE } from '../shared/formation/statuts.ts';
import { motsCherches, normaliser } from '../shared/normaliser.ts';
import type { Contexte } from './contexte.ts';
import { TITRE_SESSION } from './formation-titre.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';

/** The end of the last contract of `s`; null without one, and when it has no end. */
export const FIN_CONTRAT = `
  (SELECT nullif(max(coalesce(c.fin, '9999-12-31')), '9999-12-31') FROM contrat c WHERE c.salarie_id = s.id)`;

const COMPTEES = `i.archived_at IS NULL AND f.archived_at IS NULL AND f.statut <> 'annulee'`;
const EN_LICE = enListe(STATUTS_EN_LICE);

/** Needs with their registrations; a session cancelled or put away answers nothing. */
const BESOINS = `
  SELECT b.id, b.support, b.effectif, b.theme, b.libelle, b.origine, b.priorite, b.souhaite_le AS souhaiteLe,
    b.statut AS decide, b.motif_ecart AS motifEcart, substr(b.created_at, 1, 10) AS recueilliLe,
    b.archived_at AS archivedAt,
    s.id AS salarieId, s.prenom, s.nom, s.nom_tri AS nomTri, s.sexe, s.support AS supportSalarie, ${FIN_CONTRAT} AS finContrat,
    o.id AS organisationId, o.nom AS organisationNom,
    k.id AS campagneId, k.annee,
    coalesce(v.enLice, 0) AS enLice, coalesce(v.formes, 0) AS formes,
    (SELECT json_object('id', f.id, 'numero', f.numero, 'titre', ${TITRE_SESSION}, 'debut', f.debut, 'fin', f.fin)
       FROM inscription i JOIN session_formation f ON f.id = i.session_id JOIN action_formation a ON a.id = f.action_id
       WHERE i.besoin_id = b.id AND ${COMPTEES} AND i.statut IN (${EN_LICE}, 'au_bout')
       ORDER BY f.fin < @today, abs(julianday(f.debut) - julianday(@today)) LIMIT 1) AS session
  FROM besoin_formation b
  LEFT JOIN salarie s ON s.id = b.salarie_id
  LEFT JOIN organisation o ON o.id = b.organisation_id
  LEFT JOIN campagne_besoins k ON k.id = b.campagne_id
  LEFT JOIN (
    SELECT i.besoin_id, count(*) FILTER (WHERE i.statut IN (${EN_LICE})) AS enLice,
      count(*) FILTER (WHERE i.statut = 'au_bout') AS formes
    FROM inscription i JOIN session_formation f ON f.id = i.session_id
    WHERE i.besoin_id IS NOT NULL AND ${COMPTEES}
    GROUP BY i.besoin_id) v ON v.besoin_id = b.id
  WHERE (@archives OR b.archived_at IS NULL) AND (@salarieId IS NULL OR b.salarie_id = @salarieId)
    AND (s.id IS NULL OR s.archived_at IS NULL OR @salarieId IS NOT NULL OR @archives)`;

interface Lue {
  id: string;
  support: string;
  effectif: number;
  theme: string;
  libelle: string;
  origine: BesoinLigne['origine'];
  priorite: BesoinLigne['priorite'];
  souhaiteLe: string | null;
  decide: BesoinLigne['statut'];
  motifEcart: string;
  recueilliLe: string;
  archivedAt: string | null;
  salarieId: string | null;
  prenom: string;
  nom: string;
  nomTri: string | null;
  sexe: string;
  supportSalarie: string;
  finContrat: string | null;
  organisationId: string | null;
  organisationNom: string;
  campagneId: string | null;
  annee: number;
  enLice: number;
  formes: number;
  session: string | null;
}

/** A need as the lists show it, and how its person is sorted. */
export interface BesoinLu {
  ligne: BesoinLigne;
  nomTri: string;
}

function versLigne(lue: Lue): BesoinLu {
  const { salarieId, organisationId, campagneId, session } = lue;
  return {
    nomTri: lue.nomTri ?? '',
    ligne: {
      id: lue.id,
      salarie:
        salarieId === null
          ? null
          : {
              id: salarieId,
              prenom: lue.prenom,
              nom: lue.nom,
              sexe: lue.sexe,
              support: lue.supportSalarie,
              finContrat: lue.finContrat,
            },
      support: lue.support,
      effectif: lue.effectif,
      theme: lue.theme,
      libelle: lue.libelle,
      origine: lue.origine,
      organisation: organisationId === null ? null : { id: organisationId, nom: lue.organisationNom },
      priorite: lue.priorite,
      souhaiteLe: lue.souhaiteLe,
      statut: statutBesoin(lue),
      motifEcart: lue.motifEcart,
      inscrits: lue.enLice,
      formes: lue.formes,
      session: session === null ? null : JSON.parse(session),
      campagne: campagneId === null ? null : { id: campagneId, annee: lue.annee },
      recueilliLe: lue.recueilliLe,
      archivedAt: lue.archivedAt,
    },
  };
}

type Lecteur = Pick<Contexte, 'db' | 'today'>;

/**
 * Every need, those of people put away aside unless one is asked for; `archives` brings the archived ones too. A few
 * thousand at most: their state and their words are worked out here, once.
 */
export function readBesoins(
  { db, today }: Lecteur,
  { salarieId = null, archives = false }: { salarieId?: string | null; archives?: boolean } = {},
): BesoinLu[] {
  return (requete(db, BESOINS).all({ today, salarieId, archives: archives ? 1 : 0 }) as Lue[]).map(versLigne);
}

/** People still to be trained, by theme; nobody under the needs of no theme, nor among those gone since. */
export function aCouvrirParTheme(lecteur: Lecteur): Map<string, number> {
  const parTheme = new Map<string, number>();
  for (const { ligne } of readBesoins(lecteur)) {
    if (ligne.theme === '' || estParti(ligne.salarie?.finContrat, lecteur.today)) continue;
    parTheme.set(ligne.theme, (parTheme.get(ligne.theme) ?? 0) + resteACouvrir(ligne));
  }
  return parTheme;
}

/** What the search looks in: names, theme and support in words, the employer. */
function motsDe(db: Base): (ligne: BesoinLigne) => string {
  const theme = libelles(db, 'themes_formation');
  const support = libelles(db, 'supports');
  return ({ salarie, organisation, ...ligne }) =>
    normaliser(
      [
        salarie?.prenom,
        salarie?.nom,
        theme(ligne.theme),
        ligne.libelle,
        support(ligne.support || (salarie?.support ?? '')),
        organisation?.nom,
      ].join(' '),
    );
}

const dansVue = (ligne: BesoinLigne, vue: VueBesoins, today: string): boolean => {
  if (vue === 'archives') return ligne.archivedAt !== null;
  if (ligne.archivedAt !== null) return false;
  if (vue === 'a_couvrir' && estParti(ligne.salarie?.finContrat, today)) return false;
  return STATUTS_DE_VUE[vue]?.includes(ligne.statut) ?? true;
};

function comparateur(
  { tri, sens }: BesoinsFiltres,
  theme: (code: string) => string,
  support: (code: string) => string,
): (a: BesoinLu, b: BesoinLu) => number {
  const nom = (lu: BesoinLu) => lu.nomTri || normaliser(support(lu.ligne.support));
  const parNom = (a: BesoinLu, b: BesoinLu) => nom(a).localeCompare(nom(b));
  const parTheme = (a: BesoinLu, b: BesoinLu) =>
    theme(a.ligne.theme).localeCompare(theme(b.ligne.theme), 'fr');
  const urgence = (a: BesoinLu, b: BesoinLu) => comparerUrgence(a.ligne, b.ligne);
  const premiers: Record<BesoinsFiltres['tri'], (a: BesoinLu, b: BesoinLu) => number> = {
    priorite: urgence,
    personne: parNom,
    theme: parTheme,
    souhaite: (a, b) => (a.ligne.souhaiteLe ?? '9999').localeCompare(b.ligne.souhaiteLe ?? '9999'),
    recueilli: (a, b) => a.ligne.recueilliLe.localeCompare(b.ligne.recueilliLe),
  };
  const signe = sens === 'asc' ? 1 : -1;
  return (a, b) =>
    signe * premiers[tri](a, b) || urgence(a, b) || parNom(a, b) || a.ligne.id.localeCompare(b.ligne.id);
}

/** Needs that the filters keep, in their order, and how many each view would hold. */
export function filtrerBesoins(
  lecteur: Lecteur,
  filtres: BesoinsFiltres,
): { lignes: BesoinLigne[]; vues: Record<VueBesoins, number> } {
  const { db } = lecteur;
  const mots = motsCherches(filtres.recherche);
  const texte = motsDe(db);
  const gardes = readBesoins(lecteur, { salarieId: filtres.salarieId, archives: true }).filter(
    ({ ligne }) =>
      (filtres.theme === '' || ligne.theme === filtres.theme) &&
      (filtres.support === '' || [ligne.support, ligne.salarie?.support].includes(filtres.support)) &&
      (filtres.origine === '' || ligne.origine === filtres.origine) &&
      (filtres.priorite === '' || ligne.priorite === filtres.priorite) &&
      (filtres.campagneId === null || ligne.campagne?.id === filtres.campagneId) &&
      (filtres.annee === null || ligne.recueilliLe.startsWith(`${filtres.annee}-`)) &&
      (mots.length === 0 || mots.every((mot) => texte(ligne).includes(mot))),
  );
  const ordre = comparateur(filtres, libelles(db, 'themes_formation'), libelles(db, 'supports'));
  return {
    lignes: gardes
      .filter(({ ligne }) => dansVue(ligne, filtres.vue, lecteur.today))
      .sort(ordre)
      .map(({ ligne }) => ligne),
    vues: Object.fromEntries(
      VUES_BESOINS.map((vue) => [
        vue,
        gardes.filter(({ ligne }) => dansVue(ligne, vue, lecteur.today)).length,
      ]),
    ) as Record<VueBesoins, number>,
  };
}

/** People behind needs: each salarié once, and the headcount of every support. */
export function compterPersonnes(lignes: readonly BesoinLigne[]): number {
  const salaries = new Set(lignes.flatMap(({ salarie }) => salarie?.id ?? []));
  return lignes.reduce(
    (somme, { salarie, effectif }) => somme + (salarie === null ? effectif : 0),
    salaries.size,
  );
}
