import type { DateCivile } from '../dates.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import type { CategorieSortie } from '../nomenclatures/sorties.ts';
import { CATEGORIES_SORTIE, CONTRATS_SORTIE, MOTIFS_SORTIE } from '../nomenclatures/sorties.ts';

/** How the structure reads a motif from a day on: a shipped one otherwise, or one of its own. */
export interface LecturePropre {
  code: string;
  depuis: DateCivile;
  label: string;
  categorie: CategorieSortie;
  source: string;
  /** No longer offered from that day on. */
  retire: boolean;
}

/** A motif as it reads on a day. */
export interface MotifLu {
  code: string;
  label: string;
  categorie: CategorieSortie;
  /** What is not certain about its category; a reading of the structure's own has settled it. */
  doute: string;
  source: string;
  retire: boolean;
  /** First day of the structure's own reading; null when the shipped one applies. */
  depuis: DateCivile | null;
  /** Made by the structure: nothing shipped carries this code. */
  propre: boolean;
}

const LIVRES = new Map(MOTIFS_SORTIE.map((motif) => [motif.code, motif]));

const propreLu = ({ code, depuis, label, categorie, source, retire }: LecturePropre): MotifLu => ({
  code,
  label,
  categorie,
  doute: '',
  source,
  retire,
  depuis,
  propre: !LIVRES.has(code),
});

/**
 * A motif as it reads on a day: the last reading of the structure's own that has begun, else the shipped one. A motif of
 * the structure's own reads as it first did on the days before it: an exit never loses its category. Null when unknown.
 */
export function motifAu(code: string, date: DateCivile, propres: readonly LecturePropre[]): MotifLu | null {
  const siennes = propres
    .filter((propre) => propre.code === code)
    .sort((a, b) => a.depuis.localeCompare(b.depuis));
  const lue = siennes.findLast(({ depuis }) => depuis <= date);
  if (lue) return propreLu(lue);
  const livre = LIVRES.get(code);
  if (livre) return { ...livre, source: 'ASP', retire: false, depuis: null, propre: false };
  return siennes[0] ? propreLu(siennes[0]) : null;
}

/** Category of an exit, that of its motif on its day; never typed. */
export const categorieDe = (
  code: string,
  date: DateCivile,
  propres: readonly LecturePropre[],
): CategorieSortie => motifAu(code, date, propres)?.categorie ?? 'autre';

/** Every motif as it reads on a day, the shipped ones first; those that do not exist yet are left out. */
export function motifsAu(date: DateCivile, propres: readonly LecturePropre[]): MotifLu[] {
  const nes = propres.filter(({ code, depuis }) => !LIVRES.has(code) && depuis <= date);
  const codes = [...LIVRES.keys(), ...new Set(nes.map(({ code }) => code))];
  return codes.map((code) => motifAu(code, date, propres)!);
}

/** One of the three that make the dynamic exits. */
export const estDynamique = (categorie: CategorieSortie): boolean =>
  CATEGORIES_SORTIE.valeurs.find(({ code }) => code === categorie)?.parent === 'dynamique';

/** Months from which a job is counted as lasting. */
export const DUREE_DURABLE = 6;

type ContratSortie = (typeof CONTRATS_SORTIE)['valeurs'][number]['code'];

/** What a shipped motif says of the contract found; the others say nothing of it. */
interface Attendu {
  contrats: readonly ContratSortie[];
  /** The contract has no end, so no length. */
  sansTerme?: true;
  /** Months, at least or below. */
  min?: number;
  sous?: number;
}

const SANS_EMPLOI: Attendu = { contrats: [] };
const ATTENDUS: Readonly<Record<string, Attendu>> = {
  '1': { contrats: ['cdi'], sansTerme: true },
  '3': { contrats: ['cdi'], sansTerme: true },
  '13': { contrats: ['cdi', 'aide'], sansTerme: true },
  '96': { contrats: ['cdi', 'siae'], sansTerme: true },
  '9': { contrats: ['cdd', 'interim', 'alternance'], min: DUREE_DURABLE },
  '10': { contrats: ['cdd', 'interim', 'alternance'], sous: DUREE_DURABLE },
  '11': { contrats: ['fonction_publique', 'cdi', 'cdd'] },
  '4': { contrats: ['creation'], sansTerme: true },
  '14': { contrats: ['aide'] },
  '2': { contrats: ['siae'] },
  '5': { contrats: ['alternance'] },
  '15': SANS_EMPLOI,
  '7': SANS_EMPLOI,
  '6': SANS_EMPLOI,
  '8': SANS_EMPLOI,
  '16': SANS_EMPLOI,
  '17': SANS_EMPLOI,
  '18': SANS_EMPLOI,
  '19': SANS_EMPLOI,
  '21': SANS_EMPLOI,
  '22': SANS_EMPLOI,
};

