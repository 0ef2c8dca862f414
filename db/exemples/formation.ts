import type { Entree, Sortie } from '../../shared/contrat.ts';
import { ajouterJours, ajouterMois, type DateCivile, joursFeries, lundiDe } from '../../shared/dates.ts';
import { MOIS_FROID } from '../../shared/formation/evaluations.ts';
import type { GenreDocumentFormation } from '../../shared/formation/papiers.ts';
import { sessionModification } from '../../shared/formation/session.ts';
import { MOIS_SITUATION } from '../../shared/nomenclatures/formation.ts';
import type { Appuis } from './appuis.ts';
import { ecrirePlans, recueillir } from './besoins.ts';
import type { Fiche } from './carnet.ts';
import { ACTIONS_EXEMPLES, type ActionExemple, SESSIONS_EXEMPLES } from './catalogue-formation.ts';
import type { Equipe } from './equipe.ts';
import { evaluer } from './evaluations.ts';
import { Hasard } from './hasard.ts';
import type { Salarie } from './parcours.ts';
import { ATTENTES_FORMATION } from './phrases-parcours.ts';
import { ouvreDepuis, type Scene } from './scene.ts';

type Session = Sortie<'formation.session'>;
type Creneau = NonNullable<Entree<'formation.createSession'>['creneaux']>[number];
type Presence = Entree<'formation.savePresences'>['presences'][number];

/** Draws of their own: what is told of the trainings changes nothing of the rest of the story. */
const GRAINE = 20170519;

/** What every part of the story of the trainings needs. */
export interface Recit {
  scene: Scene;
  equipe: Equipe;
  appuis: Appuis;
  salaries: readonly Salarie[];
  fiches: readonly Fiche[];
  hasard: Hasard;
  /** Ids of the actions, empty until the first day. */
  actions: Map<string, string>;
}

/** Two years of trainings: needs, sessions, trainees, attendance, funding, and what became of people. */
export function former(
  scene: Scene,
  equipe: Equipe,
  appuis: Appuis,
  salaries: readonly Salarie[],
  fiches: readonly Fiche[],
): void {
  const recit: Recit = {
    scene,
    equipe,
    appuis,
    salaries,
    fiches,
    hasard: new Hasard(GRAINE),
    actions: new Map(),
  };
  const lundi = lundiDe(ajouterJours(scene.today, 2));
  const premiere = ajouterJours(lundi, 7 * SESSIONS_EXEMPLES[0]!.semaine - 90);
  scene.le(ouvreDepuis(premiere, 1), () => {
    scene.par(equipe.directrice);
    for (const { cle, action, organisme } of ACTIONS_EXEMPLES) {
      const organismeId = organisme ? appuis[organisme] : null;
      recit.actions.set(cle, scene.appeler('formation.createAction', { ...action, organismeId }).id);
    }
  });
  for (const rang of SESSIONS_EXEMPLES.keys()) organiser(recit, rang, lundi);
  recueillir(recit);
  ecrirePlans(recit);
}

/** Half-days from a Monday on, holidays left out, until the hours of a trainee are reached. */
function demiJournees({ action, semaine, matin, apresMidi }: ActionExemple, lundi: DateCivile): Creneau[] {
  const creneaux: Creneau[] = [];
  let reste = action.minutes ?? 0;
  for (let tour = 0; reste > 0 && tour < 60; tour += 1) {
    for (const [jour, demi] of semaine) {
      const date = ajouterJours(lundi, 7 * tour + jour - 1);
      if (reste <= 0 || joursFeries(Number(date.slice(0, 4))).has(date)) continue;
      const [debut, fin] = demi === 0 ? matin : apresMidi;
      const duree = Math.min(reste, fin - debut);
      creneaux.push({ date, demi: demi === 0 ? 'matin' : 'apres_midi', debut, fin: debut + duree });
      reste -= duree;
    }
  }
  return creneaux;
}

/** A working day, some days before another. */
const avant = (date: DateCivile, jours: number) => ouvreDepuis(ajouterJours(date, -jours), 1);

