import { nomenclature } from './nomenclature.ts';

/** Roles an organisation may play for the structure, several at once. */
export const ROLES = nomenclature('2026-1', [
  { code: 'employeur', label: 'Employeur' },
  { code: 'client', label: 'Client' },
  { code: 'fournisseur', label: 'Fournisseur' },
  { code: 'financeur', label: 'Financeur' },
  { code: 'prescripteur', label: 'Prescripteur' },
  { code: 'organisme_formation', label: 'Organisme de formation' },
  { code: 'club', label: 'Club ou réseau d’employeurs' },
  { code: 'siae', label: 'SIAE partenaire' },
  { code: 'concurrent', label: 'Concurrent' },
]);

/** What kind of body it is. */
export const CATEGORIES = nomenclature('2026-2', [
  { code: 'entreprise', label: 'Entreprise' },
  { code: 'artisan', label: 'Artisan' },
  { code: 'exploitation_agricole', label: 'Exploitation agricole' },
  { code: 'association', label: 'Association' },
  { code: 'cooperative', label: 'Coopérative, SCIC ou SCOP' },
  { code: 'siae', label: 'SIAE' },
  { code: 'entreprise_adaptee', label: 'Entreprise adaptée, ESAT' },
  { code: 'regie_quartier', label: 'Régie de quartier ou de territoire' },
  { code: 'geiq', label: 'GEIQ' },
  { code: 'groupement_employeurs', label: 'Groupement d’employeurs' },
  { code: 'interim', label: 'Agence d’intérim' },
  { code: 'particulier_employeur', label: 'Particulier employeur' },
  { code: 'commune', label: 'Commune' },
  { code: 'intercommunalite', label: 'Intercommunalité' },
  { code: 'departement', label: 'Département' },
  { code: 'region', label: 'Région' },
  { code: 'etat', label: 'Service de l’État (préfecture, DDETS, DREETS)' },
  { code: 'france_travail', label: 'France Travail' },
  { code: 'mission_locale', label: 'Mission locale' },
  { code: 'cap_emploi', label: 'Cap emploi' },
  { code: 'plie', label: 'PLIE, maison de l’emploi' },
  { code: 'ccas', label: 'CCAS' },
  { code: 'protection_sociale', label: 'CAF, CPAM, MSA, CARSAT' },
  { code: 'bailleur', label: 'Bailleur social' },
  { code: 'etablissement_scolaire', label: 'Établissement scolaire' },
  { code: 'etablissement_sante', label: 'Établissement de santé ou médico-social' },
  { code: 'hebergement', label: 'Hébergement, CHRS' },
  { code: 'organisme_formation', label: 'Organisme de formation' },
  { code: 'opco', label: 'OPCO' },
  { code: 'chambre_consulaire', label: 'Chambre consulaire' },
  { code: 'federation', label: 'Fédération ou union patronale' },
  { code: 'club_entreprises', label: 'Club ou association d’entreprises' },
  { code: 'syndicat', label: 'Syndicat de salariés' },
  { code: 'reseau_iae', label: 'Réseau de l’IAE ou de l’économie sociale' },
  { code: 'droits', label: 'Accès aux droits, égalité (CIDFF…)' },
  { code: 'fondation', label: 'Fondation' },
  { code: 'finance_solidaire', label: 'Financeur solidaire ou banque' },
  { code: 'appui_creation', label: 'Appui à la création d’activité' },
]);

/** Size by number of salariés: under 10, 10 to 249, 250 and more (décret n° 2008-1354 du 18 décembre 2008, art. 3). */
export const TAILLES = nomenclature('2008-1', [
  { code: 'tpe', label: 'TPE' },
  { code: 'pme', label: 'PME' },
  { code: 'ge', label: 'Grande entreprise' },
]);

