import { fauteHoraires, type Plage } from '../../shared/immersions/horaires.ts';

/** A text that cannot be read is handed out as such: the contract refuses it, so it is never saved as another. */
export const ILLISIBLE: Plage[] = [{ debut: Number.NaN, fin: Number.NaN }];

export const seLit = (plages: readonly Plage[]) => plages.every(({ debut }) => !Number.isNaN(debut));

/** What can be counted: a day being typed is not taken for another. */
export const sansFaute = (plages: readonly Plage[]) => seLit(plages) && fauteHoraires(plages) === null;
