import { nomenclature } from './nomenclature.ts';

export const CANAUX = nomenclature('2026-1', [
  { code: 'telephone', label: 'Téléphone' },
  { code: 'visite', label: 'Visite' },
  { code: 'courriel', label: 'Courriel' },
  { code: 'courrier', label: 'Courrier' },
  { code: 'reunion', label: 'Réunion' },
]);

/** Who made the first step. */
export const SENS = nomenclature('2026-1', [
  { code: 'sortante', label: 'Nous l’avons contactée' },
  { code: 'entrante', label: 'Elle nous a contactés' },
]);

/** The four kinds of action a structure carries out with an employer. */
export const NATURES = nomenclature('2026-1', [
  { code: 'decouverte', label: 'Découverte des métiers' },
  { code: 'formation', label: 'Formation' },
  { code: 'intermediation', label: 'Intermédiation' },
  { code: 'developpement', label: 'Développement partagé' },
]);

export const RESULTATS = nomenclature('2026-1', [
  { code: 'a_suivre', label: 'À suivre' },
  { code: 'interessee', label: 'Intéressée' },
  { code: 'accord', label: 'Accord' },
  { code: 'realisee', label: 'Réalisée' },
  { code: 'sans_reponse', label: 'Sans réponse' },
  { code: 'refus', label: 'Refus' },
  { code: 'non_honoree', label: 'Demande non honorée' },
]);
