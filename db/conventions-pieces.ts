import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { conventionsContrat } from '../shared/conventions/contrat.ts';
import type { ConventionFiche } from '../shared/conventions/schema.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { PIECES_MAX } from '../shared/sollicitations/pieces.ts';
import type { Contexte } from './contexte.ts';
import { verifierConvention } from './conventions-parties.ts';
import type { Base } from './open.ts';
import { garderFichier, ouvrirFichier } from './pieces-jointes.ts';
import { requete } from './requetes.ts';
import { conventionPiece } from './schema/index.ts';

type Entree<N extends keyof typeof conventionsContrat> = z.output<(typeof conventionsContrat)[N]['entree']>;

const PIECES = `
  SELECT id, nom, taille FROM convention_piece WHERE convention_id = ? AND archived_at IS NULL
  ORDER BY created_at, id`;

export const readPieces = (db: Base, conventionId: string) =>
  requete(db, PIECES).all(conventionId) as ConventionFiche['pieces'];

function attach(
  contexte: Contexte,
  { conventionId, remplace, ...fichier }: Entree<'conventions.attach'>,
): { id: string } {
  const { db, ids, instant } = contexte;
  verifierConvention(db, conventionId);
  const gardees = readPieces(db, conventionId).filter(({ id }) => id !== remplace);
  if (gardees.length >= PIECES_MAX)
    throw new ErreurMetier('regle', { message: `Une convention garde ${PIECES_MAX} fichiers au plus.` });
  if (remplace !== null) {
    const { changes } = db.orm
      .update(conventionPiece)
      .set({ archivedAt: instant, updatedAt: instant })
      .where(and(eq(conventionPiece.id, remplace), eq(conventionPiece.conventionId, conventionId)))
      .run();
    if (changes === 0) throw new ErreurMetier('introuvable', { message: 'Ce fichier n’existe plus.' });
  }
  const id = ids.next();
  db.orm
    .insert(conventionPiece)
    .values({ id, conventionId, ...garderFichier(contexte, fichier), createdAt: instant, updatedAt: instant })
    .run();
  return { id };
}

function openAttachment(contexte: Contexte, { id }: { id: string }) {
  const piece = contexte.db.orm.select().from(conventionPiece).where(eq(conventionPiece.id, id)).get();
  if (!piece) throw new ErreurMetier('introuvable', { message: 'Ce fichier n’existe plus.' });
  return ouvrirFichier(contexte, piece);
}

export const conventionsPiecesOperations = {
  'conventions.attach': attach,
  'conventions.openAttachment': openAttachment,
};
