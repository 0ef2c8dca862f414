import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { ARGUMENTS_LIVRES } from '../shared/visites/arguments.ts';
import { MODELES_LIVRES } from '../shared/visites/modeles.ts';
import type { ArgumentFiche, argumentSaisi, Modele, modeleSaisi } from '../shared/visites/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { modele } from './schema/index.ts';

type Ligne = typeof modele.$inferSelect;
type Genre = 'lettre' | 'courriel' | 'argument';

function lignesDe(db: Base): Ligne[] {
  return db.orm
    .select()
    .from(modele)
    .where(isNull(modele.archivedAt))
    .orderBy(modele.ordre, modele.createdAt, modele.id)
    .all();
}

/** Shipped texts in their order, each replaced by the structure's copy of it, then the structure's own. */
function reunir<T extends { code: string }>(
  livres: readonly T[],
  lignes: readonly Ligne[],
  lire: (ligne: Ligne) => T & { id: string },
): (T & { id: string | null })[] {
  const copies = new Map(lignes.filter(({ code }) => code !== '').map((ligne) => [ligne.code, ligne]));
  const codes = new Set(livres.map(({ code }) => code));
  return [
    ...livres.map((livre) => {
      const copie = copies.get(livre.code);
      return copie ? lire(copie) : { ...livre, id: null };
    }),
    ...lignes.filter(({ code }) => !codes.has(code)).map(lire),
  ];
}

function lireArgument({ id, code, titre, objet, corps }: Ligne): ArgumentFiche & { id: string } {
  const { reponse = '', exemple = '' } = JSON.parse(corps) as Record<string, string>;
  return { id, code, titre, question: objet, reponse, exemple };
}

export function modelesDe(db: Base): Modele[] {
  const lignes = lignesDe(db).filter(({ genre }) => genre === 'lettre' || genre === 'courriel');
  return reunir(MODELES_LIVRES, lignes, ({ id, code, genre, titre, objet, corps }) => ({
    id,
    code,
    genre: genre as 'lettre' | 'courriel',
    titre,
    objet,
    corps,
  }));
}

export function argumentsDe(db: Base): ArgumentFiche[] {
  const lignes = lignesDe(db).filter(({ genre }) => genre === 'argument');
  return reunir(ARGUMENTS_LIVRES, lignes, lireArgument);
}

interface Texte {
  id: string | null;
  code: string;
  genre: Genre;
  titre: string;
  objet: string;
  corps: string;
}

/** A shipped text is copied the first time it is edited; afterwards the copy itself changes. */
function save({ db, ids, instant }: Contexte, { id, code, genre, ...texte }: Texte): { id: string } {
  const livres: readonly { code: string; genre?: string }[] =
    genre === 'argument' ? ARGUMENTS_LIVRES : MODELES_LIVRES;
  if (code !== '' && !livres.some((livre) => livre.code === code && (livre.genre ?? genre) === genre)) {
    throw new ErreurMetier('introuvable', { message: 'Ce texte livré n’existe pas dans cette version.' });
  }
  const connu = db.orm
    .select()
    .from(modele)
    .where(
      id === null
        ? and(eq(modele.code, code), eq(modele.genre, genre), isNull(modele.archivedAt))
        : and(eq(modele.id, id), eq(modele.genre, genre)),
    )
    .get();
  if (id !== null && !connu) throw new ErreurMetier('introuvable', { message: 'Ce texte n’existe plus.' });
  if (connu && (id !== null || code !== '')) {
    db.orm
      .update(modele)
      .set({ ...texte, updatedAt: instant })
      .where(eq(modele.id, connu.id))
      .run();
    return { id: connu.id };
  }
  const nouvel = ids.next();
  db.orm
    .insert(modele)
    .values({ id: nouvel, code, genre, ...texte, createdAt: instant, updatedAt: instant })
    .run();
  return { id: nouvel };
}

function setArchivedAt({ db, instant }: Contexte, id: string, archivedAt: string | null): { id: string } {
  const ligne = db.orm.select().from(modele).where(eq(modele.id, id)).get();
  if (!ligne) throw new ErreurMetier('introuvable', { message: 'Ce texte n’existe plus.' });
  if (archivedAt === null && ligne.code !== '') {
    const autre = lignesDe(db).find(
      ({ code, genre, id: celle }) => code === ligne.code && genre === ligne.genre && celle !== id,
    );
    // Edited again in the meantime: the later copy wins, the older one stays put away.
    if (autre) return { id: autre.id };
  }
  db.orm.update(modele).set({ archivedAt, updatedAt: instant }).where(eq(modele.id, id)).run();
  return { id };
}

export const modelesOperations = {
  'visites.modeles': ({ db }: Contexte) => modelesDe(db),
  'visites.saveModele': (contexte: Contexte, entree: z.output<typeof modeleSaisi>) => save(contexte, entree),
  'visites.arguments': ({ db }: Contexte) => argumentsDe(db),
  'visites.saveArgument': (contexte: Contexte, entree: z.output<typeof argumentSaisi>) => {
    const { id, code, titre, question, reponse, exemple } = entree;
    const corps = JSON.stringify({ reponse, exemple });
    return save(contexte, { id, code, genre: 'argument', titre, objet: question, corps });
  },
  'visites.archiveModele': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'visites.restoreModele': (contexte: Contexte, { id }: { id: string }) => setArchivedAt(contexte, id, null),
};
