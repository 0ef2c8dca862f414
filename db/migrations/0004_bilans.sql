CREATE TABLE `bilan` (
	`id` text PRIMARY KEY NOT NULL,
	`profil` text NOT NULL,
	`convention_id` text,
	`debut` text NOT NULL,
	`fin` text NOT NULL,
	`titre` text DEFAULT '' NOT NULL,
	`textes` text DEFAULT '{}' NOT NULL,
	`temoignages` text DEFAULT '[]' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`convention_id`) REFERENCES `convention`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `bilan_periode` ON `bilan` (`archived_at`,`profil`,`debut`,`fin`);--> statement-breakpoint
CREATE INDEX `bilan_convention` ON `bilan` (`convention_id`);--> statement-breakpoint
CREATE TABLE `bilan_emission` (
	`id` text PRIMARY KEY NOT NULL,
	`bilan_id` text NOT NULL,
	`edition` integer NOT NULL,
	`emis_le` text NOT NULL,
	`auteur_id` text,
	`titre` text NOT NULL,
	`donnees` blob NOT NULL,
	`donnees_sha256` text NOT NULL,
	`sha256` text DEFAULT '' NOT NULL,
	`taille` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`bilan_id`) REFERENCES `bilan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bilan_emission_edition` ON `bilan_emission` (`bilan_id`,`edition`);--> statement-breakpoint
