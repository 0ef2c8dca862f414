import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { normaliser } from '../shared/normaliser.ts';
import type { Vue, vueRenommee, vueSaisie } from '../shared/reseau/vues.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { auteurCourant } from './parametres.ts';
import { vue } from './schema/index.ts';

const ECRAN = 'reseau';

/** A view is the team's, or the current member's own. */
function lisibles(db: Base) {
  const moi = auteurCourant(db);
  return and(
    eq(vue.ecran, ECRAN),
    or(isNull(vue.membreId), moi === null ? undefined : eq(vue.membreId, moi)),
  );
}

function vues({ db }: Pick<Contexte, 'db'>): Vue[] {
  return db.orm
    .select()
    .from(vue)
    .where(and(lisibles(db), isNull(vue.archivedAt)))
    .orderBy(asc(vue.createdAt), asc(vue.id))
    .all()
    .map(({ id, nom, filtres, membreId }) => ({
      id,
      nom,
      filtres: JSON.parse(filtres) as Vue['filtres'],
      partagee: membreId === null,
    }));
}

function trouver({ db }: Contexte, id: string) {
  const trouvee = db.orm
    .select()
    .from(vue)
    .where(and(lisibles(db), eq(vue.id, id)))
    .get();
  if (!trouvee) throw new ErreurMetier('introuvable', { message: 'Cette vue n’existe plus.' });
  return trouvee;
}

/** Two views of one name could not be told apart in the menu. */
function verifierNom(contexte: Contexte, nom: string, saufId?: string): void {
  const meme = vues(contexte).find(
    (autre) => normaliser(autre.nom) === normaliser(nom) && autre.id !== saufId,
  );
  if (!meme) return;
  const faute = 'Une vue porte déjà ce nom.';
  throw new ErreurMetier('regle', { message: faute, champs: { nom: faute } });
}

function saveVue(contexte: Contexte, { id, nom, filtres, partagee }: z.output<typeof vueSaisie>) {
  const { db, ids, instant } = contexte;
  verifierNom(contexte, nom, id);
  const ligne = {
    nom,
    filtres: JSON.stringify(filtres),
    membreId: partagee ? null : auteurCourant(db),
    updatedAt: instant,
  };
  if (id) {
    trouver(contexte, id);
    db.orm
      .update(vue)
      .set({ ...ligne, archivedAt: null })
      .where(eq(vue.id, id))
      .run();
    return { id };
  }
  const neuve = ids.next();
  db.orm
    .insert(vue)
    .values({ id: neuve, ecran: ECRAN, ...ligne, createdAt: instant })
    .run();
  return { id: neuve };
}

function modifier(contexte: Contexte, id: string, set: Partial<typeof vue.$inferInsert>): { id: string } {
  trouver(contexte, id);
  contexte.db.orm
    .update(vue)
    .set({ ...set, updatedAt: contexte.instant })
    .where(eq(vue.id, id))
    .run();
  return { id };
}

type Cle = { id: string };

export const vuesOperations = {
  'reseau.vues': vues,
  'reseau.saveVue': saveVue,
  'reseau.renameVue': (contexte: Contexte, { id, nom }: z.output<typeof vueRenommee>) => {
    verifierNom(contexte, nom, id);
    return modifier(contexte, id, { nom });
  },
  'reseau.archiveVue': (contexte: Contexte, { id }: Cle) =>
    modifier(contexte, id, { archivedAt: contexte.instant }),
  'reseau.restoreVue': (contexte: Contexte, { id }: Cle) => {
    verifierNom(contexte, trouver(contexte, id).nom, id);
    return modifier(contexte, id, { archivedAt: null });
  },
};
