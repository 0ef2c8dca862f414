import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate, formaterDuree, insecables } from '../shared/format.ts';
import type { heuresContrat } from '../shared/heures/contrat.ts';
import {
  type CiblePaie,
  cleDePersonne,
  devinerPaie,
  estEnTete,
  estTotal,
  lireMoisPaie,
} from '../shared/heures/paie.ts';
import {
  direPeriode,
  heuresSuspectes,
  joursDansMois,
  lireHeures,
  type PeriodeContrat,
  refusHeures,
  repartir,
} from '../shared/heures/regles-heures.ts';
import { type AnalysePaie, ETATS_PAIE, type LignePaie, type PersonnePaie } from '../shared/heures/schema.ts';
import { nomDuMois } from '../shared/immersions/calendrier.ts';
import type { Contexte } from './contexte.ts';
import { type CaseEcrite, ecrireLot, lireCase } from './heures-ecriture.ts';
import {
  arreterSiDemande,
  type Decoupe,
  decouperFichier,
  type Enregistrement,
  oublierDecoupe,
} from './importation-decoupe.ts';
import { libeller } from './importation-lecture.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

type Entree = z.output<(typeof heuresContrat)['heures.analyser']['entree']>;

interface Personne extends PersonnePaie {
  contrats: (PeriodeContrat & { id: string })[];
}

const PERSONNES = `
  SELECT s.id, trim(s.nom || ' ' || s.prenom) AS nom, s.naissance,
    (SELECT json_group_array(json_object('id', c.id, 'debut', c.debut, 'fin', c.fin))
       FROM (SELECT * FROM contrat WHERE salarie_id = s.id ORDER BY debut) c) AS contrats
  FROM salarie s WHERE s.archived_at IS NULL ORDER BY s.nom_tri, s.id`;

function lirePersonnes(db: Base): Personne[] {
  const lues = requete(db, PERSONNES).all() as {
    id: string;
    nom: string;
    naissance: string;
    contrats: string;
  }[];
  return lues.map(({ id, nom, naissance, contrats }) => {
    const siens = JSON.parse(contrats) as Personne['contrats'];
    const dernier = siens.at(-1);
    return {
      id,
      nom,
      detail: `née ou né le ${formaterDate(naissance)}${dernier ? `, contrat ${direPeriode(dernier)}` : ', sans contrat'}`,
      contrats: siens,
    };
  });
}

/** Lines among which the headings are looked for. */
const PREMIERES = 20;

interface Lue extends Pick<Decoupe, 'feuilles' | 'feuille' | 'avertissements'> {
  labels: string[];
  cibles: readonly CiblePaie[];
  enregistrements: Enregistrement[];
}

async function lireFichier(contexte: Contexte, entree: Entree): Promise<Lue> {
  const { nom, contenu, feuille } = entree;
  const { enregistrements, ...decoupe } = await decouperFichier({ nom, contenu, feuille }, contexte.tasks);
  const titre = Math.max(
    0,
    enregistrements.slice(0, PREMIERES).findIndex(({ cellules }) => estEnTete(devinerPaie(cellules))),
  );
  const largeur = Math.max(0, ...enregistrements.slice(titre).map(({ cellules }) => cellules.length));
  const labels = libeller(enregistrements[titre]?.cellules ?? null, largeur);
  if (entree.colonnes && entree.colonnes.length !== largeur)
    throw new ErreurMetier('entree-invalide', {
      champs: { colonnes: 'Les colonnes choisies ne sont pas celles de ce fichier.' },
    });
  return {
    feuilles: decoupe.feuilles,
    feuille: decoupe.feuille,
    avertissements: decoupe.avertissements,
    labels,
    cibles: entree.colonnes ?? devinerPaie(labels),
    enregistrements: enregistrements.slice(titre + 1),
  };
}

