CREATE TABLE `nomenclature_valeur` (
	`liste` text NOT NULL,
	`code` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`parent` text DEFAULT '' NOT NULL,
	`ordre` integer DEFAULT 0 NOT NULL,
	`retire_le` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`liste`, `code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `fusion` (
	`id` text PRIMARY KEY NOT NULL,
	`genre` text NOT NULL,
	`garde_id` text NOT NULL,
	`absorbe_id` text NOT NULL,
	`avant` text NOT NULL,
	`auteur_id` text,
	`fusionne_le` text NOT NULL,
	`annule_le` text,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `metier_organisation` (
	`organisation_id` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`version` text DEFAULT '' NOT NULL,
	`libelle` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `code`, `libelle`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `metier_organisation_code` ON `metier_organisation` (`code`);--> statement-breakpoint
CREATE TABLE `pas_doublon` (
	`genre` text NOT NULL,
	`un_id` text NOT NULL,
	`autre_id` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`genre`, `un_id`, `autre_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `role_organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`debut` text,
	`fin` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `role_organisation_organisation` ON `role_organisation` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `secteur_score` (
	`secteur` text NOT NULL,
	`annee` integer NOT NULL,
	`score` integer NOT NULL,
	`repondants` integer,
	`note` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`secteur`, `annee`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `site` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`nom` text NOT NULL,
	`siret` text DEFAULT '' NOT NULL,
	`adresse` text DEFAULT '' NOT NULL,
	`code_postal` text DEFAULT '' NOT NULL,
	`ville` text DEFAULT '' NOT NULL,
	`telephone` text DEFAULT '' NOT NULL,
	`conditions` text DEFAULT '[]' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `site_organisation` ON `site` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `embauche` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`salarie_id` text,
	`sollicitation_id` text,
	`date` text NOT NULL,
	`contrat` text NOT NULL,
	`metier` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sollicitation_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `embauche_organisation` ON `embauche` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `embauche_salarie` ON `embauche` (`salarie_id`);--> statement-breakpoint
CREATE INDEX `embauche_date` ON `embauche` (`archived_at`,`date`);--> statement-breakpoint
CREATE TABLE `piece_jointe` (
	`id` text PRIMARY KEY NOT NULL,
	`sollicitation_id` text NOT NULL,
	`nom` text NOT NULL,
	`type` text DEFAULT '' NOT NULL,
	`taille` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`sollicitation_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `piece_jointe_sollicitation` ON `piece_jointe` (`sollicitation_id`);--> statement-breakpoint
CREATE TABLE `sollicitation_salarie` (
	`sollicitation_id` text NOT NULL,
	`salarie_id` text NOT NULL,
	PRIMARY KEY(`sollicitation_id`, `salarie_id`),
	FOREIGN KEY (`sollicitation_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sollicitation_salarie_inverse` ON `sollicitation_salarie` (`salarie_id`);--> statement-breakpoint
CREATE TABLE `entretien` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`interlocuteur_id` text,
	`sollicitation_id` text,
	`auteur_id` text,
	`date` text,
	`heure` integer,
	`duree_minutes` integer,
	`lieu` text DEFAULT '' NOT NULL,
	`appel` text DEFAULT '{}' NOT NULL,
	`grille` text DEFAULT '{}' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interlocuteur_id`) REFERENCES `interlocuteur`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sollicitation_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `entretien_organisation` ON `entretien` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `entretien_sollicitation` ON `entretien` (`sollicitation_id`);--> statement-breakpoint
CREATE TABLE `modele` (
	`id` text PRIMARY KEY NOT NULL,
	`genre` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`titre` text NOT NULL,
	`objet` text DEFAULT '' NOT NULL,
	`corps` text NOT NULL,
	`ordre` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `modele_genre` ON `modele` (`genre`);--> statement-breakpoint
CREATE TABLE `vue` (
	`id` text PRIMARY KEY NOT NULL,
	`ecran` text NOT NULL,
	`nom` text NOT NULL,
	`filtres` text NOT NULL,
	`membre_id` text,
	`ordre` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`membre_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `vue_ecran` ON `vue` (`ecran`,`archived_at`);--> statement-breakpoint
CREATE TABLE `__new_relance` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`sollicitation_id` text,
	`libelle` text NOT NULL,
	`echeance` text,
	`evenement` text DEFAULT '' NOT NULL,
	`responsable_id` text,
	`fait_le` text,
	`reponse_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sollicitation_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`responsable_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reponse_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "relance_quand" CHECK(`echeance` IS NOT NULL OR `evenement` <> '')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_relance`("id", "organisation_id", "sollicitation_id", "libelle", "echeance", "responsable_id", "fait_le", "reponse_id", "created_at", "updated_at", "archived_at") SELECT "id", "organisation_id", "sollicitation_id", "libelle", "echeance", "responsable_id", "fait_le", "reponse_id", "created_at", "updated_at", "archived_at" FROM `relance`;--> statement-breakpoint
DROP TABLE `relance`; -- relu : its rows were copied just above, and nothing refers to it
--> statement-breakpoint
ALTER TABLE `__new_relance` RENAME TO `relance`;--> statement-breakpoint
CREATE INDEX `relance_echeance` ON `relance` (`archived_at`,`fait_le`,`echeance`);--> statement-breakpoint
CREATE INDEX `relance_organisation` ON `relance` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `relance_sollicitation` ON `relance` (`sollicitation_id`);--> statement-breakpoint
CREATE INDEX `relance_reponse` ON `relance` (`reponse_id`);--> statement-breakpoint
ALTER TABLE `fonction` ADD `qualite` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `interlocuteur` ADD `autre_telephone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `interlocuteur` ADD `opposition_le` text;--> statement-breakpoint
ALTER TABLE `interlocuteur` ADD `opposition_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `interlocuteur` ADD `fusionne_dans` text REFERENCES interlocuteur(id);--> statement-breakpoint
ALTER TABLE `organisation` ADD `categorie` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `effectif` integer;--> statement-breakpoint
ALTER TABLE `organisation` ADD `taille` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `naf` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `naf_version` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `secteur` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `zone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `stade` text DEFAULT 'a_prospecter' NOT NULL;--> statement-breakpoint
UPDATE `organisation` SET `stade` = 'contactee' WHERE `dernier_echange` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `implication` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `saison` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `saison_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `conditions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `conditions_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `recrutements` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `recruteur` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `motivations` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `recrutement_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `referent_id` text REFERENCES membre(id);--> statement-breakpoint
ALTER TABLE `organisation` ADD `origine` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `origine_precision` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `ne_plus_contacter_le` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `ne_plus_contacter_motif` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `ne_plus_contacter_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `ne_plus_contacter_par` text REFERENCES membre(id);--> statement-breakpoint
ALTER TABLE `organisation` ADD `fusionnee_dans` text REFERENCES organisation(id);--> statement-breakpoint
ALTER TABLE `organisation` ADD `dernier_resultat` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `dernier_sens` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `organisation` SET (`dernier_resultat`, `dernier_sens`) = (SELECT s.`resultat`, s.`sens` FROM `sollicitation_organisation` so CROSS JOIN `sollicitation` s ON s.`id` = so.`sollicitation_id` WHERE so.`organisation_id` = `organisation`.`id` AND s.`archived_at` IS NULL ORDER BY s.`date` DESC, s.`rang` DESC LIMIT 1) WHERE `dernier_echange` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `organisation_referent` ON `organisation` (`referent_id`);--> statement-breakpoint
CREATE INDEX `organisation_fusionnee` ON `organisation` (`fusionnee_dans`);--> statement-breakpoint
CREATE INDEX `interlocuteur_fusionne` ON `interlocuteur` (`fusionne_dans`);--> statement-breakpoint
CREATE INDEX `organisation_stade` ON `organisation` (`archived_at`,`stade`,`dernier_echange`,`prochaine_relance`,`ne_plus_contacter_le`,`dernier_resultat`,`dernier_sens`);--> statement-breakpoint
ALTER TABLE `sollicitation` ADD `sous_nature` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sollicitation` ADD `objet` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sollicitation` ADD `cause` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sollicitation` ADD `duree_minutes` integer;--> statement-breakpoint
DROP INDEX `sollicitation_date`;--> statement-breakpoint
CREATE INDEX `sollicitation_date` ON `sollicitation` (`archived_at`,`date`,`nature`,`canal`,`resultat`,`id`,`sens`,`cause`,`sous_nature`,`auteur_id`);