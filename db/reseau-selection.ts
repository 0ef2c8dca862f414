import { ajouterMois } from '../shared/dates.ts';
import { normaliser } from '../shared/normaliser.ts';
import { type ListeFiltres, STADES_ACQUIS } from '../shared/reseau/liste.ts';
import type { Contexte } from './contexte.ts';
import { auteurCourant } from './parametres.ts';
import { apresDebut, expressionDebuts, expressionParties, lireRecherche } from './recherche.ts';
import { enListe } from './requetes.ts';
import { rangsSatures } from './saturation.ts';

export const VIVANTES = 'o.archived_at IS NULL';
const ARCHIVEES = 'o.archived_at IS NOT NULL';
const JOIGNABLES = 'o.ne_plus_contacter_le IS NULL';

export interface Selection {
  /** Full-text index read first, and what it is asked; none without words to look for. */
  index: 'organisation_parties' | 'organisation_fts' | null;
  cherches: string[];
  /** What is asked of the organisations, the first being whether they are archived. */
  conditions: string[];
  valeurs: Record<string, string>;
}

/** Adds the search to a selection; false when nothing can match. The search comes first: it is what narrows most. */
function chercher(selection: Selection, recherche: string): boolean {
  const { cherches, conditions, valeurs } = selection;
  const lue = lireRecherche(recherche);
  if (lue.genre === 'aucune') return false;
  if (lue.genre === 'initiale') {
    conditions.push('o.nom_tri >= @initiale AND o.nom_tri < @apresInitiale');
    valeurs.initiale = lue.debut;
    valeurs.apresInitiale = apresDebut(lue.debut);
  }
  if (lue.genre === 'mots') {
    selection.index = lue.parties.length > 0 ? 'organisation_parties' : 'organisation_fts';
    if (lue.parties.length > 0) {
      cherches.push('organisation_parties MATCH @parties');
      valeurs.parties = expressionParties(lue.parties);
    }
    if (lue.debuts.length > 0) {
      // The sign + keeps the first index from being asked again for each number of the second.
      cherches.push(
        lue.parties.length > 0
          ? '+organisation_parties.rowid IN (SELECT rowid FROM organisation_fts WHERE organisation_fts MATCH @debuts)'
          : 'organisation_fts MATCH @debuts',
      );
      valeurs.debuts = expressionDebuts(lue.debuts);
    }
  }
  return true;
}

/** Who is not to be contacted is never among those to call. */
export const CONTACTS: Record<ListeFiltres['contact'], string[]> = {
  tous: [],
  relance: ['o.prochaine_relance IS NOT NULL'],
  retard: ['o.prochaine_relance <= @today'],
  dormant: ['o.dernier_echange <= @dormante', JOIGNABLES],
  jamais: ['o.dernier_echange IS NULL', JOIGNABLES],
  saturees: ['o.rang IN (SELECT value FROM json_each(@saturees))'],
  fideliser: [
    `o.stade IN (${enListe(STADES_ACQUIS)})`,
    '(o.dernier_echange IS NULL OR o.dernier_echange <= @dormante)',
    JOIGNABLES,
  ],
  silence: ['o.ne_plus_contacter_le IS NOT NULL'],
};

/** The filters as SQL, `ids` narrowing them to some organisations; `null` when nothing can match. */
export function selectionner(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  filtres: ListeFiltres,
  ids?: readonly string[],
): Selection | null {
  const conditions = [filtres.archivees ? ARCHIVEES : VIVANTES];
  const valeurs: Record<string, string> = {};
  const selection: Selection = { index: null, cherches: [], conditions, valeurs };
  if (!chercher(selection, filtres.recherche)) return null;
  /** Adds a condition and the value it names, unless the filter is empty. */
  const si = (valeur: string, condition: string, nom: string) => {
    if (valeur === '') return;
    conditions.push(condition);
    valeurs[nom] = valeur;
  };
  si(filtres.genre, 'o.genre = @genre', 'genre');
  si(normaliser(filtres.ville), 'o.ville_tri = @ville', 'ville');
  si(filtres.zone, 'o.zone = @zone', 'zone');
  si(filtres.secteur, 'o.secteur = @secteur', 'secteur');
  si(filtres.taille, 'o.taille = @taille', 'taille');
  if (filtres.stades.length > 0) {
    conditions.push('o.stade IN (SELECT value FROM json_each(@stades))');
    valeurs.stades = JSON.stringify(filtres.stades);
  }
  if (filtres.role !== '') {
    conditions.push(
      'o.id IN (SELECT r.organisation_id FROM role_organisation r WHERE r.role = @role AND (r.fin IS NULL OR r.fin >= @today))',
    );
    valeurs.role = filtres.role;
    valeurs.today = today;
  }
  si(
    filtres.metier,
    "o.id IN (SELECT m.organisation_id FROM metier_organisation m WHERE m.code = @metier OR (m.code = '' AND m.libelle = @metier))",
    'metier',
  );
  if (filtres.conditions.length > 0) {
    conditions.push(
      `o.conditions <> '[]' AND NOT EXISTS (SELECT 1 FROM json_each(@conditions) c
        WHERE c.value NOT IN (SELECT p.value FROM json_each(o.conditions) p))`,
    );
    valeurs.conditions = JSON.stringify(filtres.conditions);
  }
  if (filtres.implication !== '') {
    conditions.push(
      filtres.pour === ''
        ? "o.implication <> '{}' AND @implication IN (SELECT i.value FROM json_each(o.implication) i)"
        : "o.implication <> '{}' AND json_extract(o.implication, '$.' || @pour) = @implication",
    );
    valeurs.implication = filtres.implication;
    if (filtres.pour !== '') valeurs.pour = filtres.pour;
  }
  if (filtres.referent === 'aucun') conditions.push('o.referent_id IS NULL');
  else if (filtres.referent !== '') {
    conditions.push('o.referent_id = @referent');
    valeurs.referent = filtres.referent === 'moi' ? (auteurCourant(db) ?? '') : filtres.referent;
  }
  conditions.push(...CONTACTS[filtres.contact]);
  if (filtres.contact === 'retard') valeurs.today = today;
  if (filtres.contact === 'dormant' || filtres.contact === 'fideliser')
    valeurs.dormante = ajouterMois(today, -filtres.mois);
  if (filtres.contact === 'saturees') valeurs.saturees = JSON.stringify(rangsSatures({ db, today }));
  if (ids) {
    conditions.push('o.id IN (SELECT value FROM json_each(@ids))');
    valeurs.ids = JSON.stringify(ids);
  }
  return selection;
}

/** The query of a selection: its columns, and what follows its conditions. */
export function sqlSelection(
  quoi: string,
  { index, cherches, conditions }: Selection,
  suite: string,
): string {
  // CROSS JOIN keeps this order: the planner would rather read the whole network in order of names.
  const source = index ? `${index} CROSS JOIN organisation o ON o.rang = ${index}.rowid` : 'organisation o';
  return `SELECT ${quoi} FROM ${source} WHERE ${[...cherches, ...conditions].join(' AND ')} ${suite}`;
}
