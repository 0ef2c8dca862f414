import type { DateCivile } from '../../dates.ts';
import { accorder, formaterDate, formaterDuree } from '../../format.ts';
import type { Structure } from '../../parametres/schema.ts';
import { direDates, nomAdministratif } from '../immersion/commun.tsx';
import { Mentions } from '../page-a4.tsx';

/** What every paper of a session says of the training; frozen with the rest when it is issued. */
export interface ReperesSession {
  structure: Structure;
  numero: string;
  formation: string;
  /** Empty when the structure trains by itself. */
  organisme: string;
  formateur: string;
  lieu: string;
  debut: DateCivile;
  fin: DateCivile;
  /** Hours of a trainee who follows it whole. */
  minutes: number;
  referent: { nom: string; fonction: string } | null;
}

/** Whom a paper is about. */
export interface Stagiaire {
  prenom: string;
  nom: string;
  sexe: string;
}

/** A half-day as it is planned; times in minutes since midnight. */
export interface DemiJournee {
  date: DateCivile;
  demi: string;
  debut: number;
  fin: number;
}

export const titreStagiaire = (
  nom: string,
  { numero, stagiaire }: { numero: string; stagiaire: Stagiaire },
) => `${nom} ${numero} ${stagiaire.nom}`;

/** Who teaches, as the papers name it. */
export const nomOrganisme = ({ organisme, structure }: ReperesSession) =>
  organisme || structure.raisonSociale;

/** `du 02/03/2026 au 13/03/2026`, or the one day. */
export const datesSession = (d: { debut: DateCivile; fin: DateCivile }) =>
  d.debut === d.fin ? `le ${formaterDate(d.debut)}` : direDates(d);

/** Planned minutes of some half-days. */
export const minutesDe = (demies: readonly { debut: number; fin: number }[]) =>
  demies.reduce((somme, { debut, fin }) => somme + fin - debut, 0);

/** Dates and hours on one line. */
export function periodeSession(d: ReperesSession, jours?: number): string {
  return [datesSession(d), jours && accorder(jours, 'jour'), d.minutes > 0 && formaterDuree(d.minutes)]
    .filter(Boolean)
    .join(' · ');
}

/** Who follows what, where and when, at the head of a paper about one trainee. */
export function RappelSession({ d }: { d: ReperesSession & { stagiaire: Stagiaire } }) {
  return (
    <Mentions
      lignes={[
        ['Stagiaire', nomAdministratif(d.stagiaire)],
        ['Formation', d.formation],
        ['Période', periodeSession(d)],
        ['Organisme', [nomOrganisme(d), d.formateur].filter(Boolean).join(', ')],
        ['Lieu', d.lieu],
      ]}
    />
  );
}
