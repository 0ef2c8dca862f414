import { ajouterJours, type DateCivile, jourSemaine } from '../dates.ts';
import { accorder, formaterDate, formaterHeure } from '../format.ts';
import { nomFerie } from './horaires.ts';

/** Local instants are `AAAA-MM-JJTHH:MM` strings: they sort and compare as they are. */
export type InstantLocal = string;

export const MOTIF_INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/;

/** Article D5135-5 du code du travail: hours within which the host tells the support structure. */
const INFORMER = 24;
/** Same article, and R441-3 du code de la sécurité sociale: hours to declare, Sundays and public holidays left out. */
const DECLARER = 48;

const JOUR = 1440;

const jourDe = (instant: InstantLocal): DateCivile => instant.slice(0, 10);
const minuteDe = (instant: InstantLocal): number =>
  Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));

/** The instant of a day and a minute since its midnight. */
export function instantLocal(date: DateCivile, minute: number): InstantLocal {
  const heures = String(Math.trunc(minute / 60)).padStart(2, '0');
  return `${date}T${heures}:${String(minute % 60).padStart(2, '0')}`;
}

/** An instant of the machine, in its own time zone. */
export function instantDe(moment: Date): InstantLocal {
  const deux = (nombre: number) => String(nombre).padStart(2, '0');
  const jour = `${moment.getFullYear()}-${deux(moment.getMonth() + 1)}-${deux(moment.getDate())}`;
  return instantLocal(jour, moment.getHours() * 60 + moment.getMinutes());
}

/** So many hours later on the clock, every day counted. */
export function ajouterHeures(instant: InstantLocal, heures: number): InstantLocal {
  const minutes = minuteDe(instant) + heures * 60;
  return instantLocal(ajouterJours(jourDe(instant), Math.floor(minutes / JOUR)), minutes % JOUR);
}

/** So many hours later, without those of Sundays and public holidays. */
export function ajouterHeuresOuvrables(
  instant: InstantLocal,
  heures: number,
  alsaceMoselle?: boolean,
): InstantLocal {
  const chome = (date: DateCivile) => jourSemaine(date) === 7 || nomFerie(date, alsaceMoselle) !== null;
  let date = jourDe(instant);
  let minute = minuteDe(instant);
  let reste = heures * 60;
  while (chome(date) || reste > JOUR - minute) {
    if (!chome(date)) reste -= JOUR - minute;
    date = ajouterJours(date, 1);
    minute = 0;
  }
  minute += reste;
  return minute === JOUR ? instantLocal(ajouterJours(date, 1), 0) : instantLocal(date, minute);
}

/** Minutes from one instant to another; negative once it has gone by. */
function ecartMinutes(debut: InstantLocal, fin: InstantLocal): number {
  return (Date.parse(`${fin}:00Z`) - Date.parse(`${debut}:00Z`)) / 60_000;
}

function direDuree(minutes: number): string {
  if (minutes < 60) return accorder(Math.max(1, minutes), 'minute');
  const heures = Math.floor(minutes / 60);
  if (heures < 48) return `${heures}\u00a0h`;
  const jours = Math.floor(heures / 24);
  const reste = heures % 24;
  return reste === 0 ? accorder(jours, 'jour') : `${accorder(jours, 'jour')} et ${reste}\u00a0h`;
}

/** `il reste 5 h`, `il reste 40 minutes`, `en retard de 2 jours et 3 h`. */
export function direReste(limite: InstantLocal, maintenant: InstantLocal): string {
  const minutes = ecartMinutes(maintenant, limite);
  return minutes >= 0 ? `il reste ${direDuree(minutes)}` : `en retard de ${direDuree(-minutes)}`;
}

/** `le 24/03/2026 à 9 h 30`. */
export const direInstant = (instant: InstantLocal): string =>
  `le ${formaterDate(jourDe(instant))} à ${formaterHeure(minuteDe(instant))}`;

