import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte } from '../champs.ts';
import type { DateCivile } from '../dates.ts';
import type { Champs } from '../erreurs.ts';
import { formaterDate } from '../format.ts';
import { DECISIONS, OBJECTIFS_ATTEINTS, REALISATIONS } from '../nomenclatures/immersions.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { CONTRATS_EMBAUCHE } from '../nomenclatures/sollicitations.ts';
import { ecriture, lecture } from '../operation.ts';
import { ligneEmbauche } from '../sollicitations/embauche.ts';
import { evaluationDecouverte, evaluationSaisie, evaluationValidation } from './grilles.ts';
import type { JourPresent } from './horaires.ts';
import type { Statut } from './schema.ts';

const bilan = {
  realisation: z.enum(['', ...codes(REALISATIONS)]),
  avisSalarie: texte(4000),
  avisAccueil: texte(4000),
  avisStructure: texte(4000),
  objectifs: z.enum(['', ...codes(OBJECTIFS_ATTEINTS)]),
  decision: z.enum(['', ...codes(DECISIONS)]),
  suite: texte(2000),
  /** Day the three met. */
  date: dateOptionnelle,
};

export const bilanSaisie = z.strictObject({ id, ...bilan });
export type BilanSaisie = Omit<z.output<typeof bilanSaisie>, 'id'>;

export const BILAN_VIDE: BilanSaisie = {
  realisation: '',
  avisSalarie: '',
  avisAccueil: '',
  avisStructure: '',
  objectifs: '',
  decision: '',
  suite: '',
  date: null,
};

/** A hire that came out of the immersion; the person is the one of the immersion. */
export const embaucheDuBilan = z.strictObject({
  id,
  organisationId: id,
  date: dateCivile,
  contrat: z.enum(codes(CONTRATS_EMBAUCHE), { error: 'Choisissez le contrat.' }),
  metier: texte(160).default(''),
  note: texte(1000).default(''),
});

const heures = z.object({
  minutesPrevues: z.number(),
  joursPrevus: z.number(),
  minutesFaites: z.number(),
  joursFaits: z.number(),
  /** Planned and not done, day by day: extra hours of another day make up for nothing. */
  minutesManquees: z.number(),
  /** Last day with hours done. */
  dernierJour: z.string().nullable(),
});
export type Heures = z.output<typeof heures>;

export const bilanLu = z.object({
  ...bilan,
  /** Day it was closed. */
  faitLe: z.string().nullable(),
  heures,
  decouverte: evaluationDecouverte.nullable(),
  validation: evaluationValidation.nullable(),
  embauche: ligneEmbauche.nullable(),
  /** Hires of the person noted since the immersion began, that the bilan could be about. */
  embauchesConnues: z.array(ligneEmbauche),
  /** Why it cannot be written yet, in one sentence; empty when it can. */
  obstacle: z.string(),
});
export type BilanLu = z.output<typeof bilanLu>;

const TABLES = ['immersion', 'salarie', 'organisation', 'embauche'] as const;
const cle = z.strictObject({ id });

export const bilanContrat = {
  /** The bilan as it stands, with both grids, the real hours and the hire. */
  'immersions.bilan': lecture(cle, bilanLu, TABLES),
  /** From the last day on, or once stopped before. A no-show keeps neither objectifs, decision nor views of the two. */
  'immersions.saveBilan': ecriture(bilanSaisie, z.object({}), ['immersion']),
  /** Refused beside each field that the minimum lacks. `le` puts back the day it was closed before. */
  'immersions.closeBilan': ecriture(z.strictObject({ id, le: dateOptionnelle }), z.object({}), ['immersion']),
  'immersions.reopenBilan': ecriture(cle, z.object({}), ['immersion']),
  /** An old grid goes on with the questions it was begun with. */
  'immersions.saveEvaluation': ecriture(evaluationSaisie, z.object({ version: z.string() }), ['immersion']),
  /** Empties a grid; `saveEvaluation` puts it back. */
  'immersions.clearEvaluation': ecriture(
    z.strictObject({ id, genre: z.enum(['decouverte', 'validation']) }),
    z.object({}),
    ['immersion'],
  ),
  /** Notes the hire, or corrects the one the bilan holds already. */
  'immersions.saveEmbauche': ecriture(embaucheDuBilan, z.object({ embaucheId: z.string() }), [
    'immersion',
    'embauche',
  ]),
  /** Says which hire came out of the immersion, among those noted; null says none, and leaves the hire as it is. */
  'immersions.linkEmbauche': ecriture(z.strictObject({ id, embaucheId: id.nullable() }), z.object({}), [
    'immersion',
  ]),
};

