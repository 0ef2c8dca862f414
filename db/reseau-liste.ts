import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { ajouterMois } from '../shared/dates.ts';
import { normaliser } from '../shared/normaliser.ts';
import {
  type ListeFiltres,
  type listeDemande,
  MOIS_DORMANTE,
  type OrganisationLigne,
} from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { SANS_VILLE } from './organisations.ts';
import { apresDebut, expressionDebuts, expressionParties, lireRecherche } from './recherche.ts';
import { requete } from './requetes.ts';

const COLONNES = `o.id, o.nom, o.ville, o.code_postal AS codePostal, o.genre, o.genre_siae AS genreSiae, o.activite,
  o.telephone, o.taille, o.secteur, o.stade, o.ne_plus_contacter_le IS NOT NULL AS silence,
  o.dernier_echange AS dernierEchange, o.prochaine_relance AS prochaineRelance`;

/** SQLite knows no boolean. */
const versLigne = (lue: Omit<OrganisationLigne, 'silence'> & { silence: number }): OrganisationLigne => ({
  ...lue,
  silence: lue.silence === 1,
});
type LigneLue = Parameters<typeof versLigne>[0];

const VIVANTES = 'o.archived_at IS NULL';

/** One index serves each order; equal values follow the names, and what has no follow-up comes last. */
export const ORDRES: Record<ListeFiltres['tri'], Record<ListeFiltres['sens'], string>> = {
  nom: { asc: 'o.nom_tri, o.rang', desc: 'o.nom_tri DESC, o.rang DESC' },
  ville: { asc: 'o.ville_tri, o.nom_tri, o.rang', desc: 'o.ville_tri DESC, o.nom_tri, o.rang' },
  echange: {
    asc: 'o.dernier_echange, o.nom_tri, o.rang',
    desc: 'o.dernier_echange DESC, o.nom_tri, o.rang',
  },
  relance: {
    asc: 'o.prochaine_relance NULLS LAST, o.nom_tri, o.rang',
    desc: 'o.prochaine_relance DESC, o.nom_tri, o.rang',
  },
};

export interface Selection {
  /** Full-text index read first, and what it is asked; none without words to look for. */
  index: 'organisation_parties' | 'organisation_fts' | null;
  cherches: string[];
  /** What is asked of the organisations, the first being whether they are archived. */
  conditions: string[];
  valeurs: Record<string, string>;
}

