import { nomenclature } from './nomenclature.ts';

/** As the funders' tables break down their figures. */
export const SEXES = nomenclature('2026-1', [
  { code: 'F', label: 'Femme' },
  { code: 'H', label: 'Homme' },
]);

/** Contracts a SIAE signs with a salarié en parcours. */
export const CONTRATS = nomenclature('2026-1', [
  { code: 'cddi', label: 'CDDI' },
  { code: 'cdi_inclusion', label: 'CDI inclusion' },
  { code: 'cdd_tremplin', label: 'CDD tremplin' },
  { code: 'cdd_usage', label: 'CDD d’usage' },
  { code: 'mission', label: 'Contrat de mission' },
  { code: 'cdi', label: 'CDI' },
  { code: 'cdd', label: 'CDD' },
]);