/** What of an immersion its bilan depends on. */
export interface ImmersionAClore {
  statut: Statut;
  debut: DateCivile | null;
  fin: DateCivile | null;
  finPrevue: DateCivile | null;
  /** It renews another one already. */
  renouvelleId: string | null;
}

/** Why a bilan cannot be written yet, in one sentence; empty when it can. */
export function obstacleBilan({ statut, fin, finPrevue }: ImmersionAClore, today: DateCivile): string {
  if (statut === 'brouillon')
    return 'La convention est encore un brouillon : le bilan s’écrit une fois l’immersion faite.';
  if (statut === 'annulee' || statut === 'refusee')
    return 'L’immersion n’a pas eu lieu : elle n’appelle pas de bilan.';
  if (finPrevue === null && statut !== 'terminee' && fin !== null && fin > today)
    return `L’immersion dure jusqu’au ${formaterDate(fin)} : le bilan s’écrit le dernier jour. Si elle s’est arrêtée, notez-le d’abord.`;
  return '';
}

/** What contradicts what is known of the immersion, by field. */
export function fautesBilan(saisie: BilanSaisie, immersion: ImmersionAClore, today: DateCivile): Champs {
  const { realisation, decision, date } = saisie;
  const { debut, fin, finPrevue, renouvelleId } = immersion;
  const champs: Champs = {};
  if (realisation === 'complete' && finPrevue !== null) {
    champs.realisation = `Elle s’est arrêtée le ${formaterDate(fin)} au lieu du ${formaterDate(finPrevue)} : elle est faite en partie.`;
  }
  if (decision === 'renouvellement' && renouvelleId !== null) {
    champs.decision = 'Cette immersion en renouvelle déjà une autre : elle ne se renouvelle pas.';
  }
  if (date !== null && date > today) champs.date = 'Ce jour n’est pas encore venu.';
  if (date !== null && debut !== null && date < debut)
    champs.date = `L’immersion commence le ${formaterDate(debut)}.`;
  return champs;
}

/** What closing still needs, one sentence a field. */
export function manquesBilan(saisie: BilanSaisie, { minutesManquees }: Heures): Champs {
  const { realisation, objectifs, decision, avisSalarie, avisAccueil, date } = saisie;
  if (realisation === '') return { realisation: 'Dites comment l’immersion s’est passée.' };
  if (realisation === 'absente') return {};
  const champs: Champs = {};
  if (realisation === 'partielle' && minutesManquees === 0)
    champs.realisation = 'Aucune heure ne manque aux présences : notez les absences dans Suivi.';
  if (objectifs === '') champs.objectifs = 'Dites si les objectifs sont atteints.';
  if (date === null) champs.date = 'Indiquez le jour du bilan.';
  if (avisSalarie === '') champs.avisSalarie = 'Notez ce que la personne en dit.';
  if (avisAccueil === '') champs.avisAccueil = 'Notez ce que l’accueil en dit.';
  if (decision === '') champs.decision = 'Choisissez ce qui est décidé.';
  return champs;
}

/**
 * Hours planned and done. `prevus` runs to the day first agreed, and `dernier` is the day it was stopped, if it was; a
 * recorded presence has the last word on its day. Nobody came: nothing was done, whatever the presences say.
 */
export function compterHeures(
  prevus: readonly JourPresent[],
  presences: readonly { date: DateCivile; minutes: number }[],
  { dernier, absente }: { dernier: DateCivile | null; absente: boolean },
): Heures {
  const dues = new Map(prevus.map(({ date, minutes }) => [date, minutes]));
  const faites = new Map(absente ? [] : [...dues].filter(([date]) => dernier === null || date <= dernier));
  if (!absente) {
    for (const { date, minutes } of presences) {
      if (dernier === null || date <= dernier) faites.set(date, minutes);
    }
  }
  const jours = [...faites].filter(([, minutes]) => minutes > 0).map(([date]) => date);
  const somme = (minutes: Iterable<number>) => [...minutes].reduce((total, partie) => total + partie, 0);
  return {
    minutesPrevues: somme(dues.values()),
    joursPrevus: dues.size,
    minutesFaites: somme(faites.values()),
    joursFaits: jours.length,
    minutesManquees: somme([...dues].map(([date, due]) => Math.max(0, due - (faites.get(date) ?? 0)))),
    dernierJour: jours.toSorted().at(-1) ?? null,
  };
}

/** How it went, as far as its dates and its presences tell; the person decides. */
export function realisationProposee(
  { finPrevue }: ImmersionAClore,
  { minutesPrevues, minutesFaites, minutesManquees }: Heures,
): BilanSaisie['realisation'] {
  if (minutesPrevues > 0 && minutesFaites === 0) return 'absente';
  return finPrevue !== null || minutesManquees > 0 ? 'partielle' : 'complete';
}