/** Who declares the accident to the health insurance fund. */
export interface Declarant {
  qualite: 'employeur' | 'prescripteur';
  nom: string;
  /** It is the structure itself: nothing to pass on. */
  nous: boolean;
  /** Why, in one sentence. */
  raison: string;
}

/**
 * The employer while the contract goes on (D5135-5); the prescriber once it is suspended, as it then covers the risk.
 * Only an ETTI has another prescriber than itself.
 */
export function declarantDe(
  structure: { genre: string; raisonSociale: string } | null,
  { modeContrat, prescripteurNom }: { modeContrat: string; prescripteurNom: string },
): Declarant {
  const notre = structure?.raisonSociale ?? '';
  if (modeContrat !== 'suspendu')
    return {
      qualite: 'employeur',
      nom: notre,
      nous: true,
      raison: 'Le contrat de travail est maintenu : l’employeur déclare.',
    };
  const externe = structure?.genre === 'ETTI';
  return {
    qualite: 'prescripteur',
    nom: externe ? prescripteurNom : notre,
    nous: !externe,
    raison: externe
      ? 'Le contrat de travail est suspendu : le prescripteur couvre la période et déclare. Une ETTI ne prescrit pas, c’est donc un autre organisme.'
      : 'Le contrat de travail est suspendu : le prescripteur couvre la période et déclare. Votre structure est le prescripteur.',
  };
}

export const ETAPES_ACCIDENT = ['informe', 'transmis', 'declare'] as const;
export type EtapeAccident = (typeof ETAPES_ACCIDENT)[number];

export interface Accident {
  date: DateCivile;
  /** Minutes since midnight; null when unknown. */
  heure: number | null;
  informeLe: InstantLocal | null;
  transmisLe: InstantLocal | null;
  declareLe: InstantLocal | null;
}

export interface Etape {
  code: EtapeAccident;
  titre: string;
  /** Latest moment; null when it is to be done at once. */
  limite: InstantLocal | null;
  faitLe: InstantLocal | null;
  /** Article it comes from. */
  reference: string;
}

/** An accident whose hour is unknown is counted from the start of its day: the deadline is then the earliest. */
export const momentAccident = ({ date, heure }: Pick<Accident, 'date' | 'heure'>): InstantLocal =>
  instantLocal(date, heure ?? 0);

/** The steps of an accident with their deadlines, in order; nothing is passed on by who declares itself. */
export function etapesDe(accident: Accident, declarant: Declarant, alsaceMoselle?: boolean): Etape[] {
  const { informeLe, transmisLe, declareLe } = accident;
  const moment = momentAccident(accident);
  const connu = (declarant.nous ? null : transmisLe) ?? informeLe ?? moment;
  const nom = declarant.nom || `le ${declarant.qualite}`;
  const etapes: Etape[] = [
    {
      code: 'informe',
      titre: 'L’accueil prévient votre structure',
      limite: ajouterHeures(moment, INFORMER),
      faitLe: informeLe,
      reference: 'D5135-5',
    },
    {
      code: 'transmis',
      titre: `Votre structure prévient ${nom}`,
      limite: null,
      faitLe: transmisLe,
      reference: 'D5135-5',
    },
    {
      code: 'declare',
      titre: declarant.nous
        ? `Votre structure déclare l’accident à la caisse, comme ${declarant.qualite}`
        : `${nom} déclare l’accident à la caisse, comme ${declarant.qualite}`,
      limite: ajouterHeuresOuvrables(connu, DECLARER, alsaceMoselle),
      faitLe: declareLe,
      reference: 'D5135-5 et R441-3 du code de la sécurité sociale',
    },
  ];
  return etapes.filter(({ code }) => code !== 'transmis' || !declarant.nous);
}

/** The step to do next, with its deadline; null once the accident is declared. */
export function prochaineEtape(etapes: readonly Etape[]): Etape | null {
  if (etapes.some(({ code, faitLe }) => code === 'declare' && faitLe !== null)) return null;
  return etapes.find(({ faitLe }) => faitLe === null) ?? null;
}