function organiser(recit: Recit, rang: number, lundi: DateCivile): void {
  const { scene, equipe, appuis, fiches, hasard } = recit;
  const { cle, semaine, prevus, statut, partenaire } = SESSIONS_EXEMPLES[rang]!;
  const exemple = ACTIONS_EXEMPLES.find((action) => action.cle === cle)!;
  const creneaux = demiJournees(exemple, ajouterJours(lundi, 7 * semaine));
  const debut = creneaux[0]!.date;
  const fin = creneaux.at(-1)!.date;
  const annonce = avant(debut, 60);
  const jouer = (date: DateCivile, qui: string, faire: () => void) => {
    if (date > scene.today) return;
    scene.le(date < annonce ? annonce : date, () => {
      scene.par(qui);
      faire();
    });
  };
  let session: Session;
  let inscrits: string[] = [];
  jouer(annonce, equipe.directrice, () => {
    const {
      minutes = 0,
      placesMin = 1,
      placesMax = 12,
      coutMode,
      coutCentimes,
      accessibilite,
    } = exemple.action;
    const voisin = partenaire ? fiches.find(({ nom }) => nom === partenaire)?.id : undefined;
    const { id } = scene.appeler('formation.createSession', {
      actionId: recit.actions.get(cle)!,
      organismeId: exemple.organisme ? appuis[exemple.organisme] : null,
      formateur: exemple.organisme ? '' : 'Denis Lamartine-Roy',
      lieu: exemple.organisme ? 'Dans nos locaux, salle du haut' : 'Atelier',
      debut,
      fin,
      minutes,
      placesMin,
      placesMax,
      coutMode,
      coutCentimes,
      accessibilite,
      stagiairesPrevus: prevus,
      referentId: equipe.cip,
      creneaux,
      partenaires: voisin ? [{ organisationId: voisin, places: 2 }] : [],
      statut: statut === 'envisagee' ? 'envisagee' : 'confirmee',
    });
    session = scene.appeler('formation.session', { id });
    financer(recit, session, exemple, jouer, statut === 'annulee');
  });
  jouer(avant(debut, 35), equipe.cip, () => {
    const salarieIds = hasard
      .melanger(
        recit.salaries.filter((un) => un.id !== '' && un.debut < ajouterJours(debut, -30) && un.fin > fin),
      )
      .slice(0, prevus + 1)
      .map(({ id }) => id);
    if (salarieIds.length === 0) return;
    inscrits = scene.appeler('formation.inscrire', { sessionId: session.id, salarieIds }).ids;
  });
  if (statut === 'annulee') {
    jouer(avant(debut, 9), equipe.directrice, () => {
      const motif = 'Quatre stagiaires seulement, le minimum n’était pas atteint.';
      scene.appeler('formation.changeStatutSession', { id: session.id, statut: 'annulee', motif });
    });
    return;
  }
  jouer(avant(debut, 24), equipe.cip, () => positionner(recit, session, inscrits));
  jouer(avant(debut, 12), equipe.cip, () => {
    const ecarte = inscrits.length > prevus ? inscrits[inscrits.length - 1] : undefined;
    const retenus = inscrits.filter((id) => id !== ecarte);
    if (retenus.length > 0) scene.appeler('formation.avancer', { ids: retenus, statut: 'valide' });
    if (ecarte)
      scene.appeler('formation.avancer', {
        ids: [ecarte],
        statut: 'ecarte',
        motif: hasard.parmi(['places', 'prerequis'] as const),
      });
    inscrits = retenus;
  });
  classer(recit, () => session, jouer, { debut, fin, partage: partenaire !== undefined });
  suivre(
    recit,
    () => session,
    () => inscrits,
    exemple,
    jouer,
    { debut, fin },
  );
}

/** Papers handed out along a session, and its neighbours counted at its end. */
function classer(
  recit: Recit,
  lue: () => Session,
  jouer: Jouer,
  { debut, fin, partage }: { debut: DateCivile; fin: DateCivile; partage: boolean },
): void {
  const { scene, equipe } = recit;
  const finie = fin < scene.today;
  const apres = (jours: number) => ouvreDepuis(ajouterJours(fin, jours), 1);
  if (partage && finie) jouer(apres(1), equipe.cip, () => compterVoisins(recit, lue()));
  // What was handed out before is in the binders; the papers of these months are in the base.
  if (debut <= ajouterMois(scene.today, -6)) return;
  const remettre = (date: DateCivile, genres: readonly GenreDocumentFormation[]) =>
    jouer(date, equipe.cip, () => {
      for (const genre of genres) scene.remettreSession(lue().id, genre);
    });
  remettre(avant(debut, 11), ['positionnement', 'convocation']);
  if (finie) remettre(apres(6), ['emargement', 'fin_formation']);
}