/** What a line says before anybody is looked for: a name, and hours by month. */
function lireLigne(
  { cellules }: Enregistrement,
  cibles: readonly CiblePaie[],
  { annee, mois: moisDuFichier }: Entree,
): { nom: string; matricule: string; heures: Map<string, number>; raison: string } {
  const dites = (cible: CiblePaie) =>
    cibles.flatMap((sienne, rang) => (sienne === cible ? [(cellules[rang] ?? '').trim()] : []));
  const nom = [...dites('nom_complet'), ...dites('nom'), ...dites('prenom')].filter(Boolean).join(' ');
  const lue = { nom, matricule: dites('matricule').join(' '), heures: new Map<string, number>() };
  if (nom === '') return { ...lue, raison: 'Cette ligne ne nomme personne.' };
  if (estTotal(nom)) return { ...lue, raison: 'Cette ligne est un total.' };
  const ditMois = dites('mois').find(Boolean);
  for (const [rang, cible] of cibles.entries()) {
    const texte = (cellules[rang] ?? '').trim();
    if (texte === '' || (cible !== 'heures' && !/^m\d\d$/.test(cible))) continue;
    const minutes = lireHeures(texte);
    if (minutes === null)
      return { ...lue, raison: `« ${texte.slice(0, 40)} » n’est pas un nombre d’heures.` };
    const mois =
      cible !== 'heures'
        ? `${annee}-${cible.slice(1)}`
        : ditMois === undefined
          ? moisDuFichier
          : lireMoisPaie(ditMois, annee);
    if (mois === null)
      return {
        ...lue,
        raison:
          ditMois === undefined
            ? 'Dites de quel mois sont ces heures.'
            : `« ${ditMois.slice(0, 40)} » n’est pas un mois.`,
      };
    lue.heures.set(mois, (lue.heures.get(mois) ?? 0) + minutes);
  }
  return { ...lue, raison: lue.heures.size === 0 ? 'Cette ligne n’a pas d’heures.' : '' };
}

interface Examen {
  lignes: LignePaie[];
  /** What would be written, by contract and month. */
  cases: Map<string, CaseEcrite & { minutes: number; avant: number | null }>;
  personnes: Personne[];
}

/** Lines between two looks at the stop button. */
const PAS = 500;

function examiner(contexte: Contexte, entree: Entree, lue: Lue): Examen {
  const { db, today, tasks } = contexte;
  const personnes = lirePersonnes(db);
  const parId = new Map(personnes.map((personne) => [personne.id, personne]));
  const parNom = Map.groupBy(personnes, ({ nom }) => cleDePersonne(nom));
  const choix = new Map(entree.choix.map(({ ligne, salarieId }) => [ligne, salarieId]));
  const cases: Examen['cases'] = new Map();
  const premieres = new Map<string, number>();
  const lignes = lue.enregistrements.map((enregistrement, rang): LignePaie => {
    if (rang % PAS === 0) {
      arreterSiDemande(tasks);
      tasks.progress(rang, lue.enregistrements.length);
    }
    const { ligne } = enregistrement;
    const { nom, matricule, heures, raison } = lireLigne(enregistrement, lue.cibles, entree);
    const vide: LignePaie = {
      ligne,
      nom,
      matricule,
      etat: 'rejetee',
      salarie: null,
      candidats: [],
      valeurs: [],
      raison,
      remarques: [],
    };
    if (raison !== '') return vide;
    const candidats = parNom.get(cleDePersonne(nom)) ?? [];
    const choisi = choix.get(ligne);
    if (choisi === null) return { ...vide, etat: 'laissee', candidats: candidats.map(montrer) };
    const personne =
      choisi === undefined ? (candidats.length === 1 ? candidats[0]! : null) : parId.get(choisi);
    if (personne === undefined)
      throw new ErreurMetier('introuvable', { message: 'La personne choisie n’existe plus.' });
    if (personne === null)
      return candidats.length > 1
        ? {
            ...vide,
            etat: 'choisir',
            candidats: candidats.map(montrer),
            raison: `${candidats.length} personnes portent ce nom : dites laquelle.`,
          }
        : {
            ...vide,
            etat: 'inconnue',
            raison: 'Aucune fiche à ce nom : dites de qui il s’agit, ou créez sa fiche.',
          };
    const valeurs: LignePaie['valeurs'] = [];
    const remarques: string[] = [];
    for (const [mois, minutes] of heures) {
      const tenus = personne.contrats.filter((contrat) => joursDansMois(contrat, mois) > 0);
      if (tenus.length === 0) {
        if (minutes > 0)
          remarques.push(`Pas de contrat en ${nomDuMois(mois)} : ${formaterDuree(minutes)} de côté.`);
        continue;
      }
      const refus = refusHeures(etendue(tenus), mois, minutes, today);
      if (refus !== null) {
        remarques.push(refus);
        continue;
      }
      const parts = repartir(minutes, tenus, mois);
      if (parts.length > 1)
        remarques.push(
          `${nomDuMois(mois)} : réparties sur ${parts.length} contrats, au prorata de leurs jours.`,
        );
      const jours = parts.reduce((somme, { contrat }) => somme + joursDansMois(contrat, mois), 0);
      if (heuresSuspectes(minutes, jours))
        remarques.push(`${nomDuMois(mois)} : plus que 48 h par semaine, à vérifier.`);
      const deja = premieres.get(`${personne.id} ${mois}`);
      if (deja === undefined) premieres.set(`${personne.id} ${mois}`, ligne);
      else remarques.push(`S’ajoute à la ligne ${deja} (${nomDuMois(mois)}).`);
      let avant: number | null = null;
      for (const { contrat, minutes: siennes } of parts) {
        const cle = `${contrat.id} ${mois}`;
        const connue = cases.get(cle);
        const la = connue ? connue.avant : (lireCase(db, { contratId: contrat.id, mois })?.minutes ?? null);
        if (la !== null) avant = (avant ?? 0) + la;
        cases.set(cle, {
          contratId: contrat.id,
          mois,
          minutes: siennes + (connue?.minutes ?? 0),
          avant: la,
        });
      }
      valeurs.push({ mois, minutes, avant });
    }
    const rien = valeurs.length === 0;
    return {
      ...vide,
      salarie: montrer(personne),
      candidats: candidats.length > 1 ? candidats.map(montrer) : [],
      valeurs,
      etat: rien
        ? 'rejetee'
        : valeurs.every(({ minutes, avant }) => minutes === avant)
          ? 'identique'
          : 'prete',
      raison: rien ? (remarques[0] ?? 'Aucune heure dans un mois de contrat.') : '',
      remarques: (rien ? remarques.slice(1) : remarques).map(insecables),
    };
  });
  return { lignes, cases, personnes };
}

