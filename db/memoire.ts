import type { Database } from 'better-sqlite3';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

interface Souvenirs {
  ecritures: number;
  valeurs: Map<string, { cle: string; valeur: unknown }>;
}
const parBase = new WeakMap<Database, Souvenirs>();

/**
 * What was last computed under a name, as long as nothing was written on this connection and `cle` is the same:
 * scrolling and sorting read it again.
 */
export function memoriser<T>(db: Base, nom: string, cle: string, calculer: () => T): T {
  const ecritures = requete(db, 'SELECT total_changes()').pluck().get() as number;
  let souvenirs = parBase.get(db.sqlite);
  if (souvenirs?.ecritures !== ecritures) {
    souvenirs = { ecritures, valeurs: new Map() };
    parBase.set(db.sqlite, souvenirs);
  }
  const connu = souvenirs.valeurs.get(nom);
  if (connu?.cle === cle) return connu.valeur as T;
  const valeur = calculer();
  souvenirs.valeurs.set(nom, { cle, valeur });
  return valeur;
}
