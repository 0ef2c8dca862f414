import { calendrier, type Periode as PeriodeImmersion, totaux } from '../immersions/horaires.ts';
import { codesDe } from './libelles.ts';
import { repartir } from './repartition.ts';
import type { ImmersionsDe, ParSexe, Part, Periode } from './schema.ts';

/** What a bilan needs to know of a convention that touches its period. */
export interface ImmersionComptee extends PeriodeImmersion {
  salarieId: string;
  sexe: string;
  objet: string;
  /** Kind of the host. */
  hote: string;
  debut: string;
  fin: string;
  /** Whole duration, as agreed. */
  minutes: number;
  /** Whole duration, as done; null when all went as agreed. */
  minutesFaites: number | null;
  /** Days that did not go as agreed. */
  presences: readonly { date: string; minutes: number }[];
  /** The person never came. */
  absente: boolean;
  renouvellement: boolean;
}

export function toucheLaPeriode({ debut, fin }: Periode, periode: Periode): boolean {
  return debut <= periode.fin && fin >= periode.debut;
}

/**
 * Minutes done on the days of the period: all of them, or the part of a convention astride its limits. A day nobody
 * noted anything about went as agreed.
 */
export function minutesDans(immersion: ImmersionComptee, periode: Periode): number {
  const { debut, fin, minutes, minutesFaites, presences, absente } = immersion;
  if (absente) return 0;
  if (debut >= periode.debut && fin <= periode.fin) return minutesFaites ?? minutes;
  const premier = debut < periode.debut ? periode.debut : debut;
  const dernier = fin > periode.fin ? periode.fin : fin;
  const notees = presences.filter(({ date }) => date >= premier && date <= dernier);
  const notes = new Set(notees.map(({ date }) => date));
  const jours = calendrier({ ...immersion, debut: premier, fin: dernier });
  return (
    totaux(jours.filter(({ date }) => !notes.has(date))).minutes +
    notees.reduce((somme, jour) => somme + jour.minutes, 0)
  );
}

function additionner(immersions: readonly ImmersionComptee[], periode: Periode): ImmersionsDe {
  return {
    immersions: immersions.length,
    personnes: new Set(immersions.map(({ salarieId }) => salarieId)).size,
    minutes: immersions.reduce((somme, immersion) => somme + minutesDans(immersion, periode), 0),
  };
}

export function sexeDe(sexe: string): 'F' | 'H' | 'inconnu' {
  return sexe === 'F' || sexe === 'H' ? sexe : 'inconnu';
}

function parSexe(immersions: readonly ImmersionComptee[], periode: Periode): ParSexe {
  const de = (voulu: string) =>
    additionner(
      immersions.filter(({ sexe }) => sexeDe(sexe) === voulu),
      periode,
    );
  return { F: de('F'), H: de('H'), inconnu: de('inconnu'), total: additionner(immersions, periode) };
}

export interface CompteImmersions {
  tousObjets: ParSexe;
  parObjet: (ParSexe & { code: string })[];
  parHote: Part[];
  /** Begun before the period. */
  anterieures: number;
  renouvellements: number;
}

/** Counts the conventions that touch a period; `avant`: the year before, for the breakdown by host. */
export function compterImmersions(
  toutes: readonly ImmersionComptee[],
  periode: Periode,
  avant: Periode | null,
): CompteImmersions {
  const immersions = toutes.filter((immersion) => toucheLaPeriode(immersion, periode));
  const anciennes = avant && toutes.filter((immersion) => toucheLaPeriode(immersion, avant));
  const connus = codesDe('objet');
  const objets = [
    ...connus,
    ...new Set(immersions.map(({ objet }) => objet).filter((objet) => !connus.includes(objet))),
  ];
  return {
    tousObjets: parSexe(immersions, periode),
    parObjet: objets.map((code) => ({
      code,
      ...parSexe(
        immersions.filter(({ objet }) => objet === code),
        periode,
      ),
    })),
    parHote: repartir(
      codesDe('hote'),
      immersions.map(({ hote }) => ({ code: hote, nombre: 1 })),
      anciennes?.map(({ hote }) => ({ code: hote, nombre: 1 })) ?? null,
    ),
    anterieures: immersions.filter(({ debut }) => debut < periode.debut).length,
    renouvellements: immersions.filter(({ renouvellement }) => renouvellement).length,
  };
}
