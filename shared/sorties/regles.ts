import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { accorder, enPhrase, formaterDate, formaterDuree, formaterNombre, insecables } from '../format.ts';
import type { Valeurs } from '../parametres/seuils.ts';
import { type LecturePropre, manques, motifAu } from './motifs.ts';

export { categorieDe, motifAu, motifsAu } from './motifs.ts';

/** Kinds of structure whose exits count by the length of the parcours, and by hours. */
const PAR_DUREE = ['ACI', 'EI'];
const PAR_HEURES = ['AI', 'ETTI'];

/** The ASP's own code, as published: months of a number of days, and what they must exceed. */
export const ASP_MOIS_PAR_JOUR = 0.0328767;
export const ASP_MOIS = 2.65;
const ASP_HEURES = 150;
const ASP_HEURES_ANNEE = 1;

/** Days after the end of the last contract from which an exit looks noted too late. */
const RETARD_SORTIE = 31;

export interface FaitsSortie {
  /** `GENRES_SIAE`; empty when the structure has not said. */
  genreStructure: string;
  sortie: { date: DateCivile; motif: string; contrat: string; dureeMois: number | null };
  /** Every contract of the person. */
  contrats: readonly { id: string; debut: DateCivile; fin: DateCivile | null }[];
  /** Days of the other exits of the person. */
  sortiesAvant: readonly DateCivile[];
  /** Hours of these contracts, month by month (`AAAA-MM`). */
  heures: readonly { contratId: string; mois: string; minutes: number }[];
  /** As they apply on the day of the exit. */
  seuils: Valeurs;
  propres: readonly LecturePropre[];
}

/** `inconnue`: what would decide is not entered. */
export type EtatSortie = 'comptee' | 'non_comptee' | 'inconnue';

export interface Verdict {
  etat: EtatSortie;
  comptee: boolean;
  /** One sentence with its figures. */
  pourquoi: string;
  /** The same under the ASP's own code and its rounding. */
  parAsp: { etat: EtatSortie; comptee: boolean; pourquoi: string };
  /** First day of the parcours; null without contract before the exit. */
  debutParcours: DateCivile | null;
  /** Length of the parcours, date to date. */
  mois: number;
  jours: number;
  /** Minutes over the parcours and within the year of the exit; null when none was entered. */
  heures: number | null;
  heuresAnnee: number | null;
  doutes: string[];
}

/** Contracts that lead to an exit: those begun after the exit before, and no later than it. */
export function contratsDuParcours<C extends { debut: DateCivile; fin: DateCivile | null }>(
  contrats: readonly C[],
  date: DateCivile,
  sortiesAvant: readonly DateCivile[],
): C[] {
  const avant = sortiesAvant.reduce((garde, une) => (une < date && une > garde ? une : garde), '');
  return contrats
    .filter(({ debut }) => debut <= date && debut > avant)
    .sort((a, b) => a.debut.localeCompare(b.debut));
}

/** Length of a parcours, its first and its last day both worked: `01/01` to `31/03` is three months. */
export function dureeParcours(debut: DateCivile, dernier: DateCivile): { mois: number; jours: number } {
  const fin = ajouterJours(dernier, 1);
  let mois = 0;
  while (ajouterMois(debut, mois + 1) <= fin) mois += 1;
  return { mois, jours: ecartJours(ajouterMois(debut, mois), fin) };
}

/** `7 mois et 12 jours`. */
export const direDuree = ({ mois, jours }: { mois: number; jours: number }) =>
  [mois > 0 || jours === 0 ? `${formaterNombre(mois)} mois` : '', jours > 0 ? accorder(jours, 'jour') : '']
    .filter(Boolean)
    .join(' et ');

/** Sum of the hours entered; null when none was. */
function somme(heures: readonly { minutes: number }[]): number | null {
  return heures.length === 0 ? null : heures.reduce((total, { minutes }) => total + minutes, 0);
}

