import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, formaterDate, insecables } from '../format.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { STADES } from '../nomenclatures/reseau.ts';
import { MOIS_DORMANTE, STADES_ACQUIS } from './liste.ts';

/** What the order of the priorities is read from. */
export interface Faits {
  stade: string;
  dernierEchange: DateCivile | null;
  /** Outcome and direction of that exchange, empty without any. */
  dernierResultat: string;
  dernierSens: string;
  prochaineRelance: DateCivile | null;
  silence: boolean;
  saturee: boolean;
}

/** Reasons to call, the most pressing first. */
export const MOTIFS = [
  'promesse',
  'demande',
  'accord',
  'interet',
  'fideliser',
  'reponse',
  'jamais',
  'refus',
  'sommeil',
  'suivie',
  'saturee',
  'perdue',
  'silence',
] as const;
export type Motif = (typeof MOTIFS)[number];

/** Days after which an agreement, an interest or a silence calls for news. */
const ATTENTE: Partial<Record<string, { motif: Motif; jours: number }>> = {
  accord: { motif: 'accord', jours: 14 },
  interessee: { motif: 'interet', jours: 30 },
  sans_reponse: { motif: 'reponse', jours: 21 },
  refus: { motif: 'refus', jours: 365 },
};

/** Where the oldest comes first: a promise and a faithful partner wait; elsewhere the freshest is the warmest. */
const PLUS_ANCIEN_D_ABORD: readonly Motif[] = ['promesse', 'fideliser', 'suivie'];

const acquise = (stade: string) => (STADES_ACQUIS as readonly string[]).includes(stade);

interface Bornes {
  today: DateCivile;
  /** Last day that is asleep. */
  dormante: DateCivile;
  /** Last day that has waited enough, by outcome. */
  attentes: ReadonlyMap<string, DateCivile>;
}
let connues: Bornes | null = null;

/** The days of today: worked out for each organisation, they were a third of the time a whole network takes. */
function bornesDe(today: DateCivile): Bornes {
  if (connues?.today === today) return connues;
  const attentes = Object.entries(ATTENTE).map(
    ([resultat, attente]) => [resultat, ajouterJours(today, -(attente?.jours ?? 0))] as const,
  );
  connues = { today, dormante: ajouterMois(today, -MOIS_DORMANTE), attentes: new Map(attentes) };
  return connues;
}

/** The first reason that holds; each organisation has exactly one. */
export function motifDe(faits: Faits, today: DateCivile): Motif {
  const { stade, dernierEchange, dernierResultat, dernierSens, prochaineRelance } = faits;
  if (faits.silence) return 'silence';
  if (prochaineRelance !== null && prochaineRelance <= today) return 'promesse';
  const attendue = prochaineRelance === null;
  if (attendue && dernierSens === 'entrante' && dernierResultat === 'a_suivre') return 'demande';
  if (stade === 'perdue') return 'perdue';
  if (faits.saturee) return 'saturee';
  if (!attendue) return 'suivie';
  if (dernierEchange === null) return acquise(stade) ? 'fideliser' : 'jamais';
  const bornes = bornesDe(today);
  const attente = ATTENTE[dernierResultat];
  const attendu = attente && dernierEchange <= bornes.attentes.get(dernierResultat)! ? attente.motif : null;
  if (attendu !== null && attendu !== 'refus' && attendu !== 'reponse') return attendu;
  const dormante = dernierEchange <= bornes.dormante;
  if (acquise(stade) && dormante) return 'fideliser';
  if (attendu !== null) return attendu;
  return dormante ? 'sommeil' : 'suivie';
}

/** Day the reason dates from: orders those that share one. */
const jourDe = ({ dernierEchange, prochaineRelance }: Faits, motif: Motif): DateCivile =>
  (motif === 'promesse' || (motif === 'suivie' && prochaineRelance !== null)
    ? prochaineRelance
    : dernierEchange) ?? '';

/** Compares like a text: the smaller comes first. Equal ones are left in the order of names. */
export function rangDe(
  faits: Faits,
  today: DateCivile,
): { motif: number; jour: DateCivile; ancien: boolean } {
  const motif = motifDe(faits, today);
  return {
    motif: MOTIFS.indexOf(motif),
    jour: jourDe(faits, motif),
    ancien: PLUS_ANCIEN_D_ABORD.includes(motif),
  };
}

/** `12 jours`, `7 semaines`, `8 mois`, `2 ans`: as one says it. */
export function dureeEnMots(depuis: DateCivile, today: DateCivile): string {
  const jours = ecartJours(depuis, today);
  if (jours < 21) return accorder(jours, 'jour');
  if (jours < 63) return accorder(Math.floor(jours / 7), 'semaine');
  let mois = Math.floor(jours / 31);
  while (ajouterMois(depuis, mois + 1) <= today) mois += 1;
  return mois < 24 ? `${mois} mois` : accorder(Math.floor(mois / 12), 'an');
}

/** Why an organisation comes where it does, in a few words. */
export function direPriorite(faits: Faits, today: DateCivile): string {
  const { stade, dernierEchange, prochaineRelance } = faits;
  const depuis = dernierEchange === null ? '' : dureeEnMots(dernierEchange, today);
  const dites: Record<Motif, () => string> = {
    promesse: () =>
      prochaineRelance === today
        ? 'Promis pour aujourd’hui'
        : `Promesse en retard de ${dureeEnMots(prochaineRelance!, today)}`,
    demande: () =>
      dernierEchange === today
        ? 'Elle nous a contactés aujourd’hui'
        : `Elle nous a contactés il y a ${depuis}, sans suite`,
    accord: () => `Accord donné il y a ${depuis}, rien depuis`,
    interet: () => `Intéressée il y a ${depuis}, jamais rappelée`,
    fideliser: () =>
      dernierEchange === null
        ? `${label(STADES, stade)}, aucun échange noté`
        : `${label(STADES, stade)}, sans nouvelles depuis ${depuis}`,
    reponse: () => `Sans réponse depuis ${depuis}`,
    jamais: () => 'Jamais contactée',
    refus: () => `Refus il y a ${depuis} : la situation a pu changer`,
    sommeil: () => `Sans échange depuis ${depuis}`,
    suivie: () =>
      prochaineRelance === null
        ? dernierEchange === today
          ? 'Contactée aujourd’hui'
          : `Contactée il y a ${depuis}`
        : `Suite prévue le ${formaterDate(prochaineRelance)}`,
    saturee: () => 'Très sollicitée : laissez-la souffler',
    perdue: () => 'Perdue',
    silence: () => 'Ne plus contacter',
  };
  return insecables(dites[motifDe(faits, today)]());
}
