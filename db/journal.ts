import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import { RESULTATS_AVEC_CAUSE } from '../shared/nomenclatures/sollicitations.ts';
import {
  type JournalComptes,
  type JournalFiltres,
  type journalDemande,
  type journalPage,
  NON_PRECISE,
} from '../shared/sollicitations/journal.ts';
import type { Contexte } from './contexte.ts';
import { lireEchanges } from './historique.ts';
import type { Base } from './open.ts';
import { apresDebut, expressionDebuts, expressionParties, lireRecherche } from './recherche.ts';

interface Selection {
  conditions: string[];
  valeurs: Record<string, string>;
}

/** Filters that a column answers by itself. */
const COLONNES = {
  sens: 'sens',
  canal: 'canal',
  nature: 'nature',
  sousNature: 'sous_nature',
  resultat: 'resultat',
  cause: 'cause',
  auteurId: 'auteur_id',
} as const;

const AVEC_ORGANISATION =
  'SELECT so.sollicitation_id FROM organisation o CROSS JOIN sollicitation_organisation so';

/** Words found in the exchange itself, or in an organisation it reached: each is looked for in its own index. */
function chercher(recherche: string, { conditions, valeurs }: Selection): void {
  const lue = lireRecherche(recherche);
  if (lue.genre === 'toutes') return;
  if (lue.genre === 'aucune') {
    conditions.push('false');
    return;
  }
  if (lue.genre === 'initiale') {
    conditions.push(`s.id IN (${AVEC_ORGANISATION} ON so.organisation_id = o.id
      WHERE o.nom_tri >= @initiale AND o.nom_tri < @apresInitiale)`);
    valeurs.initiale = lue.debut;
    valeurs.apresInitiale = apresDebut(lue.debut);
    return;
  }
  const mots = [...lue.parties, ...lue.debuts];
  const index = lue.debuts.length > 0 ? 'organisation_fts' : 'organisation_parties';
  conditions.push(`(s.rang IN (SELECT rowid FROM sollicitation_fts WHERE sollicitation_fts MATCH @debuts)
    OR s.id IN (
      SELECT so.sollicitation_id FROM ${index} CROSS JOIN organisation o ON o.rang = ${index}.rowid
      CROSS JOIN sollicitation_organisation so ON so.organisation_id = o.id
      WHERE ${index} MATCH @organisations))`);
  valeurs.debuts = expressionDebuts(mots);
  valeurs.organisations = lue.debuts.length > 0 ? expressionDebuts(mots) : expressionParties(mots);
}

/** The filters as conditions on `s`, the exchange. */
function selectionner(filtres: JournalFiltres): Selection {
  const selection: Selection = { conditions: ['s.archived_at IS NULL'], valeurs: {} };
  const { conditions, valeurs } = selection;
  if (filtres.du !== null) {
    conditions.push('s.date >= @du');
    valeurs.du = filtres.du;
  }
  if (filtres.au !== null) {
    conditions.push('s.date <= @au');
    valeurs.au = filtres.au;
  }
  for (const [champ, colonne] of Object.entries(COLONNES) as [keyof typeof COLONNES, string][]) {
    const voulu = filtres[champ];
    if (voulu === '') continue;
    conditions.push(`s.${colonne} = @${champ}`);
    valeurs[champ] = voulu === NON_PRECISE ? '' : voulu;
  }
  if (filtres.secteur !== '') {
    conditions.push(`s.id IN (${AVEC_ORGANISATION} ON so.organisation_id = o.id WHERE o.secteur = @secteur)`);
    valeurs.secteur = filtres.secteur;
  }
  chercher(filtres.recherche, selection);
  return selection;
}

/** Last count of a connection, forgotten at the first write: scrolling asks for it at each page. */
const totaux = new WeakMap<Database, { ecritures: number; cle: string; total: number }>();

function compter({ sqlite }: Base, { conditions, valeurs }: Selection): number {
  const ecritures = sqlite.prepare('SELECT total_changes()').pluck().get() as number;
  const cle = JSON.stringify([conditions, valeurs]);
  const connu = totaux.get(sqlite);
  if (connu?.ecritures === ecritures && connu.cle === cle) return connu.total;
  const total = sqlite
    .prepare(`SELECT count(*) FROM sollicitation s WHERE ${conditions.join(' AND ')}`)
    .pluck()
    .get(valeurs) as number;
  totaux.set(sqlite, { ecritures, cle, total });
  return total;
}

/** Ids of the exchanges of a selection, newest first; `nombre: -1` is all of them. */
function idsDe(
  { sqlite }: Base,
  { conditions, valeurs }: Selection,
  debut: number,
  nombre: number,
): string[] {
  return sqlite
    .prepare(
      `SELECT s.id FROM sollicitation s WHERE ${conditions.join(' AND ')}
       ORDER BY s.date DESC, s.rang DESC LIMIT @nombre OFFSET @debut`,
    )
    .pluck()
    .all({ ...valeurs, debut, nombre }) as string[];
}

/** One page of every exchange of the structure. */
export function journal(
  { db }: Pick<Contexte, 'db'>,
  { debut, nombre, ...filtres }: z.output<typeof journalDemande>,
): z.output<typeof journalPage> {
  const selection = selectionner(filtres);
  return {
    total: compter(db, selection),
    lignes: lireEchanges(db, idsDe(db, selection, debut, nombre)),
  };
}

/** Every exchange of a selection, a few at a time: an export never holds them all. */
export function* journalEntier({ db }: Pick<Contexte, 'db'>, filtres: JournalFiltres) {
  const ids = idsDe(db, selectionner(filtres), 0, -1);
  for (let rang = 0; rang < ids.length; rang += 500) yield* lireEchanges(db, ids.slice(rang, rang + 500));
}

function compterOrganisations({ sqlite }: Base, { conditions, valeurs }: Selection): number {
  // Without a filter, the organisations that were ever reached know it.
  const sql =
    conditions.length === 1
      ? 'SELECT count(*) FROM organisation WHERE dernier_echange IS NOT NULL'
      : `SELECT count(DISTINCT so.organisation_id)
         FROM sollicitation s CROSS JOIN sollicitation_organisation so ON so.sollicitation_id = s.id
         WHERE ${conditions.join(' AND ')}`;
  return sqlite.prepare(sql).pluck().get(valeurs) as number;
}

/** What the journal says above its lines. */
export function comptesJournal({ db }: Pick<Contexte, 'db'>, filtres: JournalFiltres): JournalComptes {
  const selection = selectionner(filtres);
  return {
    echanges: compter(db, selection),
    organisations: compterOrganisations(db, selection),
    causes: RESULTATS_AVEC_CAUSE.includes(filtres.resultat) ? causesDe(db, filtres) : [],
  };
}

function causesDe({ sqlite }: Base, filtres: JournalFiltres): JournalComptes['causes'] {
  const { conditions, valeurs } = selectionner({ ...filtres, cause: '' });
  return sqlite
    .prepare(
      `SELECT s.cause, count(*) AS nombre FROM sollicitation s WHERE ${conditions.join(' AND ')}
       GROUP BY s.cause ORDER BY nombre DESC, s.cause`,
    )
    .all(valeurs) as JournalComptes['causes'];
}
