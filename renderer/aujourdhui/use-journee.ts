import { ajouterJours } from '../../shared/dates.ts';
import { HORIZON } from '../../shared/sollicitations/regles.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';

export type Qui = 'moi' | 'equipe';

/**
 * What is due, and how much of it is late or for today, wherever it comes from: the rail and the heading of the day
 * count the same. Null until everything is known, or the number would jump. Former trainees to ask press nobody, so
 * they are not counted.
 */
export function useJournee(qui: Qui) {
  const today = useJour();
  const garder = { garderPrecedent: true };
  const { data: relances } = useLecture('sollicitations.relances', { qui }, garder);
  const { data: suivi } = useLecture('immersions.suiviDuJour', { qui }, garder);
  const { data: parcours } = useLecture('salaries.duJour', { qui }, garder);
  const { data: echeances } = useLecture('formation.echeancesFinancement', {});
  const { data: attendus } = useLecture('conventions.echeancesDues', {});
  if (!relances || !suivi || !parcours || !echeances || !attendus) return null;
  // A deadline of a funding line is nobody’s in particular, so everybody’s.
  const financements = echeances.filter(({ echeance }) => echeance <= ajouterJours(today, HORIZON));
  const rendus = attendus.filter(({ date }) => date <= ajouterJours(today, HORIZON));
  const sources = [
    relances,
    suivi,
    parcours,
    {
      enRetard: financements.filter(({ echeance }) => echeance < today).length,
      aujourdhui: financements.filter(({ echeance }) => echeance === today).length,
    },
    {
      enRetard: rendus.filter(({ date }) => date < today).length,
      aujourdhui: rendus.filter(({ date }) => date === today).length,
    },
  ];
  return {
    relances,
    suivi,
    parcours,
    financements,
    /** Bilans that press, then those of the month: such a paper is not written in a week. */
    rendus,
    rendusDuMois: attendus.slice(rendus.length),
    enRetard: sources.reduce((somme, { enRetard }) => somme + enRetard, 0),
    aujourdhui: sources.reduce((somme, { aujourdhui }) => somme + aujourdhui, 0),
  };
}
