import { and, eq } from 'drizzle-orm';
import type { ImmersionFiche, Statut } from '../shared/immersions/schema.ts';
import { type RoleSignature, signatairesFiges } from '../shared/immersions/signataires.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import type { DocumentEmis } from './papiers/emission.ts';
import { immersion, immersionSignature } from './schema/index.ts';

type Signataires = ImmersionFiche['signataires'];

/** Who signs the issued convention of an immersion, as it names them, and when each did. */
export function signatairesDu({ orm }: Base, immersionId: string, { donnees }: DocumentEmis): Signataires {
  const dates = new Map(
    orm
      .select()
      .from(immersionSignature)
      .where(eq(immersionSignature.immersionId, immersionId))
      .all()
      .map((ligne) => [ligne.role, ligne]),
  );
  return signatairesFiges(JSON.parse(donnees)).map(({ role, nom }) => ({
    role,
    nom: dates.get(role)?.nom || nom,
    date: dates.get(role)?.date ?? null,
  }));
}

/** Dates the signature of one capacity, or takes it back. */
export function dater(
  { db, instant }: Contexte,
  immersionId: string,
  { role, nom, date }: { role: RoleSignature; nom: string; date: string | null },
): void {
  if (date === null) {
    db.orm
      .delete(immersionSignature)
      .where(and(eq(immersionSignature.immersionId, immersionId), eq(immersionSignature.role, role)))
      .run();
    return;
  }
  const dite = { nom, date, updatedAt: instant };
  db.orm
    .insert(immersionSignature)
    .values({ immersionId, role, ...dite })
    .onConflictDoUpdate({ target: [immersionSignature.immersionId, immersionSignature.role], set: dite })
    .run();
}

/**
 * What the dated signatures make of a convention that is `prete` or `signee`. With none dated, what was decided stands:
 * the dates of a convention signed with an earlier version were never asked.
 */
export function statutSelonSignatures(signataires: Signataires, decide: 'prete' | 'signee'): Statut {
  const dates = signataires.filter(({ date }) => date !== null).length;
  if (dates === 0) return decide;
  return dates === signataires.length ? 'signee' : 'prete';
}

/** Moves a convention on, or back, once a signature changed; one that was stopped stays so. */
export function suivreSignatures(
  { db, instant }: Contexte,
  id: string,
  avant: Statut,
  signataires: Signataires,
): Statut {
  if (avant !== 'prete' && avant !== 'signee') return avant;
  const statut = statutSelonSignatures(signataires, 'prete');
  if (statut !== avant) {
    db.orm.update(immersion).set({ statut, updatedAt: instant }).where(eq(immersion.id, id)).run();
  }
  return statut;
}
