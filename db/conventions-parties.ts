import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { trouverIndicateur } from '../shared/bilans/catalogue.ts';
import type { conventionsContrat } from '../shared/conventions/contrat.ts';
import { echeancesAnnuelles } from '../shared/conventions/regles.ts';
import type { PartieConvention } from '../shared/conventions/schema.ts';
import { fauteObjectif } from '../shared/conventions/valeurs.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Contexte } from './contexte.ts';
import { readConvention, readObjectifs } from './conventions-lecture.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import {
  convention,
  conventionAnnexe,
  conventionEcheance,
  conventionObjectif,
  conventionPiece,
  conventionVersement,
} from './schema/index.ts';

type Entree<N extends keyof typeof conventionsContrat> = z.output<(typeof conventionsContrat)[N]['entree']>;

const TABLES = {
  annexe: conventionAnnexe,
  versement: conventionVersement,
  echeance: conventionEcheance,
  piece: conventionPiece,
} as const satisfies Record<PartieConvention, unknown>;

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

/** A convention that still takes notes. */
export function verifierConvention(db: Base, id: string): void {
  const trouvee = db.orm
    .select({ archivedAt: convention.archivedAt })
    .from(convention)
    .where(eq(convention.id, id))
    .get();
  if (!trouvee) throw new ErreurMetier('introuvable');
  if (trouvee.archivedAt !== null)
    throw new ErreurMetier('regle', { message: 'Cette convention est archivée : restaurez-la d’abord.' });
}

type Saisie = { id: string | null; conventionId: string };

/** Creates a part, or changes one that belongs to that convention. */
function savePartie<S extends Saisie>(
  { db, ids, instant }: Contexte,
  table: typeof conventionAnnexe | typeof conventionVersement | typeof conventionEcheance,
  { id, ...saisi }: S,
): { id: string } {
  verifierConvention(db, saisi.conventionId);
  if (id === null) {
    const nouveau = ids.next();
    db.orm
      .insert(table)
      .values({ id: nouveau, ...saisi, createdAt: instant, updatedAt: instant } as never)
      .run();
    return { id: nouveau };
  }
  const { changes } = db.orm
    .update(table)
    .set({ ...saisi, updatedAt: instant } as never)
    .where(and(eq(table.id, id), eq(table.conventionId, saisi.conventionId), isNull(table.archivedAt)))
    .run();
  if (changes === 0) throw new ErreurMetier('introuvable');
  return { id };
}

function saveVersement(contexte: Contexte, saisie: Entree<'conventions.saveVersement'>): { id: string } {
  if (saisie.date > contexte.today)
    refuser('date', 'Ce jour est à venir : notez le versement une fois reçu.');
  return savePartie(contexte, conventionVersement, saisie);
}

const setArchive =
  (retirer: boolean) =>
  (
    { db, instant }: Contexte,
    { partie, ids }: Entree<'conventions.archivePartie'>,
  ): Record<string, never> => {
    const table = TABLES[partie];
    for (const id of ids) {
      const { changes } = db.orm
        .update(table)
        .set({ archivedAt: retirer ? instant : null, updatedAt: instant })
        .where(eq(table.id, id))
        .run();
      if (changes === 0) throw new ErreurMetier('introuvable');
    }
    return {};
  };

const POSER = `
  INSERT INTO convention_objectif (convention_id, annee, indicateur, valeur, updated_at)
  VALUES (@conventionId, @annee, @indicateur, @valeur, @instant)
  ON CONFLICT (convention_id, annee, indicateur) DO UPDATE SET valeur = @valeur, updated_at = @instant`;

/** An objective of a year the convention does not cover would never be looked at. */
function verifierAnnee(db: Base, conventionId: string, annee: number, champ: string): void {
  const { debut, fin } = readConvention(db, conventionId);
  const [premiere, derniere] = [Number(debut.slice(0, 4)), Number(fin.slice(0, 4))];
  if (annee >= premiere && annee <= derniere) return;
  refuser(
    champ,
    premiere === derniere
      ? `Cette convention ne couvre que ${premiere}.`
      : `Cette convention va de ${premiere} à ${derniere}.`,
  );
}