/** Who came in from the neighbour, told once the session is over. */
function compterVoisins({ scene }: Recit, { id }: Session): void {
  const fiche = scene.appeler('formation.session', { id });
  const { action, organisme, referent, partenaires, ...reste } = fiche;
  scene.appeler('formation.updateSession', {
    ...Object.fromEntries(Object.entries(reste).filter(([champ]) => champ in sessionModification.shape)),
    id,
    actionId: action.id,
    organismeId: organisme?.id ?? null,
    referentId: referent?.id ?? null,
    partenaires: partenaires.map(({ organisation, places, ...lui }) => ({
      ...lui,
      organisationId: organisation.id,
      places,
      entres: places,
      entresFemmes: 1,
    })),
  } as Entree<'formation.updateSession'>);
}

type Jouer = (date: DateCivile, qui: string, faire: () => void) => void;

/** The fiche de positionnement of each: prerequisites gone through, signed by both. */
function positionner({ scene, hasard }: Recit, session: Session, inscrits: readonly string[]): void {
  const le = avant(session.debut, 24);
  for (const id of inscrits) {
    scene.appeler('formation.savePositionnement', {
      id,
      prerequis: session.action.prerequis.map((libelle) => ({
        libelle,
        acquis: hasard.chance(0.85) ? ('oui' as const) : ('en_partie' as const),
      })),
      vise: session.action.objectif,
      attentes: hasard.parmi(ATTENTES_FORMATION),
      avis: hasard.chance(0.9) ? 'favorable' : 'reserve',
      signeSalarieLe: le,
      signeStructureLe: le,
    });
  }
}

/** From the first half-day on: attendance week after week, the end, the certification, what people think and become. */
function suivre(
  { scene, equipe, hasard }: Recit,
  lue: () => Session,
  trouver: () => readonly string[],
  { action }: ActionExemple,
  jouer: Jouer,
  { debut, fin }: { debut: DateCivile; fin: DateCivile },
): void {
  const { today } = scene;
  let sortis = new Set<string>();
  jouer(debut, equipe.encadrant, () => {
    const ids = [...trouver()];
    if (ids.length > 0) scene.appeler('formation.avancer', { ids, statut: 'entre', le: debut });
  });
  for (let semaine = lundiDe(debut); semaine <= fin; semaine = ajouterJours(semaine, 7)) {
    const dimanche = ajouterJours(semaine, 6);
    // What took place this week is entered at its end; today's half-days are still to be.
    jouer(dimanche < fin ? ouvreDepuis(dimanche, 1) : fin, equipe.encadrant, () => {
      const { id: sessionId, creneaux } = lue();
      const presences: Presence[] = creneaux
        .filter(({ date }) => date >= semaine && date <= dimanche && date < today)
        .flatMap((creneau) =>
          trouver()
            .filter((inscriptionId) => !sortis.has(inscriptionId))
            .map((inscriptionId) => ({ inscriptionId, ...commeVenu(hasard, creneau) })),
        );
      if (presences.length > 0) scene.appeler('formation.savePresences', { sessionId, presences });
    });
  }
  const milieu = ouvreDepuis(
    ajouterJours(debut, Math.round((Date.parse(fin) - Date.parse(debut)) / 172_800_000)),
    -1,
  );
  if (milieu > debut && (action.minutes ?? 0) > 30 * 60)
    jouer(milieu, equipe.cip, () => {
      const [id] = trouver();
      if (!id || !hasard.chance(0.7)) return;
      scene.appeler('formation.avancer', { ids: [id], statut: 'interrompu', le: milieu, motif: 'emploi' });
      sortis = new Set([id]);
    });
  if (fin >= today) return;
  const apres = scene.ouvre(ajouterJours(fin, 1));
  jouer(apres, equipe.cip, () => {
    const ids = trouver().filter((id) => !sortis.has(id));
    if (ids.length === 0) return;
    scene.appeler('formation.avancer', { ids, statut: 'au_bout', le: fin });
    if (action.certification) {
      const resultats = ids.map((id) => ({
        id,
        resultat: hasard.pondere([
          ['total', 7],
          ['partiel', 1.5],
          ['echoue', 1],
          ['non_presente', 0.7],
        ] as const),
        le: fin,
      }));
      scene.appeler('formation.saveResultat', { resultats });
    }
    for (const id of ids) evaluer(scene, hasard, id, 'chaud', apres);
  });
  for (const mois of MOIS_SITUATION) {
    const date = ouvreDepuis(ajouterMois(fin, mois), 1);
    jouer(date, equipe.cip, () => {
      for (const id of trouver().filter((un) => !sortis.has(un))) {
        // The latest ones are still to be called.
        if (date > ajouterJours(today, -20) && hasard.chance(0.6)) continue;
        const situation = hasard.pondere(DEVENIRS[mois]);
        scene.appeler('formation.saveSituation', { inscriptionId: id, mois, date, situation });
        if (mois === MOIS_FROID && situation !== 'sans_reponse' && hasard.chance(0.7))
          evaluer(scene, hasard, id, 'froid', date);
      }
    });
  }
}

