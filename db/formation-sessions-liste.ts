import type { z } from 'zod';
import { nomCourt } from '../shared/format.ts';
import { etatSession } from '../shared/formation/etat-session.ts';
import {
  ETATS_DE_VUE_SESSIONS,
  type SessionsFiltres,
  type SessionsListe,
  type TriSessions,
  VUES_SESSIONS,
  type VueSessions,
} from '../shared/formation/liste-sessions.ts';
import type { SessionLigne } from '../shared/formation/session.ts';
import type { sessionsContrat } from '../shared/formation/sessions.ts';
import { STATUTS_EN_ATTENTE, STATUTS_ENGAGES } from '../shared/formation/statuts.ts';
import { direTitre } from '../shared/formation/titre-session.ts';
import { motsCherches, normaliser } from '../shared/normaliser.ts';
import type { Contexte } from './contexte.ts';
import { colonnesSessions } from './formation-sessions-export.ts';
import { memoriser } from './memoire.ts';
import { libelles } from './nomenclatures.ts';
import { enListe, requete } from './requetes.ts';
import { deliverTableur } from './tableur.ts';

type Lecteur = Pick<Contexte, 'db' | 'today'>;
type Sortie<N extends keyof typeof sessionsContrat> = z.output<(typeof sessionsContrat)[N]['sortie']>;
type Entree<N extends keyof typeof sessionsContrat> = z.output<(typeof sessionsContrat)[N]['entree']>;

/** Registrations that still stand, of one status among several. */
const inscrits = (statuts: readonly string[]) => `(
  SELECT count(*) FROM inscription i
  WHERE i.session_id = s.id AND i.archived_at IS NULL AND i.statut IN (${enListe(statuts)}))`;

/** Every session as a line shows it, put away or not. */
export const SESSIONS = `
  SELECT s.id, s.numero, s.statut, s.intitule, s.lieu, s.debut, s.fin, s.minutes, s.formateur,
    s.sur_temps_travail AS surTempsTravail, s.stagiaires_prevus AS stagiairesPrevus,
    s.cout_mode AS coutMode, s.cout_centimes AS coutCentimes, s.support, s.archived_at AS archivedAt,
    s.places_min AS placesMin, s.places_max AS placesMax,
    a.id AS actionId, a.titre, a.genre, a.theme, o.id AS organismeId, o.nom AS organismeNom,
    m.prenom AS referentPrenom, m.nom AS referentNom,
    (SELECT count(*) FROM session_creneau c WHERE c.session_id = s.id) AS demiJournees,
    (SELECT coalesce(sum(p.places), 0) FROM session_partenaire p WHERE p.session_id = s.id) AS partenaires,
    ${inscrits(STATUTS_ENGAGES)} AS nous, ${inscrits(STATUTS_EN_ATTENTE)} AS enAttente
  FROM session_formation s
  JOIN action_formation a ON a.id = s.action_id
  LEFT JOIN organisation o ON o.id = s.organisme_id
  LEFT JOIN membre m ON m.id = s.referent_id`;

export interface LigneLue
  extends Omit<SessionLigne, 'etat' | 'remplissage' | 'organisme' | 'surTempsTravail' | 'referent'> {
  surTempsTravail: number;
  formateur: string;
  placesMin: number;
  placesMax: number;
  organismeId: string | null;
  organismeNom: string | null;
  referentPrenom: string | null;
  referentNom: string | null;
  partenaires: number;
  nous: number;
  enAttente: number;
}

export function versLigne(lue: LigneLue, today: string): SessionLigne {
  const { organismeId, organismeNom, referentPrenom, referentNom, partenaires, nous, enAttente } = lue;
  const { placesMin, placesMax, formateur: _, ...reste } = lue;
  return {
    ...reste,
    titre: direTitre(lue),
    surTempsTravail: lue.surTempsTravail === 1,
    etat: etatSession(lue, today),
    organisme: organismeId === null ? null : { id: organismeId, nom: organismeNom ?? '' },
    referent: nomCourt(referentPrenom ?? '', referentNom ?? ''),
    remplissage: { min: placesMin, max: placesMax, nous, partenaires, enAttente },
  };
}

const FILTREES = `${SESSIONS}
  WHERE (@annee IS NULL OR (substr(s.debut, 1, 4) <= @annee AND substr(s.fin, 1, 4) >= @annee))
    AND (@genre = '' OR a.genre = @genre)
    AND (@theme = '' OR a.theme = @theme)
    AND (@support = '' OR s.support = @support)
    AND (@organismeId IS NULL OR s.organisme_id = @organismeId)
    AND (@actionId IS NULL OR s.action_id = @actionId)`;

/** Sessions the filters let through, whatever the view. */
function filtrees({ db, today }: Lecteur, filtres: SessionsFiltres): SessionLigne[] {
  const { annee, genre, theme, support, organismeId = null, actionId = null, recherche } = filtres;
  const valeurs = {
    annee: annee === null ? null : String(annee),
    genre,
    theme,
    support,
    organismeId,
    actionId,
  };
  return memoriser(db, 'sessions', JSON.stringify([valeurs, recherche, today]), () => {
    const mots = motsCherches(recherche);
    return (requete(db, FILTREES).all(valeurs) as LigneLue[])
      .filter(({ titre, intitule, numero, organismeNom, lieu, formateur }) => {
        const texte = normaliser(`${titre} ${intitule} ${numero} ${organismeNom ?? ''} ${lieu} ${formateur}`);
        return mots.every((mot) => texte.includes(mot));
      })
      .map((lue) => versLigne(lue, today));
  });
}

