import { nomenclature } from './nomenclature.ts';

/** Supports d'activité of a structure: open, each works on its own. */
export const SUPPORTS = nomenclature('2026-1', [
  { code: 'espaces_verts', label: 'Espaces verts' },
  { code: 'maraichage', label: 'Maraîchage' },
  { code: 'batiment', label: 'Bâtiment' },
  { code: 'proprete', label: 'Propreté' },
  { code: 'recyclerie', label: 'Recyclerie et tri' },
  { code: 'restauration', label: 'Restauration' },
  { code: 'blanchisserie', label: 'Blanchisserie et couture' },
  { code: 'logistique', label: 'Logistique' },
  { code: 'industrie', label: 'Sous-traitance industrielle' },
  { code: 'services', label: 'Services aux personnes' },
  { code: 'administratif', label: 'Administratif' },
]);

/** What a training is about: open. */
export const THEMES_FORMATION = nomenclature('2026-1', [
  { code: 'savoirs_base', label: 'Savoirs de base et compétences clés' },
  { code: 'francais', label: 'Français' },
  { code: 'numerique', label: 'Numérique' },
  { code: 'securite', label: 'Santé et sécurité au travail' },
  { code: 'conduite', label: 'Conduite d’engins et habilitations' },
  { code: 'code_route', label: 'Code de la route et permis' },
  { code: 'espaces_verts', label: 'Espaces verts' },
  { code: 'batiment', label: 'Bâtiment' },
  { code: 'proprete', label: 'Propreté' },
  { code: 'logistique', label: 'Logistique' },
  { code: 'restauration', label: 'Restauration' },
  { code: 'vente', label: 'Vente et tenue de caisse' },
  { code: 'aide_personne', label: 'Aide à la personne' },
  { code: 'recherche_emploi', label: 'Recherche d’emploi' },
]);

/** Kinds of training, as the plan counts them. */
export const GENRES_FORMATION = nomenclature('2026-1', [
  { code: 'module_court', label: 'Module court de professionnalisation' },
  { code: 'competences_cles', label: 'Compétences clés et savoirs de base' },
  { code: 'certifiante', label: 'Formation certifiante ou qualifiante' },
  { code: 'habilitation', label: 'Habilitation obligatoire' },
  { code: 'afest', label: 'Formation en situation de travail (AFEST)' },
  { code: 'atelier', label: 'Atelier interne' },
]);

/** The same in one word or two, for lists. */
export const GENRES_FORMATION_COURTS: Record<string, string> = {
  module_court: 'Module court',
  competences_cles: 'Compétences clés',
  certifiante: 'Certifiante',
  habilitation: 'Habilitation',
  afest: 'AFEST',
  atelier: 'Atelier',
};

/** Where a training need comes from. */
export const ORIGINES_BESOIN = nomenclature('2026-1', [
  { code: 'projet', label: 'Projet professionnel' },
  { code: 'frein', label: 'Frein à lever' },
  { code: 'demande', label: 'Demande de la personne' },
  { code: 'employeur', label: 'Exigence d’un employeur' },
  { code: 'poste', label: 'Besoin du poste ou du support' },
  { code: 'obligation', label: 'Obligation de sécurité' },
]);

export const PRIORITES_BESOIN = nomenclature('2026-1', [
  { code: 'haute', label: 'Prioritaire' },
  { code: 'moyenne', label: 'Utile' },
  { code: 'basse', label: 'Si possible' },
]);

/** What became of a need; `planifie` and `satisfait` follow from the registration that answers it. */
export const STATUTS_BESOIN = nomenclature('2026-1', [
  { code: 'recueilli', label: 'Recueilli' },
  { code: 'retenu', label: 'Retenu' },
  { code: 'planifie', label: 'Planifié' },
  { code: 'satisfait', label: 'Satisfait' },
  { code: 'ecarte', label: 'Écarté' },
]);

/** Registers a certification is published in. */
export const CERTIFICATEURS = nomenclature('2026-1', [
  { code: 'rncp', label: 'RNCP' },
  { code: 'rs', label: 'Répertoire spécifique (RS)' },
]);

export const MODES_COUT = nomenclature('2026-1', [
  { code: 'heure_stagiaire', label: 'Par heure et par stagiaire' },
  { code: 'forfait', label: 'Forfait pour la session' },
]);

/** What somebody decided about a session; its calendar says whether it is to come, under way or over. */
export const STATUTS_SESSION = nomenclature('2026-1', [
  { code: 'envisagee', label: 'Envisagée' },
  { code: 'confirmee', label: 'Confirmée' },
  { code: 'annulee', label: 'Annulée' },
]);