/** Stages of the relation; figures depend on them, so the list is closed. */
export const STADES = nomenclature('2026-1', [
  { code: 'a_prospecter', label: 'À prospecter' },
  { code: 'contactee', label: 'Contactée' },
  { code: 'interessee', label: 'Intéressée' },
  { code: 'engagee', label: 'Engagée' },
  { code: 'partenaire', label: 'Partenaire' },
  { code: 'en_sommeil', label: 'En sommeil' },
  { code: 'perdue', label: 'Perdue' },
]);

/** How far an organisation is ready to go for one kind of action. */
export const IMPLICATIONS = nomenclature('2026-1', [
  { code: 'deja', label: 'Déjà fait' },
  { code: 'prete', label: 'Prête' },
  { code: 'a_convaincre', label: 'À convaincre' },
  { code: 'refuse', label: 'Ne souhaite pas' },
]);

/** What somebody finds, or must have, when coming to work there. */
export const CONDITIONS = nomenclature('2026-1', [
  { code: 'vestiaires', label: 'Vestiaires' },
  { code: 'sanitaires', label: 'Sanitaires' },
  { code: 'sanitaires_separes', label: 'Sanitaires femmes et hommes séparés' },
  { code: 'repas', label: 'Lieu pour déjeuner' },
  { code: 'acces_sans_permis', label: 'Accessible sans permis' },
  { code: 'transports', label: 'Desservie par les transports' },
  { code: 'covoiturage', label: 'Covoiturage possible' },
  { code: 'epi_fournis', label: 'EPI fournis' },
  { code: 'accessible_pmr', label: 'Accessible aux personnes à mobilité réduite' },
  { code: 'permis_utile', label: 'Permis B utile' },
  { code: 'horaires_decales', label: 'Horaires décalés' },
  { code: 'port_charges', label: 'Port de charges' },
]);

/** Ways the organisation finds its people. */
export const RECRUTEMENTS = nomenclature('2026-1', [
  { code: 'bouche_a_oreille', label: 'Bouche-à-oreille' },
  { code: 'annonces', label: 'Annonces' },
  { code: 'france_travail', label: 'France Travail' },
  { code: 'interim', label: 'Intérim puis embauche' },
  { code: 'apprentissage', label: 'Apprentissage, alternance' },
  { code: 'stages', label: 'Stages et immersions' },
  { code: 'candidatures_internes', label: 'Candidatures internes' },
  { code: 'cabinet', label: 'Cabinet de recrutement' },
  { code: 'geiq', label: 'GEIQ ou groupement' },
]);

/** Who recruits there. */
export const RECRUTEURS = nomenclature('2026-1', [
  { code: 'dirigeant', label: 'La direction' },
  { code: 'rh', label: 'Les ressources humaines' },
  { code: 'responsable_site', label: 'Le responsable du site ou du service' },
  { code: 'chef_equipe', label: 'L’encadrement de l’équipe' },
  { code: 'siege', label: 'Le siège' },
  { code: 'prestataire', label: 'Un prestataire' },
]);

/** Why it would welcome somebody in insertion. */
export const MOTIVATIONS = nomenclature('2026-1', [
  { code: 'recruter', label: 'Difficultés à recruter' },
  { code: 'transmettre', label: 'Transmettre un savoir-faire' },
  { code: 'former', label: 'Former avant d’embaucher' },
  { code: 'territoire', label: 'Développement local' },
  { code: 'rse', label: 'Responsabilité sociale' },
  { code: 'clause', label: 'Clause d’insertion à remplir' },
  { code: 'developpement', label: 'Développement de l’activité' },
  { code: 'image', label: 'Image de l’organisation' },
  { code: 'remplacements', label: 'Remplacements à pourvoir' },
]);

