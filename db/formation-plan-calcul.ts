import { ajouterMois } from '../shared/dates.ts';
import type { FinanceurPlan, LignePlan, PlanAnnee, SessionDuPlan } from '../shared/formation/plan.ts';
import {
  AXES_PLAN,
  type AxePlan,
  additionner,
  additionnerPar,
  type InscriptionPlan,
  minutesDeLAnnee,
  minutesParMois,
  ordonner,
  type Part,
  type PartsAnnee,
  partsDeLAnnee,
} from '../shared/formation/regles-plan.ts';
import { estEnAttente, estEngage } from '../shared/formation/statuts.ts';
import { direTitre } from '../shared/formation/titre-session.ts';
import { GENRES_FORMATION, PHASES_COUT } from '../shared/nomenclatures/formation.ts';
import { codes, label } from '../shared/nomenclatures/nomenclature.ts';
import type { Contexte } from './contexte.ts';
import {
  type FaitsLus,
  readBesoins,
  readFaits,
  readNote,
  type SessionLue,
} from './formation-plan-lecture.ts';
import { libelles, valeursDe } from './nomenclatures.ts';

export type Lecteur = Pick<Contexte, 'db' | 'today'>;
export type PartLue = Part<SessionLue, InscriptionPlan>;

/** A year of the plan, cut into its parts, and the year before. */
export interface PlanLu {
  faits: FaitsLus;
  courante: PartsAnnee<SessionLue, InscriptionPlan>;
  /** Null when the year before has no plan. */
  precedente: PartsAnnee<SessionLue, InscriptionPlan> | null;
}

const somme = <L>(lignes: readonly L[], lire: (ligne: L) => number) =>
  lignes.reduce((total, ligne) => total + lire(ligne), 0);

function partsDe(faits: FaitsLus, annee: number): PartsAnnee<SessionLue, InscriptionPlan> {
  return partsDeLAnnee(
    faits,
    ({ id }) => {
      const { couts, lignes } = faits.argent.get(id)!;
      const argent = { cout: 0, accorde: 0, attendu: 0 };
      for (const { exercice, centimes } of couts) if (exercice === annee) argent.cout += centimes;
      for (const { exercice, organisationId, accorde, retenu } of lignes) {
        if (exercice !== annee || organisationId === null) continue;
        argent.accorde += accorde;
        argent.attendu += retenu - accorde;
      }
      return argent;
    },
    annee,
  );
}

/** The last day counted, the same day a year before, and whether the year runs. */
function arretDe(annee: number, today: string): { enCours: boolean; memeDate: string } {
  const enCours = today.startsWith(`${annee}-`);
  return { enCours, memeDate: enCours ? ajouterMois(today, -12) : `${annee - 1}-12-31` };
}

export function readPlan(lecteur: Lecteur, annee: number): PlanLu {
  const faits = readFaits(lecteur, annee, arretDe(annee, lecteur.today).memeDate);
  const precedente = partsDe(faits, annee - 1);
  return {
    faits,
    courante: partsDe(faits, annee),
    precedente: precedente.parts.length === 0 ? null : precedente,
  };
}

const NOMS_SEXES: Record<string, string> = { F: 'Femmes', H: 'Hommes', '': 'Places à pourvoir' };

/** How the lines of a breakdown are called. */
export function nommeur({ db }: Lecteur, { faits }: PlanLu): (axe: AxePlan, code: string) => string {
  const theme = libelles(db, 'themes_formation');
  const support = libelles(db, 'supports');
  const organismes = new Map(faits.sessions.map(({ organismeId, organisme }) => [organismeId, organisme]));
  return (axe, code) => {
    switch (axe) {
      case 'sexe':
        return NOMS_SEXES[code] ?? code;
      case 'organisme':
        return code === '' ? 'En interne' : (organismes.get(code) ?? code);
      case 'genre':
        return label(GENRES_FORMATION, code);
      case 'theme':
        return code === '' ? 'Non renseigné' : theme(code);
      case 'support':
        return code === '' ? 'Non renseigné' : support(code);
    }
  };
}

