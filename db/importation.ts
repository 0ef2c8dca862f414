import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { Action, decisionsImport, ImportFait, rejetsDemandes } from '../shared/reseau/import/schema.ts';
import type { Contexte } from './contexte.ts';
import { examiner, type LigneExaminee } from './importation-analyse.ts';
import { undoImport } from './importation-annulation.ts';
import { arreterSiDemande, sansAvancement } from './importation-decoupe.ts';
import { Ecriture } from './importation-ecriture.ts';
import { type Liste, lireListe, signature } from './importation-lecture.ts';
import {
  analyzeImport,
  importLines,
  MEMOIRE_COLONNES,
  memoire,
  oublierVerification,
  readImport,
} from './importation-verification.ts';
import { writeReglage } from './parametres.ts';
import { changerEnVrac } from './recherche.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

const MEMOIRE_MAX = 20;

/** Lines between two looks at the stop button. */
const PAS = 200;

/** Action of each line: the user's, else the proposal. */
function actionDe(decisions: ReadonlyMap<number, Action>, { ligne, doublon }: LigneExaminee): Action {
  return decisions.get(ligne) ?? doublon?.proposition ?? 'creer';
}

interface Total {
  creees: number;
  completees: number;
  identiques: number;
  ignorees: number;
  rejetees: number;
}

/** Writes each line as decided; a line completes the record its look-alike, in the base or earlier in the list, became. */
function ecrireLignes(
  { tasks }: Contexte,
  ecriture: Ecriture,
  lignes: readonly LigneExaminee[],
  decisions: ReadonlyMap<number, Action>,
): Total {
  const total: Total = { creees: 0, completees: 0, identiques: 0, ignorees: 0, rejetees: 0 };
  const fiches = new Map<number, string>();
  for (const [rang, examinee] of lignes.entries()) {
    if (rang % PAS === 0) {
      arreterSiDemande(tasks);
      tasks.progress(rang, lignes.length);
    }
    if (examinee.lue.rejet !== null) {
      total.rejetees += 1;
      continue;
    }
    const { fiche } = examinee.lue;
    const action = actionDe(decisions, examinee);
    const connue = examinee.doublon?.connue;
    const cible = connue?.id ?? fiches.get(connue?.ligne ?? 0);
    if (action === 'ignorer') {
      total.ignorees += 1;
      continue;
    }
    const completion =
      action === 'completer' && cible !== undefined ? ecriture.complete(cible, fiche) : 'impossible';
    if (cible !== undefined && completion !== 'impossible') {
      fiches.set(examinee.ligne, cible);
      total[completion === 'completee' ? 'completees' : 'identiques'] += 1;
    } else {
      fiches.set(examinee.ligne, ecriture.create(fiche));
      total.creees += 1;
    }
  }
  return total;
}

async function runImport(contexte: Contexte, entree: z.output<typeof decisionsImport>) {
  const { db, tasks, instant, ids } = contexte;
  tasks.begin();
  const liste = await lireListe(entree, memoire(db), sansAvancement(tasks));
  const lignes = examiner(db, liste, () => arreterSiDemande(tasks));
  if (lignes.length === 0)
    throw new ErreurMetier('fichier-illisible', { message: 'Ce fichier n’a aucune ligne à importer.' });
  const decisions = new Map(entree.decisions.map(({ ligne, action }) => [ligne, action]));
  contexte.depot.backup('import');
  const id = ids.next();
  return db.sqlite
    .transaction(() => {
      db.sqlite
        .prepare(
          'INSERT INTO importation (id, fichier, importe_le, lignes, creees, completees, identiques, rejetees) VALUES (?, ?, ?, ?, 0, 0, 0, 0)',
        )
        .run(id, entree.nom, instant, lignes.length);
      const ecriture = new Ecriture(contexte, id, entree.nom);
      const completions = lignes.filter((ligne) => actionDe(decisions, ligne) === 'completer').length;
      const total = changerEnVrac(db, completions, () => ecrireLignes(contexte, ecriture, lignes, decisions));
      db.sqlite
        .prepare(
          'UPDATE importation SET creees = ?, completees = ?, identiques = ?, rejetees = ?, avant = ? WHERE id = ?',
        )
        .run(
          total.creees,
          total.completees,
          total.identiques,
          total.rejetees,
          JSON.stringify([...ecriture.avant.values()]),
          id,
        );
      memoriser(contexte, liste);
      tasks.progress(lignes.length, lignes.length);
      oublierVerification(db);
      return { id, fichier: entree.nom, lignes: lignes.length, ...total };
    })
    .immediate();
}

/** Keeps the columns used for these headers, so that the next list of the same shape needs no choice. */
function memoriser(contexte: Contexte, liste: Liste): void {
  if (!liste.entetes) return;
  const entetes = signature(liste.entetes);
  const autres = memoire(contexte.db).filter((deja) => deja.entetes !== entetes);
  const cibles = liste.colonnes.map(({ cible }) => cible);
  writeReglage(contexte, MEMOIRE_COLONNES, [{ entetes, cibles }, ...autres].slice(0, MEMOIRE_MAX));
}

async function exportRejets(contexte: Contexte, entree: z.output<typeof rejetsDemandes>) {
  contexte.tasks.begin();
  const liste = await lireListe(entree, memoire(contexte.db), sansAvancement(contexte.tasks));
  const decisions = new Map(entree.decisions.map(({ ligne, action }) => [ligne, action]));
  const rejets = examiner(contexte.db, liste).flatMap((examinee) => {
    if (examinee.lue.rejet !== null) return [{ ...examinee, raison: examinee.lue.rejet }];
    const ignoree = decisions.get(examinee.ligne) === 'ignorer';
    return ignoree ? [{ ...examinee, raison: 'Laissée de côté lors de l’import.' }] : [];
  });
  const colonnes: Colonne<(typeof rejets)[number]>[] = [
    colonne.nombre('Ligne du fichier', ({ ligne }) => ligne),
    colonne.texte('Raison', ({ raison }) => raison),
    ...liste.colonnes.map(({ label: titre }, rang) =>
      colonne.texte(titre, ({ cellules }: (typeof rejets)[number]) => cellules[rang] ?? ''),
    ),
  ];
  const nom = entree.nom.replace(/\.[^.]*$/, '') || 'import';
  return deliverTableur(contexte, entree.format, {
    nom: `${nom} - lignes non importées`,
    feuille: 'Lignes non importées',
    colonnes,
    lignes: rejets,
  });
}

function imports({ db }: Contexte, { nombre }: { nombre: number }) {
  return db.sqlite
    .prepare(
      `SELECT id, fichier, importe_le AS importeLe, lignes, creees, completees, identiques, rejetees,
        lignes - creees - completees - identiques - rejetees AS ignorees, annule_le AS annuleLe
      FROM importation ORDER BY importe_le DESC, id DESC LIMIT ?`,
    )
    .all(nombre) as ImportFait[];
}

export const importationOperations = {
  'reseau.readImport': readImport,
  'reseau.analyzeImport': analyzeImport,
  'reseau.importLines': importLines,
  'reseau.runImport': runImport,
  'reseau.undoImport': undoImport,
  'reseau.exportRejets': exportRejets,
  'reseau.imports': imports,
};