/** Where the contact came from. */
export const ORIGINES = nomenclature('2026-1', [
  { code: 'prospection', label: 'Prospection' },
  { code: 'bouche_a_oreille', label: 'Bouche-à-oreille' },
  { code: 'salarie', label: 'Une personne accompagnée, d’aujourd’hui ou d’hier' },
  { code: 'equipe', label: 'L’équipe, le conseil d’administration' },
  { code: 'club', label: 'Un club ou réseau d’employeurs' },
  { code: 'evenement', label: 'Un forum, un salon, une réunion' },
  { code: 'prescripteur', label: 'Un prescripteur' },
  { code: 'client', label: 'Client de nos activités' },
  { code: 'demande', label: 'Elle nous a contactés' },
  { code: 'annuaire', label: 'Un annuaire, une liste importée' },
  { code: 'presse', label: 'La presse, une annonce' },
]);

/** Why an organisation must not be contacted any more. */
export const MOTIFS_SILENCE = nomenclature('2026-1', [
  { code: 'demande', label: 'Elle l’a demandé' },
  { code: 'incident', label: 'Incident lors d’un accueil' },
  { code: 'pratiques', label: 'Pratiques contraires à nos valeurs' },
  { code: 'discrimination', label: 'Demandes discriminatoires' },
  { code: 'cessation', label: 'Cessation d’activité' },
  { code: 'autre_interlocuteur', label: 'Suivie par une autre structure' },
]);

/** Kinds of functions held by interlocuteurs, named by what is done rather than by who does it. */
export const QUALITES = nomenclature('2026-2', [
  { code: 'dirigeant', label: 'Direction' },
  { code: 'rh', label: 'Ressources humaines' },
  { code: 'tuteur', label: 'Tutorat' },
  { code: 'chef_equipe', label: 'Encadrement d’équipe ou de chantier' },
  { code: 'responsable', label: 'Responsable de service ou de site' },
  { code: 'achats', label: 'Achats, commande' },
  { code: 'commercial', label: 'Développement commercial' },
  { code: 'assistance', label: 'Accueil, assistance de direction' },
  { code: 'elu', label: 'Mandat d’élu' },
  { code: 'technicien', label: 'Services d’une collectivité' },
  { code: 'charge_mission', label: 'Mission, conduite de projet' },
  { code: 'referent_clause', label: 'Clause sociale' },
  { code: 'prescripteur', label: 'Conseil, prescription' },
  { code: 'formateur', label: 'Formation' },
  { code: 'administrateur', label: 'Présidence, conseil d’administration' },
  { code: 'encadrant', label: 'Encadrement technique d’insertion' },
  { code: 'cip', label: 'Accompagnement socioprofessionnel' },
]);

/** Sectors the network is analysed by. */
export const SECTEURS = nomenclature('2026-2', [
  { code: 'batiment', label: 'Bâtiment, travaux publics' },
  { code: 'nettoyage', label: 'Nettoyage, propreté' },
  { code: 'espaces_verts', label: 'Espaces verts' },
  { code: 'agriculture', label: 'Agriculture, viticulture' },
  { code: 'recyclage', label: 'Collecte, tri, recyclage' },
  { code: 'restauration', label: 'Hôtellerie, restauration' },
  { code: 'aide_personne', label: 'Services à la personne' },
  { code: 'sante_social', label: 'Santé, médico-social' },
  { code: 'transport', label: 'Transport, logistique' },
  { code: 'commerce', label: 'Commerce, distribution' },
  { code: 'industrie', label: 'Industrie, ateliers' },
  { code: 'agroalimentaire', label: 'Agroalimentaire' },
  { code: 'textile', label: 'Textile, réemploi' },
  { code: 'automobile', label: 'Automobile, mécanique' },
  { code: 'bureau', label: 'Administration, bureau' },
  { code: 'numerique', label: 'Numérique, communication' },
  { code: 'securite', label: 'Sécurité, gardiennage' },
  { code: 'culture', label: 'Culture, sport, animation' },
  { code: 'services_publics', label: 'Services publics' },
  { code: 'formation', label: 'Enseignement, formation' },
]);
