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

/** Level of training at the start of the parcours, under the codes of the ASP's own list (version 3, 2017). */
export const NIVEAUX_FORMATION = nomenclature('asp-v3', [
  { code: '01', label: 'Jamais scolarisé' },
  { code: '70', label: 'Scolarité obligatoire seulement' },
  { code: '60', label: 'Formation courte d’un an' },
  { code: '00', label: 'Qualification non certifiante' },
  { code: '50', label: 'Niveau CAP ou BEP, sans le diplôme' },
  { code: '51', label: 'CAP ou BEP obtenu' },
  { code: '40', label: 'Niveau bac' },
  { code: '41', label: 'Bac professionnel ou brevet de technicien' },
  { code: '30', label: 'BTS ou DUT' },
  { code: '20', label: 'Licence' },
  { code: '10', label: 'Master, doctorat ou école d’ingénieurs' },
]);

/** Where the professional project stands. */
export const ETATS_PROJET = nomenclature('2026-1', [
  { code: 'a_construire', label: 'À construire' },
  { code: 'en_cours', label: 'En cours' },
  { code: 'valide', label: 'Validé' },
]);

/** How close to employment the team and the person think they are. */
export const PREPARATIONS = nomenclature('2026-1', [
  { code: 'pas_encore', label: 'Pas encore' },
  { code: 'bientot', label: 'Bientôt' },
  { code: 'pret', label: 'Prêt à l’emploi' },
]);

/** Driving licences that matter to an employer. */
export const PERMIS = nomenclature('2026-1', [
  { code: 'aucun', label: 'Aucun' },
  { code: 'en_cours', label: 'Permis B en cours' },
  { code: 'am', label: 'AM (cyclomoteur, voiturette)' },
  { code: 'a', label: 'A (moto)' },
  { code: 'b', label: 'B (voiture)' },
  { code: 'be', label: 'BE (remorque)' },
  { code: 'c', label: 'C (poids lourd)' },
  { code: 'd', label: 'D (transport de personnes)' },
]);

export const VEHICULES = nomenclature('2026-1', [
  { code: 'aucun', label: 'Aucun' },
  { code: 'velo', label: 'Vélo ou trottinette' },
  { code: 'deux_roues', label: 'Deux-roues à moteur' },
  { code: 'sans_permis', label: 'Voiture sans permis' },
  { code: 'voiture', label: 'Voiture' },
]);

/** When the person can work. */
export const HORAIRES_POSSIBLES = nomenclature('2026-1', [
  { code: 'journee', label: 'Journée' },
  { code: 'matin', label: 'Tôt le matin' },
  { code: 'soir', label: 'Soir' },
  { code: 'nuit', label: 'Nuit' },
  { code: 'samedi', label: 'Samedi' },
  { code: 'dimanche', label: 'Dimanche' },
]);

/**
 * Eligibility criteria of the IAE, by level: one of level 1 is enough; of level 2, two for an AI or an ETTI and three
 * for an ACI, an EI or an EITI, as « Les emplois de l’inclusion » counts them in 2026.
 */
export const CRITERES = nomenclature('2026-1', [
  { code: 'rsa', label: 'Bénéficiaire du RSA', parent: '1' },
  { code: 'ass', label: 'Allocataire de l’ASS', parent: '1' },
  { code: 'aah', label: 'Allocataire de l’AAH', parent: '1' },
  { code: 'detld', label: 'Demandeur d’emploi depuis 24 mois ou plus', parent: '1' },
  { code: 'niveau_3', label: 'Niveau d’étude 3 (CAP, BEP) ou moins', parent: '2' },
  { code: 'senior', label: 'Plus de 50 ans', parent: '2' },
  { code: 'jeune', label: 'Moins de 26 ans', parent: '2' },
  { code: 'ase', label: 'Sortant de l’aide sociale à l’enfance', parent: '2' },
  { code: 'deld', label: 'Demandeur d’emploi depuis 12 à 24 mois', parent: '2' },
  { code: 'th', label: 'Travailleur handicapé', parent: '2' },
  { code: 'parent_isole', label: 'Parent isolé', parent: '2' },
  { code: 'sans_hebergement', label: 'Sans hébergement, hébergé ou parcours de rue', parent: '2' },
  { code: 'refugie', label: 'Réfugié, protégé ou demandeur d’asile', parent: '2' },
  { code: 'frr', label: 'Résident d’une zone France ruralités revitalisation (ex-ZRR)', parent: '2' },
  { code: 'qpv', label: 'Résident d’un quartier prioritaire (QPV)', parent: '2' },
  { code: 'detention', label: 'Sortant de détention ou sous main de justice', parent: '2' },
  { code: 'langue', label: 'Français en dessous du niveau A1', parent: '2' },
  { code: 'mobilite', label: 'Difficulté de mobilité', parent: '2' },
]);

