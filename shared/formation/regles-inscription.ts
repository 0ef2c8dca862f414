import type { DateCivile } from '../dates.ts';
import { formaterDate } from '../format.ts';
import { STATUTS_INSCRIPTION } from '../nomenclatures/formation.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { STATUTS_MOTIVES, type StatutInscription, type StatutSession } from './statuts.ts';

/** Where each step is dated, in the order they are taken. */
export const DATES_STATUTS = {
  repere: 'repereLe',
  positionne: 'positionneLe',
  valide: 'valideLe',
  entre: 'entreLe',
  au_bout: 'auBoutLe',
  interrompu: 'interrompuLe',
  ecarte: 'ecarteLe',
} as const satisfies Record<StatutInscription, string>;

/** The steps of a registration with their days; a step that was skipped has none. */
export interface Etapes {
  statut: StatutInscription;
  repereLe: DateCivile;
  positionneLe: DateCivile | null;
  valideLe: DateCivile | null;
  entreLe: DateCivile | null;
  auBoutLe: DateCivile | null;
  interrompuLe: DateCivile | null;
  ecarteLe: DateCivile | null;
}

/** What the rules need to know of the session. */
export interface SessionDatee {
  statut: StatutSession;
  debut: DateCivile;
  fin: DateCivile;
}

/** Steps that can follow; a step may be skipped, and nobody comes out of a training without having come in. */
const SUIVANTS: Record<StatutInscription, readonly StatutInscription[]> = {
  repere: ['positionne', 'valide', 'entre', 'ecarte'],
  positionne: ['valide', 'entre', 'ecarte'],
  valide: ['entre', 'ecarte'],
  entre: ['au_bout', 'interrompu'],
  au_bout: [],
  interrompu: [],
  ecarte: [],
};

export const suivantsDe = (statut: StatutInscription): readonly StatutInscription[] => SUIVANTS[statut];

/** The one step that usually comes next, for the main button of a line. */
export const suivantUsuel = (statut: StatutInscription): StatutInscription | null =>
  statut === 'repere'
    ? 'positionne'
    : statut === 'positionne'
      ? 'valide'
      : statut === 'valide'
        ? 'entre'
        : statut === 'entre'
          ? 'au_bout'
          : null;

const ORDRE = Object.keys(DATES_STATUTS) as StatutInscription[];

/** The last step dated before the present one: where a registration goes back to. Null for the first. */
export function precedentDe(etapes: Etapes): StatutInscription | null {
  if (etapes.statut === 'repere') return null;
  const avant = ORDRE.filter(
    (statut) =>
      statut !== etapes.statut &&
      !(['au_bout', 'interrompu', 'ecarte'] as StatutInscription[]).includes(statut) &&
      ORDRE.indexOf(statut) < ORDRE.indexOf(etapes.statut) &&
      etapes[DATES_STATUTS[statut]] !== null,
  );
  return avant.at(-1) ?? 'repere';
}

/** Day of the step the registration stands at. */
export const dernierPas = (etapes: Etapes): DateCivile =>
  etapes[DATES_STATUTS[etapes.statut]] ?? etapes.repereLe;

/**
 * The steps as they can only have been when somebody came in on a day: typed after the session, those before the entry
 * are brought back to it.
 */
export function ramener(etapes: Etapes, entreLe: DateCivile): Etapes {
  const auPlus = <J extends DateCivile | null>(jour: J) => (jour !== null && jour > entreLe ? entreLe : jour);
  return {
    ...etapes,
    repereLe: auPlus(etapes.repereLe) as DateCivile,
    positionneLe: auPlus(etapes.positionneLe),
    valideLe: auPlus(etapes.valideLe),
  };
}

const borner = (jour: DateCivile, min: DateCivile, max: DateCivile): DateCivile =>
  jour < min ? min : jour > max ? max : jour;

/**
 * Day a step is dated when nobody says: the first day of the session for an entry, its last one for an end, else
 * today, or the eve of what has begun already for whoever types a past session.
 */
export function jourParDefaut(
  etapes: Etapes,
  statut: StatutInscription,
  session: SessionDatee,
  today: DateCivile,
): DateCivile {
  const voulu =
    statut === 'entre'
      ? session.debut
      : statut === 'au_bout'
        ? session.fin
        : borner(today, '', session.debut);
  const jour = statut === 'interrompu' || statut === 'ecarte' ? today : voulu;
  return borner(jour, dernierPas(etapes), today);
}

const enMots = (statut: StatutInscription) => label(STATUTS_INSCRIPTION, statut).toLowerCase();

export interface Refus {
  champ: 'statut' | 'le' | 'motif';
  phrase: string;
}

/** Why a step cannot be taken that day, in one sentence beside its field; null when it can. */
export function refusDuPas(
  etapes: Etapes,
  pas: { statut: StatutInscription; le: DateCivile; motif: string },
  session: SessionDatee,
  today: DateCivile,
): Refus | null {
  const { statut, le, motif } = pas;
  if (!suivantsDe(etapes.statut).includes(statut)) {
    const phrase =
      statut === 'au_bout' || statut === 'interrompu'
        ? 'Notez d’abord l’entrée en formation.'
        : `De « ${enMots(etapes.statut)} », on ne passe pas à « ${enMots(statut)} ».`;
    return { champ: 'statut', phrase };
  }
  if (session.statut === 'annulee' && statut !== 'ecarte' && statut !== 'interrompu')
    return { champ: 'statut', phrase: 'Cette session est annulée : personne n’y entre plus.' };
  const avant = dernierPas(etapes);
  if (le > today) return { champ: 'le', phrase: 'Cette étape ne peut pas être datée dans le futur.' };
  if (le < avant)
    return {
      champ: 'le',
      phrase: `L’étape d’avant (${enMots(etapes.statut)}) date du ${formaterDate(avant)}.`,
    };
  if (statut === 'entre' && le < session.debut)
    return { champ: 'le', phrase: `La session commence le ${formaterDate(session.debut)}.` };
  if ((statut === 'entre' || statut === 'interrompu') && le > session.fin)
    return { champ: 'le', phrase: `La session finit le ${formaterDate(session.fin)}.` };
  if ((STATUTS_MOTIVES as readonly string[]).includes(statut) && motif === '')
    return { champ: 'motif', phrase: 'Choisissez la raison : le bilan la compte.' };
  return null;
}

/** Whether a result is expected at the end: a certification aimed at, or a kind of training that delivers one. */
export const viseUnResultat = ({ genre, certification }: { genre: string; certification: string }): boolean =>
  certification !== '' || genre === 'certifiante' || genre === 'habilitation';

/** Why a result cannot be kept, null when it can. */
export function refusDuResultat(
  etapes: Etapes,
  { resultat, le }: { resultat: string; le: DateCivile | null },
  today: DateCivile,
): (Omit<Refus, 'champ'> & { champ: 'resultat' | 'le' }) | null {
  if (resultat === '') return null;
  if (etapes.statut !== 'au_bout' && etapes.statut !== 'interrompu')
    return {
      champ: 'resultat',
      phrase: 'Le résultat se note quand la formation est finie pour la personne.',
    };
  if (le !== null && le > today)
    return { champ: 'le', phrase: 'Un résultat ne peut pas être daté dans le futur.' };
  if (le !== null && etapes.entreLe !== null && le < etapes.entreLe)
    return { champ: 'le', phrase: `La personne est entrée le ${formaterDate(etapes.entreLe)}.` };
  return null;
}
