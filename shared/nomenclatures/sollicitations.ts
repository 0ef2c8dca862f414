import { nomenclature } from './nomenclature.ts';

/** Ways an exchange takes place. */
export const CANAUX = nomenclature('2026-2', [
  { code: 'telephone', label: 'Téléphone' },
  { code: 'visite', label: 'Visite' },
  { code: 'rendez_vous', label: 'Rendez-vous chez nous' },
  { code: 'courriel', label: 'Courriel' },
  { code: 'courrier', label: 'Courrier' },
  { code: 'visio', label: 'Visioconférence' },
  { code: 'reunion', label: 'Réunion' },
  { code: 'petit_dejeuner', label: 'Petit-déjeuner' },
  { code: 'forum', label: 'Forum, salon, colloque' },
  { code: 'publipostage', label: 'Publipostage' },
  { code: 'message', label: 'SMS, messagerie' },
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

/** What exactly, within a nature (`parent`). */
export const SOUS_NATURES = nomenclature('2026-2', [
  { code: 'visite_entreprise', label: 'Visite d’entreprise', parent: 'decouverte' },
  { code: 'petit_dejeuner', label: 'Petit-déjeuner', parent: 'decouverte' },
  { code: 'forum', label: 'Forum', parent: 'decouverte' },
  { code: 'atelier_metiers', label: 'Atelier découverte des métiers', parent: 'decouverte' },
  { code: 'immersion_decouverte', label: 'Immersion découverte', parent: 'decouverte' },
  { code: 'sensibilisation', label: 'Sensibilisation à l’insertion', parent: 'decouverte' },
  { code: 'certification', label: 'Attestation ou certification de compétences', parent: 'formation' },
  { code: 'jury', label: 'Jury professionnel', parent: 'formation' },
  { code: 'prequalifiante', label: 'Formation préqualifiante', parent: 'formation' },
  { code: 'qualifiante', label: 'Formation qualifiante, alternance', parent: 'formation' },
  { code: 'formation_construite', label: 'Formation construite ensemble', parent: 'formation' },
  { code: 'plan_partage', label: 'Plan de formation partagé', parent: 'formation' },
  { code: 'offre_emploi', label: 'Offre d’emploi', parent: 'intermediation' },
  { code: 'enquete_besoins', label: 'Enquête de besoins, GPEC', parent: 'intermediation' },
  { code: 'analyse_poste', label: 'Analyse du besoin, fiche de poste', parent: 'intermediation' },
  { code: 'presentation_candidat', label: 'Présentation d’un candidat', parent: 'intermediation' },
  { code: 'job_dating', label: 'Job dating, session de recrutement', parent: 'intermediation' },
  { code: 'immersion_recrutement', label: 'Immersion', parent: 'intermediation' },
  { code: 'parrainage', label: 'Parrainage, tutorat', parent: 'intermediation' },
  { code: 'suivi_emploi', label: 'Suivi dans l’emploi', parent: 'intermediation' },
  { code: 'prestation', label: 'Prestation, achat responsable', parent: 'developpement' },
  { code: 'sous_traitance', label: 'Sous-traitance', parent: 'developpement' },
  { code: 'co_traitance', label: 'Co-traitance, réponse commune', parent: 'developpement' },
  { code: 'clause', label: 'Clause sociale', parent: 'developpement' },
  { code: 'mise_a_disposition', label: 'Mise à disposition, relais', parent: 'developpement' },
  { code: 'remplacement', label: 'Remplacement', parent: 'developpement' },
  { code: 'complementarite', label: 'Postes partagés, saisons complémentaires', parent: 'developpement' },
  { code: 'partage_moyens', label: 'Partage de locaux ou de matériel', parent: 'developpement' },
  { code: 'mecenat', label: 'Mécénat, partage d’expertise', parent: 'developpement' },
  { code: 'creation_activite', label: 'Création commune d’activité', parent: 'developpement' },
  { code: 'gouvernance', label: 'Participation à la gouvernance, sociétariat', parent: 'developpement' },
  { code: 'convention', label: 'Convention de partenariat', parent: 'developpement' },
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

/** Results that call for a cause: the outcome is history, and so is its reason. */
export const RESULTATS_AVEC_CAUSE: readonly string[] = ['refus', 'non_honoree'];

/** Why it was refused, or could not be met (`parent`: the result). */
export const CAUSES = nomenclature('2026-2', [
  { code: 'pas_de_besoin', label: 'Pas de besoin en ce moment', parent: 'refus' },
  { code: 'manque_temps', label: 'Manque de temps', parent: 'refus' },
  { code: 'pas_encadrement', label: 'Pas d’encadrement disponible', parent: 'refus' },
  { code: 'deja_sollicitee', label: 'Déjà très sollicitée', parent: 'refus' },
  { code: 'mauvais_interlocuteur', label: 'Mauvais interlocuteur', parent: 'refus' },
  { code: 'calendrier', label: 'Mauvais moment (élections, saison, budget)', parent: 'refus' },
  { code: 'prejuges', label: 'Réserves sur les publics', parent: 'refus' },
  { code: 'crainte_juridique', label: 'Crainte juridique ou administrative', parent: 'refus' },
  { code: 'conditions_accueil', label: 'Conditions d’accueil insuffisantes', parent: 'refus' },
  { code: 'prix', label: 'Prix, financement', parent: 'refus' },
  { code: 'autre_structure', label: 'Travaille déjà avec une autre structure', parent: 'refus' },
  { code: 'candidature', label: 'Candidature pas assez préparée', parent: 'refus' },
  { code: 'mauvaise_experience', label: 'Mauvaise expérience passée', parent: 'refus' },
  { code: 'pas_de_candidat', label: 'Aucun candidat prêt', parent: 'non_honoree' },
  { code: 'competences', label: 'Compétences ou qualification manquantes', parent: 'non_honoree' },
  { code: 'permis', label: 'Permis ou véhicule manquant', parent: 'non_honoree' },
  { code: 'mobilite', label: 'Trop loin, horaires sans transport', parent: 'non_honoree' },
  { code: 'garde_enfants', label: 'Garde d’enfants', parent: 'non_honoree' },
  { code: 'langue', label: 'Niveau de français', parent: 'non_honoree' },
  { code: 'candidat_desiste', label: 'Désistement du candidat', parent: 'non_honoree' },
  { code: 'delai', label: 'Délai trop court', parent: 'non_honoree' },
  { code: 'hors_cadre', label: 'Demande hors de notre cadre', parent: 'non_honoree' },
  { code: 'discrimination', label: 'Demande discriminatoire', parent: 'non_honoree' },
]);

/** Contract of a hire, by length as the funders count it. */
export const CONTRATS_EMBAUCHE = nomenclature('2026-1', [
  { code: 'cdi', label: 'CDI' },
  { code: 'cdd_long', label: 'CDD de 6 mois ou plus' },
  { code: 'cdd_court', label: 'CDD de moins de 6 mois' },
  { code: 'interim', label: 'Intérim' },
  { code: 'alternance', label: 'Alternance' },
  { code: 'iae', label: 'Contrat dans une autre SIAE' },
]);
