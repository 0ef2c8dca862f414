import { bilansPreparesContrat } from './bilans.ts';
import { emissionsContrat } from './emissions.ts';
import { lignesContrat } from './lignes.ts';
import { papiersBilanContrat } from './papiers.ts';
import { profilsContrat } from './profils.ts';

export const bilansContrat = {
  ...lignesContrat,
  ...bilansPreparesContrat,
  ...emissionsContrat,
  ...profilsContrat,
  ...papiersBilanContrat,
};
