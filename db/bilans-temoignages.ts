import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Temoignage, temoignagesContrat } from '../shared/bilans/temoignages.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { PREMIER_JOUR } from '../shared/sollicitations/regles.ts';
import type { Contexte } from './contexte.ts';
import { verifierExistence } from './existe.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { temoignage } from './schema/index.ts';

type Entree<N extends keyof typeof temoignagesContrat> = z.output<(typeof temoignagesContrat)[N]['entree']>;

const TEMOIGNAGES = `
  SELECT t.id, t.date, t.signature, t.texte, t.accord, t.archived_at AS archivedAt,
    t.salarie_id AS salarieId, trim(s.prenom || ' ' || s.nom) AS salarieNom,
    t.organisation_id AS organisationId, o.nom AS organisationNom
  FROM temoignage t
  LEFT JOIN salarie s ON s.id = t.salarie_id
  LEFT JOIN organisation o ON o.id = t.organisation_id`;

interface Lue extends Omit<Temoignage, 'accord' | 'salarie' | 'organisation'> {
  accord: number;
  salarieId: string | null;
  salarieNom: string | null;
  organisationId: string | null;
  organisationNom: string | null;
}

const nomme = (id: string | null, nom: string | null) => (id === null ? null : { id, nom: nom ?? '' });

function versTemoignage(lue: Lue): Temoignage {
  const { accord, salarieId, salarieNom, organisationId, organisationNom, ...reste } = lue;
  return {
    ...reste,
    accord: accord === 1,
    salarie: nomme(salarieId, salarieNom),
    organisation: nomme(organisationId, organisationNom),
  };
}

/**
 * The testimonies a document may quote, in the order asked for: one without written agreement, or archived, is left out
 * whoever chose it.
 */
export function readTemoignages(db: Base, ids: readonly string[]): Temoignage[] {
  const lues = requete(
    db,
    `${TEMOIGNAGES}
     WHERE t.accord = 1 AND t.archived_at IS NULL AND t.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as Lue[];
  const parId = new Map(lues.map((lue) => [lue.id, versTemoignage(lue)]));
  return ids.flatMap((id) => parId.get(id) ?? []);
}

function list({ db }: Contexte, { archives }: Entree<'bilans.temoignages'>): Temoignage[] {
  return (
    requete(
      db,
      `${TEMOIGNAGES} WHERE (t.archived_at IS NOT NULL) = @archives ORDER BY t.date DESC, t.created_at DESC, t.id`,
    ).all({ archives: archives ? 1 : 0 }) as Lue[]
  ).map(versTemoignage);
}

function refuserDate(message: string): never {
  throw new ErreurMetier('regle', { message, champs: { date: message } });
}

function save(contexte: Contexte, { id, ...saisie }: Entree<'bilans.saveTemoignage'>): { id: string } {
  const { db, ids, instant, today } = contexte;
  if (saisie.date > today) refuserDate('Cette date n’est pas encore passée.');
  if (saisie.date < PREMIER_JOUR) refuserDate('Cette date est trop ancienne : vérifiez l’année.');
  verifierExistence(db, [
    { champ: 'salarieId', table: 'salarie', id: saisie.salarieId },
    { champ: 'organisationId', table: 'organisation', id: saisie.organisationId },
  ]);
  if (id === undefined) {
    const nouveau = ids.next();
    db.orm
      .insert(temoignage)
      .values({ ...saisie, id: nouveau, createdAt: instant, updatedAt: instant })
      .run();
    return { id: nouveau };
  }
  const { changes } = db.orm
    .update(temoignage)
    .set({ ...saisie, updatedAt: instant })
    .where(eq(temoignage.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return { id };
}

function setArchive({ db, instant }: Contexte, id: string, archivedAt: string | null): Record<string, never> {
  const { changes } = db.orm
    .update(temoignage)
    .set({ archivedAt, updatedAt: instant })
    .where(eq(temoignage.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return {};
}

export const temoignagesOperations = {
  'bilans.temoignages': list,
  'bilans.saveTemoignage': save,
  'bilans.archiveTemoignage': (contexte: Contexte, { id }: { id: string }) =>
    setArchive(contexte, id, contexte.instant),
  'bilans.restoreTemoignage': (contexte: Contexte, { id }: { id: string }) => setArchive(contexte, id, null),
};
