import { asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type {
  equipeSaisie,
  Membre,
  Parametres,
  Structure,
  structureSaisie,
} from '../shared/parametres/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { membre, reglage, structure } from './schema/index.ts';

const MEMBRE_COURANT = 'membre_courant';

export function readReglage<T>(db: Base, cle: string, defaut: T): T {
  const ligne = db.orm.select().from(reglage).where(eq(reglage.cle, cle)).get();
  return ligne ? (JSON.parse(ligne.valeur) as T) : defaut;
}

export function writeReglage(
  { db, instant }: Pick<Contexte, 'db' | 'instant'>,
  cle: string,
  valeur: unknown,
): void {
  const ligne = { cle, valeur: JSON.stringify(valeur), updatedAt: instant };
  db.orm.insert(reglage).values(ligne).onConflictDoUpdate({ target: reglage.cle, set: ligne }).run();
}

function versMembre(ligne: typeof membre.$inferSelect): Membre {
  return { id: ligne.id, prenom: ligne.prenom, nom: ligne.nom, fonction: ligne.fonction };
}

/** Structure, active team and current member; `structure` is null until the first run is over. */
export function readParametres(db: Base): Parametres {
  const ligne = db.orm.select().from(structure).get();
  const membres = db.orm
    .select()
    .from(membre)
    .where(isNull(membre.archivedAt))
    .orderBy(asc(membre.createdAt), asc(membre.id))
    .all();
  const courant = readReglage<string | null>(db, MEMBRE_COURANT, null);
  const choisi = membres.find((candidat) => candidat.id === courant) ?? membres[0];
  return {
    structure: ligne
      ? {
          raisonSociale: ligne.raisonSociale,
          genre: ligne.genre as NonNullable<Parametres['structure']>['genre'],
          siret: ligne.siret,
          adresse: ligne.adresse,
          codePostal: ligne.codePostal,
          ville: ligne.ville,
          telephone: ligne.telephone,
          courriel: ligne.courriel,
          conventionNumero: ligne.conventionNumero,
          logo: ligne.logo ? `data:${ligne.logoType};base64,${ligne.logo.toString('base64')}` : '',
        }
      : null,
    membres: membres.map(versMembre),
    membreCourant: choisi ? versMembre(choisi) : null,
  };
}

/** The structure whose heading a paper carries; `papier` is that paper, in the sentence of the refusal. */
export function enTete({ structure }: Pick<Parametres, 'structure'>, papier: string): Structure {
  if (structure) return structure;
  throw new ErreurMetier('regle', {
    message: `Renseignez d’abord votre structure dans Paramètres : ${papier} porte son en-tête.`,
  });
}

/** Says who writes from now on. */
export function writeMembreCourant(contexte: Pick<Contexte, 'db' | 'instant'>, id: string): void {
  writeReglage(contexte, MEMBRE_COURANT, id);
}

const AUTEUR = `
  SELECT m.id FROM membre m LEFT JOIN reglage r ON r.cle = ? AND json_extract(r.valeur, '$') = m.id
  WHERE m.archived_at IS NULL ORDER BY r.cle IS NULL, m.created_at, m.id LIMIT 1`;

/** Author of what is being written: the current member, else the first of the team. */
export function auteurCourant(db: Base): string | null {
  return (requete(db, AUTEUR).pluck().get(MEMBRE_COURANT) as string | undefined) ?? null;
}

function saveStructure(
  contexte: Contexte,
  { logo, ...saisie }: z.output<typeof structureSaisie>,
): Parametres {
  const [entete, donnees] = logo.split(',', 2);
  const ligne = {
    id: 1,
    ...saisie,
    logo: donnees ? Buffer.from(donnees, 'base64') : null,
    logoType: donnees && entete ? entete.slice('data:'.length, -';base64'.length) : '',
    updatedAt: contexte.instant,
  };
  contexte.db.orm
    .insert(structure)
    .values(ligne)
    .onConflictDoUpdate({ target: structure.id, set: ligne })
    .run();
  return readParametres(contexte.db);
}

function saveEquipe(contexte: Contexte, { membres }: z.output<typeof equipeSaisie>): Parametres {
  const { db, instant, ids } = contexte;
  const gardes = new Set(membres.map((saisie) => saisie.id));
  for (const ancien of db.orm.select().from(membre).where(isNull(membre.archivedAt)).all()) {
    if (!gardes.has(ancien.id)) {
      db.orm
        .update(membre)
        .set({ archivedAt: instant, updatedAt: instant })
        .where(eq(membre.id, ancien.id))
        .run();
    }
  }
  for (const { id, ...saisie } of membres) {
    if (id)
      db.orm
        .update(membre)
        .set({ ...saisie, archivedAt: null, updatedAt: instant })
        .where(eq(membre.id, id))
        .run();
    else
      db.orm
        .insert(membre)
        .values({ id: ids.next(), ...saisie, createdAt: instant, updatedAt: instant })
        .run();
  }
  return readParametres(db);
}

export const parametresOperations = {
  'parametres.get': ({ db }: Contexte) => readParametres(db),
  'parametres.saveStructure': saveStructure,
  'parametres.saveEquipe': saveEquipe,
  'parametres.chooseMembre': (contexte: Contexte, { id }: { id: string }) => {
    writeMembreCourant(contexte, id);
    return readParametres(contexte.db);
  },
};
