CREATE TABLE `convention_emise` (
	`id` text PRIMARY KEY NOT NULL,
	`immersion_id` text NOT NULL,
	`emise_le` text NOT NULL,
	`donnees` text NOT NULL,
	`sha256` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`immersion_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `convention_emise_immersion` ON `convention_emise` (`immersion_id`);--> statement-breakpoint
CREATE TABLE `immersion` (
	`id` text PRIMARY KEY NOT NULL,
	`numero` text NOT NULL,
	`statut` text NOT NULL,
	`salarie_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`objet` text DEFAULT '' NOT NULL,
	`objectifs` text DEFAULT '' NOT NULL,
	`modalites_evaluation` text DEFAULT '' NOT NULL,
	`metier` text DEFAULT '' NOT NULL,
	`activites` text DEFAULT '' NOT NULL,
	`protection` text DEFAULT '' NOT NULL,
	`lieu` text DEFAULT '' NOT NULL,
	`debut` text,
	`fin` text,
	`fin_prevue` text,
	`horaires` text NOT NULL,
	`feries_travailles` integer DEFAULT false NOT NULL,
	`minutes` integer DEFAULT 0 NOT NULL,
	`jours` integer DEFAULT 0 NOT NULL,
	`mode_contrat` text DEFAULT '' NOT NULL,
	`tuteur_id` text,
	`tuteur_nom` text DEFAULT '' NOT NULL,
	`tuteur_fonction` text DEFAULT '' NOT NULL,
	`representant_legal` text DEFAULT '' NOT NULL,
	`prescripteur_nom` text DEFAULT '' NOT NULL,
	`prescripteur_adresse` text DEFAULT '' NOT NULL,
	`referent_id` text,
	`numero_immersion_facilitee` text DEFAULT '' NOT NULL,
	`motif_annulation` text DEFAULT '' NOT NULL,
	`renouvelle_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tuteur_id`) REFERENCES `interlocuteur`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`referent_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`renouvelle_id`) REFERENCES `immersion`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `immersion_numero_unique` ON `immersion` (`numero`);--> statement-breakpoint
CREATE INDEX `immersion_debut` ON `immersion` (`archived_at`,`debut`);--> statement-breakpoint
CREATE INDEX `immersion_salarie` ON `immersion` (`salarie_id`);--> statement-breakpoint
CREATE INDEX `immersion_organisation` ON `immersion` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `membre` (
	`id` text PRIMARY KEY NOT NULL,
	`prenom` text DEFAULT '' NOT NULL,
	`nom` text NOT NULL,
	`fonction` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `reglage` (
	`cle` text PRIMARY KEY NOT NULL,
	`valeur` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `structure` (
	`id` integer PRIMARY KEY NOT NULL,
	`raison_sociale` text NOT NULL,
	`genre` text NOT NULL,
	`siret` text DEFAULT '' NOT NULL,
	`adresse` text DEFAULT '' NOT NULL,
	`code_postal` text DEFAULT '' NOT NULL,
	`ville` text DEFAULT '' NOT NULL,
	`telephone` text DEFAULT '' NOT NULL,
	`courriel` text DEFAULT '' NOT NULL,
	`convention_numero` text DEFAULT '' NOT NULL,
	`logo` blob,
	`logo_type` text DEFAULT '' NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `fonction` (
	`id` text PRIMARY KEY NOT NULL,
	`interlocuteur_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`intitule` text DEFAULT '' NOT NULL,
	`debut` text,
	`fin` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`interlocuteur_id`) REFERENCES `interlocuteur`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `fonction_organisation` ON `fonction` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `fonction_interlocuteur` ON `fonction` (`interlocuteur_id`);--> statement-breakpoint
