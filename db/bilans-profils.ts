import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { trouverIndicateur } from '../shared/bilans/catalogue.ts';
import type { ProfilContenu } from '../shared/bilans/profil.ts';
import type { ProfilLu, profilsContrat } from '../shared/bilans/profils.ts';
import { PROFILS_LIVRES } from '../shared/bilans/profils-livres/tous.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { profilBilan } from './schema/index.ts';

type Entree<N extends keyof typeof profilsContrat> = z.output<(typeof profilsContrat)[N]['entree']>;

const LIVRES: readonly ProfilLu[] = PROFILS_LIVRES.map((profil) => ({ ...profil, origine: '' }));

const versProfil = ({ id, nom, origine, contenu }: typeof profilBilan.$inferSelect): ProfilLu => ({
  code: id,
  nom,
  description: '',
  propre: true,
  origine,
  contenu: JSON.parse(contenu) as ProfilContenu,
});

function readProfils(db: Base): ProfilLu[] {
  const propres = db.orm.select().from(profilBilan).orderBy(profilBilan.nom).all();
  return [...LIVRES, ...propres.filter(({ archivedAt }) => archivedAt === null).map(versProfil)];
}

/** A profile by its code, taken away ones included: a bilan made with it still opens. Throws `introuvable`. */
export function readProfil(db: Base, code: string): ProfilLu {
  const livre = LIVRES.find((profil) => profil.code === code);
  if (livre) return livre;
  const propre = db.orm.select().from(profilBilan).where(eq(profilBilan.id, code)).get();
  if (!propre) throw new ErreurMetier('introuvable', { message: 'Ce profil de bilan n’existe plus.' });
  return versProfil(propre);
}

/** Each indicator must be in the catalogue, and each breakdown one of its own. */
function verifierContenu({ sections, resume }: ProfilContenu): void {
  const champs: Record<string, string> = {};
  for (const [rang, { indicateurs }] of sections.entries()) {
    for (const [place, { code, axes }] of indicateurs.entries()) {
      const champ = `contenu.sections.${rang}.indicateurs.${place}`;
      const connu = trouverIndicateur(code);
      if (!connu) champs[`${champ}.code`] = 'Cet indicateur n’existe pas.';
      else if (axes.some((axe) => !connu.axes.includes(axe)))
        champs[`${champ}.axes`] = `« ${connu.label} » ne se détaille pas ainsi.`;
    }
  }
  const choisis = new Set(sections.flatMap(({ indicateurs }) => indicateurs.map(({ code }) => code)));
  if (resume.some((code) => !choisis.has(code)))
    champs['contenu.resume'] = 'Un chiffre de la synthèse n’est dans aucune partie : ajoutez-le ou ôtez-le.';
  if (Object.keys(champs).length > 0) throw new ErreurMetier('entree-invalide', { champs });
}

function saveProfil(contexte: Contexte, entree: Entree<'bilans.saveProfil'>): { code: string } {
  const { db, ids, instant } = contexte;
  const { id, nom, origine, contenu } = entree;
  verifierContenu(contenu);
  const homonyme = readProfils(db).some(
    (profil) => profil.code !== id && profil.nom.toLowerCase() === nom.toLowerCase(),
  );
  if (homonyme) {
    const message = 'Un autre profil porte déjà ce nom.';
    throw new ErreurMetier('regle', { message, champs: { nom: message } });
  }
  if (id === null) {
    const cree = ids.next();
    db.orm
      .insert(profilBilan)
      .values({
        id: cree,
        nom,
        origine,
        contenu: JSON.stringify(contenu),
        createdAt: instant,
        updatedAt: instant,
      })
      .run();
    return { code: cree };
  }
  const { changes } = db.orm
    .update(profilBilan)
    .set({ nom, contenu: JSON.stringify(contenu), updatedAt: instant })
    .where(eq(profilBilan.id, id))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable', { message: 'Ce profil de bilan n’existe plus.' });
  return { code: id };
}

function setArchivedAt(
  { db, instant }: Contexte,
  id: string,
  archivedAt: string | null,
): Record<string, never> {
  const { changes } = requete(
    db,
    'UPDATE profil_bilan SET archived_at = @archivedAt, updated_at = @instant WHERE id = @id',
  ).run({ id, archivedAt, instant });
  if (changes === 0) throw new ErreurMetier('introuvable', { message: 'Ce profil de bilan n’existe plus.' });
  return {};
}

export const profilsBilansOperations = {
  'bilans.profils': ({ db }: Contexte) => readProfils(db),
  'bilans.saveProfil': saveProfil,
  'bilans.archiveProfil': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'bilans.restoreProfil': (contexte: Contexte, { id }: { id: string }) => setArchivedAt(contexte, id, null),
};
