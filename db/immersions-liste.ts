import type { z } from 'zod';
import type { imagesContrat } from '../shared/immersions/images.ts';
import {
  ETATS_DE_VUE,
  type ImmersionsFiltres,
  type ImmersionsListe,
  type TriImmersions,
  VUES_IMMERSIONS,
  type VueImmersions,
} from '../shared/immersions/liste.ts';
import type { ImmersionLigne } from '../shared/immersions/schema.ts';
import type { Livraison } from '../shared/livraison.ts';
import { motsCherches } from '../shared/normaliser.ts';
import type { Contexte } from './contexte.ts';
import { CHERCHE_IMMERSION, IMMERSIONS, type LigneLue, versLigne } from './immersions.ts';
import { colonnesImmersions } from './immersions-export.ts';
import { memoriser } from './memoire.ts';
import { auteurCourant } from './parametres.ts';
import { enListe, requete } from './requetes.ts';
import { deliverTableur } from './tableur.ts';

type Lecteur = Pick<Contexte, 'db' | 'today'>;
type Sortie<N extends keyof typeof imagesContrat> = z.output<(typeof imagesContrat)[N]['sortie']>;
type Entree<N extends keyof typeof imagesContrat> = z.output<(typeof imagesContrat)[N]['entree']>;

/** `etatImmersion`, in SQL: a test holds them together. */
export const ETAT = `
  CASE
    WHEN i.statut IN ('brouillon', 'annulee', 'refusee') THEN i.statut
    WHEN EXISTS (SELECT 1 FROM immersion_bilan b WHERE b.immersion_id = i.id AND b.fait_le IS NOT NULL) THEN 'bilan_fait'
    WHEN i.fin_prevue IS NOT NULL THEN 'interrompue'
    WHEN i.statut = 'prete' THEN
      CASE WHEN EXISTS (SELECT 1 FROM immersion_signature g WHERE g.immersion_id = i.id)
        THEN 'partiellement_signee' ELSE 'a_signer' END
    WHEN i.statut = 'terminee' OR i.fin < @today THEN 'terminee'
    WHEN i.debut <= @today THEN 'en_cours'
    ELSE 'signee'
  END`;

/** Every immersion the filters let through, whatever its state. */
const FILTREES = `
  SELECT i.id, i.numero, i.debut, i.fin, i.fin_prevue, i.salarie_id, i.organisation_id,
    coalesce(i.minutes_faites, i.minutes) AS minutes, s.nom_tri AS salarie, o.nom_tri AS organisation, ${ETAT} AS etat
  FROM immersion i
  JOIN salarie s ON s.id = i.salarie_id
  JOIN organisation o ON o.id = i.organisation_id
  WHERE i.archived_at IS NULL
    AND (@annee IS NULL OR substr(i.debut, 1, 4) = @annee)
    AND (@objet = '' OR i.objet = @objet)
    AND (@referent IS NULL OR coalesce(i.referent_id, '') = @referent)
    AND (@organisationId IS NULL OR i.organisation_id = @organisationId)
    AND (@salarieId IS NULL OR i.salarie_id = @salarieId)
    AND NOT EXISTS (
      SELECT 1 FROM json_each(@mots) mot
      WHERE instr(${CHERCHE_IMMERSION}, mot.value) = 0)`;

/** What a view keeps of `FILTREES`. */
function conditionDe(vue: VueImmersions): string {
  const etats = ETATS_DE_VUE[vue];
  if (etats === null) return 'true';
  const tenus = `etat IN (${enListe(etats)})`;
  return vue === 'arretees' ? `(${tenus} OR (fin_prevue IS NOT NULL AND etat <> 'brouillon'))` : tenus;
}

/** Drafts without dates come before all when the latest come first, and equal values follow the numbers. */
const ORDRES: Record<TriImmersions, (sens: string) => string> = {
  debut: (sens) => `debut ${sens} NULLS ${sens === 'DESC' ? 'FIRST' : 'LAST'}, numero ${sens}`,
  fin: (sens) => `fin ${sens} NULLS ${sens === 'DESC' ? 'FIRST' : 'LAST'}, numero ${sens}`,
  numero: (sens) => `numero ${sens}`,
  salarie: (sens) => `salarie ${sens}, debut DESC, numero DESC`,
  organisation: (sens) => `organisation ${sens}, debut DESC, numero DESC`,
  duree: (sens) => `minutes ${sens}, numero DESC`,
};

function valeursDe({ db, today }: Lecteur, filtres: ImmersionsFiltres) {
  const { referent } = filtres;
  return {
    today,
    annee: filtres.annee === null ? null : String(filtres.annee),
    objet: filtres.objet,
    // Nobody looks while the team is empty: then nothing is theirs.
    referent:
      referent === ''
        ? null
        : referent === 'aucun'
          ? ''
          : referent === 'moi'
            ? (auteurCourant(db) ?? 'personne')
            : referent,
    organisationId: filtres.organisationId ?? null,
    salarieId: filtres.salarieId ?? null,
    mots: JSON.stringify(motsCherches(filtres.recherche)),
  };
}

