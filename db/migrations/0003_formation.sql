CREATE TABLE `action_formation` (
	`id` text PRIMARY KEY NOT NULL,
	`titre` text NOT NULL,
	`genre` text NOT NULL,
	`theme` text DEFAULT '' NOT NULL,
	`objectif` text DEFAULT '' NOT NULL,
	`contenu` text DEFAULT '' NOT NULL,
	`prerequis` text DEFAULT '[]' NOT NULL,
	`accessibilite` text DEFAULT '' NOT NULL,
	`organisme_id` text,
	`certification` text DEFAULT '' NOT NULL,
	`certification_code` text DEFAULT '' NOT NULL,
	`certification_titre` text DEFAULT '' NOT NULL,
	`minutes` integer DEFAULT 0 NOT NULL,
	`sur_temps_travail` integer DEFAULT true NOT NULL,
	`places_min` integer DEFAULT 1 NOT NULL,
	`places_max` integer DEFAULT 12 NOT NULL,
	`cout_mode` text DEFAULT 'heure_stagiaire' NOT NULL,
	`cout_centimes` integer DEFAULT 0 NOT NULL,
	`cherche` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`organisme_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_formation_titre` ON `action_formation` (`archived_at`,`titre`);--> statement-breakpoint
CREATE INDEX `action_formation_organisme` ON `action_formation` (`organisme_id`);--> statement-breakpoint
CREATE TABLE `besoin_formation` (
	`id` text PRIMARY KEY NOT NULL,
	`salarie_id` text,
	`support` text DEFAULT '' NOT NULL,
	`effectif` integer DEFAULT 1 NOT NULL,
	`theme` text NOT NULL,
	`libelle` text DEFAULT '' NOT NULL,
	`origine` text NOT NULL,
	`organisation_id` text,
	`priorite` text NOT NULL,
	`souhaite_le` text,
	`statut` text NOT NULL,
	`motif_ecart` text DEFAULT '' NOT NULL,
	`campagne_id` text,
	`auteur_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`campagne_id`) REFERENCES `campagne_besoins`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "besoin_formation_qui" CHECK("besoin_formation"."salarie_id" IS NOT NULL OR "besoin_formation"."support" <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `besoin_formation_salarie` ON `besoin_formation` (`salarie_id`);--> statement-breakpoint
CREATE INDEX `besoin_formation_theme` ON `besoin_formation` (`archived_at`,`theme`);--> statement-breakpoint
CREATE INDEX `besoin_formation_campagne` ON `besoin_formation` (`campagne_id`);--> statement-breakpoint
CREATE INDEX `besoin_formation_organisation` ON `besoin_formation` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `campagne_besoins` (
	`id` text PRIMARY KEY NOT NULL,
	`annee` integer NOT NULL,
	`ouverte_le` text NOT NULL,
	`echeance` text,
	`close_le` text,
	`note` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `campagne_besoins_annee_unique` ON `campagne_besoins` (`annee`);--> statement-breakpoint
CREATE TABLE `campagne_reponse` (
	`campagne_id` text NOT NULL,
	`salarie_id` text NOT NULL,
	`recueilli_le` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`campagne_id`, `salarie_id`),
	FOREIGN KEY (`campagne_id`) REFERENCES `campagne_besoins`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `campagne_reponse_salarie` ON `campagne_reponse` (`salarie_id`);--> statement-breakpoint
CREATE TABLE `evaluation_formation` (
	`inscription_id` text NOT NULL,
	`genre` text NOT NULL,
	`date` text NOT NULL,
	`reponses` text DEFAULT '{}' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`inscription_id`, `genre`),
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `financement` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`organisation_id` text,
	`phase` text NOT NULL,
	`exercice` integer NOT NULL,
	`part` integer,
	`prevu_centimes` integer,
	`reference` text DEFAULT '' NOT NULL,
	`echeance` text,
	`echeance_objet` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`session_id`) REFERENCES `session_formation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `financement_session` ON `financement` (`session_id`,`archived_at`);--> statement-breakpoint
CREATE INDEX `financement_organisation` ON `financement` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `financement_echeance` ON `financement` (`archived_at`,`echeance`);--> statement-breakpoint
CREATE TABLE `financement_mouvement` (
	`id` text PRIMARY KEY NOT NULL,
	`financement_id` text NOT NULL,
	`genre` text NOT NULL,
	`date` text NOT NULL,
	`centimes` integer NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`financement_id`) REFERENCES `financement`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `financement_mouvement_financement` ON `financement_mouvement` (`financement_id`,`archived_at`);--> statement-breakpoint
CREATE TABLE `inscription` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`salarie_id` text NOT NULL,
	`besoin_id` text,
	`statut` text NOT NULL,
	`repere_le` text NOT NULL,
	`positionne_le` text,
	`valide_le` text,
	`entre_le` text,
	`interrompu_le` text,
	`au_bout_le` text,
	`ecarte_le` text,
	`motif` text DEFAULT '' NOT NULL,
	`motif_note` text DEFAULT '' NOT NULL,
	`resultat` text DEFAULT '' NOT NULL,
	`resultat_le` text,
	`positionnement` text DEFAULT '{}' NOT NULL,
	`signe_salarie_le` text,
	`signe_structure_le` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`session_id`) REFERENCES `session_formation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`besoin_id`) REFERENCES `besoin_formation`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inscription_personne` ON `inscription` (`session_id`,`salarie_id`);--> statement-breakpoint
CREATE INDEX `inscription_salarie` ON `inscription` (`salarie_id`);--> statement-breakpoint
CREATE INDEX `inscription_besoin` ON `inscription` (`besoin_id`);--> statement-breakpoint
CREATE TABLE `plan_formation` (
	`annee` integer PRIMARY KEY NOT NULL,
	`orientations` text DEFAULT '' NOT NULL,
	`budget_centimes` integer,
	`presente_le` text,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `presence_formation` (
	`inscription_id` text NOT NULL,
	`date` text NOT NULL,
	`demi` text NOT NULL,
	`minutes` integer NOT NULL,
	`motif` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`inscription_id`, `date`, `demi`),
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `presence_formation_date` ON `presence_formation` (`date`);--> statement-breakpoint
CREATE TABLE `session_cout` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`phase` text NOT NULL,
	`libelle` text DEFAULT '' NOT NULL,
	`exercice` integer NOT NULL,
	`prevu_centimes` integer NOT NULL,
	`reel_centimes` integer,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`session_id`) REFERENCES `session_formation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_cout_session` ON `session_cout` (`session_id`,`archived_at`);--> statement-breakpoint
CREATE TABLE `session_creneau` (
	`session_id` text NOT NULL,
	`date` text NOT NULL,
	`demi` text NOT NULL,
	`debut` integer NOT NULL,
	`fin` integer NOT NULL,
	PRIMARY KEY(`session_id`, `date`, `demi`),
	FOREIGN KEY (`session_id`) REFERENCES `session_formation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_creneau_date` ON `session_creneau` (`date`);--> statement-breakpoint
CREATE TABLE `session_formation` (
	`id` text PRIMARY KEY NOT NULL,
	`numero` text NOT NULL,
	`action_id` text NOT NULL,
	`statut` text NOT NULL,
	`motif_annulation` text DEFAULT '' NOT NULL,
	`intitule` text DEFAULT '' NOT NULL,
	`organisme_id` text,
	`formateur` text DEFAULT '' NOT NULL,
	`lieu` text DEFAULT '' NOT NULL,
	`debut` text NOT NULL,
	`fin` text NOT NULL,
	`minutes` integer NOT NULL,
	`sur_temps_travail` integer DEFAULT true NOT NULL,
	`places_min` integer NOT NULL,
	`places_max` integer NOT NULL,
	`stagiaires_prevus` integer DEFAULT 0 NOT NULL,
	`cout_mode` text NOT NULL,
	`cout_centimes` integer NOT NULL,
	`support` text DEFAULT '' NOT NULL,
	`accessibilite` text DEFAULT '' NOT NULL,
	`referent_id` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`action_id`) REFERENCES `action_formation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisme_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referent_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_formation_numero_unique` ON `session_formation` (`numero`);--> statement-breakpoint
CREATE INDEX `session_formation_debut` ON `session_formation` (`archived_at`,`debut`);--> statement-breakpoint
CREATE INDEX `session_formation_action` ON `session_formation` (`action_id`);--> statement-breakpoint
CREATE INDEX `session_formation_organisme` ON `session_formation` (`organisme_id`);--> statement-breakpoint
CREATE TABLE `session_partenaire` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`places` integer NOT NULL,
	`entres` integer,
	`entres_femmes` integer,
	`part` integer,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `session_formation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_partenaire_session` ON `session_partenaire` (`session_id`);--> statement-breakpoint
CREATE INDEX `session_partenaire_organisation` ON `session_partenaire` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `situation_formation` (
	`inscription_id` text NOT NULL,
	`mois` integer NOT NULL,
	`date` text NOT NULL,
	`situation` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`inscription_id`, `mois`),
	FOREIGN KEY (`inscription_id`) REFERENCES `inscription`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `absence` (
	`id` text PRIMARY KEY NOT NULL,
	`salarie_id` text NOT NULL,
	`debut` text NOT NULL,
	`fin` text NOT NULL,
	`motif` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `absence_salarie` ON `absence` (`salarie_id`,`debut`);--> statement-breakpoint
CREATE TABLE `contrat_suspension` (
	`id` text PRIMARY KEY NOT NULL,
	`contrat_id` text NOT NULL,
	`debut` text NOT NULL,
	`fin` text,
	`motif` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`contrat_id`) REFERENCES `contrat`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `contrat_suspension_contrat` ON `contrat_suspension` (`contrat_id`);--> statement-breakpoint
CREATE TABLE `critere_eligibilite` (
	`salarie_id` text NOT NULL,
	`critere` text NOT NULL,
	`constate_le` text NOT NULL,
	`justificatif` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`salarie_id`, `critere`),
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `entretien_salarie` (
	`id` text PRIMARY KEY NOT NULL,
	`salarie_id` text NOT NULL,
	`genre` text NOT NULL,
	`date` text NOT NULL,
	`duree_minutes` integer,
	`auteur_id` text,
	`texte` text DEFAULT '' NOT NULL,
	`prochain` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `entretien_salarie_salarie` ON `entretien_salarie` (`salarie_id`,`date`);--> statement-breakpoint
CREATE INDEX `entretien_salarie_prochain` ON `entretien_salarie` (`archived_at`,`prochain`);--> statement-breakpoint
CREATE TABLE `frein` (
	`salarie_id` text NOT NULL,
	`frein` text NOT NULL,
	`interne` integer DEFAULT false NOT NULL,
	`externe` integer DEFAULT false NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`salarie_id`, `frein`),
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `metier_vise` (
	`salarie_id` text NOT NULL,
	`rang` integer NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`version` text DEFAULT '' NOT NULL,
	`libelle` text NOT NULL,
	PRIMARY KEY(`salarie_id`, `rang`),
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `metier_vise_code` ON `metier_vise` (`code`);--> statement-breakpoint
CREATE TABLE `objectif_parcours` (
	`id` text PRIMARY KEY NOT NULL,
	`salarie_id` text NOT NULL,
	`libelle` text NOT NULL,
	`fixe_le` text NOT NULL,
	`echeance` text,
	`etat` text NOT NULL,
	`etat_le` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `objectif_parcours_salarie` ON `objectif_parcours` (`salarie_id`,`archived_at`);--> statement-breakpoint
CREATE TABLE `pass_evenement` (
	`id` text PRIMARY KEY NOT NULL,
	`pass_id` text NOT NULL,
	`genre` text NOT NULL,
	`motif` text DEFAULT '' NOT NULL,
	`debut` text NOT NULL,
	`fin` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`pass_id`) REFERENCES `pass_iae`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `pass_evenement_pass` ON `pass_evenement` (`pass_id`);--> statement-breakpoint
CREATE TABLE `pass_iae` (
	`id` text PRIMARY KEY NOT NULL,
	`salarie_id` text NOT NULL,
	`numero` text NOT NULL,
	`debut` text NOT NULL,
	`fin` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `pass_iae_salarie` ON `pass_iae` (`salarie_id`);--> statement-breakpoint
CREATE TABLE `__new_document_emis` (
	`id` text PRIMARY KEY NOT NULL,
	`immersion_id` text,
	`session_id` text,
	`genre` text NOT NULL,
	`objet_id` text DEFAULT '' NOT NULL,
	`edition` integer NOT NULL,
	`emis_le` text NOT NULL,
	`auteur_id` text,
	`donnees` text NOT NULL,
	`sha256` text DEFAULT '' NOT NULL,
	`taille` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`session_id`) REFERENCES `session_formation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "document_emis_un" CHECK(("__new_document_emis"."immersion_id" IS NULL) <> ("__new_document_emis"."session_id" IS NULL))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_document_emis`("id", "immersion_id", "session_id", "genre", "objet_id", "edition", "emis_le", "auteur_id", "donnees", "sha256", "taille") SELECT "id", "immersion_id", NULL, "genre", "objet_id", "edition", "emis_le", "auteur_id", "donnees", "sha256", "taille" FROM `document_emis`;--> statement-breakpoint
DROP TABLE `document_emis`; -- relu : its rows were copied just above, and nothing refers to it
--> statement-breakpoint
ALTER TABLE `__new_document_emis` RENAME TO `document_emis`;--> statement-breakpoint
CREATE UNIQUE INDEX `document_emis_immersion` ON `document_emis` (`immersion_id`,`genre`,`objet_id`,`edition`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_emis_session` ON `document_emis` (`session_id`,`genre`,`objet_id`,`edition`);--> statement-breakpoint
ALTER TABLE `contrat` ADD `renouvelle_id` text REFERENCES contrat(id) ON DELETE SET NULL;--> statement-breakpoint
ALTER TABLE `contrat` ADD `suite` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `contrat` ADD `suite_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `contrat_fin` ON `contrat` (`fin`);--> statement-breakpoint
CREATE INDEX `contrat_renouvelle` ON `contrat` (`renouvelle_id`);--> statement-breakpoint
ALTER TABLE `salarie` ADD `courriel` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `adresse` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `code_postal` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `ville` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `prescripteur_id` text REFERENCES organisation(id);--> statement-breakpoint
ALTER TABLE `salarie` ADD `prescripteur_conseiller` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `orienteur_id` text REFERENCES organisation(id);--> statement-breakpoint
ALTER TABLE `salarie` ADD `oriente_le` text;--> statement-breakpoint
ALTER TABLE `salarie` ADD `niveau_formation` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `projet_etat` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `projet` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `projet_le` text;--> statement-breakpoint
ALTER TABLE `salarie` ADD `preparation` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `preparation_le` text;--> statement-breakpoint
ALTER TABLE `salarie` ADD `permis` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `vehicule` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `zones` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `horaires_possibles` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `mobilite_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `salarie` ADD `referent_id` text REFERENCES membre(id);--> statement-breakpoint
ALTER TABLE `salarie` ADD `encadrant_id` text REFERENCES membre(id);--> statement-breakpoint
ALTER TABLE `salarie` ADD `support` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `salarie_prescripteur` ON `salarie` (`prescripteur_id`);--> statement-breakpoint
CREATE INDEX `salarie_orienteur` ON `salarie` (`orienteur_id`);