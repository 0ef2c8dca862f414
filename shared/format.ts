import type { DateCivile } from './dates.ts';
import { chiffres } from './normaliser.ts';

export const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

export const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** `2026-04-06` → `06/04/2026`; absent → empty text. */
export function formaterDate(date: DateCivile | null | undefined): string {
  if (!date) return '';
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `2026-04-06` → `lundi 6 avril 2026`. */
export function formaterDateLongue(date: DateCivile): string {
  const [annee, mois, jour] = date.split('-').map(Number) as [number, number, number];
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.UTC(annee, mois - 1, jour),
  );
}

/** `2026-04-06` → `lundi 6 avril`, for days close enough to need no year. */
export function formaterJour(date: DateCivile): string {
  return formaterDateLongue(date).replace(/ \d{4}$/, '');
}

/** `2026-04-06` → `lun. 06/04`. */
export function formaterJourCourt(date: DateCivile): string {
  return `${formaterDateLongue(date).slice(0, 3)}. ${formaterDate(date).slice(0, 5)}`;
}

/** Digits only → `123 456 789 01234`. */
export function formaterSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
}

/** Number of a PASS IAE, digits only → `99999 26 12345`. */
export function formaterPass(numero: string): string {
  return numero.replace(/^(\d{5})(\d{2})(\d{5})$/, '$1 $2 $3');
}

/** Stored form (`0612345678`, `+4938…`) → `06 12 34 56 78`, `+49 38 …`. */
export function formaterTelephone(telephone: string): string {
  if (telephone.startsWith('+')) return `+${chiffres(telephone).replace(/(\d{2})(?=\d)/g, '$1 ')}`;
  return telephone.replace(/(\d{2})(?=\d)/g, '$1 ');
}

/** Minutes → `7 h`, `7 h 30`, `0 h`. */
export function formaterDuree(minutes: number): string {
  const heures = Math.trunc(minutes / 60);
  const reste = minutes % 60;
  return reste === 0
    ? `${formaterNombre(heures)} h`
    : `${formaterNombre(heures)} h ${String(reste).padStart(2, '0')}`;
}

/** Minutes since midnight → `9 h`, `13 h 30`. */
export function formaterHeure(minutes: number): string {
  const reste = minutes % 60;
  return `${Math.trunc(minutes / 60)}\u00a0h${reste ? `\u00a0${String(reste).padStart(2, '0')}` : ''}`;
}

const formateurs = new Map<number, Intl.NumberFormat>();

/** French grouping and decimal comma; `decimales` is the exact number of digits after the comma. */
export function formaterNombre(valeur: number, decimales = 0): string {
  // Making a formatter costs a hundred times its use, and screens format at each key.
  let formateur = formateurs.get(decimales);
  if (!formateur) {
    formateur = new Intl.NumberFormat('fr-FR', {
      minimumFractionDigits: decimales,
      maximumFractionDigits: decimales,
    });
    formateurs.set(decimales, formateur);
  }
  return formateur.format(valeur);
}

/** `part / base` as a whole percentage; a dash when the base is empty: a rate without base says nothing. */
export function formaterTaux(part: number, base: number): string {
  return base === 0 ? '—' : `${formaterNombre(Math.round((part / base) * 100))} %`;
}

/** Chooses the French plural: 0 and 1 are singular. `accorder(3, 'échange')` → `3 échanges`. */
export function accorder(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${formaterNombre(nombre)} ${Math.abs(nombre) < 2 ? singulier : pluriel}`;
}

/** A phrase as it starts a cell or a line. */
export const majuscule = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1);

/** A label inside a sentence: `Intérim` → `intérim`; an acronym keeps its capitals (`CDI`). */
export function enPhrase(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** `karine`, `brunet` → `K. Brunet`; keeps compound first names short: `Jean-Marc` → `J.-M.`. */
export function nomCourt(prenom: string, nom: string): string {
  const initiales = prenom
    .split('-')
    .map((partie) => partie.trim().charAt(0).toUpperCase())
    .filter(Boolean)
    .map((initiale) => `${initiale}.`)
    .join('-');
  return [initiales, nom].filter(Boolean).join(' ');
}

/** French spacing as it is printed: no line break before « : ; ? ! % » nor inside quotes. */
export function insecables(phrase: string): string {
  return phrase.replace(/ (?=[:;?!»%])/g, '\u00a0').replace(/« /g, '«\u00a0');
}
