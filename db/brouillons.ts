import { type Brouillon, brouillons } from '../shared/sollicitations/brouillon.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { auteurCourant, readReglage, writeReglage } from './parametres.ts';

/** Each member has their own: the laptop is shared. */
const cle = (db: Base) => `brouillons_noter_${auteurCourant(db) ?? ''}`;

export const brouillonsOperations = {
  'sollicitations.brouillons': ({ db }: Contexte): { brouillons: Brouillon[] } => {
    // Written by another version of the application, it may no longer be readable: it was only a draft.
    const lus = brouillons.safeParse({ brouillons: readReglage(db, cle(db), []) });
    return lus.success ? lus.data : { brouillons: [] };
  },
  'sollicitations.keepBrouillons': (contexte: Contexte, entree: { brouillons: Brouillon[] }) => {
    writeReglage(contexte, cle(contexte.db), entree.brouillons);
    return {};
  },
};