interface Mesure {
  annee: string;
  mois: number;
  jours: number;
  /** Days between the first day and the exit, as the ASP's code counts them. */
  ecart: number;
  heures: number | null;
  heuresAnnee: number | null;
  seuils: Valeurs;
}

/** A condition, whether it holds (null: unknown), and the words that say it with its figures. */
interface Condition {
  tenue: boolean | null;
  dite: string;
}

const conditionAnnee = ({ annee, heuresAnnee }: Mesure, seuil: number): Condition =>
  heuresAnnee === null
    ? { tenue: null, dite: `heures de ${annee} non saisies` }
    : {
        tenue: heuresAnnee >= seuil * 60,
        dite: `${formaterDuree(heuresAnnee)} en ${annee} (${formaterNombre(seuil)} au moins)`,
      };

const heuresParcours = ({ annee, heures, heuresAnnee }: Mesure, tenue: boolean, seuil: string): Condition =>
  // Hours of years past may be enough; while those of the last one are missing, they may not be all.
  !tenue && heuresAnnee === null
    ? {
        tenue: null,
        dite:
          heures === null
            ? `heures non saisies (${seuil})`
            : `${formaterDuree(heures)} sur le parcours (${seuil}), sans celles de ${annee}, non saisies`,
      }
    : { tenue, dite: `${formaterDuree(heures ?? 0)} sur le parcours (${seuil})` };

/** What the documented rule asks of an exit, by kind of structure. */
function conditions(genre: string, mesure: Mesure): Condition[] {
  const { mois, jours, heures, seuils } = mesure;
  if (PAR_HEURES.includes(genre)) {
    const tenue = (heures ?? 0) > seuils.sortieHeures * 60;
    return [heuresParcours(mesure, tenue, `plus de ${formaterNombre(seuils.sortieHeures)} demandées`)];
  }
  const annee = conditionAnnee(mesure, seuils.sortieHeuresAnnee);
  if (genre === 'EITI') return [annee];
  const tenue = mois > seuils.sortieMois || (mois === seuils.sortieMois && jours > 0);
  return [
    {
      tenue,
      dite: `${direDuree(mesure)} de parcours (plus de ${formaterNombre(seuils.sortieMois)} ${seuils.sortieMois === 1 ? 'demandé' : 'demandés'})`,
    },
    annee,
  ];
}

/** The same as the ASP's code runs it. */
function conditionsAsp(genre: string, mesure: Mesure): Condition[] {
  if (PAR_HEURES.includes(genre)) {
    const tenue = (mesure.heures ?? 0) >= ASP_HEURES * 60;
    return [heuresParcours(mesure, tenue, `${ASP_HEURES} au moins`)];
  }
  const annee = conditionAnnee(mesure, ASP_HEURES_ANNEE);
  if (genre === 'EITI') return [annee];
  const mois = mesure.ecart * ASP_MOIS_PAR_JOUR;
  return [
    {
      tenue: mois > ASP_MOIS,
      dite: `${accorder(mesure.ecart, 'jour')} × 0,0328767 = ${formaterNombre(mois, 2)} mois (plus de 2,65)`,
    },
    annee,
  ];
}

/**
 * An unmet condition decides alone; hours that nobody entered leave the length of the parcours to decide, and nothing
 * where they were the only condition.
 */
function trancher(toutes: readonly Condition[]): Pick<Verdict, 'etat' | 'comptee' | 'pourquoi'> {
  const manquantes = toutes.filter(({ tenue }) => tenue === false);
  if (manquantes.length > 0)
    return {
      etat: 'non_comptee',
      comptee: false,
      pourquoi: insecables(`Non comptée : ${manquantes.map(({ dite }) => dite).join(' et ')}.`),
    };
  const dite = toutes
    .map((condition) => condition.dite)
    .join(toutes.some(({ tenue }) => tenue === null) ? ', ' : ' et ');
  if (toutes.every(({ tenue }) => tenue === null))
    return { etat: 'inconnue', comptee: false, pourquoi: insecables(`À vérifier : ${dite}.`) };
  return { etat: 'comptee', comptee: true, pourquoi: insecables(`Comptée : ${dite}.`) };
}

