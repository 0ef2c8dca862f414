import type { z } from 'zod';
import { ajouterMois, type DateCivile } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import type { fseContrat } from '../shared/fse/contrat.ts';
import { lireReponses, type MomentFse, questionnaireDe, type Reponses } from '../shared/fse/questionnaire.ts';
import {
  enVigueur,
  jugerParticipation,
  type LigneFse,
  MOIS_APRES,
  type Participation,
  participationsDe,
} from '../shared/fse/regles.ts';
import { PREMIER_JOUR } from '../shared/sollicitations/regles.ts';
import type { Contexte } from './contexte.ts';
import { COLONNES_LIGNE, ecrireReponses, GENRES_FSE, versLigne } from './fse-lecture.ts';
import type { Base } from './open.ts';
import { auteurCourant } from './parametres.ts';
import { enListe, requete } from './requetes.ts';

type Entree<N extends keyof typeof fseContrat> = z.output<(typeof fseContrat)[N]['entree']>;

function refuser(champ: string, message: string): never {
  throw new ErreurMetier('regle', { message, champs: { [champ]: message } });
}

const DE_PERSONNE = `
  SELECT ${COLONNES_LIGNE} FROM participation_fse p WHERE p.salarie_id = ? ORDER BY p.created_at, p.rowid`;

const lireLignes = (db: Base, salarieId: string): LigneFse[] =>
  (requete(db, DE_PERSONNE).all(salarieId) as Parameters<typeof versLigne>[0][]).map(versLigne);

function verifierConvention(db: Base, conventionId: string | null): void {
  if (conventionId === null) return;
  const connue = requete(
    db,
    `SELECT 1 FROM convention WHERE id = ? AND archived_at IS NULL AND genre IN (${enListe(GENRES_FSE)})`,
  ).get(conventionId);
  if (!connue) refuser('conventionId', 'Choisissez une convention FSE+ ou PLIE qui n’est pas archivée.');
}

/** Answers of the current questionnaire, or of the version a line was written with. */
function verifierReponses(
  moment: MomentFse,
  saisies: Partial<Reponses>,
  version?: string,
): {
  version: string;
  reponses: Reponses;
} {
  const questionnaire = questionnaireDe(moment, version);
  const { reponses, faute } = lireReponses(questionnaire, saisies);
  if (faute)
    throw new ErreurMetier('entree-invalide', {
      message: faute.message,
      champs: { [`reponses.${faute.code}`]: faute.message },
    });
  if (moment === 'six_mois' && reponses.situation === undefined)
    refuser('reponses.situation', 'Choisissez la situation, ou « Sans réponse ».');
  return { version: questionnaire.version, reponses };
}

function verifierPasse(champ: string, date: DateCivile, today: DateCivile): void {
  if (date > today) refuser(champ, 'Cette date n’est pas encore passée.');
  if (date < PREMIER_JOUR) refuser(champ, 'Cette date est trop ancienne : vérifiez l’année.');
}

type Bornes = Pick<Participation, 'rang'> & Partial<Pick<Participation, 'entree' | 'sortie' | 'sixMois'>>;

/** A day must stand in its place in the life of its participation, and of those around it. */
function verifierPlace(
  moment: MomentFse,
  date: DateCivile,
  { rang, entree, sortie, sixMois }: Bornes,
  toutes: readonly Participation[],
): void {
  const avant = toutes.findLast((autre) => autre.rang < rang);
  const apres = toutes.find((autre) => autre.rang > rang);
  if (moment === 'entree') {
    if (avant?.sortie && date < avant.sortie.date)
      refuser('date', `La participation d’avant a duré jusqu’au ${formaterDate(avant.sortie.date)}.`);
    if (sortie && date > sortie.date)
      refuser('date', `La sortie est notée au ${formaterDate(sortie.date)} : l’entrée la précède.`);
  }
  if (moment === 'sortie') {
    if (entree && date < entree.date)
      refuser('date', `L’entrée est notée au ${formaterDate(entree.date)} : la sortie la suit.`);
    if (apres && date > apres.entree.date)
      refuser('date', `Une autre participation commence le ${formaterDate(apres.entree.date)}.`);
    if (sixMois && ajouterMois(date, MOIS_APRES) > sixMois.date)
      refuser(
        'date',
        `La situation à six mois est notée au ${formaterDate(sixMois.date)} : corrigez-la d’abord.`,
      );
  }
  if (moment === 'six_mois' && sortie) {
    const echeance = ajouterMois(sortie.date, MOIS_APRES);
    if (date < echeance) refuser('date', `Les six mois finissent le ${formaterDate(echeance)}.`);
  }
}