/** Ids of those the filters find, in their order: read again for free until something is written. */
function idsTrouves(lecteur: Lecteur, filtres: ImmersionsListe): string[] {
  const { etat, tri, sens } = filtres;
  const valeurs = valeursDe(lecteur, filtres);
  return memoriser(lecteur.db, 'immersions', JSON.stringify([valeurs, etat, tri, sens]), () => {
    const ordre = ORDRES[tri](sens === 'asc' ? 'ASC' : 'DESC');
    return requete(lecteur.db, `SELECT id FROM (${FILTREES}) WHERE ${conditionDe(etat)} ORDER BY ${ordre}`)
      .pluck()
      .all(valeurs) as string[];
  });
}

const PAGE = `
  SELECT l.* FROM json_each(?) page CROSS JOIN (${IMMERSIONS}) l ON l.id = page.value ORDER BY page.key`;

function lire({ db }: Lecteur, ids: readonly string[]): ImmersionLigne[] {
  return (requete(db, PAGE).all(JSON.stringify(ids)) as LigneLue[]).map(versLigne);
}

function list(
  lecteur: Lecteur,
  { debut, nombre, ...filtres }: Entree<'immersions.list'>,
): Sortie<'immersions.list'> {
  const ids = idsTrouves(lecteur, filtres);
  return { total: ids.length, lignes: lire(lecteur, ids.slice(debut, debut + nombre)) };
}

function comptes(lecteur: Lecteur, filtres: ImmersionsFiltres): Sortie<'immersions.comptes'> {
  const { db } = lecteur;
  const valeurs = valeursDe(lecteur, filtres);
  return memoriser(db, 'immersions-comptes', JSON.stringify([valeurs, filtres.etat]), () => {
    const montree = conditionDe(filtres.etat);
    const compte = VUES_IMMERSIONS.map((vue) => `count(*) FILTER (WHERE ${conditionDe(vue)}) AS ${vue}`);
    const ligne = requete(
      db,
      `SELECT ${compte.join(', ')},
         coalesce(sum(minutes) FILTER (WHERE ${montree} AND etat NOT IN ('refusee', 'annulee')), 0) AS minutesMontrees,
         count(DISTINCT salarie_id) FILTER (WHERE ${montree}) AS personnes,
         count(DISTINCT organisation_id) FILTER (WHERE ${montree}) AS organisations
       FROM (${FILTREES})`,
    ).get(valeurs) as Record<VueImmersions, number> & {
      minutesMontrees: number;
      personnes: number;
      organisations: number;
    };
    const { minutesMontrees: minutes, personnes, organisations, ...vues } = ligne;
    return { vues, total: vues[filtres.etat], minutes, personnes, organisations };
  });
}

const ANNEES = `
  SELECT CAST(substr(debut, 1, 4) AS INTEGER) AS annee, count(*) AS nombre FROM immersion
  WHERE archived_at IS NULL AND debut IS NOT NULL GROUP BY 1 ORDER BY 1 DESC`;
const SALARIES = `
  SELECT s.id, trim(s.nom || ' ' || s.prenom) AS nom, count(*) AS nombre
  FROM immersion i JOIN salarie s ON s.id = i.salarie_id WHERE i.archived_at IS NULL
  GROUP BY s.id ORDER BY s.nom_tri, s.id`;
const ORGANISATIONS = `
  SELECT o.id, o.nom, count(*) AS nombre
  FROM immersion i JOIN organisation o ON o.id = i.organisation_id WHERE i.archived_at IS NULL
  GROUP BY o.id ORDER BY o.nom_tri, o.id`;

function facettes({ db }: Lecteur): Sortie<'immersions.facettes'> {
  return memoriser(db, 'immersions-facettes', '', () => ({
    annees: requete(db, ANNEES).all() as { annee: number; nombre: number }[],
    salaries: requete(db, SALARIES).all() as { id: string; nom: string; nombre: number }[],
    organisations: requete(db, ORGANISATIONS).all() as { id: string; nom: string; nombre: number }[],
  }));
}

function exporter(
  contexte: Contexte,
  { format, ...filtres }: Entree<'immersions.export'>,
): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `immersions-${contexte.today}`,
    feuille: 'Immersions',
    colonnes: colonnesImmersions(contexte.today),
    lignes: lire(contexte, idsTrouves(contexte, filtres)),
  });
}

export const immersionsListeOperations = {
  'immersions.list': list,
  'immersions.comptes': comptes,
  'immersions.facettes': facettes,
  'immersions.export': exporter,
};
