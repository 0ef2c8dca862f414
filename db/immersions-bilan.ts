import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type Champs, ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import {
  BILAN_VIDE,
  type BilanLu,
  type BilanSaisie,
  type bilanContrat,
  compterHeures,
  fautesBilan,
  type Heures,
  manquesBilan,
  obstacleBilan,
} from '../shared/immersions/bilan.ts';
import {
  type EvaluationDecouverte,
  type EvaluationSaisie,
  type EvaluationValidation,
  fautesDecouverte,
  fautesValidation,
  grilleDecouverte,
  grilleValidation,
} from '../shared/immersions/grilles.ts';
import { calendrier } from '../shared/immersions/horaires.ts';
import type { Statut } from '../shared/immersions/schema.ts';
import type { LigneEmbauche } from '../shared/sollicitations/embauche.ts';
import type { Contexte } from './contexte.ts';
import { EMBAUCHES, embauchesOperations, versEmbauche } from './embauches.ts';
import { joursDe, trouverImmersion } from './immersions.ts';
import { faitesDans, lirePresences } from './immersions-heures-faites.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';
import { embauche, immersion, immersionBilan, immersionEvaluation } from './schema/index.ts';

type Entree<N extends keyof typeof bilanContrat> = z.output<(typeof bilanContrat)[N]['entree']>;
type Immersion = typeof immersion.$inferSelect;
type Genre = EvaluationSaisie['genre'];
type Garde = typeof immersionBilan.$inferSelect;

const aClore = (ligne: Immersion) => ({ ...ligne, statut: ligne.statut as Statut });

const bilanGarde = ({ orm }: Base, immersionId: string): Garde | undefined =>
  orm.select().from(immersionBilan).where(eq(immersionBilan.immersionId, immersionId)).get();

function saisieDe(garde: Garde | undefined): BilanSaisie {
  if (!garde) return BILAN_VIDE;
  const { realisation, avisSalarie, avisAccueil, avisStructure, objectifs, decision, suite, date } = garde;
  return {
    realisation: realisation as BilanSaisie['realisation'],
    avisSalarie,
    avisAccueil,
    avisStructure,
    objectifs: objectifs as BilanSaisie['objectifs'],
    decision: decision as BilanSaisie['decision'],
    suite,
    date,
  };
}

/** Planned against done, from the calendar first agreed and the presences recorded. */
function heuresDe(db: Base, ligne: Immersion, absente: boolean): Heures {
  const { debut, fin, finPrevue } = ligne;
  const dedans = ({ date }: { date: string }) => date >= (debut ?? '') && date <= (fin ?? '');
  const presences = lirePresences(db, ligne.id).filter(dedans);
  return compterHeures(calendrier({ ...joursDe(ligne), fin: finPrevue ?? fin }), presences, {
    dernier: finPrevue === null ? null : fin,
    absente,
  });
}

/** The evaluation as it was kept, `null` when the grid was never filled. */
export function readEvaluation(
  db: Base,
  immersionId: string,
  genre: 'decouverte',
): EvaluationDecouverte | null;
export function readEvaluation(
  db: Base,
  immersionId: string,
  genre: 'validation',
): EvaluationValidation | null;
export function readEvaluation(db: Base, immersionId: string, genre: Genre): unknown {
  const ligne = evaluationGardee(db, immersionId, genre);
  if (!ligne) return null;
  return { ...JSON.parse(ligne.reponses), date: ligne.date, evaluateur: ligne.evaluateur };
}

const evaluationGardee = ({ orm }: Base, immersionId: string, genre: Genre) =>
  orm
    .select()
    .from(immersionEvaluation)
    .where(and(eq(immersionEvaluation.immersionId, immersionId), eq(immersionEvaluation.genre, genre)))
    .get();

/** Live hire that came out of the immersion. */
function embaucheDe(db: Base, embaucheId: string | null): LigneEmbauche | null {
  if (embaucheId === null) return null;
  const lue = requete(db, `${EMBAUCHES} AND e.id = ?`).get(embaucheId);
  return lue === undefined ? null : versEmbauche(lue);
}

