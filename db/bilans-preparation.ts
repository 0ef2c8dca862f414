import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { BilanCalcule } from '../shared/bilans/bilan.ts';
import type { BilanAttendu, BilanEnCours, bilansPreparesContrat } from '../shared/bilans/bilans.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { composer, direConvention, type Reprise, titreParDefaut } from './bilans-composition.ts';
import { readProfil } from './bilans-profils.ts';
import type { Lecteur } from './bilans-sources/source.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { bilan, convention } from './schema/index.ts';

type Entree<N extends keyof typeof bilansPreparesContrat> = z.output<
  (typeof bilansPreparesContrat)[N]['entree']
>;
type Sortie<N extends keyof typeof bilansPreparesContrat> = z.output<
  (typeof bilansPreparesContrat)[N]['sortie']
>;
type Prepare = typeof bilan.$inferSelect;

function trouver(db: Base, id: string): Prepare {
  const trouve = db.orm.select().from(bilan).where(eq(bilan.id, id)).get();
  if (!trouve) throw new ErreurMetier('introuvable', { message: 'Ce bilan n’existe plus.' });
  return trouve;
}

const AVANT = `
  SELECT id, titre, textes, profil, convention_id AS conventionId, debut, fin FROM bilan
  WHERE archived_at IS NULL AND profil = @profil AND fin < @fin AND textes <> '{}'
  ORDER BY convention_id IS @conventionId DESC, fin DESC, id DESC LIMIT 1`;

/** Texts of the last bilan of the same profile, of the same convention first. */
function readReprise(db: Base, { profil, conventionId, fin }: Prepare): Reprise | null {
  const lu = requete(db, AVANT).get({ profil, conventionId, fin }) as Prepare | undefined;
  return lu ? { titre: titreDe(db, lu), textes: JSON.parse(lu.textes) } : null;
}

const titreDe = (
  db: Base,
  lu: Pick<Prepare, 'titre' | 'profil' | 'conventionId' | 'debut' | 'fin'>,
): string =>
  lu.titre ||
  titreParDefaut(
    readProfil(db, lu.profil),
    lu,
    lu.conventionId === null ? null : direConvention(db, lu.conventionId, lu),
  );

/** A bilan as the records say it now. Throws `introuvable`. */
export function readBilan(lecteur: Lecteur, id: string): BilanCalcule {
  const { db } = lecteur;
  const prepare = trouver(db, id);
  return composer(lecteur, {
    profil: readProfil(db, prepare.profil),
    periode: { debut: prepare.debut, fin: prepare.fin },
    conventionId: prepare.conventionId,
    ecrit: {
      titre: prepare.titre,
      textes: JSON.parse(prepare.textes),
      temoignages: JSON.parse(prepare.temoignages),
    },
    reprise: readReprise(db, prepare),
  });
}

const EMISSIONS = `
  SELECT e.bilan_id AS bilanId, e.edition, e.emis_le AS emisLe, e.titre, e.sha256,
    trim(coalesce(m.prenom, '') || ' ' || coalesce(m.nom, '')) AS auteur
  FROM bilan_emission e LEFT JOIN membre m ON m.id = e.auteur_id
  WHERE @bilanId IS NULL OR e.bilan_id = @bilanId ORDER BY e.edition DESC`;

function readEmissions(db: Base, bilanId: string | null): Map<string, BilanEnCours['emissions']> {
  const lues = requete(db, EMISSIONS).all({ bilanId }) as (BilanEnCours['emissions'][number] & {
    bilanId: string;
  })[];
  const parBilan = Map.groupBy(lues, (lue) => lue.bilanId);
  return new Map(
    [...parBilan].map(([id, siennes]) => [id, siennes.map(({ bilanId: _, ...reste }) => reste)]),
  );
}

const ATTENDUS = `
  SELECT e.id AS echeanceId, e.libelle, e.date, e.debut, e.fin, c.id AS conventionId, c.intitule, c.profil,
    (SELECT b.id FROM bilan b WHERE b.archived_at IS NULL AND b.convention_id = c.id AND b.debut = e.debut
       AND b.fin = e.fin ORDER BY b.id LIMIT 1) AS bilanId
  FROM convention_echeance e JOIN convention c ON c.id = e.convention_id
  WHERE e.archived_at IS NULL AND c.archived_at IS NULL AND e.rendu_le IS NULL
  ORDER BY e.date, e.id`;

