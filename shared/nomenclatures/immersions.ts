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

/**
 * What somebody decided about a convention; what the calendar, the signatures and the bilan add is read by
 * `etatImmersion`.
 */
export const STATUTS = nomenclature('2026-2', [
  { code: 'brouillon', label: 'Brouillon' },
  { code: 'prete', label: 'À signer' },
  { code: 'signee', label: 'Signée' },
  { code: 'terminee', label: 'Terminée' },
  { code: 'refusee', label: 'Refusée' },
  { code: 'annulee', label: 'Annulée' },
]);

/** Capacities in which a convention is signed (art. L5135-4 and D5135-1): one entity may have several. */
export const ROLES_SIGNATURE = nomenclature('2026-1', [
  { code: 'beneficiaire', label: 'Bénéficiaire' },
  { code: 'representant', label: 'Représentant légal' },
  { code: 'accueil', label: 'Structure d’accueil' },
  { code: 'prescripteur', label: 'Prescripteur' },
  { code: 'accompagnement', label: 'Structure d’accompagnement' },
  { code: 'employeur', label: 'Employeur' },
]);

/** Papers of an immersion, each issued and kept on its own. */
export const GENRES_DOCUMENT = nomenclature('2026-1', [
  { code: 'convention', label: 'Convention' },
  { code: 'avenant', label: 'Avenant au contrat de travail' },
  { code: 'accueil', label: 'Fiche d’accueil du tuteur' },
  { code: 'presence', label: 'Feuille de présence' },
  { code: 'grille_decouverte', label: 'Grille de découverte' },
  { code: 'grille_validation', label: 'Grille de validation' },
  { code: 'note', label: 'Point intermédiaire' },
  { code: 'bilan', label: 'Bilan de l’immersion' },
  { code: 'accident', label: 'Fiche accident' },
]);

/** Costs beside the immersion itself. */
export const NATURES_FRAIS = nomenclature('2026-1', [
  { code: 'chaussures', label: 'Chaussures de sécurité' },
  { code: 'tenue', label: 'Tenue de travail' },
  { code: 'protection', label: 'Autre équipement de protection' },
  { code: 'transport', label: 'Transport' },
  { code: 'repas', label: 'Repas' },
  { code: 'autre', label: 'Autre' },
]);

export const PAYEURS = nomenclature('2026-1', [
  { code: 'structure', label: 'Notre structure' },
  { code: 'accueil', label: 'La structure d’accueil' },
  { code: 'prescripteur', label: 'Le prescripteur' },
  { code: 'financeur', label: 'Un financeur' },
  { code: 'salarie', label: 'La personne' },
]);

/** Why a day did not go as planned. */
export const MOTIFS_PRESENCE = nomenclature('2026-1', [
  { code: 'absence_justifiee', label: 'Absence justifiée' },
  { code: 'absence_injustifiee', label: 'Absence non justifiée' },
  { code: 'retard', label: 'Retard ou départ avant l’heure' },
  { code: 'accueil_ferme', label: 'Accueil fermé' },
  { code: 'rendez_vous', label: 'Rendez-vous ou formation' },
  { code: 'heures_en_plus', label: 'Heures en plus' },
]);

/** How an immersion went, hours first. */
export const REALISATIONS = nomenclature('2026-1', [
  { code: 'complete', label: 'Faite jusqu’au bout' },
  { code: 'partielle', label: 'Faite en partie' },
  { code: 'absente', label: 'La personne n’est pas venue' },
]);

export const OBJECTIFS_ATTEINTS = nomenclature('2026-1', [
  { code: 'oui', label: 'Atteints' },
  { code: 'en_partie', label: 'Atteints en partie' },
  { code: 'non', label: 'Non atteints' },
]);

/** What the three decide at the end. */
export const DECISIONS = nomenclature('2026-1', [
  { code: 'embauche', label: 'Embauche par l’accueil' },
  { code: 'projet_confirme', label: 'Projet confirmé' },
  { code: 'projet_ajuste', label: 'Projet à ajuster' },
  { code: 'projet_ecarte', label: 'Projet écarté' },
  { code: 'renouvellement', label: 'Renouvellement de l’immersion' },
  { code: 'autre_immersion', label: 'Autre immersion ailleurs' },
  { code: 'formation', label: 'Formation' },
]);

/** The same objets in one word or two, for lists. */
export const OBJETS_COURTS: Record<string, string> = {
  decouvrir: 'Découvrir',
  confirmer: 'Confirmer',
  recruter: 'Recruter',
};