/** Everything that is known of how an immersion ended: the tab and the paper read the same. */
export function readBilan({ db, today }: Contexte, { id }: { id: string }): BilanLu {
  const ligne = trouverImmersion(db, id);
  const garde = bilanGarde(db, id);
  const saisie = saisieDe(garde);
  const liee = embaucheDe(db, garde?.embaucheId ?? null);
  const connues = requete(
    db,
    `${EMBAUCHES} AND e.salarie_id = ? AND e.date >= ? AND e.id NOT IN
      (SELECT b.embauche_id FROM immersion_bilan b WHERE b.embauche_id IS NOT NULL) ORDER BY e.date, e.id`,
  ).all(ligne.salarieId, ligne.debut ?? '');
  return {
    ...saisie,
    faitLe: garde?.faitLe ?? null,
    heures: heuresDe(db, ligne, saisie.realisation === 'absente'),
    decouverte: readEvaluation(db, id, 'decouverte'),
    validation: readEvaluation(db, id, 'validation'),
    embauche: liee,
    embauchesConnues: connues.map(versEmbauche),
    obstacle: obstacleBilan(aClore(ligne), today),
  };
}

function refuser(champs: Champs, message = 'Certaines informations sont à corriger.'): void {
  if (Object.keys(champs).length > 0) throw new ErreurMetier('regle', { message, champs });
}

/** The immersion whose bilan may be written today. Throws `regle` with the sentence that says why not. */
function trouverOuverte({ db, today }: Contexte, id: string): Immersion {
  const ligne = trouverImmersion(db, id);
  const message = obstacleBilan(aClore(ligne), today);
  if (message) throw new ErreurMetier('regle', { message });
  return ligne;
}

function refuserClos(garde: Garde | undefined): void {
  if (garde?.faitLe)
    throw new ErreurMetier('regle', {
      message: `Ce bilan est clos depuis le ${formaterDate(garde.faitLe)} : rouvrez-le pour le corriger.`,
    });
}

function garder({ db, instant }: Contexte, immersionId: string, valeurs: Partial<Garde>): void {
  db.orm
    .insert(immersionBilan)
    .values({ immersionId, ...valeurs, updatedAt: instant })
    .onConflictDoUpdate({ target: immersionBilan.immersionId, set: { ...valeurs, updatedAt: instant } })
    .run();
}

function saveBilan(contexte: Contexte, { id, ...saisie }: Entree<'immersions.saveBilan'>) {
  const ligne = trouverOuverte(contexte, id);
  refuserClos(bilanGarde(contexte.db, id));
  refuser(fautesBilan(saisie, aClore(ligne), contexte.today));
  // Nobody came: there is nothing to judge, and the figures of the year must not find a decision there.
  const sansLaPersonne = { avisSalarie: '', avisAccueil: '', objectifs: '', decision: '' };
  garder(contexte, id, { ...saisie, ...(saisie.realisation === 'absente' ? sansLaPersonne : {}) });
  const minutesFaites = faitesDans(contexte.db, id, joursDe(ligne));
  contexte.db.orm.update(immersion).set({ minutesFaites }).where(eq(immersion.id, id)).run();
  return {};
}

function closeBilan(contexte: Contexte, { id, le }: Entree<'immersions.closeBilan'>) {
  const { db, today } = contexte;
  const ligne = trouverOuverte(contexte, id);
  const garde = bilanGarde(db, id);
  refuserClos(garde);
  const saisie = saisieDe(garde);
  const heures = heuresDe(db, ligne, saisie.realisation === 'absente');
  refuser(
    { ...manquesBilan(saisie, heures), ...fautesBilan(saisie, aClore(ligne), today) },
    'Il manque de quoi clore ce bilan.',
  );
  if (ligne.statut === 'prete') {
    throw new ErreurMetier('regle', {
      message: 'La convention n’est pas notée signée par tous : datez d’abord les signatures.',
    });
  }
  if (le !== null && le > today) refuser({ le: 'Ce jour n’est pas encore venu.' });
  garder(contexte, id, { faitLe: le ?? today });
  return {};
}

function reopenBilan(contexte: Contexte, { id }: Entree<'immersions.reopenBilan'>) {
  trouverImmersion(contexte.db, id);
  if (!bilanGarde(contexte.db, id)?.faitLe)
    throw new ErreurMetier('regle', { message: 'Ce bilan n’est pas clos.' });
  garder(contexte, id, { faitLe: null });
  return {};
}

