import { nomenclature } from './nomenclature.ts';

/** Objet of a PMSMP, exactly one: art. L5135-1 du code du travail. */
export const OBJETS = nomenclature('2015-1', [
  { code: 'decouvrir', label: 'Découvrir un métier ou un secteur d’activité' },
  { code: 'confirmer', label: 'Confirmer un projet professionnel' },
  { code: 'recruter', label: 'Initier une démarche de recrutement' },
]);

/** Whether the insertion contract goes on during the immersion. */
export const MODES_CONTRAT = nomenclature('2026-1', [
  { code: 'maintenu', label: 'Contrat maintenu' },
  { code: 'suspendu', label: 'Contrat suspendu' },
]);

/** Life of a paper convention. */
export const STATUTS = nomenclature('2026-1', [
  { code: 'brouillon', label: 'Brouillon' },
  { code: 'prete', label: 'Prête à signer' },
  { code: 'signee', label: 'Signée' },
  { code: 'terminee', label: 'Terminée' },
  { code: 'annulee', label: 'Annulée' },
]);

/** The same objets in one word or two, for lists. */
export const OBJETS_COURTS: Record<string, string> = {
  decouvrir: 'Découvrir',
  confirmer: 'Confirmer',
  recruter: 'Recruter',
};
