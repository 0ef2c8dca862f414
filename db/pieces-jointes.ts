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

/** The file is on the disk before the line that mentions it: a power cut between the two loses nothing that was told. */
function attach(
  contexte: Contexte,
  { sollicitationId, contenu, remplace, ...entree }: Jointe,
): { id: string } {
  const { db, depot, ids, instant } = contexte;
  const nom = nomPiece(entree.nom);
  const octets = Buffer.from(contenu, 'base64');
  const faute = fautePiece({ nom, taille: octets.length });
  if (faute) throw new ErreurMetier('regle', { message: faute, champs: { contenu: faute } });
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
  const sha256 = storePiece(depot.pieces, octets);
  const id = ids.next();
  db.orm
    .insert(pieceJointe)
    .values({
      id,
      sollicitationId,
      nom,
      type: typePiece(nom) ?? '',
      taille: octets.length,
      sha256,
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
function openAttachment(contexte: Contexte, { id }: { id: string }) {
  const { nom, type, sha256 } = trouver(contexte, id);
  const contenu = readPiece(contexte.depot.pieces, sha256);
  if (contenu === 'absente' || contenu === 'alteree')
    throw new ErreurMetier('fichier-illisible', { message: PERDUES[contenu](nom) });
  const { files } = contexte;
  return type === ''
    ? files.deliver({ nom, type: 'application/octet-stream', contenu })
    : files.open({ nom, type, contenu });
}

export const piecesJointesOperations = {
  'sollicitations.attach': attach,
  'sollicitations.openAttachment': openAttachment,
  'sollicitations.archiveAttachment': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'sollicitations.restoreAttachment': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, null),
};