function saveEvaluation(contexte: Contexte, saisie: EvaluationSaisie): { version: string } {
  const { db, instant, today } = contexte;
  const { id, genre, date, evaluateur, reponses } = saisie;
  const { statut, debut } = trouverImmersion(db, id);
  if (statut === 'annulee' || statut === 'refusee') {
    throw new ErreurMetier('regle', { message: 'L’immersion n’a pas eu lieu : il n’y a rien à évaluer.' });
  }
  if (statut === 'brouillon' || (debut !== null && debut > today)) {
    throw new ErreurMetier('regle', {
      message: 'L’immersion n’a pas commencé : imprimez la grille vierge en attendant.',
    });
  }
  refuserClos(bilanGarde(db, id));
  if (date !== null && date > today) refuser({ date: 'Ce jour n’est pas encore venu.' });
  if (date !== null && debut !== null && date < debut)
    refuser({ date: `L’immersion commence le ${formaterDate(debut)}.` });
  const avant = evaluationGardee(db, id, genre);
  const connue = avant && (JSON.parse(avant.reponses) as { version?: string }).version;
  let version: string;
  if (saisie.genre === 'decouverte') {
    const grille = grilleDecouverte(connue);
    refuser(fautesDecouverte(grille, saisie.reponses));
    version = grille.version;
  } else {
    const grille = grilleValidation(connue);
    refuser(fautesValidation(grille, saisie.reponses));
    version = grille.version;
  }
  const valeurs = {
    date,
    evaluateur,
    reponses: JSON.stringify({ version, ...reponses }),
    updatedAt: instant,
  };
  db.orm
    .insert(immersionEvaluation)
    .values({ immersionId: id, genre, ...valeurs })
    .onConflictDoUpdate({
      target: [immersionEvaluation.immersionId, immersionEvaluation.genre],
      set: valeurs,
    })
    .run();
  return { version };
}

function clearEvaluation({ db }: Contexte, { id, genre }: Entree<'immersions.clearEvaluation'>) {
  trouverImmersion(db, id);
  refuserClos(bilanGarde(db, id));
  db.orm
    .delete(immersionEvaluation)
    .where(and(eq(immersionEvaluation.immersionId, id), eq(immersionEvaluation.genre, genre)))
    .run();
  return {};
}

/** A hire is often known after the bilan: a closed one takes it all the same. */
function saveEmbauche(contexte: Contexte, { id, ...saisie }: Entree<'immersions.saveEmbauche'>) {
  const { db } = contexte;
  const { debut, salarieId } = trouverOuverte(contexte, id);
  if (debut !== null && saisie.date < debut) {
    refuser({ date: `L’embauche suit le début de l’immersion, le ${formaterDate(debut)}.` });
  }
  const liee = embaucheDe(db, bilanGarde(db, id)?.embaucheId ?? null);
  const notee = { ...saisie, salarieId, sollicitationId: liee?.sollicitationId ?? null };
  const { id: embaucheId } =
    liee === null
      ? embauchesOperations['sollicitations.recordEmbauche'](contexte, notee)
      : embauchesOperations['sollicitations.updateEmbauche'](contexte, { ...notee, id: liee.id });
  garder(contexte, id, { embaucheId });
  return { embaucheId };
}

function linkEmbauche(contexte: Contexte, { id, embaucheId }: Entree<'immersions.linkEmbauche'>) {
  const { db } = contexte;
  const { salarieId, debut } = trouverImmersion(db, id);
  if (embaucheId === null) {
    if (bilanGarde(db, id)) garder(contexte, id, { embaucheId });
    return {};
  }
  trouverOuverte(contexte, id);
  const notee = db.orm.select().from(embauche).where(eq(embauche.id, embaucheId)).get();
  const sienne = notee?.salarieId === salarieId && notee.archivedAt === null;
  if (!notee || !sienne || notee.date < (debut ?? ''))
    throw new ErreurMetier('introuvable', {
      message: 'Cette embauche n’est pas une embauche de cette personne depuis le début de l’immersion.',
    });
  const ailleurs = requete(
    db,
    'SELECT 1 FROM immersion_bilan WHERE embauche_id = ? AND immersion_id <> ?',
  ).get(embaucheId, id);
  if (ailleurs)
    throw new ErreurMetier('regle', {
      message: 'Cette embauche est déjà la suite d’une autre immersion.',
    });
  garder(contexte, id, { embaucheId });
  return {};
}

export const bilanImmersionOperations = {
  'immersions.bilan': readBilan,
  'immersions.saveBilan': saveBilan,
  'immersions.closeBilan': closeBilan,
  'immersions.reopenBilan': reopenBilan,
  'immersions.saveEvaluation': saveEvaluation,
  'immersions.clearEvaluation': clearEvaluation,
  'immersions.saveEmbauche': saveEmbauche,
  'immersions.linkEmbauche': linkEmbauche,
};
