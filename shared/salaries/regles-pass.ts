import { ajouterJours, ajouterMois, type DateCivile, ecartJours } from '../dates.ts';
import { formaterDate, formaterNombre } from '../format.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { MOTIFS_PROLONGATION } from '../nomenclatures/salaries.ts';
import type { CodeSeuil, Valeurs } from '../parametres/seuils.ts';
import type { PassSalarie } from './contrats.ts';

type Evenement = Pick<PassSalarie['evenements'][number], 'genre' | 'motif' | 'debut' | 'fin'>;

/** A PASS as the rules read it, saved or being typed. */
export interface PassLu {
  debut: DateCivile;
  fin: DateCivile;
  evenements: readonly Evenement[];
}

/** Last day of a PASS that starts on `debut`, before anything suspends or prolongs it. */
export const finAttestee = (debut: DateCivile, { passJours }: Pick<Valeurs, 'passJours'>): DateCivile =>
  ajouterJours(debut, passJours - 1);

/**
 * Last day of a PASS once what happened to it is counted: a suspension pushes it by its own length, a prolongation leads
 * to its own last day. In the order of their days, so that a suspension during a prolongation pushes it too.
 */
export function finPass({ fin, evenements }: PassLu): DateCivile {
  return [...evenements]
    .sort((a, b) => (a.debut < b.debut ? -1 : 1))
    .reduce(
      (atteinte, { genre, debut, fin: dernier }) =>
        genre === 'suspension'
          ? ajouterJours(atteinte, ecartJours(debut, dernier) + 1)
          : dernier > atteinte
            ? dernier
            : atteinte,
      fin,
    );
}

export type EtatPass = 'a_venir' | 'valide' | 'suspendu' | 'expire';

export function etatPass(pass: PassLu, jour: DateCivile): EtatPass {
  if (pass.debut > jour) return 'a_venir';
  const suspendu = pass.evenements.some(
    ({ genre, debut, fin }) => genre === 'suspension' && debut <= jour && jour <= fin,
  );
  if (suspendu) return 'suspendu';
  return finPass(pass) < jour ? 'expire' : 'valide';
}

/** The PASS that counts on a day: the last to have started, else the next one. */
export function passCourant<P extends PassLu>(pass: readonly P[], jour: DateCivile): P | null {
  const tries = [...pass].sort((a, b) => (a.debut < b.debut ? -1 : 1));
  return tries.findLast(({ debut }) => debut <= jour) ?? tries[0] ?? null;
}

/** Threshold that caps each motif; « formation » is capped for each prolongation, the others for all of them. */
const PLAFONDS: Record<string, CodeSeuil> = {
  formation: 'passFormationMois',
  handicap: 'passHandicapMois',
  senior: 'passSeniorMois',
  senior_cdi: 'passSeniorCdiMois',
  difficultes: 'passDifficultesMois',
};

/** Longer, in days, than so many months from `debut`. */
const depasse = (debut: DateCivile, jours: number, mois: number) =>
  jours > ecartJours(debut, ajouterMois(debut, mois));

/** A sentence to weigh, with the field it is about, from the PASS itself (`evenements.0.fin`). */
export interface RemarquePass {
  champ: string;
  phrase: string;
}

function remarquesProlongations(
  { fin, evenements }: PassLu,
  genre: string | null,
  seuils: Valeurs,
): RemarquePass[] {
  const remarques: RemarquePass[] = [];
  const cumuls = new Map<string, { debut: DateCivile; jours: number }>();
  for (const [rang, evenement] of evenements.entries()) {
    if (evenement.genre !== 'prolongation' || evenement.motif === '') continue;
    const { motif, debut } = evenement;
    const jours = ecartJours(debut, evenement.fin) + 1;
    const avant = motif === 'formation' ? undefined : cumuls.get(motif);
    const cumul = { debut: avant?.debut ?? debut, jours: (avant?.jours ?? 0) + jours };
    cumuls.set(motif, cumul);
    const mois = seuils[PLAFONDS[motif]!];
    if (depasse(cumul.debut, cumul.jours, mois))
      remarques.push({
        champ: `evenements.${rang}.fin`,
        phrase: `« ${label(MOTIFS_PROLONGATION, motif)} » prolonge de ${formaterNombre(mois)} mois au plus${motif === 'formation' ? ' chaque fois' : ', en tout'}.`,
      });
    if (motif === 'difficultes' && genre !== null && genre !== 'AI' && genre !== 'ACI')
      remarques.push({
        champ: `evenements.${rang}.motif`,
        phrase: 'Ce motif est réservé aux AI et aux ACI.',
      });
    const atteinte = finPass({
      debut: fin,
      fin,
      evenements: evenements.filter((autre) => autre.debut < debut),
    });
    if (debut > ajouterJours(atteinte, 1))
      remarques.push({
        champ: `evenements.${rang}.debut`,
        phrase: `Le PASS IAE s’arrête le ${formaterDate(atteinte)} : une prolongation commence au plus tard le lendemain.`,
      });
  }
  return remarques;
}

/** What is worth a second look in one PASS; nothing blocks, for exceptions exist. */
export function remarquesPass(pass: PassLu, genre: string | null, seuils: Valeurs): RemarquePass[] {
  const remarques: RemarquePass[] = [];
  const duree = ecartJours(pass.debut, pass.fin) + 1;
  if (duree > seuils.passJours)
    remarques.push({
      champ: 'fin',
      phrase: `Un PASS IAE dure ${formaterNombre(seuils.passJours)} jours : jusqu’au ${formaterDate(finAttestee(pass.debut, seuils))} depuis ce début. Notez à part ce qui le suspend ou le prolonge.`,
    });
  for (const [rang, { genre: quoi, debut, fin }] of pass.evenements.entries())
    if (quoi === 'suspension' && depasse(debut, ecartJours(debut, fin) + 1, seuils.passSuspensionMois))
      remarques.push({
        champ: `evenements.${rang}.fin`,
        phrase: `Une suspension dure ${formaterNombre(seuils.passSuspensionMois)} mois au plus.`,
      });
  return [...remarques, ...remarquesProlongations(pass, genre, seuils)];
}

/** Between a PASS and the one before it: the time to wait, or an overlap; null when they follow one another well. */
export function remarqueSuite(avant: PassLu, apres: PassLu, { passCarenceMois }: Valeurs): string | null {
  const fin = finPass(avant);
  if (apres.debut <= fin)
    return `Le PASS IAE d’avant court jusqu’au ${formaterDate(fin)} : les deux se chevauchent.`;
  const des = ajouterMois(ajouterJours(fin, 1), passCarenceMois);
  return apres.debut < des
    ? `Le PASS IAE d’avant a fini le ${formaterDate(fin)} : un nouveau s’obtient à partir du ${formaterDate(des)}, sauf avis d’un prescripteur habilité.`
    : null;
}
