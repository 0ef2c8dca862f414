import { nomenclature } from './nomenclature.ts';

/** Kinds of SIAE: art. L5132-4 du code du travail; EITI: art. L5132-6-1. */
export const GENRES_SIAE = nomenclature('2026-1', [
  { code: 'ACI', label: 'Atelier et chantier d’insertion' },
  { code: 'EI', label: 'Entreprise d’insertion' },
  { code: 'AI', label: 'Association intermédiaire' },
  { code: 'ETTI', label: 'Entreprise de travail temporaire d’insertion' },
  { code: 'EITI', label: 'Entreprise d’insertion par le travail indépendant' },
]);

export const GENRES_ORGANISATION = nomenclature('2026-1', [
  { code: 'marchand', label: 'Marchand' },
  { code: 'non_marchand', label: 'Non marchand' },
  { code: 'public', label: 'Public' },
  { code: 'siae', label: 'SIAE' },
]);