/** Contracts that go with a motif; none when it is not towards a job. */
export const contratsDe = (motif: string): readonly ContratSortie[] =>
  ATTENDUS[motif]?.contrats ?? CONTRATS_SORTIE.valeurs.map(({ code }) => code);

/** Whether the length of the contract found is worth asking. */
export const aUneDuree = (motif: string, contrat: string): boolean =>
  contratsDe(motif).length > 0 && !ATTENDUS[motif]?.sansTerme && contrat !== 'cdi' && contrat !== 'creation';

interface ContratTrouve {
  motif: string;
  contrat: string;
  dureeMois: number | null;
}

/** What a motif and the contract found say against each other, beside the field to correct; null when they agree. */
export function contradiction({
  motif,
  contrat,
  dureeMois,
}: ContratTrouve): { champ: 'contrat' | 'dureeMois'; phrase: string } | null {
  const attendu = ATTENDUS[motif];
  if (contrat !== '' && attendu && !(attendu.contrats as readonly string[]).includes(contrat)) {
    const phrase =
      attendu.contrats.length === 0
        ? 'Ce motif n’est pas une sortie vers un emploi : retirez le contrat, ou changez de motif.'
        : `Le motif ne va pas avec ce contrat : il attend ${enOu(attendu.contrats)}.`;
    return { champ: 'contrat', phrase };
  }
  if (dureeMois === null) return null;
  const refus = (phrase: string) => ({ champ: 'dureeMois' as const, phrase });
  const duree = `${dureeMois} mois`;
  if (!aUneDuree(motif, contrat)) return refus('Ce motif n’a pas de durée de contrat : laissez-la vide.');
  if (attendu?.min !== undefined && dureeMois < attendu.min)
    return refus(
      `${duree} de contrat, et un motif de ${attendu.min} mois ou plus : l’un des deux est à corriger.`,
    );
  if (attendu?.sous !== undefined && dureeMois >= attendu.sous)
    return refus(
      `${duree} de contrat, et un motif de moins de ${attendu.sous} mois : l’un des deux est à corriger.`,
    );
  return null;
}

const enOu = (contrats: readonly ContratSortie[]) =>
  contrats.map((code) => `« ${label(CONTRATS_SORTIE, code)} »`).join(' ou ');

/** What an exit towards a job does not say yet, and a control may ask. */
export function manques({ motif, dureeMois }: Pick<ContratTrouve, 'motif' | 'dureeMois'>): string[] {
  const attendu = ATTENDUS[motif];
  if ((attendu?.min ?? attendu?.sous) === undefined || dureeMois !== null) return [];
  return [`La durée du contrat trouvé n’est pas dite : à ${DUREE_DURABLE} mois, l’emploi devient durable.`];
}

/** Contract of the hire that an exit is, as the employer's sheet keeps it; null when it is not one. */
export function contratEmbauche({ motif, contrat, dureeMois }: ContratTrouve): string | null {
  const long = (dureeMois ?? (motif === '9' ? DUREE_DURABLE : 0)) >= DUREE_DURABLE;
  switch (contrat) {
    case 'cdi':
    case 'interim':
    case 'alternance':
      return contrat;
    case 'cdd':
      return long ? 'cdd_long' : 'cdd_court';
    case 'fonction_publique':
      return dureeMois === null ? 'cdi' : long ? 'cdd_long' : 'cdd_court';
    case 'aide':
      return motif === '13' ? 'cdi' : long ? 'cdd_long' : 'cdd_court';
    case 'siae':
      return 'iae';
    default:
      return null;
  }
}

/** What a hire already noted says of the exit it is; the motif stays to be chosen where the hire does not decide. */
export function depuisEmbauche(embauche: string): { motif: string; contrat: '' | ContratSortie } {
  switch (embauche) {
    case 'cdi':
      return { motif: '3', contrat: 'cdi' };
    case 'cdd_long':
      return { motif: '9', contrat: 'cdd' };
    case 'cdd_court':
      return { motif: '10', contrat: 'cdd' };
    case 'interim':
      return { motif: '', contrat: 'interim' };
    case 'iae':
      return { motif: '2', contrat: 'siae' };
    default:
      return { motif: '', contrat: '' };
  }
}
