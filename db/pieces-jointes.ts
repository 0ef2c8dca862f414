import { and, eq, isNull } from 'drizzle-orm';
import { ErreurMetier } from '../shared/erreurs.ts';
import { fautePiece, nomPiece, PIECES_MAX, typePiece } from '../shared/sollicitations/pieces.ts';
import type { Contexte } from './contexte.ts';
import { readPiece, storePiece } from './pieces.ts';
import { requete } from './requetes.ts';
import { pieceJointe, sollicitation } from './schema/index.ts';

interface Jointe {
  sollicitationId: string;
  nom: string;
  contenu: string;
  remplace: string | null;
}

function trouver({ db }: Contexte, id: string) {
  const trouvee = db.orm.select().from(pieceJointe).where(eq(pieceJointe.id, id)).get();
  if (trouvee) return trouvee;
  throw new ErreurMetier('introuvable', { message: 'Cette pièce jointe n’existe plus.' });
}

function setArchivedAt(contexte: Contexte, id: string, archivedAt: string | null): { id: string } {
  const { db, instant } = contexte;
  trouver(contexte, id);
  db.orm.update(pieceJointe).set({ archivedAt, updatedAt: instant }).where(eq(pieceJointe.id, id)).run();
  return { id };
}

const NOMBRE =
  'SELECT count(*) FROM piece_jointe WHERE sollicitation_id = ? AND archived_at IS NULL AND id IS NOT ?';

/**
 * Puts a file away and says how it is mentioned. It is on the disk before the line that mentions it: a power cut between
 * the two loses nothing that was told. Throws `regle` for one that is not kept.
 */
export function garderFichier(
  { depot }: Pick<Contexte, 'depot'>,
  fichier: { nom: string; contenu: string },
): { nom: string; type: string; taille: number; sha256: string } {
  const nom = nomPiece(fichier.nom);
  const octets = Buffer.from(fichier.contenu, 'base64');
  const taille = octets.length;
  const faute = fautePiece({ nom, taille });
  if (faute) throw new ErreurMetier('regle', { message: faute, champs: { contenu: faute } });
  return { nom, type: typePiece(nom) ?? '', taille, sha256: storePiece(depot.pieces, octets) };
}

function attach(contexte: Contexte, { sollicitationId, remplace, ...fichier }: Jointe): { id: string } {
  const { db, ids, instant } = contexte;
  const echange = db.orm
    .select()
    .from(sollicitation)
    .where(and(eq(sollicitation.id, sollicitationId), isNull(sollicitation.archivedAt)))
    .get();
  if (!echange) throw new ErreurMetier('introuvable', { message: 'Cet échange n’existe plus.' });
  if (remplace !== null && trouver(contexte, remplace).sollicitationId !== sollicitationId)
    throw new ErreurMetier('introuvable', { message: 'Cette pièce jointe n’existe plus.' });
  if ((requete(db, NOMBRE).pluck().get(sollicitationId, remplace) as number) >= PIECES_MAX)
    throw new ErreurMetier('regle', { message: `Un échange garde ${PIECES_MAX} pièces jointes au plus.` });
  const id = ids.next();
  db.orm
    .insert(pieceJointe)
    .values({
      id,
      sollicitationId,
      ...garderFichier(contexte, fichier),
      createdAt: instant,
      updatedAt: instant,
    })
    .run();
  if (remplace !== null) setArchivedAt(contexte, remplace, instant);
  return { id };
}

const PERDUES = {
  absente: (nom: string) =>
    `« ${nom} » a disparu du dossier de Passerelle. Remplacez ce fichier si vous l’avez ailleurs, ou retirez-le.`,
  alteree: (nom: string) =>
    `« ${nom} » a été modifié ou abîmé en dehors de Passerelle. Remplacez ce fichier si vous l’avez ailleurs, ou retirez-le.`,
};

/** Kinds the system knows are opened, as a copy; the others are handed over to be saved. */
export function ouvrirFichier(
  { depot, files }: Pick<Contexte, 'depot' | 'files'>,
  { nom, type, sha256 }: { nom: string; type: string; sha256: string },
) {
  const contenu = readPiece(depot.pieces, sha256);
  if (contenu === 'absente' || contenu === 'alteree')
    throw new ErreurMetier('fichier-illisible', { message: PERDUES[contenu](nom) });
  return type === ''
    ? files.deliver({ nom, type: 'application/octet-stream', contenu })
    : files.open({ nom, type, contenu });
}

export const piecesJointesOperations = {
  'sollicitations.attach': attach,
  'sollicitations.openAttachment': (contexte: Contexte, { id }: { id: string }) =>
    ouvrirFichier(contexte, trouver(contexte, id)),
  'sollicitations.archiveAttachment': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'sollicitations.restoreAttachment': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, null),
};