/** Where people stand, and how many do not answer any more, as months go by. */
const DEVENIRS = {
  3: [
    ['parcours', 10],
    ['recherche', 2],
    ['transition', 1],
    ['durable', 1],
    ['sans_reponse', 0.6],
  ],
  6: [
    ['parcours', 6],
    ['recherche', 3],
    ['transition', 2],
    ['durable', 2],
    ['autre_siae', 0.6],
    ['sans_reponse', 1.5],
  ],
  12: [
    ['parcours', 2],
    ['recherche', 3],
    ['transition', 2],
    ['durable', 3],
    ['formation', 1],
    ['autre', 1],
    ['sans_reponse', 3],
  ],
} as const;

/** Present, nine times out of ten. */
function commeVenu(hasard: Hasard, { date, demi, debut, fin }: Creneau): Omit<Presence, 'inscriptionId'> {
  const duree = fin - debut;
  return {
    date,
    demi,
    ...hasard.pondere<Pick<Presence, 'minutes' | 'motif'>>([
      [{ minutes: duree, motif: '' }, 22],
      [{ minutes: 0, motif: 'justifiee' }, 1.4],
      [{ minutes: 0, motif: 'injustifiee' }, 0.5],
      [{ minutes: Math.max(duree - 45, 30), motif: 'retard' }, 0.8],
    ]),
  };
}

/** Asked when the session is announced, granted a month later, claimed and paid after it. */
function financer(
  { scene, equipe, appuis }: Recit,
  session: Session,
  { montage }: ActionExemple,
  jouer: Jouer,
  annulee: boolean,
): void {
  const exercice = Number(session.debut.slice(0, 4));
  const parts = (['opco', 'region', 'etat'] as const).flatMap((qui) =>
    montage[qui] ? [{ organisationId: appuis[qui], part: montage[qui] }] : [],
  );
  if (parts.length === 0) return;
  const { ids } = scene.appeler('formation.repartirFinancement', {
    sessionId: session.id,
    phase: 'pedagogique',
    exercice,
    parts,
  });
  const lignes = () => {
    const { lignes: toutes } = scene.appeler('formation.financement', { sessionId: session.id });
    return toutes.filter(({ id }) => ids.includes(id));
  };
  const noter = (quand: DateCivile, genre: 'demande' | 'accorde' | 'facture' | 'verse') =>
    jouer(quand, equipe.directrice, () => {
      for (const { id, prevu, demande } of lignes()) {
        const centimes = genre === 'demande' ? prevu : demande;
        if (centimes === 0) continue;
        scene.appeler('formation.saveMouvement', {
          financementId: id,
          genre,
          date: scene.ouvre(quand),
          centimes,
        });
      }
    });
  const jour = (jours: number) => ouvreDepuis(ajouterJours(session.debut, jours), 1);
  noter(jour(-56), 'demande');
  noter(jour(-22), 'accorde');
  if (annulee) return;
  noter(ouvreDepuis(ajouterJours(session.fin, 21), 1), 'facture');
  noter(ouvreDepuis(ajouterJours(session.fin, 75), 1), 'verse');
}