function saveObjectif(
  { db, instant }: Contexte,
  { conventionId, annee, indicateur, valeur }: Entree<'conventions.saveObjectif'>,
): { precedent: number | null } {
  verifierConvention(db, conventionId);
  const precedent = readObjectifs(db, conventionId, annee).get(indicateur) ?? null;
  if (valeur === null) {
    db.orm
      .delete(conventionObjectif)
      .where(
        and(
          eq(conventionObjectif.conventionId, conventionId),
          eq(conventionObjectif.annee, annee),
          eq(conventionObjectif.indicateur, indicateur),
        ),
      )
      .run();
    return { precedent };
  }
  const indicateurVise = trouverIndicateur(indicateur);
  if (!indicateurVise) refuser('indicateur', 'Cet indicateur n’existe pas : choisissez-en un autre.');
  const faute = fauteObjectif(indicateurVise, valeur);
  if (faute) refuser('valeur', faute);
  verifierAnnee(db, conventionId, annee, 'annee');
  requete(db, POSER).run({ conventionId, annee, indicateur, valeur, instant });
  return { precedent };
}

function reprendreObjectifs(
  { db, instant }: Contexte,
  { conventionId, de, vers }: Entree<'conventions.reprendreObjectifs'>,
): { indicateurs: string[] } {
  verifierConvention(db, conventionId);
  verifierAnnee(db, conventionId, vers, 'vers');
  const deja = readObjectifs(db, conventionId, vers);
  const repris = [...readObjectifs(db, conventionId, de)].filter(([indicateur]) => !deja.has(indicateur));
  for (const [indicateur, valeur] of repris)
    requete(db, POSER).run({ conventionId, annee: vers, indicateur, valeur, instant });
  return { indicateurs: repris.map(([indicateur]) => indicateur) };
}

function rendreEcheance(
  { db, instant, today }: Contexte,
  { id, renduLe }: Entree<'conventions.rendreEcheance'>,
): { precedent: string | null } {
  if (renduLe !== null && renduLe > today) refuser('renduLe', 'Ce jour est à venir.');
  const trouvee = db.orm
    .select()
    .from(conventionEcheance)
    .where(and(eq(conventionEcheance.id, id), isNull(conventionEcheance.archivedAt)))
    .get();
  if (!trouvee) throw new ErreurMetier('introuvable');
  verifierConvention(db, trouvee.conventionId);
  db.orm
    .update(conventionEcheance)
    .set({ renduLe, updatedAt: instant })
    .where(eq(conventionEcheance.id, id))
    .run();
  return { precedent: trouvee.renduLe };
}

function genererEcheances(
  contexte: Contexte,
  { conventionId, jour }: Entree<'conventions.genererEcheances'>,
): { ids: string[] } {
  const voulues = echeancesAnnuelles(readConvention(contexte.db, conventionId), jour);
  return {
    ids: voulues.map(
      (voulue) => savePartie(contexte, conventionEcheance, { id: null, conventionId, ...voulue }).id,
    ),
  };
}

export const conventionsPartiesOperations = {
  'conventions.saveAnnexe': (contexte: Contexte, saisie: Entree<'conventions.saveAnnexe'>) =>
    savePartie(contexte, conventionAnnexe, saisie),
  'conventions.saveVersement': saveVersement,
  'conventions.saveEcheance': (contexte: Contexte, saisie: Entree<'conventions.saveEcheance'>) =>
    savePartie(contexte, conventionEcheance, saisie),
  'conventions.archivePartie': setArchive(true),
  'conventions.restorePartie': setArchive(false),
  'conventions.saveObjectif': saveObjectif,
  'conventions.reprendreObjectifs': reprendreObjectifs,
  'conventions.rendreEcheance': rendreEcheance,
  'conventions.genererEcheances': genererEcheances,
};
