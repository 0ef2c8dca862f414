import type { UseFormReturnType } from '@mantine/form';
import { ajouterJours, estDateCivile } from '../../../shared/dates.ts';
import type { ActionFiche } from '../../../shared/formation/action.ts';
import { etatSession } from '../../../shared/formation/etat-session.ts';
import { pointsSession } from '../../../shared/formation/regles-session.ts';
import type { Creneau, SessionFiche, SessionSaisieLue } from '../../../shared/formation/session.ts';
import type { StatutSession } from '../../../shared/formation/statuts.ts';
import { ecrireHoraires, lireHoraires } from '../../../shared/immersions/horaires.ts';

export type Saisie = Omit<SessionSaisieLue, 'id'>;
export type Form = UseFormReturnType<Saisie & Record<string, unknown>>;

/** Fields not filled yet are empty: the contract refuses them, each beside its field. */
export const SESSION_VIDE: Saisie = {
  actionId: '',
  intitule: '',
  organismeId: null,
  formateur: '',
  lieu: '',
  debut: '',
  fin: '',
  minutes: 0,
  surTempsTravail: true,
  placesMin: 6,
  placesMax: 12,
  stagiairesPrevus: 0,
  coutMode: 'heure_stagiaire',
  coutCentimes: 0,
  support: '',
  accessibilite: '',
  referentId: null,
  note: '',
  creneaux: [],
  partenaires: [],
};

/** What a session takes over from its action. */
export const repriseDe = (action: ActionFiche): Partial<Saisie> => ({
  actionId: action.id,
  organismeId: action.organisme?.id ?? null,
  minutes: action.minutes,
  surTempsTravail: action.surTempsTravail,
  placesMin: action.placesMin,
  placesMax: action.placesMax,
  coutMode: action.coutMode,
  coutCentimes: action.coutCentimes,
  accessibilite: action.accessibilite,
});

const REPRIS: Partial<Record<keyof Saisie, string>> = {
  organismeId: 'organisme',
  minutes: 'heures',
  surTempsTravail: 'temps de travail',
  placesMin: 'places',
  placesMax: 'places',
  coutMode: 'coût',
  coutCentimes: 'coût',
  accessibilite: 'accessibilité',
};

/** Another action's values, for the fields that still are as `origine` (the action before, or an empty form) left them: what was typed stays. */
export function repriseSans(saisie: Saisie, origine: Partial<Saisie>, action: ActionFiche): Partial<Saisie> {
  const intacte = (cle: string) =>
    cle === 'actionId' || saisie[cle as keyof Saisie] === origine[cle as keyof Saisie];
  return Object.fromEntries(Object.entries(repriseDe(action)).filter(([cle]) => intacte(cle)));
}

/** What the session says otherwise than its action, in words. */
export function ecartsAvec(saisie: Saisie, action: ActionFiche): string[] {
  const differents = Object.entries(repriseDe(action)).filter(
    ([cle, valeur]) => saisie[cle as keyof Saisie] !== valeur,
  );
  return [...new Set(differents.flatMap(([cle]) => REPRIS[cle as keyof Saisie] ?? []))];
}

export function saisieDe(session: SessionFiche): Saisie {
  const reprise = Object.fromEntries(
    Object.keys(SESSION_VIDE).map((cle) => [cle, session[cle as keyof SessionFiche]]),
  ) as unknown as Saisie;
  return {
    ...reprise,
    actionId: session.action.id,
    organismeId: session.organisme?.id ?? null,
    referentId: session.referent?.id ?? null,
    partenaires: session.partenaires.map(({ organisation, ...partenaire }) => ({
      ...partenaire,
      organisationId: organisation.id,
    })),
  };
}

/** A day of the calendar as it is typed: the hours of its two half-days, in words. */
export interface LigneJour {
  cle: number;
  date: string;
  matin: string;
  apresMidi: string;
}

let derniere = 0;
export const nouvelleLigne = (date: string, matin = '', apresMidi = ''): LigneJour => {
  derniere += 1;
  return { cle: derniere, date, matin, apresMidi };
};

const ecrire = (creneau: Creneau | undefined) => (creneau ? ecrireHoraires([creneau]) : '');

/** One line per day. */
export function lignesDe(creneaux: readonly Creneau[]): LigneJour[] {
  const dates = [...new Set(creneaux.map(({ date }) => date))];
  return dates.map((date) => {
    const du = (demi: Creneau['demi']) =>
      ecrire(creneaux.find((creneau) => creneau.date === date && creneau.demi === demi));
    return nouvelleLigne(date, du('matin'), du('apres_midi'));
  });
}

/** Why the hours of a half-day cannot be read; null when they can, or when there are none. */
export function fauteHeures(texte: string): string | null {
  const plages = lireHoraires(texte);
  if (plages === null) return 'Écrivez par exemple 9–12.';
  if (plages.length > 1) return 'Une seule présence par demi-journée.';
  return plages.some(({ debut, fin }) => fin <= debut) ? 'La fin suit le début.' : null;
}

/** Half-days of a line; what cannot be read is none. */
export function creneauxDe({ date, matin, apresMidi }: LigneJour): Creneau[] {
  return [
    { demi: 'matin' as const, texte: matin },
    { demi: 'apres_midi' as const, texte: apresMidi },
  ].flatMap(({ demi, texte }) => {
    const [plage] = fauteHeures(texte) === null ? (lireHoraires(texte) ?? []) : [];
    return plage ? [{ date, demi, debut: plage.debut, fin: plage.fin }] : [];
  });
}

export const jourSuivant = (lignes: readonly LigneJour[], debut: string): string => {
  const derniereDate = lignes.at(-1)?.date ?? '';
  if (estDateCivile(derniereDate)) return ajouterJours(derniereDate, 1);
  return estDateCivile(debut) ? debut : '';
};

/** What to look at while a session is being written, as its page will say it; nothing before it has its dates. */
export function pointsDe(
  saisie: Saisie,
  contexte: {
    action: ActionFiche | undefined;
    session: SessionFiche | null;
    statut: StatutSession;
    organisme: { nom: string; reconnu: boolean } | null;
    alsaceMoselle: boolean;
    today: string;
  },
) {
  const { debut, fin } = saisie;
  if (!estDateCivile(debut) || !estDateCivile(fin) || fin < debut || !contexte.action) return [];
  const { statut, session, action } = contexte;
  const points = pointsSession({
    ...saisie,
    ...contexte,
    genre: action.genre,
    certification: action.certification,
    certificationCode: action.certificationCode,
    etat: etatSession({ statut, debut, fin }, contexte.today),
    remplissage: {
      min: saisie.placesMin,
      max: saisie.placesMax,
      nous: session?.engages ?? 0,
      partenaires: saisie.partenaires.reduce((somme, { places }) => somme + (Number(places) || 0), 0),
      enAttente: session?.remplissage.enAttente ?? 0,
    },
  });
  // Nobody can be registered before the session exists.
  return session === null ? points.filter(({ code }) => code !== 'sous_minimum') : points;
}