const horsCompte = (etat: 'non_comptee' | 'inconnue', phrase: string) => {
  const pourquoi = insecables(phrase);
  return { etat, comptee: false, pourquoi, parAsp: { etat, comptee: false, pourquoi } };
};

/** Whether an exit counts in the rates, and why, in one sentence with its figures. */
export function jugerSortie(faits: FaitsSortie): Verdict {
  const { sortie, seuils, propres } = faits;
  const genre = faits.genreStructure || 'ACI';
  const motif = motifAu(sortie.motif, sortie.date, propres);
  const contrats = contratsDuParcours(faits.contrats, sortie.date, faits.sortiesAvant);
  const siens = new Set(contrats.map(({ id }) => id));
  const heures = faits.heures.filter(
    ({ contratId, mois }) => siens.has(contratId) && mois <= sortie.date.slice(0, 7),
  );
  const annee = sortie.date.slice(0, 4);
  const debutParcours = contrats[0]?.debut ?? null;
  const duree = debutParcours === null ? { mois: 0, jours: 0 } : dureeParcours(debutParcours, sortie.date);
  const mesure: Mesure = {
    annee,
    ...duree,
    ecart: debutParcours === null ? 0 : ecartJours(debutParcours, sortie.date),
    heures: somme(heures),
    heuresAnnee: somme(heures.filter(({ mois }) => mois.startsWith(annee))),
    seuils,
  };
  const retrait = motif?.categorie === 'retrait';
  const jugement = retrait
    ? horsCompte('non_comptee', `Non comptée : retrait des sorties constatées (${enPhrase(motif.label)}).`)
    : debutParcours === null
      ? horsCompte('inconnue', 'À vérifier : aucun contrat de cette personne ne mène à cette sortie.')
      : { ...trancher(conditions(genre, mesure)), parAsp: trancher(conditionsAsp(genre, mesure)) };
  return {
    ...jugement,
    debutParcours,
    ...duree,
    heures: mesure.heures,
    heuresAnnee: mesure.heuresAnnee,
    doutes: [
      ...(retrait ? [] : doutesHeures(faits.genreStructure, genre, mesure)),
      ...doutesDates(contrats, sortie.date),
      ...(motif?.doute ? [motif.doute] : []),
      ...manques(sortie),
    ].map(insecables),
  };
}

function doutesHeures(dit: string, genre: string, { annee, heuresAnnee }: Mesure): string[] {
  const doutes: string[] = [];
  if (dit === '')
    doutes.push(
      'Le genre de votre structure n’est pas dit dans les paramètres : la règle des ACI et des EI est appliquée.',
    );
  if (heuresAnnee === null)
    doutes.push(
      PAR_DUREE.includes(genre)
        ? `Heures de ${annee} non saisies : seule la durée du parcours est jugée.`
        : `Heures de ${annee} non saisies : elles décident seules.`,
    );
  return doutes;
}

function doutesDates(
  contrats: readonly { debut: DateCivile; fin: DateCivile | null }[],
  date: DateCivile,
): string[] {
  const ouvert = contrats.find(({ fin }) => fin === null || fin > date);
  if (ouvert)
    return [
      ouvert.fin === null
        ? 'Un contrat de ce parcours n’a pas de fin.'
        : `Un contrat de ce parcours va jusqu’au ${formaterDate(ouvert.fin)}, après la sortie.`,
    ];
  const dernier = contrats.reduce((garde, { fin }) => (fin !== null && fin > garde ? fin : garde), '');
  const ecart = dernier === '' ? 0 : ecartJours(dernier, date);
  return ecart > RETARD_SORTIE
    ? [
        `Le dernier contrat s’est terminé le ${formaterDate(dernier)}, ${accorder(ecart, 'jour')} avant la sortie.`,
      ]
    : [];
}