/** The filters as SQL; `null` when nothing can match. The search comes first: it is what narrows most. */
export function selectionner(filtres: ListeFiltres, today: string): Selection | null {
  const conditions = [filtres.archivees ? 'o.archived_at IS NOT NULL' : VIVANTES];
  const valeurs: Record<string, string> = {};
  const cherches: string[] = [];
  let index: Selection['index'] = null;
  const lue = lireRecherche(filtres.recherche);
  if (lue.genre === 'aucune') return null;
  if (lue.genre === 'initiale') {
    conditions.push('o.nom_tri >= @initiale AND o.nom_tri < @apresInitiale');
    valeurs.initiale = lue.debut;
    valeurs.apresInitiale = apresDebut(lue.debut);
  }
  if (lue.genre === 'mots') {
    index = lue.parties.length > 0 ? 'organisation_parties' : 'organisation_fts';
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
  if (filtres.genre !== '') {
    conditions.push('o.genre = @genre');
    valeurs.genre = filtres.genre;
  }
  if (filtres.ville !== '') {
    conditions.push('o.ville_tri = @ville');
    valeurs.ville = normaliser(filtres.ville);
  }
  if (filtres.contact === 'jamais') conditions.push('o.dernier_echange IS NULL');
  if (filtres.contact === 'dormant') {
    conditions.push('o.dernier_echange <= @dormante');
    valeurs.dormante = ajouterMois(today, -MOIS_DORMANTE);
  }
  if (filtres.contact === 'relance') conditions.push('o.prochaine_relance IS NOT NULL');
  return { index, cherches, conditions, valeurs };
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

/** Last ordered answers of a connection, forgotten at the first write: scrolling and sorting read them again. */
interface Memoire {
  ecritures: number;
  total: number | null;
  rangs: { cle: string; rangs: number[] } | null;
  reseau: { ordre: string; rangs: number[]; places: Map<number, number> } | null;
}
const memoires = new WeakMap<Database, Memoire>();

function memoire(db: Base): Memoire {
  const ecritures = requete(db, 'SELECT total_changes()').pluck().get() as number;
  const connue = memoires.get(db.sqlite);
  if (connue?.ecritures === ecritures) return connue;
  const neuve = { ecritures, total: null, rangs: null, reseau: null };
  memoires.set(db.sqlite, neuve);
  return neuve;
}

/** Whole network: the index gives the order, and the page is read from it. */
function listToutes(db: Base, selection: Selection, ordre: string, debut: number, nombre: number) {
  const souvenir = memoire(db);
  souvenir.total ??= requete(db, sqlSelection('count(*)', selection, ''))
    .pluck()
    .get(selection.valeurs) as number;
  const lignes = requete(
    db,
    sqlSelection(COLONNES, selection, `ORDER BY ${ordre} LIMIT @nombre OFFSET @debut`),
  ).all({
    ...selection.valeurs,
    nombre,
    debut,
  }) as LigneLue[];
  return { total: souvenir.total, lignes: lignes.map(versLigne) };
}

/** Every organisation that is not archived, in this order, and the place of each one in it. */
function reseauOrdonne(db: Base, souvenir: Memoire, ordre: string) {
  if (souvenir.reseau?.ordre !== ordre) {
    const rangs = requete(db, `SELECT o.rang FROM organisation o WHERE ${VIVANTES} ORDER BY ${ordre}`)
      .pluck()
      .all() as number[];
    const places = new Map<number, number>();
    for (const [place, rang] of rangs.entries()) places.set(rang, place);
    souvenir.reseau = { ordre, rangs, places };
  }
  return souvenir.reseau;
}

/**
 * What a search alone finds, in this order. Reading thousands of wide records to sort them is what costs: the index
 * gives their numbers, and the order of the network, read once after each write from its own index, sorts them.
 */
function rangsCherches(db: Base, { index, cherches, valeurs }: Selection, ordre: string): number[] {
  const { rangs, places } = reseauOrdonne(db, memoire(db), ordre);
  const trouves = requete(db, `SELECT rowid FROM ${index} WHERE ${cherches.join(' AND ')}`)
    .pluck()
    .all(valeurs) as number[];
  const presents = trouves.map((rang) => places.get(rang)).filter((place) => place !== undefined);
  return Array.from(Int32Array.from(presents).sort(), (place) => rangs[place]!);
}

/** Records by their numbers, in the order given: one query costs three times less than one for each. */
const PAGE = `SELECT ${COLONNES} FROM json_each(?) page CROSS JOIN organisation o ON o.rang = page.value ORDER BY page.key`;

/** A part of it: one pass finds and orders the matches, which makes the count and the next pages free. */
function listPartie(db: Base, selection: Selection, ordre: string, debut: number, nombre: number) {
  const souvenir = memoire(db);
  const cle = JSON.stringify([selection, ordre]);
  if (souvenir.rangs?.cle !== cle) {
    const chercheSeule = selection.index !== null && selection.conditions.join() === VIVANTES;
    const rangs = chercheSeule
      ? rangsCherches(db, selection, ordre)
      : (requete(db, sqlSelection('o.rang', selection, `ORDER BY ${ordre}`))
          .pluck()
          .all(selection.valeurs) as number[]);
    souvenir.rangs = { cle, rangs };
  }
  const { rangs } = souvenir.rangs;
  const lignes = requete(db, PAGE).all(JSON.stringify(rangs.slice(debut, debut + nombre))) as LigneLue[];
  return { total: rangs.length, lignes: lignes.map(versLigne) };
}

/** One page of the network, filtered and sorted, with the number of organisations that match. */
export function list(
  { db, today }: Pick<Contexte, 'db' | 'today'>,
  { debut, nombre, ...filtres }: z.output<typeof listeDemande>,
): { total: number; lignes: OrganisationLigne[] } {
  const selection = selectionner(filtres, today);
  if (selection === null) return { total: 0, lignes: [] };
  const ordre = ORDRES[filtres.tri][filtres.sens];
  const toutes = selection.index === null && selection.conditions.join() === VIVANTES;
  const lire = toutes ? listToutes : listPartie;
  return lire(db, selection, ordre, debut, nombre);
}

/** An index counts the towns; the spelling with accents and small letters is sought in their first records only. */
const VILLES = `
  SELECT
    (SELECT max(ville) FROM (
      SELECT ville FROM organisation WHERE archived_at IS NULL AND ville_tri = t.ville_tri LIMIT 20)) AS ville,
    nombre
  FROM (
    SELECT ville_tri, count(*) AS nombre FROM organisation
    WHERE archived_at IS NULL AND ville_tri < '${SANS_VILLE}' GROUP BY ville_tri) t
  ORDER BY ville_tri`;

/** Towns of the network with how many organisations they hold, in the order of names. */
export function villes({ db }: Pick<Contexte, 'db'>): { ville: string; nombre: number }[] {
  return requete(db, VILLES).all() as { ville: string; nombre: number }[];
}
