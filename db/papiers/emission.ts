import { and, desc, eq } from 'drizzle-orm';
import { ErreurMetier } from '../../shared/erreurs.ts';
import { type Difference, differencesDe } from '../../shared/papiers/differences.ts';
import type { Contexte } from '../contexte.ts';
import { figerPdf } from '../documents.ts';
import type { Base } from '../open.ts';
import { auteurCourant } from '../parametres.ts';
import { readPiece, storePiece } from '../pieces.ts';
import { documentEmis } from '../schema/index.ts';

/** What papers belong to, and the column that says it. */
const PROPRIETAIRES = { immersion: 'immersionId', session: 'sessionId' } as const;
export type Proprietaire = keyof typeof PROPRIETAIRES;

/** Which paper of which record; `objetId` is empty when the record has one only. */
export interface Designe {
  proprietaire: Proprietaire;
  id: string;
  genre: string;
  objetId: string;
}

export type DocumentEmis = typeof documentEmis.$inferSelect;

/** Issues of one paper, latest first. */
export function editionsDe({ orm }: Base, { proprietaire, id, genre, objetId }: Designe): DocumentEmis[] {
  return orm
    .select()
    .from(documentEmis)
    .where(
      and(
        eq(documentEmis[PROPRIETAIRES[proprietaire]], id),
        eq(documentEmis.genre, genre),
        eq(documentEmis.objetId, objetId),
      ),
    )
    .orderBy(desc(documentEmis.edition))
    .all();
}

/** Issues of every paper of a record, read at once; of each one, latest first. */
export function editionsParPapier(
  { orm }: Base,
  proprietaire: Proprietaire,
  id: string,
): (genre: string, objetId: string) => DocumentEmis[] {
  const cle = (genre: string, objetId: string) => `${genre} ${objetId}`;
  const toutes = Map.groupBy(
    orm
      .select()
      .from(documentEmis)
      .where(eq(documentEmis[PROPRIETAIRES[proprietaire]], id))
      .orderBy(desc(documentEmis.edition))
      .all(),
    ({ genre, objetId }) => cle(genre, objetId),
  );
  return (genre, objetId) => toutes.get(cle(genre, objetId)) ?? [];
}

/** The convention in force, or the last one there was. */
export const derniereConvention = (db: Base, id: string): DocumentEmis | undefined =>
  editionsDe(db, { proprietaire: 'immersion', id, genre: 'convention', objetId: '' })[0];

/** What the records say otherwise than the frozen JSON of a paper. */
export const differencesAvec = (fige: string, actuel: object): Difference[] =>
  differencesDe(JSON.parse(fige), JSON.parse(JSON.stringify(actuel)));

/** Whether the records still say what was issued; a field that an older version did not freeze counts for nothing. */
export function memeContenu(fige: string, actuel: object): boolean {
  return differencesAvec(fige, actuel).length === 0;
}

/** A PDF put away under its fingerprint. */
export interface PdfGarde {
  sha256: string;
  taille: number;
}

/** Where no PDF can be made, the paper is printed instead. */
export const SANS_PDF: PdfGarde = { sha256: '', taille: 0 };

export async function garderPdf({ pdf, depot, instant }: Contexte, html: string): Promise<PdfGarde> {
  try {
    const octets = figerPdf(await pdf.generate(html), instant);
    return { sha256: storePiece(depot.pieces, octets), taille: octets.length };
  } catch (erreur) {
    if (erreur instanceof ErreurMetier && erreur.code === 'pdf-indisponible') return SANS_PDF;
    throw erreur;
  }
}

/** The PDF as it was handed out; null when it was not kept, or was lost or altered since. */
export function pdfGarde({ depot }: Contexte, { sha256, taille }: PdfGarde): Uint8Array | null {
  if (taille === 0) return null;
  const octets = readPiece(depot.pieces, sha256);
  return octets instanceof Uint8Array ? octets : null;
}

/** Keeps an issued paper; returns its rank. Inside the caller's transaction. */
export function garderEdition(
  { db, ids, instant }: Contexte,
  designe: Designe,
  donnees: object,
  { sha256, taille }: PdfGarde = SANS_PDF,
): number {
  const { proprietaire, id, genre, objetId } = designe;
  const edition = (editionsDe(db, designe)[0]?.edition ?? 0) + 1;
  db.orm
    .insert(documentEmis)
    .values({
      id: ids.next(),
      [PROPRIETAIRES[proprietaire]]: id,
      genre,
      objetId,
      edition,
      emisLe: instant,
      auteurId: auteurCourant(db),
      donnees: JSON.stringify(donnees),
      sha256,
      taille,
    })
    .run();
  return edition;
}
