import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { conventionsContrat } from '../shared/conventions/contrat.ts';
import { avertirConvention, direChevauchements } from '../shared/conventions/regles.ts';
import type {
  AvertissementConvention,
  ConventionEcrite,
  ConventionFiche,
} from '../shared/conventions/schema.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Contexte } from './contexte.ts';
import { readConvention, readVoisines } from './conventions-lecture.ts';
import { conventionsListeOperations } from './conventions-liste.ts';
import { conventionsPartiesOperations, verifierConvention } from './conventions-parties.ts';
import { conventionsPiecesOperations, readPieces } from './conventions-pieces.ts';
import { verifierExistence } from './existe.ts';
import { convention } from './schema/index.ts';

type Entree<N extends keyof typeof conventionsContrat> = z.output<(typeof conventionsContrat)[N]['entree']>;

function get({ db, today }: Contexte, { id }: { id: string }): ConventionFiche {
  const lue = readConvention(db, id);
  const voisines =
    lue.archivedAt === null ? readVoisines(db, { ...lue, organisationId: lue.organisation?.id ?? null }) : [];
  return { ...lue, pieces: readPieces(db, id), avertissements: avertirConvention(lue, voisines, today) };
}

function verifier({ db }: Contexte, { organisationId }: ConventionEcrite): void {
  verifierExistence(db, [{ champ: 'organisationId', table: 'organisation', id: organisationId }]);
}

function create(contexte: Contexte, saisie: ConventionEcrite): { id: string } {
  const { db, ids, instant } = contexte;
  verifier(contexte, saisie);
  const id = ids.next();
  db.orm
    .insert(convention)
    .values({ id, ...saisie, createdAt: instant, updatedAt: instant })
    .run();
  return { id };
}

function update(contexte: Contexte, { id, ...saisie }: Entree<'conventions.update'>): { id: string } {
  const { db, instant } = contexte;
  verifierConvention(db, id);
  verifier(contexte, saisie);
  db.orm
    .update(convention)
    .set({ ...saisie, updatedAt: instant })
    .where(eq(convention.id, id))
    .run();
  return { id };
}

function setArchive({ db, instant }: Contexte, id: string, archivedAt: string | null): Record<string, never> {
  const { changes } = db.orm
    .update(convention)
    .set({ archivedAt, updatedAt: instant })
    .where(eq(convention.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

const chevauchements = (
  { db }: Contexte,
  celle: Entree<'conventions.chevauchements'>,
): AvertissementConvention[] => direChevauchements(readVoisines(db, celle));

export const conventionsOperations = {
  ...conventionsListeOperations,
  'conventions.get': get,
  'conventions.chevauchements': chevauchements,
  'conventions.create': create,
  'conventions.update': update,
  'conventions.archive': (contexte: Contexte, { id }: { id: string }) =>
    setArchive(contexte, id, contexte.instant),
  'conventions.restore': (contexte: Contexte, { id }: { id: string }) => setArchive(contexte, id, null),
  ...conventionsPartiesOperations,
  ...conventionsPiecesOperations,
};
