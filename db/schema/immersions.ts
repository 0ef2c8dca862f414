import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { suivi, texteVide } from './colonnes.ts';
import { membre } from './parametres.ts';
import { interlocuteur, organisation } from './reseau.ts';
import { salarie } from './salaries.ts';

/** A PMSMP and the mentions of its convention (art. D5135-2 du code du travail). */
export const immersion = sqliteTable(
  'immersion',
  {
    id: text('id').primaryKey(),
    /** `2026-014`: year and rank in the year. */
    numero: text('numero').notNull().unique(),
    statut: text('statut').notNull(),
    salarieId: text('salarie_id')
      .notNull()
      .references(() => salarie.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    objet: texteVide('objet'),
    objectifs: texteVide('objectifs'),
    modalitesEvaluation: texteVide('modalites_evaluation'),
    metier: texteVide('metier'),
    activites: texteVide('activites'),
    protection: texteVide('protection'),
    lieu: texteVide('lieu'),
    debut: text('debut'),
    fin: text('fin'),
    /** The last day first agreed, when the immersion was stopped before it. */
    finPrevue: text('fin_prevue'),
    /** JSON: seven days, Monday first, each a list of `{debut, fin}` in minutes since midnight. */
    horaires: text('horaires').notNull(),
    feriesTravailles: integer('feries_travailles', { mode: 'boolean' }).notNull().default(false),
    /** Derived from dates and daily hours when saved, so that the bilans add up in SQL. */
    minutes: integer('minutes').notNull().default(0),
    jours: integer('jours').notNull().default(0),
    modeContrat: texteVide('mode_contrat'),
    tuteurId: text('tuteur_id').references(() => interlocuteur.id),
    tuteurNom: texteVide('tuteur_nom'),
    tuteurFonction: texteVide('tuteur_fonction'),
    representantLegal: texteVide('representant_legal'),
    prescripteurNom: texteVide('prescripteur_nom'),
    prescripteurAdresse: texteVide('prescripteur_adresse'),
    referentId: text('referent_id').references(() => membre.id),
    numeroImmersionFacilitee: texteVide('numero_immersion_facilitee'),
    motifAnnulation: texteVide('motif_annulation'),
    renouvelleId: text('renouvelle_id').references((): AnySQLiteColumn => immersion.id),
    ...suivi,
  },
  (table) => [
    index('immersion_debut').on(table.archivedAt, table.debut),
    index('immersion_salarie').on(table.salarieId),
    index('immersion_organisation').on(table.organisationId),
  ],
);

/** A convention as it was issued: it must not change when a record does. */
export const conventionEmise = sqliteTable(
  'convention_emise',
  {
    id: text('id').primaryKey(),
    immersionId: text('immersion_id')
      .notNull()
      .references(() => immersion.id, { onDelete: 'cascade' }),
    emiseLe: text('emise_le').notNull(),
    /** JSON: the data the printable page was made from. */
    donnees: text('donnees').notNull(),
    /** Fingerprint of the PDF handed out; empty where no PDF could be made. */
    sha256: texteVide('sha256'),
  },
  (table) => [index('convention_emise_immersion').on(table.immersionId)],
);