const montrer = ({ id, nom, detail }: Personne): PersonnePaie => ({ id, nom, detail });

/** The days contracts of a month cover together, as one. */
const etendue = (contrats: readonly PeriodeContrat[]): PeriodeContrat => ({
  debut: contrats.map(({ debut }) => debut).sort()[0]!,
  fin: contrats.some(({ fin }) => fin === null)
    ? null
    : contrats
        .map(({ fin }) => fin!)
        .sort()
        .at(-1)!,
});

const changees = ({ cases }: Examen) => [...cases.values()].filter(({ minutes, avant }) => minutes !== avant);

function avertir({ avertissements, cibles, enregistrements }: Lue): string[] {
  return [
    ...avertissements,
    ...(enregistrements.length === 0 ? ['Ce fichier n’a aucune ligne à importer.'] : []),
    ...(cibles.includes('nom_complet') || cibles.includes('nom')
      ? []
      : ['Aucune colonne ne donne le nom : choisissez laquelle.']),
    ...(cibles.some((cible) => cible === 'heures' || /^m\d\d$/.test(cible))
      ? []
      : ['Aucune colonne ne donne les heures : choisissez laquelle.']),
  ].map(insecables);
}

async function analyser(contexte: Contexte, entree: Entree): Promise<AnalysePaie> {
  contexte.tasks.begin();
  const lue = await lireFichier(contexte, entree);
  const examen = examiner(contexte, entree, lue);
  const ecrites = changees(examen);
  return {
    feuilles: lue.feuilles,
    feuille: lue.feuille,
    colonnes: lue.labels.map((label, rang) => ({
      label,
      cible: lue.cibles[rang]!,
      exemples: lue.enregistrements
        .slice(0, 3)
        .map(({ cellules }) => (cellules[rang] ?? '').trim().slice(0, 40))
        .filter(Boolean),
    })),
    moisDemande: lue.cibles.includes('heures') && !lue.cibles.includes('mois'),
    lignes: examen.lignes,
    totaux: Object.fromEntries(
      ETATS_PAIE.map((etat) => [etat, examen.lignes.filter((ligne) => ligne.etat === etat).length]),
    ) as AnalysePaie['totaux'],
    cases: ecrites.length,
    minutes: ecrites.reduce((somme, { minutes }) => somme + minutes, 0),
    personnes: examen.personnes.filter(({ contrats }) => contrats.length > 0).map(montrer),
    avertissements: avertir(lue),
  };
}

async function importer(contexte: Contexte, entree: Entree) {
  const { db, depot, tasks } = contexte;
  tasks.begin();
  const lue = await lireFichier(contexte, entree);
  const examen = examiner(contexte, entree, lue);
  const ecrites = changees(examen);
  if (examen.cases.size === 0)
    throw new ErreurMetier('regle', { message: 'Aucune ligne de ce fichier ne peut être importée.' });
  depot.backup('import');
  const { id, changees: nombre } = db.sqlite
    .transaction(() => ecrireLot(contexte, 'import', entree.nom, ecrites))
    .immediate();
  oublierDecoupe();
  return {
    id,
    changees: nombre,
    identiques: examen.cases.size - nombre,
    restees: examen.lignes.filter(({ valeurs }) => valeurs.length === 0).length,
  };
}

export const importPaieOperations = { 'heures.analyser': analyser, 'heures.importer': importer };