function verifierRecueil(
  recueilliLe: DateCivile,
  moment: MomentFse,
  entree: LigneFse | undefined,
  today: DateCivile,
): void {
  verifierPasse('recueilliLe', recueilliLe, today);
  if (moment === 'sortie' && entree && recueilliLe < entree.date)
    refuser('recueilliLe', `L’entrée est notée au ${formaterDate(entree.date)}.`);
}

interface Ecrite {
  salarieId: string;
  conventionId: string | null;
  participation: number;
  moment: MomentFse;
  date: DateCivile;
  reponses: string;
  corrigeId: string | null;
  pourquoi: string;
}

/** Appends a line: none is ever changed. */
function ecrire({ db, ids, instant }: Contexte, ligne: Ecrite): { id: string } {
  const id = ids.next();
  requete(
    db,
    `INSERT INTO participation_fse (id, salarie_id, convention_id, participation, moment, date, reponses, corrige_id,
       corrige_pourquoi, auteur_id, created_at)
     VALUES (@id, @salarieId, @conventionId, @participation, @moment, @date, @reponses, @corrigeId, @pourquoi,
       @auteurId, @instant)`,
  ).run({ ...ligne, id, auteurId: auteurCourant(db), instant });
  return { id };
}

/** The participation a moment is noted in: a new one for an entry. */
function participationVisee(
  lignes: readonly LigneFse[],
  { moment, participation: demandee }: Pick<Entree<'fse.noter'>, 'moment' | 'participation'>,
): Bornes {
  const toutes = participationsDe(lignes);
  const ouverte = toutes.find(({ sortie }) => sortie === null);
  if (moment === 'entree') {
    if (ouverte)
      refuser(
        'moment',
        `Une participation est en cours depuis le ${formaterDate(ouverte.entree.date)} : notez d’abord sa sortie.`,
      );
    return { rang: Math.max(0, ...lignes.map(({ participation }) => participation)) + 1 };
  }
  if (moment === 'sortie')
    return ouverte ?? refuser('moment', 'Aucune participation n’est en cours : notez d’abord une entrée.');
  const sorties = toutes.filter(({ sortie }) => sortie !== null);
  const visee =
    demandee === null
      ? (sorties.findLast(({ sixMois }) => sixMois === null) ?? sorties.at(-1))
      : sorties.find(({ rang }) => rang === demandee);
  if (!visee) refuser('moment', 'Aucune sortie n’est notée : la situation à six mois la suit.');
  if (visee.sixMois)
    refuser(
      'moment',
      `La situation à six mois est déjà notée, au ${formaterDate(visee.sixMois.date)} : corrigez cette ligne.`,
    );
  const { participant, pourquoi } = jugerParticipation(visee);
  if (!participant) refuser('moment', pourquoi);
  return visee;
}

function noter(contexte: Contexte, saisie: Entree<'fse.noter'>): { id: string } {
  const { db, today } = contexte;
  const { salarieId, moment, date } = saisie;
  const salarie = requete(db, 'SELECT archived_at AS archive FROM salarie WHERE id = ?').get(salarieId) as
    | { archive: string | null }
    | undefined;
  // Somebody whose sheet is put away still leaves, and is still asked six months later.
  if (!salarie || (moment === 'entree' && salarie.archive !== null)) {
    const message = 'Cette fiche de salarié n’existe plus, ou est archivée.';
    throw new ErreurMetier('introuvable', { message, champs: { salarieId: message } });
  }
  const lignes = lireLignes(db, salarieId);
  const visee = participationVisee(lignes, saisie);
  verifierPasse('date', date, today);
  verifierPlace(moment, date, visee, participationsDe(lignes));
  const recueilliLe = moment === 'six_mois' ? date : (saisie.recueilliLe ?? today);
  verifierRecueil(recueilliLe, moment, visee.entree, today);
  if (moment === 'entree') verifierConvention(db, saisie.conventionId);
  const { version, reponses } = verifierReponses(moment, saisie.reponses);
  return ecrire(contexte, {
    salarieId,
    conventionId: visee.entree ? visee.entree.conventionId : saisie.conventionId,
    participation: visee.rang,
    moment,
    date,
    reponses: ecrireReponses({ version, recueilliLe }, reponses),
    corrigeId: null,
    pourquoi: '',
  });
}

