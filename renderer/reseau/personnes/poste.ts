import { normaliser } from '../../../shared/normaliser.ts';

interface Poste {
  qualite: string;
  intitule: string;
  debut: string | null;
  fin: string | null;
}

/** `Dirigeant · gérante`; the words of the person alone when they say the same. */
export function direPoste({ qualite, intitule }: Poste, libelle: (code: string) => string): string {
  const nom = qualite === '' ? '' : libelle(qualite);
  if (intitule === '' || normaliser(nom).includes(normaliser(intitule))) return nom || intitule;
  return nom === '' || normaliser(intitule).includes(normaliser(nom)) ? intitule : `${nom} · ${intitule}`;
}

/** `depuis 2020`, `2018–2024`, `parti en 2024`; empty when no date is known. */
export function direDates({ debut, fin }: Poste, depart: string): string {
  const annee = (date: string) => date.slice(0, 4);
  if (fin !== null && debut !== null) return `${annee(debut)}–${annee(fin)}`;
  if (fin !== null) return `${depart} ${annee(fin)}`;
  return debut === null ? '' : `depuis ${annee(debut)}`;
}

/** Of someone who left: « parti », « partie », or neither when the title is not known. */
export function parti(civilite: string): string {
  return civilite === 'Mme' ? 'partie en' : civilite === 'M.' ? 'parti en' : 'départ en';
}