interface Attendu extends Omit<BilanAttendu, 'convention'> {
  conventionId: string;
  intitule: string;
}

function list({ db }: Contexte): Sortie<'bilans.list'> {
  const emissions = readEmissions(db, null);
  const prepares = db.orm
    .select({ bilan, intitule: convention.intitule })
    .from(bilan)
    .leftJoin(convention, eq(convention.id, bilan.conventionId))
    .where(isNull(bilan.archivedAt))
    .all();
  const attendus = requete(db, ATTENDUS).all() as Attendu[];
  return {
    bilans: prepares
      .map(({ bilan: lu, intitule }): BilanEnCours => {
        const { code, nom } = readProfil(db, lu.profil);
        return {
          id: lu.id,
          titre: titreDe(db, lu),
          profil: { code, nom },
          debut: lu.debut,
          fin: lu.fin,
          convention: lu.conventionId === null ? null : { id: lu.conventionId, intitule: intitule ?? '' },
          modifieLe: lu.updatedAt,
          aRendreLe: attendus.find(({ bilanId }) => bilanId === lu.id)?.date ?? null,
          emissions: emissions.get(lu.id) ?? [],
        };
      })
      .sort((a, b) => b.fin.localeCompare(a.fin) || b.modifieLe.localeCompare(a.modifieLe)),
    attendus: attendus.map(({ conventionId, intitule, ...attendu }) => ({
      ...attendu,
      convention: { id: conventionId, intitule },
    })),
  };
}

function ouvrir(contexte: Contexte, entree: Entree<'bilans.ouvrir'>): { id: string } {
  const { db, ids, instant } = contexte;
  const { profil, debut, fin, conventionId } = entree;
  readProfil(db, profil);
  if (conventionId !== null) direConvention(db, conventionId, entree);
  const deja = db.orm
    .select({ id: bilan.id })
    .from(bilan)
    .where(
      and(
        isNull(bilan.archivedAt),
        eq(bilan.profil, profil),
        eq(bilan.debut, debut),
        eq(bilan.fin, fin),
        conventionId === null ? isNull(bilan.conventionId) : eq(bilan.conventionId, conventionId),
      ),
    )
    .get();
  if (deja) return deja;
  const id = ids.next();
  db.orm
    .insert(bilan)
    .values({ id, profil, debut, fin, conventionId, createdAt: instant, updatedAt: instant })
    .run();
  return { id };
}

function get(contexte: Contexte, { id }: { id: string }): Sortie<'bilans.get'> {
  const { db } = contexte;
  const { archivedAt, titre, temoignages } = trouver(db, id);
  return {
    id,
    archivedAt,
    titre,
    temoignages: JSON.parse(temoignages),
    bilan: readBilan(contexte, id),
    emissions: readEmissions(db, id).get(id) ?? [],
  };
}

function enregistrer(contexte: Contexte, entree: Entree<'bilans.enregistrer'>): { modifieLe: string } {
  const { db, instant } = contexte;
  const { id, titre, textes, temoignages } = entree;
  const avant = trouver(db, id);
  db.orm
    .update(bilan)
    .set({
      ...(titre !== undefined && { titre }),
      ...(textes !== undefined && { textes: JSON.stringify({ ...JSON.parse(avant.textes), ...textes }) }),
      ...(temoignages !== undefined && { temoignages: JSON.stringify([...new Set(temoignages)]) }),
      updatedAt: instant,
    })
    .where(eq(bilan.id, id))
    .run();
  return { modifieLe: instant };
}

function setArchivedAt(contexte: Contexte, id: string, archivedAt: string | null): Record<string, never> {
  const { db, instant } = contexte;
  trouver(db, id);
  if (archivedAt !== null && readEmissions(db, id).has(id))
    throw new ErreurMetier('regle', {
      message: 'Ce bilan a été émis : il ne se retire pas. Ce qui a été envoyé reste.',
    });
  db.orm.update(bilan).set({ archivedAt, updatedAt: instant }).where(eq(bilan.id, id)).run();
  return {};
}

export const bilansPreparesOperations = {
  'bilans.list': list,
  'bilans.ouvrir': ouvrir,
  'bilans.get': get,
  'bilans.enregistrer': enregistrer,
  'bilans.archive': (contexte: Contexte, { id }: { id: string }) =>
    setArchivedAt(contexte, id, contexte.instant),
  'bilans.restore': (contexte: Contexte, { id }: { id: string }) => setArchivedAt(contexte, id, null),
};