/** Codes of a breakdown in the order of its list; organismes in that of their names. */
function connus({ db }: Lecteur, { faits }: PlanLu, axe: AxePlan): string[] {
  switch (axe) {
    case 'sexe':
      return ['F', 'H'];
    case 'genre':
      return codes(GENRES_FORMATION);
    case 'theme':
      return valeursDe(db, 'themes_formation').map(({ code }) => code);
    case 'support':
      return valeursDe(db, 'supports').map(({ code }) => code);
    case 'organisme':
      return faits.sessions
        .toSorted((a, b) => a.organisme.localeCompare(b.organisme, 'fr'))
        .flatMap(({ organismeId }) => organismeId ?? []);
  }
}

function repartition(
  lecteur: Lecteur,
  lu: PlanLu,
  axe: AxePlan,
  nommer: ReturnType<typeof nommeur>,
): LignePlan[] {
  const { courante, precedente } = lu;
  const maintenant = additionnerPar(axe, courante.parts);
  const avant = additionnerPar(axe, precedente?.parts ?? []);
  const ordre = [...new Set(connus(lecteur, lu, axe))];
  return ordonner([...maintenant.keys(), ...avant.keys()], ordre).map((code) => ({
    code,
    nom: nommer(axe, code),
    figures: maintenant.get(code) ?? additionner([]),
    avant: precedente && (avant.get(code) ?? additionner([])),
  }));
}

/** Funding lines of the accounts of a year, with the session of each. */
export const lignesDe = ({ argent }: FaitsLus, annee: number) =>
  [...argent.values()].flatMap(({ lignes }) => lignes.filter(({ exercice }) => exercice === annee));

function financeurs(lu: PlanLu, annee: number): FinanceurPlan[] {
  const externes = (an: number) =>
    Map.groupBy(
      lignesDe(lu.faits, an).filter(({ organisationId }) => organisationId !== null),
      ({ organisationId }) => organisationId!,
    );
  const maintenant = externes(annee);
  const avant = externes(annee - 1);
  return [...new Set([...maintenant.keys(), ...avant.keys()])]
    .map((id): FinanceurPlan => {
      const lignes = maintenant.get(id) ?? [];
      const anciennes = avant.get(id) ?? [];
      const accorde = somme(lignes, (une) => une.accorde);
      const accordees = new Set(lignes.filter((une) => une.accorde > 0).map(({ sessionId }) => sessionId));
      const aidees = additionner(lu.courante.parts.filter(({ session }) => accordees.has(session.id)));
      return {
        id,
        nom: (lignes[0] ?? anciennes[0])!.financeur,
        demande: somme(lignes, ({ demande }) => demande),
        accorde,
        attendu: somme(lignes, ({ retenu }) => retenu) - accorde,
        refuse: somme(lignes, ({ refuse }) => refuse),
        verse: somme(lignes, ({ verse }) => verse),
        aRecevoir: somme(lignes, ({ aRecevoir }) => aRecevoir),
        sessions: accordees.size,
        stagiaires: aidees.stagiaires,
        engagees: aidees.engagees,
        realisees: aidees.realisees,
        accordeAvant: lu.precedente && somme(anciennes, (une) => une.accorde),
      };
    })
    .sort((a, b) => b.accorde + b.attendu - a.accorde - a.attendu || a.nom.localeCompare(b.nom, 'fr'));
}

function phases({ faits }: PlanLu, annee: number): PlanAnnee['phases'] {
  const couts = [...faits.argent.values()].flatMap((argent) =>
    argent.couts.filter(({ exercice }) => exercice === annee),
  );
  const lignes = lignesDe(faits, annee).filter(({ organisationId }) => organisationId !== null);
  return PHASES_COUT.valeurs.map(({ code, label: nom }) => {
    const siennes = lignes.filter(({ phase }) => phase === code);
    const accorde = somme(siennes, (une) => une.accorde);
    return {
      code,
      nom,
      cout: somme(
        couts.filter(({ phase }) => phase === code),
        ({ centimes }) => centimes,
      ),
      accorde,
      attendu: somme(siennes, ({ retenu }) => retenu) - accorde,
    };
  });
}

