import type { z } from 'zod';
import { ajouterMois } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import {
  type GenreEvaluation,
  lireReponses,
  MOIS_FROID,
  NOMS_EVALUATION,
  type Question,
  questionnaireDe,
  type Reponses,
  syntheseEvaluations,
} from '../shared/formation/evaluations.ts';
import { STATUTS_ENTRES } from '../shared/formation/statuts.ts';
import type { Evaluations, FicheEvaluation, suitesContrat } from '../shared/formation/suites.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier } from './documents.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof suitesContrat> = z.output<(typeof suitesContrat)[N]['entree']>;

const FICHES = `
  SELECT i.id AS inscriptionId, i.statut, s.id, s.prenom, s.nom, s.sexe, s.telephone,
    c.date AS chaudLe, c.reponses AS chaud, r.date AS froidLe, r.reponses AS froid
  FROM inscription i
  JOIN salarie s ON s.id = i.salarie_id
  LEFT JOIN evaluation_formation c ON c.inscription_id = i.id AND c.genre = 'chaud'
  LEFT JOIN evaluation_formation r ON r.inscription_id = i.id AND r.genre = 'froid'
  WHERE i.session_id = ? AND i.archived_at IS NULL
    AND (i.statut IN (${enListe(STATUTS_ENTRES)}) OR c.date IS NOT NULL OR r.date IS NOT NULL)
  ORDER BY s.nom_tri, i.id`;

interface Lue {
  inscriptionId: string;
  statut: Evaluations['stagiaires'][number]['statut'];
  id: string;
  prenom: string;
  nom: string;
  sexe: string;
  telephone: string;
  chaudLe: string | null;
  chaud: string | null;
  froidLe: string | null;
  froid: string | null;
}

function versFiche(date: string | null, json: string | null): FicheEvaluation | null {
  if (date === null || json === null) return null;
  const { version = '', reponses = {} } = JSON.parse(json) as { version?: string; reponses?: Reponses };
  return { date, version, reponses };
}

function evaluations({ db }: { db: Base }, { sessionId }: { sessionId: string }): Evaluations {
  const fin = requete(db, 'SELECT fin FROM session_formation WHERE id = ?').pluck().get(sessionId) as
    | string
    | undefined;
  if (fin === undefined) throw new ErreurMetier('introuvable');
  const stagiaires = (requete(db, FICHES).all(sessionId) as Lue[]).map(
    ({ inscriptionId, statut, chaudLe, chaud, froidLe, froid, ...salarie }) => ({
      inscriptionId,
      statut,
      salarie,
      chaud: versFiche(chaudLe, chaud),
      froid: versFiche(froidLe, froid),
    }),
  );
  const synthese = (genre: GenreEvaluation) =>
    syntheseEvaluations(
      genre,
      stagiaires.flatMap((stagiaire) => stagiaire[genre] ?? []),
    );
  return {
    sessionId,
    fin,
    froidLe: ajouterMois(fin, MOIS_FROID),
    stagiaires,
    syntheses: { chaud: synthese('chaud'), froid: synthese('froid') },
  };
}

type Ligne = Evaluations['stagiaires'][number];

function colonneQuestion(genre: GenreEvaluation, question: Question): Colonne<Ligne> {
  const reponse = (ligne: Ligne) => ligne[genre]?.reponses[question.code];
  if (question.genre === 'note')
    return colonne.nombre(question.court, (ligne) => {
      const note = reponse(ligne);
      return typeof note === 'number' ? note : null;
    });
  return colonne.texte(question.court, (ligne) => {
    const dite = String(reponse(ligne) ?? '');
    return question.genre === 'choix'
      ? (question.choix.find(({ code }) => code === dite)?.label ?? dite)
      : dite;
  });
}