/** A line that still counts, its person and its participation; refuses one that another replaced. */
function lireEnVigueur(
  db: Base,
  id: string,
): { salarieId: string; ligne: LigneFse; sienne: Participation; toutes: Participation[] } {
  const salarieId = requete(db, 'SELECT salarie_id FROM participation_fse WHERE id = ?').pluck().get(id) as
    | string
    | undefined;
  if (salarieId === undefined) throw new ErreurMetier('introuvable');
  const lignes = lireLignes(db, salarieId);
  const ligne = enVigueur(lignes).find((une) => une.id === id);
  const toutes = participationsDe(lignes);
  const sienne = toutes.find(({ rang }) => rang === ligne?.participation);
  if (!ligne || !sienne)
    throw new ErreurMetier('conflit', {
      message: 'Cette ligne a déjà été corrigée ou retirée : partez de la dernière.',
    });
  return { salarieId, ligne, sienne, toutes };
}

function corriger(contexte: Contexte, saisie: Entree<'fse.corriger'>): { id: string } {
  const { db, today } = contexte;
  const { salarieId, ligne, sienne, toutes } = lireEnVigueur(db, saisie.id);
  const { moment } = ligne;
  verifierPasse('date', saisie.date, today);
  verifierPlace(moment, saisie.date, sienne, toutes);
  const recueilliLe = moment === 'six_mois' ? saisie.date : (saisie.recueilliLe ?? ligne.recueilliLe);
  verifierRecueil(recueilliLe, moment, sienne.entree, today);
  const conventionId = moment === 'entree' ? saisie.conventionId : ligne.conventionId;
  if (conventionId !== ligne.conventionId) verifierConvention(db, conventionId);
  const { version, reponses } = verifierReponses(moment, saisie.reponses, ligne.version);
  const ecrites = ecrireReponses({ version, recueilliLe }, reponses);
  const { date, reponses: avant } = ligne;
  const inchangee =
    saisie.date === date &&
    conventionId === ligne.conventionId &&
    recueilliLe === ligne.recueilliLe &&
    Object.keys({ ...avant, ...reponses }).every((code) => avant[code] === reponses[code]);
  if (inchangee) throw new ErreurMetier('regle', { message: 'Rien n’a changé : rien n’est à corriger.' });
  return ecrire(contexte, {
    salarieId,
    conventionId,
    participation: ligne.participation,
    moment,
    date: saisie.date,
    reponses: ecrites,
    corrigeId: ligne.id,
    pourquoi: saisie.pourquoi,
  });
}

function annuler(contexte: Contexte, { id, pourquoi }: Entree<'fse.annuler'>): { id: string } {
  const { salarieId, ligne, sienne, toutes } = lireEnVigueur(contexte.db, id);
  const { moment, participation, conventionId, date, version, recueilliLe } = ligne;
  const gene =
    moment === 'entree' && sienne.sortie
      ? 'Retirez d’abord la sortie de cette participation.'
      : moment === 'sortie' && sienne.sixMois
        ? 'Retirez d’abord la situation à six mois.'
        : moment === 'sortie' && toutes.some(({ rang }) => rang > participation)
          ? 'Une autre participation a commencé depuis : celle-ci ne peut pas rester ouverte.'
          : null;
  if (gene) throw new ErreurMetier('regle', { message: gene });
  return ecrire(contexte, {
    salarieId,
    conventionId,
    participation,
    moment,
    date,
    reponses: ecrireReponses({ version, recueilliLe, annulee: 'oui' }, {}),
    corrigeId: id,
    pourquoi,
  });
}

export const fseEcritureOperations = {
  'fse.noter': noter,
  'fse.corriger': corriger,
  'fse.annuler': annuler,
};