export const DEMI_JOURNEES = nomenclature('2026-1', [
  { code: 'matin', label: 'Matin' },
  { code: 'apres_midi', label: 'Après-midi' },
]);

/** Parts of the cost of a training, and of its funding. */
export const PHASES_COUT = nomenclature('2026-1', [
  { code: 'ingenierie', label: 'Ingénierie' },
  { code: 'pedagogique', label: 'Coûts pédagogiques' },
  { code: 'salaires', label: 'Salaires pendant la formation' },
  { code: 'annexes', label: 'Frais annexes' },
]);

/**
 * Steps of a funding line. `avance` is what the structure has paid before being reimbursed, `facture` what it has
 * claimed from the funder, `verse` what the funder has paid.
 */
export const MOUVEMENTS = nomenclature('2026-1', [
  { code: 'demande', label: 'Demandé' },
  { code: 'accorde', label: 'Accordé' },
  { code: 'refuse', label: 'Refusé' },
  { code: 'avance', label: 'Avancé' },
  { code: 'facture', label: 'Facturé' },
  { code: 'verse', label: 'Versé' },
]);

/** Life of a trainee on a session; `interrompu` and `ecarte` end it early. */
export const STATUTS_INSCRIPTION = nomenclature('2026-1', [
  { code: 'repere', label: 'Repéré' },
  { code: 'positionne', label: 'Positionné' },
  { code: 'valide', label: 'Validé' },
  { code: 'entre', label: 'Entré' },
  { code: 'au_bout', label: 'Au bout' },
  { code: 'interrompu', label: 'Interrompu' },
  { code: 'ecarte', label: 'Non retenu' },
]);

/** Why somebody stopped, or did not begin. */
export const MOTIFS_ARRET = nomenclature('2026-1', [
  { code: 'emploi', label: 'Emploi trouvé' },
  { code: 'fin_contrat', label: 'Fin du contrat' },
  { code: 'prerequis', label: 'Prérequis non atteints' },
  { code: 'places', label: 'Plus de place' },
  { code: 'contenu', label: 'Contenu inadapté' },
  { code: 'mobilite', label: 'Trajet ou horaires' },
  { code: 'personnel', label: 'Raison personnelle' },
  { code: 'absences', label: 'Absences' },
  { code: 'autre', label: 'Autre' },
]);

/** What came of the certification aimed at. */
export const RESULTATS_CERTIFICATION = nomenclature('2026-1', [
  { code: 'total', label: 'Certifié' },
  { code: 'partiel', label: 'Certifié en partie' },
  { code: 'non_presente', label: 'Non présenté' },
  { code: 'echoue', label: 'Échoué' },
]);

/** Why a half-day was not followed, or not whole: nothing on health. */
export const MOTIFS_PRESENCE_FORMATION = nomenclature('2026-1', [
  { code: 'justifiee', label: 'Absence justifiée' },
  { code: 'injustifiee', label: 'Absence non justifiée' },
  { code: 'retard', label: 'Retard ou départ avant l’heure' },
  { code: 'annulee', label: 'Demi-journée annulée' },
]);

/** Where a trainee stands some months later. */
export const SITUATIONS = nomenclature('2026-1', [
  { code: 'durable', label: 'Emploi durable (CDI, CDD de 6 mois ou plus)', parent: 'dynamique' },
  { code: 'transition', label: 'Emploi de transition (moins de 6 mois)', parent: 'dynamique' },
  { code: 'formation', label: 'Formation qualifiante', parent: 'dynamique' },
  { code: 'autre_siae', label: 'Autre SIAE', parent: 'dynamique' },
  { code: 'parcours', label: 'Toujours en parcours chez nous', parent: 'parcours' },
  { code: 'recherche', label: 'En recherche d’emploi', parent: 'autre' },
  { code: 'autre', label: 'Autre situation', parent: 'autre' },
  { code: 'sans_reponse', label: 'Sans réponse', parent: 'inconnue' },
]);

/** Months after the end of a training at which its trainees are asked. */
export const MOIS_SITUATION = [3, 6, 12] as const;

/** Papers of a session, each issued and kept on its own; several are one per trainee. */
export const GENRES_DOCUMENT_FORMATION = nomenclature('2026-1', [
  { code: 'positionnement', label: 'Fiche de positionnement' },
  { code: 'convocation', label: 'Convocation' },
  { code: 'emargement', label: 'Feuille d’émargement' },
  { code: 'assiduite', label: 'Attestation d’assiduité' },
  { code: 'fin_formation', label: 'Attestation de fin de formation' },
  { code: 'evaluation_chaud', label: 'Évaluation à chaud' },
  { code: 'evaluation_froid', label: 'Évaluation à froid' },
]);
