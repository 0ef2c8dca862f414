import { nomenclature } from './nomenclature.ts';

/** Kinds of convention with a funder. */
export const GENRES_CONVENTION = nomenclature('2026-1', [
  { code: 'ddets', label: 'DDETS : convention et annexes financières' },
  { code: 'fse', label: 'FSE+' },
  { code: 'plie', label: 'PLIE' },
  { code: 'departement', label: 'Département' },
  { code: 'region', label: 'Région' },
  { code: 'commune', label: 'Commune ou intercommunalité' },
  { code: 'opco', label: 'OPCO' },
  { code: 'fondation', label: 'Fondation' },
  { code: 'autre', label: 'Autre' },
]);

/** The same in a word, for lists. */
export const GENRES_CONVENTION_COURTS: Record<string, string> = {
  ddets: 'DDETS',
  fse: 'FSE+',
  plie: 'PLIE',
  departement: 'Département',
  region: 'Région',
  commune: 'Commune',
  opco: 'OPCO',
  fondation: 'Fondation',
  autre: 'Autre',
};

/** Where the hours of a month come from. */
export const ORIGINES_HEURES = nomenclature('2026-1', [
  { code: 'saisie', label: 'Saisies' },
  { code: 'collage', label: 'Collées' },
  { code: 'import', label: 'Importées de la paie' },
]);

/** When a participant of the FSE+ is asked. */
export const MOMENTS_FSE = nomenclature('2026-1', [
  { code: 'entree', label: 'Entrée' },
  { code: 'sortie', label: 'Sortie (dans les 4 semaines)' },
  { code: 'six_mois', label: 'Six mois après la sortie' },
]);