/** Criteria of level 2 that are enough together, by kind of structure. */
export const CRITERES_NIVEAU_2: Record<string, number> = { AI: 2, ETTI: 2, ACI: 3, EI: 3, EITI: 3 };

/** Freins to employment, under the eight headings the ASP asks about. */
export const FREINS = nomenclature('2026-1', [
  { code: 'langue', label: 'Langue, lecture et écriture' },
  { code: 'droits', label: 'Démarches et accès aux droits' },
  { code: 'logement', label: 'Logement' },
  { code: 'mobilite', label: 'Mobilité' },
  { code: 'sante', label: 'Santé' },
  { code: 'justice', label: 'Justice' },
  { code: 'finances', label: 'Budget et dettes' },
  { code: 'disponibilite', label: 'Disponibilité' },
]);

/** Why a contract is suspended: nothing on health. */
export const MOTIFS_SUSPENSION = nomenclature('2026-1', [
  { code: 'essai', label: 'Période d’essai chez un autre employeur' },
  { code: 'cdd', label: 'CDD chez un autre employeur' },
  { code: 'immersion', label: 'Immersion (PMSMP)' },
  { code: 'formation', label: 'Action concourant à l’insertion' },
  { code: 'conge', label: 'Congé' },
  { code: 'autre', label: 'Autre' },
]);

/** What prolongs a PASS IAE. */
export const MOTIFS_PROLONGATION = nomenclature('2026-1', [
  { code: 'formation', label: 'Fin d’une formation' },
  { code: 'handicap', label: 'RQTH' },
  { code: 'senior', label: '50 ans et plus' },
  { code: 'senior_cdi', label: 'CDI inclusion' },
  { code: 'difficultes', label: 'Difficultés particulières (AI, ACI)' },
]);

/** What is to follow a contract, once the team and the person have decided. */
export const SUITES = nomenclature('2026-1', [
  { code: 'renouvellement', label: 'Renouvellement' },
  { code: 'emploi', label: 'Emploi' },
  { code: 'formation', label: 'Formation' },
  { code: 'autre_siae', label: 'Autre SIAE' },
  { code: 'recherche', label: 'Recherche d’emploi accompagnée' },
  { code: 'autre', label: 'Autre' },
]);

/** How a goal of the parcours stands. */
export const ETATS_OBJECTIF = nomenclature('2026-1', [
  { code: 'en_cours', label: 'En cours' },
  { code: 'atteint', label: 'Atteint' },
  { code: 'en_partie', label: 'Atteint en partie' },
  { code: 'abandonne', label: 'Abandonné' },
]);

/** Interviews of a parcours, in the order of its life. */
export const GENRES_ENTRETIEN = nomenclature('2026-1', [
  { code: 'accueil', label: 'Accueil' },
  { code: 'diagnostic', label: 'Diagnostic' },
  { code: 'suivi', label: 'Suivi' },
  { code: 'bilan', label: 'Bilan d’étape' },
  { code: 'renouvellement', label: 'Avant renouvellement' },
  { code: 'sortie', label: 'Préparation de la sortie' },
]);

/** Why somebody is away, in one word: nothing on health. */
export const MOTIFS_ABSENCE = nomenclature('2026-1', [
  { code: 'conges', label: 'Congés' },
  { code: 'autorisee', label: 'Absence autorisée' },
  { code: 'autre', label: 'Autre absence' },
]);
