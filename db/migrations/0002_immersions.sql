CREATE TABLE `document_emis` (
	`id` text PRIMARY KEY NOT NULL,
	`immersion_id` text NOT NULL,
	`genre` text NOT NULL,
	`objet_id` text DEFAULT '' NOT NULL,
	`edition` integer NOT NULL,
	`emis_le` text NOT NULL,
	`auteur_id` text,
	`donnees` text NOT NULL,
	`sha256` text DEFAULT '' NOT NULL,
	`taille` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `document_emis_edition` ON `document_emis` (`immersion_id`,`genre`,`objet_id`,`edition`);--> statement-breakpoint
CREATE TABLE `immersion_accident` (
	`id` text PRIMARY KEY NOT NULL,
	`immersion_id` text NOT NULL,
	`date` text NOT NULL,
	`heure` integer,
	`trajet` integer DEFAULT false NOT NULL,
	`lieu` text DEFAULT '' NOT NULL,
	`circonstances` text DEFAULT '' NOT NULL,
	`temoins` text DEFAULT '' NOT NULL,
	`informe_le` text,
	`transmis_le` text,
	`declare_le` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `immersion_accident_immersion` ON `immersion_accident` (`immersion_id`);--> statement-breakpoint
CREATE TABLE `immersion_bilan` (
	`immersion_id` text PRIMARY KEY NOT NULL,
	`realisation` text DEFAULT '' NOT NULL,
	`avis_salarie` text DEFAULT '' NOT NULL,
	`avis_accueil` text DEFAULT '' NOT NULL,
	`avis_structure` text DEFAULT '' NOT NULL,
	`objectifs` text DEFAULT '' NOT NULL,
	`decision` text DEFAULT '' NOT NULL,
	`suite` text DEFAULT '' NOT NULL,
	`date` text,
	`embauche_id` text,
	`fait_le` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`embauche_id`) REFERENCES `embauche`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `immersion_evaluation` (
	`immersion_id` text NOT NULL,
	`genre` text NOT NULL,
	`date` text,
	`evaluateur` text DEFAULT '' NOT NULL,
	`reponses` text DEFAULT '{}' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`immersion_id`, `genre`),
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `immersion_objectif` (
	`annee` integer NOT NULL,
	`axe` text NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`nombre` integer NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`annee`, `axe`, `code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `immersion_point` (
	`id` text PRIMARY KEY NOT NULL,
	`immersion_id` text NOT NULL,
	`cle` text NOT NULL,
	`genre` text NOT NULL,
	`echeance` text NOT NULL,
	`fait_le` text,
	`auteur_id` text,
	`contenu` text DEFAULT '{}' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `immersion_point_cle` ON `immersion_point` (`immersion_id`,`cle`);--> statement-breakpoint
CREATE TABLE `immersion_presence` (
	`immersion_id` text NOT NULL,
	`date` text NOT NULL,
	`minutes` integer NOT NULL,
	`motif` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`immersion_id`, `date`),
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `immersion_signature` (
	`immersion_id` text NOT NULL,
	`role` text NOT NULL,
	`nom` text DEFAULT '' NOT NULL,
	`date` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`immersion_id`, `role`),
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `seuil` (
	`code` text NOT NULL,
	`depuis` text NOT NULL,
	`valeur` integer NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`code`, `depuis`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `immersion` ADD `motif_renouvellement` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `entretien_date` text;--> statement-breakpoint
ALTER TABLE `immersion` ADD `attentes_salarie` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `attentes_accueil` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `attentes_structure` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `site_id` text REFERENCES site(id);--> statement-breakpoint
ALTER TABLE `immersion` ADD `rome_code` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `rome_version` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `competences` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `exceptions` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `alsace_moselle` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `prevention` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `transport` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `frais` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `prescripteur_referent` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `immersion` ADD `minutes_faites` integer;--> statement-breakpoint
ALTER TABLE `immersion` ADD `refusee_par` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `immersion_tuteur` ON `immersion` (`tuteur_id`);--> statement-breakpoint
CREATE INDEX `immersion_renouvelle` ON `immersion` (`renouvelle_id`);--> statement-breakpoint
CREATE INDEX `immersion_site` ON `immersion` (`site_id`);--> statement-breakpoint
CREATE INDEX `entretien_interlocuteur` ON `entretien` (`interlocuteur_id`);--> statement-breakpoint
INSERT INTO `document_emis` (`id`, `immersion_id`, `genre`, `objet_id`, `edition`, `emis_le`, `auteur_id`, `donnees`, `sha256`)
SELECT `id`, `immersion_id`, 'convention', '', row_number() OVER (PARTITION BY `immersion_id` ORDER BY `emise_le`, `id`), `emise_le`, NULL, `donnees`, `sha256`
FROM `convention_emise`;--> statement-breakpoint
DROP TABLE `convention_emise`; -- relu : its rows were copied just above, and nothing refers to it
