import { lignesBilansOperations } from './bilans-chiffres.ts';
import { emissionsBilansOperations } from './bilans-emissions.ts';
import { papiersBilanOperations } from './bilans-papiers.ts';
import { bilansPreparesOperations } from './bilans-preparation.ts';
import { profilsBilansOperations } from './bilans-profils.ts';

export const bilansOperations = {
  ...lignesBilansOperations,
  ...bilansPreparesOperations,
  ...emissionsBilansOperations,
  ...profilsBilansOperations,
  ...papiersBilanOperations,
};
