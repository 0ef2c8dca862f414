import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import {
  type EmbaucheNotee,
  type embaucheCorrigee,
  fauteDateEmbauche,
  type LigneEmbauche,
} from '../shared/sollicitations/embauche.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { embauche } from './schema/index.ts';

type Notee = EmbaucheNotee;

function refuser(code: 'regle' | 'introuvable', champ: string, faute: string): never {
  throw new ErreurMetier(code, { message: faute, champs: { [champ]: faute } });
}

/** `avant`: the hire being corrected; what it already pointed at may be gone since. */
function verifier({ db, today }: Contexte, entree: Notee, avant: typeof embauche.$inferSelect | null): void {
  const { organisationId, salarieId, sollicitationId, date } = entree;
  const faute = fauteDateEmbauche(date, today);
  if (faute) refuser('regle', 'date', faute);
  const vivante = requete(db, 'SELECT 1 FROM organisation WHERE id = ? AND archived_at IS NULL');
  if (organisationId !== avant?.organisationId && !vivante.get(organisationId))
    refuser('introuvable', 'organisationId', 'Cette organisation n’est plus dans le réseau.');
  const connu = requete(db, 'SELECT 1 FROM salarie WHERE id = ? AND archived_at IS NULL');
  if (salarieId !== null && salarieId !== avant?.salarieId && !connu.get(salarieId))
    refuser('introuvable', 'salarieId', 'Cette fiche de salarié n’existe plus.');
  const touche = requete(
    db,
    `SELECT 1 FROM sollicitation_organisation so JOIN sollicitation s ON s.id = so.sollicitation_id
     WHERE s.id = ? AND so.organisation_id = ? AND s.archived_at IS NULL`,
  );
  const garde = sollicitationId === avant?.sollicitationId && organisationId === avant?.organisationId;
  if (sollicitationId !== null && !garde && !touche.get(sollicitationId, organisationId))
    refuser('regle', 'sollicitationId', 'Cet échange n’est pas un échange avec cette organisation.');
  const deja = requete(
    db,
    `SELECT 1 FROM embauche WHERE organisation_id = ? AND salarie_id = ? AND date = ? AND archived_at IS NULL
       AND id <> ?`,
  );
  if (salarieId !== null && deja.get(organisationId, salarieId, date, avant?.id ?? ''))
    refuser('regle', 'salarieId', 'Cette embauche est déjà notée, à la même date.');
}

function trouver({ db }: Contexte, id: string): typeof embauche.$inferSelect {
  const trouvee = db.orm.select().from(embauche).where(eq(embauche.id, id)).get();
  if (!trouvee) throw new ErreurMetier('introuvable', { message: 'Cette embauche n’existe plus.' });
  return trouvee;
}

function record(contexte: Contexte, entree: Notee): { id: string } {
  const { db, ids, instant } = contexte;
  verifier(contexte, entree, null);
  const id = ids.next();
  db.orm
    .insert(embauche)
    .values({ id, ...entree, createdAt: instant, updatedAt: instant })
    .run();
  return { id };
}

function update(contexte: Contexte, { id, ...entree }: z.output<typeof embaucheCorrigee>): { id: string } {
  const avant = trouver(contexte, id);
  if (avant.archivedAt !== null) {
    throw new ErreurMetier('introuvable', { message: 'Cette embauche a été retirée.' });
  }
  verifier(contexte, entree, avant);
  contexte.db.orm
    .update(embauche)
    .set({ ...entree, updatedAt: contexte.instant })
    .where(eq(embauche.id, id))
    .run();
  return { id };
}

function setArchivedAt(contexte: Contexte, id: string, archivedAt: string | null): { id: string } {
  trouver(contexte, id);
  contexte.db.orm
    .update(embauche)
    .set({ archivedAt, updatedAt: contexte.instant })
    .where(eq(embauche.id, id))
    .run();
  return { id };
}

interface Ligne extends Omit<LigneEmbauche, 'organisation' | 'salarie'> {
  organisationId: string;
  organisation: string;
  salarieId: string | null;
  prenom: string | null;
  nom: string | null;
}

/** Columns of a hire with whom it concerns; `e` is the hire. */
export const EMBAUCHES = `
  SELECT e.id, e.date, e.contrat, e.metier, e.note, e.sollicitation_id AS sollicitationId,
    o.id AS organisationId, o.nom AS organisation, p.id AS salarieId, p.prenom, p.nom
  FROM embauche e JOIN organisation o ON o.id = e.organisation_id LEFT JOIN salarie p ON p.id = e.salarie_id
  WHERE e.archived_at IS NULL`;

export function versEmbauche(lue: unknown): LigneEmbauche {
  const { organisationId, organisation, salarieId, prenom, nom, ...ligne } = lue as Ligne;
  return {
    ...ligne,
    organisation: { id: organisationId, nom: organisation },
    salarie: salarieId === null ? null : { id: salarieId, prenom: prenom ?? '', nom: nom ?? '' },
  };
}

/** Hires of an organisation or of a salarié, latest first. */
export function embauchesDe(db: Base, qui: 'organisation_id' | 'salarie_id', id: string): LigneEmbauche[] {
  return requete(db, `${EMBAUCHES} AND e.${qui} = ? ORDER BY e.date DESC, e.id DESC`)
    .all(id)
    .map(versEmbauche);
}

type Cle = { id: string };

export const embauchesOperations = {
  'sollicitations.recordEmbauche': record,
  'sollicitations.updateEmbauche': update,
  'sollicitations.archiveEmbauche': (contexte: Contexte, { id }: Cle) =>
    setArchivedAt(contexte, id, contexte.instant),
  'sollicitations.restoreEmbauche': (contexte: Contexte, { id }: Cle) => setArchivedAt(contexte, id, null),
};