function sessions({ faits, courante }: PlanLu, annee: number): SessionDuPlan[] {
  const parts = Map.groupBy(courante.parts, ({ session }) => session.id);
  const inscrits = Map.groupBy(faits.inscriptions, ({ sessionId }) => sessionId);
  const seances = Map.groupBy(faits.seances, ({ sessionId }) => sessionId);
  const tenues = Map.groupBy(faits.partenaires, ({ sessionId }) => sessionId);
  return faits.sessions
    .filter(({ id }) => parts.get(id)?.some(({ dansAnnee }) => dansAnnee))
    .map((session): SessionDuPlan => {
      const { id, numero, genre, statut, debut, fin, organisme, placesMin, placesMax, stagiairesPrevus } =
        session;
      const siens = inscrits.get(id) ?? [];
      const { cout, accorde, attendu } = additionner(parts.get(id)!);
      return {
        id,
        numero,
        titre: direTitre(session),
        genre,
        statut,
        debut,
        fin,
        organisme,
        minutes: minutesDeLAnnee(minutesParMois(session, seances.get(id) ?? []), annee),
        placesMin,
        placesMax,
        prevus: stagiairesPrevus,
        engages: siens.filter((une) => estEngage(une.statut)).length,
        enAttente: siens.filter((une) => estEnAttente(une.statut)).length,
        partenaires: somme(tenues.get(id) ?? [], ({ places }) => places),
        cout,
        accorde,
        attendu,
      };
    });
}

function partenaires(
  { faits }: PlanLu,
  duPlan: readonly SessionDuPlan[],
  today: string,
): PlanAnnee['partenaires'] {
  const debuts = new Map(duPlan.map(({ id, debut }) => [id, debut]));
  const tenues = faits.partenaires.filter(({ sessionId }) => debuts.has(sessionId));
  return {
    structures: new Set(tenues.map(({ organisationId }) => organisationId)).size,
    sessions: new Set(tenues.map(({ sessionId }) => sessionId)).size,
    places: somme(tenues, ({ places }) => places),
    entres: somme(tenues, ({ entres }) => entres ?? 0),
    entresFemmes: somme(tenues, ({ entresFemmes }) => entresFemmes ?? 0),
    inconnues: tenues.filter(({ sessionId, entres }) => entres === null && debuts.get(sessionId)! <= today)
      .length,
  };
}

function besoins(
  lecteur: Lecteur,
  lu: PlanLu,
  duPlan: readonly SessionDuPlan[],
  annee: number,
): PlanAnnee['besoins'] {
  if (annee < Number(lecteur.today.slice(0, 4))) return [];
  const theme = libelles(lecteur.db, 'themes_formation');
  const themes = new Map(lu.faits.sessions.map((session) => [session.id, session.theme]));
  const ouvertes = duPlan.filter(({ fin }) => fin >= lecteur.today);
  return readBesoins(lecteur.db, annee)
    .map((besoin) => ({
      ...besoin,
      nom: theme(besoin.theme),
      places: somme(
        ouvertes.filter(({ id }) => themes.get(id) === besoin.theme),
        (une) => Math.max(0, une.placesMax - une.engages - une.enAttente - une.partenaires),
      ),
    }))
    .sort((a, b) => b.personnes - a.personnes || a.nom.localeCompare(b.nom, 'fr'));
}

/** Every figure of the plan of a year, as of today. */
export function computePlan(lecteur: Lecteur, { annee }: { annee: number }): PlanAnnee {
  const lu = readPlan(lecteur, annee);
  const { faits, courante, precedente } = lu;
  const { enCours } = arretDe(annee, lecteur.today);
  const anciennes = new Set(precedente?.parts.flatMap(({ inscription }) => inscription?.id ?? []));
  const duPlan = sessions(lu, annee);
  const nommer = nommeur(lecteur, lu);
  return {
    annee,
    arreteAu: enCours ? lecteur.today : null,
    figures: additionner(courante.parts),
    avant: precedente && additionner(precedente.parts),
    realiseesMemeDate:
      enCours && precedente
        ? somme(
            faits.presences.filter(({ inscriptionId }) => anciennes.has(inscriptionId)),
            ({ avant }) => avant,
          )
        : null,
    parMois: courante.parMois,
    demis: courante.demis,
    axes: Object.fromEntries(
      AXES_PLAN.map((axe) => [axe, repartition(lecteur, lu, axe, nommer)]),
    ) as PlanAnnee['axes'],
    phases: phases(lu, annee),
    financeurs: financeurs(lu, annee),
    propres: somme(
      lignesDe(faits, annee).filter(({ organisationId }) => organisationId === null),
      ({ retenu }) => retenu,
    ),
    sessions: duPlan,
    partenaires: partenaires(lu, duPlan, lecteur.today),
    besoins: besoins(lecteur, lu, duPlan, annee),
    note: readNote(lecteur.db, annee),
  };
}
