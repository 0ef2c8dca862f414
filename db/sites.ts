import { eq } from 'drizzle-orm';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { SiteFiche, SiteSaisie } from '../shared/reseau/schema.ts';
import type { Contexte } from './contexte.ts';
import { verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { refreshSearch } from './organisations.ts';
import { requete } from './requetes.ts';
import { organisation, site } from './schema/index.ts';

const SITES = `
  SELECT id, nom, siret, adresse, code_postal AS codePostal, ville, telephone, conditions, note
  FROM site WHERE organisation_id = ? AND archived_at IS NULL ORDER BY nom, id`;

/** Other places of an organisation, by name. */
export function readSites(db: Base, organisationId: string): SiteFiche[] {
  const lus = requete(db, SITES).all(organisationId) as (Omit<SiteFiche, 'conditions'> & {
    conditions: string;
  })[];
  return lus.map((lu) => ({ ...lu, conditions: JSON.parse(lu.conditions) as string[] }));
}

function trouver({ db }: Contexte, id: string) {
  const trouve = db.orm.select().from(site).where(eq(site.id, id)).get();
  if (!trouve) throw new ErreurMetier('introuvable', { message: 'Ce site n’existe plus.' });
  return trouve;
}

function save(contexte: Contexte, { id, organisationId, ...saisie }: SiteSaisie): { id: string } {
  const { db, ids, instant } = contexte;
  if (!db.orm.select().from(organisation).where(eq(organisation.id, organisationId)).get())
    throw new ErreurMetier('introuvable');
  verifierCodes(
    db,
    saisie.conditions.map((code) => ({ champ: 'conditions', liste: 'conditions', code })),
  );
  const colonnes = { ...saisie, conditions: JSON.stringify(saisie.conditions), updatedAt: instant };
  const cle = id ?? ids.next();
  if (id !== undefined) {
    if (trouver(contexte, id).organisationId !== organisationId)
      throw new ErreurMetier('introuvable', { message: 'Ce site n’existe plus.' });
    db.orm.update(site).set(colonnes).where(eq(site.id, id)).run();
  } else {
    db.orm
      .insert(site)
      .values({ id: cle, organisationId, ...colonnes, createdAt: instant })
      .run();
  }
  refreshSearch(db, [organisationId]);
  return { id: cle };
}

function setArchivedAt(contexte: Contexte, id: string, archivedAt: string | null): { id: string } {
  const { db, instant } = contexte;
  const { organisationId } = trouver(contexte, id);
  db.orm.update(site).set({ archivedAt, updatedAt: instant }).where(eq(site.id, id)).run();
  refreshSearch(db, [organisationId]);
  return { id };
}

export const sitesOperations = {
  'reseau.saveSite': save,
  'reseau.archiveSite': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'reseau.restoreSite': (contexte: Contexte, { id }: { id: string }) => setArchivedAt(contexte, id, null),
};
