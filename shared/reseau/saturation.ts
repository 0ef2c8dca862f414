import { z } from 'zod';
import { id } from '../champs.ts';
import { ajouterJours, ajouterMois, type DateCivile } from '../dates.ts';
import { accorder, formaterDate, insecables, MOIS } from '../format.ts';

/** How much the structure asks of an organisation before it lets it breathe; in the settings. */
export const saturationReglage = z.strictObject({
  /** Months looked back on. */
  mois: z
    .int({ error: 'Indiquez un nombre entier de mois.' })
    .min(1, 'Comptez sur 1 mois au moins.')
    .max(36, 'Comptez sur 36 mois au plus.'),
  /** Requests from which the organisation is asked too much. */
  seuil: z
    .int({ error: 'Indiquez un nombre entier de demandes.' })
    .min(1, 'L’alerte commence à 1 demande au moins.')
    .max(50, 'L’alerte commence à 50 demandes au plus.'),
  /** What one immersion counts for, in requests; 0 leaves immersions out. */
  poidsImmersion: z
    .int({ error: 'Indiquez un nombre entier.' })
    .min(0, 'Une immersion compte pour 0 demande au moins.')
    .max(5, 'Une immersion compte pour 5 demandes au plus.'),
  /** Part of the threshold from which it is often asked. */
  alerteA: z.number().min(0.1).max(1),
});
export type SaturationReglage = z.output<typeof saturationReglage>;

export const SATURATION_DEFAUT: SaturationReglage = { mois: 6, seuil: 5, poidsImmersion: 1, alerteA: 0.6 };

export const NIVEAUX_SATURATION = ['calme', 'soutenue', 'saturee'] as const;

export const saturationSortie = z.object({
  niveau: z.enum(NIVEAUX_SATURATION),
  demandes: z.number(),
  immersions: z.number(),
  /** Requests and immersions together, as the settings weigh them. */
  charge: z.number(),
  seuil: z.number(),
  mois: z.number(),
  /** One more request would reach the threshold. */
  limite: z.boolean(),
  derniere: z.object({ date: z.string(), auteur: z.string().nullable() }).nullable(),
  /** First day it will be under the threshold again, if nothing is asked until then. */
  jusquAu: z.string().nullable(),
  phrase: z.string(),
});
export type Saturation = z.output<typeof saturationSortie>;

export const saturationsDemande = z.strictObject({ organisationIds: z.array(id).max(5000) });
export const saturationsSortie = z.array(
  saturationSortie.extend({ organisationId: z.string(), nom: z.string() }),
);
export type SaturationOrganisation = z.output<typeof saturationsSortie>[number];

/** An outgoing exchange that asked for something: it carries a nature. */
export interface Demande {
  date: DateCivile;
  /** `K. Brunet`; null when nobody signed it. */
  auteur: string | null;
}

/** An immersion begun there, from its first day to its last. */
export interface Accueil {
  debut: DateCivile;
  fin: DateCivile;
}

/** What is dated this day, or before, is forgotten. */
export const debutFenetre = (today: DateCivile, mois: number): DateCivile => ajouterMois(today, -mois);

/** What a load means; the threshold and the part of it that alerts are in the settings. */
export const niveauDe = (
  charge: number,
  { seuil, alerteA }: Pick<SaturationReglage, 'seuil' | 'alerteA'>,
): Saturation['niveau'] => (charge >= seuil ? 'saturee' : charge >= alerteA * seuil ? 'soutenue' : 'calme');

/** First day on which something of this date is forgotten. Months are not of one length: 31/08 goes on 01/03. */
function oubliLe(date: DateCivile, mois: number): DateCivile {
  let jour = ajouterMois(date, mois);
  while (debutFenetre(jour, mois) < date) jour = ajouterJours(jour, 1);
  return jour;
}

/** `4 mai`, with the year when it is another one. */
function jourEnLettres(date: DateCivile, today: DateCivile): string {
  const jour = Number(date.slice(8));
  const annee = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${jour === 1 ? '1er' : jour} ${MOIS[Number(date.slice(5, 7)) - 1]}${annee}`;
}

/** `12/03`, with the year when it is another one. */
const jourCourt = (date: DateCivile, today: DateCivile) =>
  date.slice(0, 4) === today.slice(0, 4) ? formaterDate(date).slice(0, 5) : formaterDate(date);

function compteEnMots(demandes: number, immersions: number, poids: number): string {
  const parties = [
    demandes > 0 ? accorder(demandes, 'demande') : '',
    immersions > 0 && poids > 0
      ? accorder(immersions, 'immersion') +
        (poids > 1 ? ` (${immersions > 1 ? 'chacune ' : ''}comptée pour ${poids})` : '')
      : '',
  ];
  return parties.filter(Boolean).join(' et ') || 'Aucune demande';
}

/**
 * How much an organisation was asked of late. Counted: its outgoing exchanges with a nature, and the immersions it
 * hosted at some moment of the window. Nothing forbids to ask again: it says what one should know before.
 */
export function mesurerSaturation(
  demandes: readonly Demande[],
  immersions: readonly Accueil[],
  reglage: SaturationReglage,
  today: DateCivile,
): Saturation {
  const { mois, seuil, poidsImmersion } = reglage;
  const depuis = debutFenetre(today, mois);
  const posees = demandes.filter(({ date }) => date > depuis && date <= today);
  const accueillies = immersions.filter(({ debut, fin }) => debut <= today && fin > depuis);
  const charge = posees.length + accueillies.length * poidsImmersion;
  const niveau = niveauDe(charge, reglage);
  const derniere = posees.reduce<Demande | null>(
    (plusRecente, demande) => (plusRecente && plusRecente.date >= demande.date ? plusRecente : demande),
    null,
  );
  const commun = {
    niveau,
    demandes: posees.length,
    immersions: accueillies.length,
    charge,
    seuil,
    mois,
    derniere,
  } as const;
  const compte = compteEnMots(posees.length, accueillies.length, poidsImmersion);
  if (niveau === 'saturee') {
    const departs = [
      ...posees.map(({ date }) => ({ jour: oubliLe(date, mois), poids: 1 })),
      ...accueillies.map(({ fin }) => ({ jour: oubliLe(fin, mois), poids: poidsImmersion })),
    ].sort((a, b) => a.jour.localeCompare(b.jour));
    let reste = charge;
    let jusquAu = today;
    for (const { jour, poids } of departs) {
      if (reste < seuil) break;
      reste -= poids;
      jusquAu = jour;
    }
    const qui = derniere
      ? `, la dernière${accueillies.length > 0 && poidsImmersion > 0 ? ' demande' : ''} le ${jourCourt(derniere.date, today)}${derniere.auteur ? ` par ${derniere.auteur}` : ''}`
      : '';
    return {
      ...commun,
      limite: true,
      jusquAu,
      phrase: insecables(
        `${compte} en ${mois} mois${qui} : laissez-la souffler jusqu’au ${jourEnLettres(jusquAu, today)}.`,
      ),
    };
  }
  const limite = charge + 1 >= seuil;
  const suite = limite ? 'Une demande de plus atteindrait l’alerte.' : 'Vous pouvez proposer une immersion.';
  return {
    ...commun,
    limite,
    jusquAu: null,
    phrase: insecables(`${compte} en ${mois} mois ; alerte à ${seuil}. ${suite}`),
  };
}
