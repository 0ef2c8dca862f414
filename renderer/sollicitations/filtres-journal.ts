import { periodeDe } from '../../shared/bilans/regles.ts';
import { ajouterJours, ajouterMois, type DateCivile } from '../../shared/dates.ts';
import { type JournalFiltres, journalFiltres } from '../../shared/sollicitations/journal.ts';
import { filtresAdresse, useFiltresAdresse } from '../app/filtres-adresse.ts';

const ADRESSE = filtresAdresse(journalFiltres);

export type Changer = (changements: Partial<JournalFiltres>) => void;

/** Filters of the journal, kept in the address. */
export const useFiltresJournal = () => useFiltresAdresse(ADRESSE);

/** True when the whole journal is asked for. */
export const sansFiltre = (filtres: JournalFiltres): boolean => ADRESSE.ecrire(filtres).size === 0;

interface VuePrete {
  nom: string;
  filtres: Partial<JournalFiltres>;
}

const SANS_VUE: Partial<JournalFiltres> = { sens: '', resultat: '', cause: '' };

/** What one looks for most often, one click away. */
export const VUES: readonly VuePrete[] = [
  { nom: 'Toutes', filtres: SANS_VUE },
  { nom: 'Demandes entrantes', filtres: { ...SANS_VUE, sens: 'entrante' } },
  { nom: 'Sans réponse', filtres: { ...SANS_VUE, resultat: 'sans_reponse' } },
  { nom: 'Refus', filtres: { ...SANS_VUE, resultat: 'refus' } },
  { nom: 'Demandes non honorées', filtres: { ...SANS_VUE, resultat: 'non_honoree' } },
];

export function estVue({ filtres: vue }: VuePrete, filtres: JournalFiltres): boolean {
  return filtres.sens === vue.sens && filtres.resultat === vue.resultat;
}

/** Periods that are asked for by their name. */
export const PERIODES = ['mois', 'trimestre', 'annee', 'annee_passee', 'trois_ans'] as const;
export type NomPeriode = (typeof PERIODES)[number];

export const LIBELLES_PERIODE: Record<NomPeriode, string> = {
  mois: 'Ce mois-ci',
  trimestre: 'Ce trimestre',
  annee: 'Cette année',
  annee_passee: 'L’année dernière',
  trois_ans: 'Trois dernières années',
};

/** First and last day of a named period. */
export function bornesDe(nom: NomPeriode, today: DateCivile): { du: DateCivile; au: DateCivile } {
  switch (nom) {
    case 'mois': {
      const du = `${today.slice(0, 8)}01`;
      return { du, au: ajouterJours(ajouterMois(du, 1), -1) };
    }
    case 'trimestre':
    case 'annee': {
      const { debut, fin } = periodeDe(nom, today);
      return { du: debut, au: fin };
    }
    case 'annee_passee': {
      const { debut, fin } = periodeDe('annee', ajouterMois(today, -12));
      return { du: debut, au: fin };
    }
    case 'trois_ans':
      return { du: ajouterJours(ajouterMois(today, -36), 1), au: today };
  }
}

/** The name of a period when it has one. */
export function nomDe({ du, au }: Pick<JournalFiltres, 'du' | 'au'>, today: DateCivile): NomPeriode | null {
  return (
    PERIODES.find((nom) => {
      const bornes = bornesDe(nom, today);
      return bornes.du === du && bornes.au === au;
    }) ?? null
  );
}