CREATE TABLE `importation` (
	`id` text PRIMARY KEY NOT NULL,
	`fichier` text NOT NULL,
	`importe_le` text NOT NULL,
	`lignes` integer NOT NULL,
	`creees` integer NOT NULL,
	`completees` integer NOT NULL,
	`identiques` integer NOT NULL,
	`rejetees` integer NOT NULL,
	`avant` text DEFAULT '[]' NOT NULL,
	`annule_le` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `interlocuteur` (
	`id` text PRIMARY KEY NOT NULL,
	`civilite` text DEFAULT '' NOT NULL,
	`prenom` text DEFAULT '' NOT NULL,
	`nom` text NOT NULL,
	`telephone` text DEFAULT '' NOT NULL,
	`courriel` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation` (
	`rang` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`nom` text NOT NULL,
	`nom_tri` text NOT NULL,
	`genre` text DEFAULT '' NOT NULL,
	`genre_siae` text DEFAULT '' NOT NULL,
	`activite` text DEFAULT '' NOT NULL,
	`convention_collective` text DEFAULT '' NOT NULL,
	`siret` text DEFAULT '' NOT NULL,
	`adresse` text DEFAULT '' NOT NULL,
	`code_postal` text DEFAULT '' NOT NULL,
	`ville` text DEFAULT '' NOT NULL,
	`ville_tri` text DEFAULT '' NOT NULL,
	`telephone` text DEFAULT '' NOT NULL,
	`autre_telephone` text DEFAULT '' NOT NULL,
	`courriel` text DEFAULT '' NOT NULL,
	`autre_courriel` text DEFAULT '' NOT NULL,
	`site` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`cherche` text DEFAULT '' NOT NULL,
	`cherche_personnes` text DEFAULT '' NOT NULL,
	`dernier_echange` text,
	`prochaine_relance` text,
	`importation_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`importation_id`) REFERENCES `importation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_id_unique` ON `organisation` (`id`);--> statement-breakpoint
CREATE INDEX `organisation_nom` ON `organisation` (`archived_at`,`nom_tri`);--> statement-breakpoint
CREATE INDEX `organisation_ville` ON `organisation` (`archived_at`,`ville_tri`,`nom_tri`);--> statement-breakpoint
CREATE INDEX `organisation_echange` ON `organisation` (`archived_at`,`dernier_echange`,`nom_tri`);--> statement-breakpoint
CREATE INDEX `organisation_echange_recent` ON `organisation` (`archived_at`,`dernier_echange` DESC,`nom_tri`);--> statement-breakpoint
CREATE INDEX `organisation_relance` ON `organisation` (`archived_at`,`prochaine_relance`,`nom_tri`);--> statement-breakpoint
CREATE INDEX `organisation_siret` ON `organisation` (`siret`);--> statement-breakpoint
CREATE INDEX `organisation_importation` ON `organisation` (`importation_id`);--> statement-breakpoint
CREATE TABLE `contrat` (
	`id` text PRIMARY KEY NOT NULL,
	`salarie_id` text NOT NULL,
	`nature` text NOT NULL,
	`debut` text NOT NULL,
	`fin` text,
	`minutes_hebdo` integer,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`salarie_id`) REFERENCES `salarie`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `contrat_salarie` ON `contrat` (`salarie_id`);--> statement-breakpoint
CREATE TABLE `salarie` (
	`id` text PRIMARY KEY NOT NULL,
	`prenom` text NOT NULL,
	`nom` text NOT NULL,
	`nom_tri` text NOT NULL,
	`sexe` text NOT NULL,
	`naissance` text NOT NULL,
	`telephone` text DEFAULT '' NOT NULL,
	`cherche` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `salarie_nom` ON `salarie` (`archived_at`,`nom_tri`);--> statement-breakpoint
CREATE TABLE `relance` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`sollicitation_id` text,
	`libelle` text NOT NULL,
	`echeance` text NOT NULL,
	`responsable_id` text,
	`fait_le` text,
	`reponse_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sollicitation_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`responsable_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reponse_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `relance_echeance` ON `relance` (`archived_at`,`fait_le`,`echeance`);--> statement-breakpoint
CREATE INDEX `relance_organisation` ON `relance` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `relance_sollicitation` ON `relance` (`sollicitation_id`);--> statement-breakpoint
CREATE INDEX `relance_reponse` ON `relance` (`reponse_id`);--> statement-breakpoint
CREATE TABLE `sollicitation` (
	`rang` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`date` text NOT NULL,
	`canal` text NOT NULL,
	`sens` text NOT NULL,
	`nature` text DEFAULT '' NOT NULL,
	`resultat` text NOT NULL,
	`texte` text DEFAULT '' NOT NULL,
	`cherche` text DEFAULT '' NOT NULL,
	`auteur_id` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`archived_at` text,
	FOREIGN KEY (`auteur_id`) REFERENCES `membre`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sollicitation_id_unique` ON `sollicitation` (`id`);--> statement-breakpoint
CREATE INDEX `sollicitation_date` ON `sollicitation` (`archived_at`,`date`,`nature`,`canal`,`resultat`,`id`);--> statement-breakpoint
CREATE TABLE `sollicitation_interlocuteur` (
	`sollicitation_id` text NOT NULL,
	`interlocuteur_id` text NOT NULL,
	PRIMARY KEY(`sollicitation_id`, `interlocuteur_id`),
	FOREIGN KEY (`sollicitation_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`interlocuteur_id`) REFERENCES `interlocuteur`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sollicitation_interlocuteur_inverse` ON `sollicitation_interlocuteur` (`interlocuteur_id`);--> statement-breakpoint
CREATE TABLE `sollicitation_organisation` (
	`sollicitation_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `sollicitation_id`),
	FOREIGN KEY (`sollicitation_id`) REFERENCES `sollicitation`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sollicitation_organisation_inverse` ON `sollicitation_organisation` (`sollicitation_id`,`organisation_id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `organisation_fts` USING fts5(cherche, cherche_personnes, content='organisation', content_rowid='rang', tokenize='unicode61 remove_diacritics 0', prefix='2 3');
--> statement-breakpoint
INSERT INTO `organisation_fts`(`organisation_fts`, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE VIRTUAL TABLE `organisation_parties` USING fts5(cherche, cherche_personnes, content='organisation', content_rowid='rang', tokenize='trigram case_sensitive 1');
--> statement-breakpoint
INSERT INTO `organisation_parties`(`organisation_parties`, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `organisation_fts_ajout` AFTER INSERT ON `organisation` BEGIN
	INSERT INTO `organisation_fts`(rowid, cherche, cherche_personnes) VALUES (new.rang, new.cherche, new.cherche_personnes);
	INSERT INTO `organisation_parties`(rowid, cherche, cherche_personnes) VALUES (new.rang, new.cherche, new.cherche_personnes);
END;
--> statement-breakpoint
CREATE TRIGGER `organisation_fts_retrait` AFTER DELETE ON `organisation` BEGIN
	INSERT INTO `organisation_fts`(`organisation_fts`, rowid, cherche, cherche_personnes) VALUES ('delete', old.rang, old.cherche, old.cherche_personnes);
	INSERT INTO `organisation_parties`(`organisation_parties`, rowid, cherche, cherche_personnes) VALUES ('delete', old.rang, old.cherche, old.cherche_personnes);
END;
--> statement-breakpoint
CREATE TRIGGER `organisation_fts_modification` AFTER UPDATE OF cherche, cherche_personnes ON `organisation` WHEN old.cherche <> new.cherche OR old.cherche_personnes <> new.cherche_personnes BEGIN
	INSERT INTO `organisation_fts`(`organisation_fts`, rowid, cherche, cherche_personnes) VALUES ('delete', old.rang, old.cherche, old.cherche_personnes);
	INSERT INTO `organisation_fts`(rowid, cherche, cherche_personnes) VALUES (new.rang, new.cherche, new.cherche_personnes);
	INSERT INTO `organisation_parties`(`organisation_parties`, rowid, cherche, cherche_personnes) VALUES ('delete', old.rang, old.cherche, old.cherche_personnes);
	INSERT INTO `organisation_parties`(rowid, cherche, cherche_personnes) VALUES (new.rang, new.cherche, new.cherche_personnes);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `sollicitation_fts` USING fts5(cherche, content='sollicitation', content_rowid='rang', tokenize='unicode61 remove_diacritics 0', prefix='2 3');
--> statement-breakpoint
INSERT INTO `sollicitation_fts`(`sollicitation_fts`, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `sollicitation_fts_ajout` AFTER INSERT ON `sollicitation` BEGIN
	INSERT INTO `sollicitation_fts`(rowid, cherche) VALUES (new.rang, new.cherche);
END;
--> statement-breakpoint
CREATE TRIGGER `sollicitation_fts_retrait` AFTER DELETE ON `sollicitation` BEGIN
	INSERT INTO `sollicitation_fts`(`sollicitation_fts`, rowid, cherche) VALUES ('delete', old.rang, old.cherche);
END;
--> statement-breakpoint
CREATE TRIGGER `sollicitation_fts_modification` AFTER UPDATE OF cherche ON `sollicitation` WHEN old.cherche <> new.cherche BEGIN
	INSERT INTO `sollicitation_fts`(`sollicitation_fts`, rowid, cherche) VALUES ('delete', old.rang, old.cherche);
	INSERT INTO `sollicitation_fts`(rowid, cherche) VALUES (new.rang, new.cherche);
END;