function exporter(
  contexte: Contexte,
  { sessionId, genre, format }: Entree<'formation.exportEvaluations'>,
): Promise<Livraison> {
  const numero = requete(contexte.db, 'SELECT numero FROM session_formation WHERE id = ?')
    .pluck()
    .get(sessionId) as string | undefined;
  const { stagiaires } = evaluations(contexte, { sessionId });
  return deliverTableur<Ligne>(contexte, format, {
    nom: nomFichier(`${NOMS_EVALUATION[genre]} ${numero}`, '').slice(0, -1),
    feuille: NOMS_EVALUATION[genre],
    colonnes: [
      colonne.texte('Nom', ({ salarie }) => salarie.nom),
      colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
      colonne.date('Remplie le', (ligne) => ligne[genre]?.date ?? null),
      ...questionnaireDe(genre).questions.map((question) => colonneQuestion(genre, question)),
    ],
    lignes: stagiaires.filter((ligne) => ligne[genre] !== null),
  });
}

const UNE = 'SELECT date, reponses FROM evaluation_formation WHERE inscription_id = ? AND genre = ?';

function readUne({ db }: Contexte, inscriptionId: string, genre: GenreEvaluation): FicheEvaluation | null {
  const lue = requete(db, UNE).get(inscriptionId, genre) as { date: string; reponses: string } | undefined;
  return lue ? versFiche(lue.date, lue.reponses) : null;
}

function refuserDate(message: string): never {
  throw new ErreurMetier('regle', { message, champs: { date: message } });
}

function save(
  contexte: Contexte,
  { inscriptionId, genre, date, version, reponses: saisies }: Entree<'formation.saveEvaluation'>,
): { precedente: FicheEvaluation | null } {
  const { db, instant, today } = contexte;
  const session = requete(
    db,
    `SELECT f.debut, f.fin, i.statut FROM inscription i JOIN session_formation f ON f.id = i.session_id
     WHERE i.id = ? AND i.archived_at IS NULL`,
  ).get(inscriptionId) as { debut: string; fin: string; statut: string } | undefined;
  if (!session) throw new ErreurMetier('introuvable');
  if (!(STATUTS_ENTRES as readonly string[]).includes(session.statut))
    throw new ErreurMetier('regle', {
      message: 'Cette personne n’est pas entrée en formation : elle n’a pas d’avis à donner.',
    });
  if (date > today) refuserDate('Cette date n’est pas encore passée.');
  const premier = genre === 'chaud' ? session.debut : session.fin;
  if (date < premier)
    refuserDate(
      genre === 'chaud'
        ? `La session commence le ${formaterDate(premier)}.`
        : `La session finit le ${formaterDate(premier)}.`,
    );
  const questionnaire = questionnaireDe(genre, version);
  const { reponses, faute } = lireReponses(questionnaire, saisies);
  if (faute)
    throw new ErreurMetier('entree-invalide', {
      message: faute.message,
      champs: { [`reponses.${faute.code}`]: faute.message },
    });
  if (Object.keys(reponses).length === 0)
    throw new ErreurMetier('regle', {
      message: 'Cette feuille est vide : notez au moins une réponse.',
    });
  const precedente = readUne(contexte, inscriptionId, genre);
  requete(
    db,
    `INSERT INTO evaluation_formation (inscription_id, genre, date, reponses, updated_at)
     VALUES (@inscriptionId, @genre, @date, @json, @instant)
     ON CONFLICT (inscription_id, genre) DO UPDATE
     SET date = excluded.date, reponses = excluded.reponses, updated_at = excluded.updated_at`,
  ).run({
    inscriptionId,
    genre,
    date,
    json: JSON.stringify({ version: questionnaire.version, reponses }),
    instant,
  });
  return { precedente };
}

function remove(
  contexte: Contexte,
  { inscriptionId, genre }: Entree<'formation.removeEvaluation'>,
): { precedente: FicheEvaluation | null } {
  const precedente = readUne(contexte, inscriptionId, genre);
  requete(contexte.db, 'DELETE FROM evaluation_formation WHERE inscription_id = ? AND genre = ?').run(
    inscriptionId,
    genre,
  );
  return { precedente };
}

export const evaluationsOperations = {
  'formation.evaluations': evaluations,
  'formation.exportEvaluations': exporter,
  'formation.saveEvaluation': save,
  'formation.removeEvaluation': remove,
};