const dansVue =
  (vue: VueSessions) =>
  ({ etat, archivedAt }: SessionLigne): boolean =>
    (archivedAt !== null) === (vue === 'archives') && (ETATS_DE_VUE_SESSIONS[vue]?.includes(etat) ?? true);

const prises = ({ remplissage: { nous, partenaires } }: SessionLigne) => nous + partenaires;

const TRIS: Record<TriSessions, (a: SessionLigne, b: SessionLigne) => number> = {
  debut: (a, b) => a.debut.localeCompare(b.debut) || TRIS.numero(a, b),
  titre: (a, b) => normaliser(a.titre).localeCompare(normaliser(b.titre)) || TRIS.debut(a, b),
  duree: (a, b) => a.minutes - b.minutes || TRIS.debut(a, b),
  // A rank beyond 999 still follows.
  numero: (a, b) => a.numero.localeCompare(b.numero, 'fr', { numeric: true }),
  places: (a, b) => prises(a) - prises(b) || TRIS.debut(a, b),
};

/** Sessions of a view, in their order. */
export function lireSessions(lecteur: Lecteur, { tri, sens, ...filtres }: SessionsListe): SessionLigne[] {
  const lignes = filtrees(lecteur, filtres).filter(dansVue(filtres.etat)).sort(TRIS[tri]);
  return sens === 'desc' ? lignes.reverse() : lignes;
}

function list(
  lecteur: Lecteur,
  { debut, nombre, ...filtres }: Entree<'formation.sessions'>,
): Sortie<'formation.sessions'> {
  const lignes = lireSessions(lecteur, filtres);
  return { total: lignes.length, lignes: lignes.slice(debut, debut + nombre) };
}

function comptes(lecteur: Lecteur, filtres: SessionsFiltres): Sortie<'formation.sessionsComptes'> {
  const toutes = filtrees(lecteur, filtres);
  const montrees = toutes.filter(dansVue(filtres.etat));
  const comptees = montrees.filter(({ etat }) => etat !== 'annulee');
  const somme = (lire: (ligne: SessionLigne) => number) =>
    comptees.reduce((total, ligne) => total + lire(ligne), 0);
  return {
    vues: Object.fromEntries(VUES_SESSIONS.map((vue) => [vue, toutes.filter(dansVue(vue)).length])) as Record<
      VueSessions,
      number
    >,
    total: comptees.length,
    annulees: montrees.length - comptees.length,
    minutesPrevues: somme(({ stagiairesPrevus, minutes }) => stagiairesPrevus * minutes),
    minutesEngagees: somme(({ remplissage, minutes }) => remplissage.nous * minutes),
    engages: somme(({ remplissage }) => remplissage.nous),
  };
}

const TOUTES = `SELECT substr(s.debut, 1, 4) AS debut, substr(s.fin, 1, 4) AS fin, s.support, a.theme, o.id, o.nom
  FROM session_formation s JOIN action_formation a ON a.id = s.action_id
  LEFT JOIN organisation o ON o.id = s.organisme_id
  WHERE s.archived_at IS NULL ORDER BY o.nom_tri, o.id`;

function facettes({ db }: Lecteur): Sortie<'formation.sessionsFacettes'> {
  const lues = requete(db, TOUTES).all() as {
    debut: string;
    fin: string;
    support: string;
    theme: string;
    id: string | null;
    nom: string | null;
  }[];
  const annees = new Map<number, number>();
  const facette = (entrees: { id: string; nom: string }[]) => {
    const connues = new Map<string, { id: string; nom: string; nombre: number }>();
    for (const { id, nom } of entrees) {
      connues.set(id, { id, nom, nombre: (connues.get(id)?.nombre ?? 0) + 1 });
    }
    return [...connues.values()];
  };
  for (const { debut, fin } of lues) {
    for (let annee = Number(debut); annee <= Number(fin); annee += 1) {
      annees.set(annee, (annees.get(annee) ?? 0) + 1);
    }
  }
  const theme = libelles(db, 'themes_formation');
  const support = libelles(db, 'supports');
  return {
    annees: [...annees].map(([annee, nombre]) => ({ annee, nombre })).sort((a, b) => b.annee - a.annee),
    organismes: facette(lues.flatMap(({ id, nom }) => (id === null ? [] : [{ id, nom: nom ?? '' }]))),
    themes: facette(lues.flatMap((lue) => (lue.theme ? [{ id: lue.theme, nom: theme(lue.theme) }] : []))),
    supports: facette(
      lues.flatMap((lue) => (lue.support ? [{ id: lue.support, nom: support(lue.support) }] : [])),
    ),
  };
}

function exporter(contexte: Contexte, { format, ...filtres }: Entree<'formation.sessionsExport'>) {
  return deliverTableur(contexte, format, {
    nom: `formation-sessions-${contexte.today}`,
    feuille: 'Sessions',
    colonnes: colonnesSessions(contexte.db),
    lignes: lireSessions(contexte, filtres),
  });
}

export const sessionsListeOperations = {
  'formation.sessions': list,
  'formation.sessionsComptes': comptes,
  'formation.sessionsFacettes': facettes,
  'formation.sessionsExport': exporter,
};
