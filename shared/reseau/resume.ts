import { z } from 'zod';
import type { DateCivile } from '../dates.ts';
import { accorder, enPhrase, formaterDate, nomCourt } from '../format.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { CONTRATS_EMBAUCHE } from '../nomenclatures/sollicitations.ts';
import { direEcheance } from '../sollicitations/regles.ts';

/** What three years with an organisation come down to, today included. */
export const resumeOrganisation = z.object({
  echanges: z.number(),
  /** Among them, those it asked for. */
  entrantes: z.number(),
  immersions: z.number(),
  /** By kind of contract, the most frequent first. */
  embauches: z.array(z.object({ contrat: z.string(), nombre: z.number() })),
  /** Whenever it was, even before the three years. */
  derniereVisite: z
    .object({ date: z.string(), auteur: z.object({ prenom: z.string(), nom: z.string() }).nullable() })
    .nullable(),
  /** Requests that led nowhere: see `sansSuite`. */
  sansSuite: z.number(),
  refus: z.number(),
  /** Most frequent cause of the refusals; empty when none was given. */
  causeRefus: z.string(),
  /** What was promised and is not done, the most urgent first. */
  promesses: z.array(
    z.object({ id: z.string(), libelle: z.string(), echeance: z.string().nullable(), evenement: z.string() }),
  ),
});
export type ResumeOrganisation = z.output<typeof resumeOrganisation>;

function direEmbauches(embauches: ResumeOrganisation['embauches']): string {
  const total = embauches.reduce((somme, { nombre }) => somme + nombre, 0);
  if (total === 0) return '';
  const [seule, ...autres] = embauches;
  const detail =
    autres.length === 0
      ? enPhrase(label(CONTRATS_EMBAUCHE, seule!.contrat))
      : embauches
          .map(({ contrat, nombre }) => `${nombre} ${enPhrase(label(CONTRATS_EMBAUCHE, contrat))}`)
          .join(', ');
  return `${accorder(total, 'embauche')} (${detail})`;
}

/** `14 échanges (5 demandes entrantes), 3 immersions, 1 embauche (CDI)`; empty when nothing happened. */
export function direTroisAns({ echanges, entrantes, immersions, embauches }: ResumeOrganisation): string {
  const entrees = entrantes > 0 ? ` (${accorder(entrantes, 'demande entrante', 'demandes entrantes')})` : '';
  return [
    echanges > 0 ? `${accorder(echanges, 'échange')}${entrees}` : '',
    immersions > 0 ? accorder(immersions, 'immersion') : '',
    direEmbauches(embauches),
  ]
    .filter(Boolean)
    .join(', ');
}

/** `Dernière visite le 12/03 par K. Brunet`; the year when it is not this one. */
export function direVisite({ derniereVisite }: ResumeOrganisation, today: DateCivile): string {
  if (!derniereVisite) return '';
  const { date, auteur } = derniereVisite;
  const jour = formaterDate(date);
  const court = date.slice(0, 4) === today.slice(0, 4) ? jour.slice(0, 5) : jour;
  return `Dernière visite le ${court}${auteur ? ` par ${nomCourt(auteur.prenom, auteur.nom)}` : ''}`;
}

/** `2 demandes restées sans suite` */
export const direSansSuite = (nombre: number): string =>
  accorder(nombre, 'demande restée sans suite', 'demandes restées sans suite');

/** `3 refus, surtout : personne pour encadrer`; `cause` is the label of the most frequent one, or empty. */
export function direRefus(nombre: number, cause: string): string {
  if (cause === '') return `${nombre} refus`;
  return `${nombre} refus${nombre > 1 ? ', surtout' : ''} : ${enPhrase(cause)}`;
}

/** `Promis : rappeler Mme Roche (en retard de 3 jours), et 2 autres choses`; empty when everything is kept. */
export function direPromesses({ promesses }: ResumeOrganisation, today: DateCivile): string {
  const [premiere, ...autres] = promesses;
  if (!premiere) return '';
  const quand = premiere.echeance ? direEcheance(premiere.echeance, today) : premiere.evenement;
  const reste = autres.length > 0 ? `, et ${accorder(autres.length, 'autre action', 'autres actions')}` : '';
  return `Promis : ${premiere.libelle} (${quand})${reste}`;
}
