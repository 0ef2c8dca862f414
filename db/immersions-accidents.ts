import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import {
  type Declarant,
  declarantDe,
  type EtapeAccident,
  etapesDe,
  type InstantLocal,
  instantDe,
  momentAccident,
} from '../shared/immersions/regles-accident.ts';
import type { AccidentSuivi, suiviContrat } from '../shared/immersions/suivi.ts';
import type { Contexte } from './contexte.ts';
import { trouverImmersion } from './immersions.ts';
import type { Base } from './open.ts';
import { readParametres } from './parametres.ts';
import { type immersion, immersionAccident } from './schema/index.ts';

type Entree<N extends keyof typeof suiviContrat> = z.output<(typeof suiviContrat)[N]['entree']>;

type LigneAccident = typeof immersionAccident.$inferSelect;

const COLONNES = { informe: 'informeLe', transmis: 'transmisLe', declare: 'declareLe' } as const;

/** Who would declare an accident of this immersion. */
export const declarant = (db: Base, ligne: typeof immersion.$inferSelect): Declarant =>
  declarantDe(readParametres(db).structure, ligne);

export function versAccident(ligne: LigneAccident, qui: Declarant, alsaceMoselle: boolean): AccidentSuivi {
  const { id, date, heure, trajet, lieu, circonstances, temoins, informeLe, transmisLe, declareLe } = ligne;
  return {
    id,
    date,
    heure,
    trajet,
    lieu,
    circonstances,
    temoins,
    informeLe,
    transmisLe,
    declareLe,
    etapes: etapesDe(ligne, qui, alsaceMoselle),
  };
}

/** Accidents of an immersion, in the order of their days. */
export function readAccidents(db: Base, ligne: typeof immersion.$inferSelect): AccidentSuivi[] {
  const qui = declarant(db, ligne);
  return db.orm
    .select()
    .from(immersionAccident)
    .where(and(eq(immersionAccident.immersionId, ligne.id), isNull(immersionAccident.archivedAt)))
    .orderBy(immersionAccident.date, immersionAccident.id)
    .all()
    .map((accident) => versAccident(accident, qui, ligne.alsaceMoselle));
}

export function trouverAccident(db: Base, id: string): LigneAccident {
  const ligne = db.orm.select().from(immersionAccident).where(eq(immersionAccident.id, id)).get();
  if (!ligne) throw new ErreurMetier('introuvable');
  return ligne;
}

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

/** Nothing is told before it happened, nor before it was told to the one who tells it. */
function verifierOrdre({ clock }: Contexte, accident: Parameters<typeof etapesDe>[0], champ: string): void {
  const maintenant = instantDe(clock.now());
  const moments: [string, InstantLocal | null][] = [
    ['l’accident', momentAccident(accident)],
    ['l’information par l’accueil', accident.informeLe],
    ['la transmission', accident.transmisLe],
    ['la déclaration', accident.declareLe],
  ];
  let avant: [string, InstantLocal] | null = null;
  for (const [nom, instant] of moments) {
    if (instant === null) continue;
    if (instant > maintenant) refuser(champ, 'Ce moment est dans le futur.');
    if (avant !== null && instant < avant[1]) refuser(champ, `Ce moment précède ${avant[0]}.`);
    avant = [nom, instant];
  }
}

function saveAccident(
  contexte: Contexte,
  { id, accidentId, ...saisie }: Entree<'immersions.saveAccident'>,
): { accidentId: string } {
  const { db, ids, instant, today } = contexte;
  const ligne = trouverImmersion(db, id);
  const { debut, fin } = ligne;
  if (ligne.statut === 'brouillon' || debut === null || fin === null)
    throw new ErreurMetier('regle', {
      message: 'La convention n’est pas faite : cette immersion n’a pas commencé.',
    });
  if (saisie.date > today) refuser('date', 'Un accident ne peut pas être daté dans le futur.');
  if (saisie.date < debut || saisie.date > fin)
    refuser('date', `L’immersion va du ${formaterDate(debut)} au ${formaterDate(fin)}.`);
  const connu = accidentId === null ? null : trouverAccident(db, accidentId);
  if (connu !== null && connu.immersionId !== id) throw new ErreurMetier('introuvable');
  const { transmisLe, declareLe } = connu ?? { transmisLe: null, declareLe: null };
  verifierOrdre(
    contexte,
    { ...saisie, transmisLe, declareLe },
    saisie.informeLe === null ? 'heure' : 'informeLe',
  );
  const cle = accidentId ?? ids.next();
  const valeurs = { id: cle, immersionId: id, ...saisie, createdAt: instant, updatedAt: instant };
  db.orm
    .insert(immersionAccident)
    .values(valeurs)
    .onConflictDoUpdate({ target: immersionAccident.id, set: { ...saisie, updatedAt: instant } })
    .run();
  return { accidentId: cle };
}

function stepAccident(
  contexte: Contexte,
  { accidentId, etape, instant: dit }: Entree<'immersions.stepAccident'>,
): { avant: InstantLocal | null } {
  const { db, instant, clock } = contexte;
  const accident = trouverAccident(db, accidentId);
  // The clock of the host: a browser may live in another time zone.
  const moment = dit === 'maintenant' ? instantDe(clock.now()) : dit;
  const colonne = COLONNES[etape satisfies EtapeAccident];
  verifierOrdre(contexte, { ...accident, [colonne]: moment }, 'instant');
  db.orm
    .update(immersionAccident)
    .set({ [colonne]: moment, updatedAt: instant })
    .where(eq(immersionAccident.id, accidentId))
    .run();
  return { avant: accident[colonne] };
}

function setArchive({ db, instant }: Contexte, accidentId: string, archivedAt: string | null) {
  trouverAccident(db, accidentId);
  db.orm
    .update(immersionAccident)
    .set({ archivedAt, updatedAt: instant })
    .where(eq(immersionAccident.id, accidentId))
    .run();
  return {};
}

type Cle = { accidentId: string };

export const accidentsOperations = {
  'immersions.saveAccident': saveAccident,
  'immersions.stepAccident': stepAccident,
  'immersions.archiveAccident': (contexte: Contexte, { accidentId }: Cle) =>
    setArchive(contexte, accidentId, contexte.instant),
  'immersions.restoreAccident': (contexte: Contexte, { accidentId }: Cle) =>
    setArchive(contexte, accidentId, null),
};