CREATE TABLE `bilan_fait` (
	`genre` text NOT NULL,
	`fait_id` text NOT NULL,
	`emission_id` text NOT NULL,
	PRIMARY KEY(`genre`, `fait_id`, `emission_id`),
	FOREIGN KEY (`emission_id`) REFERENCES `bilan_emission`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `bilan_fait_emission` ON `bilan_fait` (`emission_id`);--> statement-breakpoint
CREATE TABLE `convention` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`genre` text NOT NULL,
	`intitule` text NOT NULL,
	`numero` text DEFAULT '' NOT NULL,
	`debut` text NOT NULL,
	`fin` text NOT NULL,
	`conventionne_centimes` integer,
	`profil` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `convention_organisation` ON `convention` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `convention_debut` ON `convention` (`archived_at`,`debut`);--> statement-breakpoint
CREATE TABLE `convention_annexe` (
	`id` text PRIMARY KEY NOT NULL,
	`convention_id` text NOT NULL,
	`numero` text DEFAULT '' NOT NULL,
	`debut` text NOT NULL,
	`fin` text NOT NULL,
	`etp_centiemes` integer,
	`centimes` integer,
	`part_departement` integer,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`convention_id`) REFERENCES `convention`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `convention_annexe_convention` ON `convention_annexe` (`convention_id`,`archived_at`);--> statement-breakpoint
CREATE TABLE `convention_echeance` (
	`id` text PRIMARY KEY NOT NULL,
	`convention_id` text NOT NULL,
	`libelle` text NOT NULL,
	`date` text NOT NULL,
	`debut` text,
	`fin` text,
	`rendu_le` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`convention_id`) REFERENCES `convention`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `convention_echeance_convention` ON `convention_echeance` (`convention_id`);--> statement-breakpoint
CREATE INDEX `convention_echeance_date` ON `convention_echeance` (`archived_at`,`rendu_le`,`date`);--> statement-breakpoint
CREATE TABLE `convention_objectif` (
	`convention_id` text NOT NULL,
	`annee` integer NOT NULL,
	`indicateur` text NOT NULL,
	`valeur` integer NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`convention_id`, `annee`, `indicateur`),
	FOREIGN KEY (`convention_id`) REFERENCES `convention`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `convention_piece` (
	`id` text PRIMARY KEY NOT NULL,
	`convention_id` text NOT NULL,
	`nom` text NOT NULL,
	`type` text DEFAULT '' NOT NULL,
	`taille` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`convention_id`) REFERENCES `convention`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `convention_piece_convention` ON `convention_piece` (`convention_id`);--> statement-breakpoint
CREATE TABLE `convention_versement` (
	`id` text PRIMARY KEY NOT NULL,
	`convention_id` text NOT NULL,
	`date` text NOT NULL,
	`centimes` integer NOT NULL,
	`libelle` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`convention_id`) REFERENCES `convention`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `convention_versement_convention` ON `convention_versement` (`convention_id`,`archived_at`);--> statement-breakpoint
CREATE TABLE `heures_mois` (
	`contrat_id` text NOT NULL,
	`mois` text NOT NULL,
	`minutes` integer NOT NULL,
	`origine` text NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`contrat_id`, `mois`),
	FOREIGN KEY (`contrat_id`) REFERENCES `contrat`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `heures_mois_mois` ON `heures_mois` (`mois`);--> statement-breakpoint
CREATE TABLE `motif_sortie` (
	`code` text NOT NULL,
	`depuis` text NOT NULL,
	`label` text NOT NULL,
	`categorie` text NOT NULL,
	`source` text DEFAULT '' NOT NULL,
	`retire` integer DEFAULT false NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`code`, `depuis`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `participation_fse` (
	`id` text PRIMARY KEY NOT NULL,
	`salarie_id` text NOT NULL,
	`convention_id` text,
	`participation` integer NOT NULL,
	`moment` text NOT NULL,
	`date` text NOT NULL,
	`reponses` text DEFAULT '{}' NOT NULL,
	`corrige_id` text,
	`corrige_pourquoi` text DEFAULT '' NOT NULL,
	`auteur_id` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`convention_id`) REFERENCES `convention`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `participation_fse_salarie` ON `participation_fse` (`salarie_id`,`participation`);--> statement-breakpoint
CREATE INDEX `participation_fse_date` ON `participation_fse` (`moment`,`date`);--> statement-breakpoint
CREATE INDEX `participation_fse_convention` ON `participation_fse` (`convention_id`);--> statement-breakpoint
CREATE TABLE `profil_bilan` (
	`id` text PRIMARY KEY NOT NULL,
	`nom` text NOT NULL,
	`origine` text DEFAULT '' NOT NULL,
	`contenu` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `situation_sortie` (
	`sortie_id` text NOT NULL,
	`mois` integer NOT NULL,
	`date` text NOT NULL,
	`situation` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`sortie_id`, `mois`),
	FOREIGN KEY (`sortie_id`) REFERENCES `sortie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `sortie` (
	`id` text PRIMARY KEY NOT NULL,
	`salarie_id` text NOT NULL,
	`date` text NOT NULL,
	`motif` text NOT NULL,
	`contrat` text DEFAULT '' NOT NULL,
	`duree_mois` integer,
	`organisation_id` text,
	`embauche_id` text,
	`metier` text DEFAULT '' NOT NULL,
	`minutes_hebdo` integer,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`embauche_id`) REFERENCES `embauche`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `sortie_date` ON `sortie` (`archived_at`,`date`);--> statement-breakpoint
CREATE INDEX `sortie_salarie` ON `sortie` (`salarie_id`);--> statement-breakpoint
CREATE INDEX `sortie_organisation` ON `sortie` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `sortie_embauche` ON `sortie` (`embauche_id`);--> statement-breakpoint
CREATE TABLE `temoignage` (
	`id` text PRIMARY KEY NOT NULL,
	`date` text NOT NULL,
	`signature` text NOT NULL,
	`texte` text NOT NULL,
	`accord` integer DEFAULT false NOT NULL,
	`salarie_id` text,
	`organisation_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `temoignage_date` ON `temoignage` (`archived_at`,`date`);--> statement-breakpoint
CREATE INDEX `temoignage_salarie` ON `temoignage` (`salarie_id`);--> statement-breakpoint
CREATE INDEX `temoignage_organisation` ON `temoignage` (`organisation_id`);