import type { z } from 'zod';
import { ajouterMois } from '../shared/dates.ts';
import { nomCourt } from '../shared/format.ts';
import { STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import { codes } from '../shared/nomenclatures/nomenclature.ts';
import { ETATS_PROJET } from '../shared/nomenclatures/salaries.ts';
import { motsCherches, normaliser } from '../shared/normaliser.ts';
import type { salariesContrat } from '../shared/salaries/contrat.ts';
import type { SalariesListe } from '../shared/salaries/liste.ts';
import { contratCourant, couvertureDepuis, type Periode } from '../shared/salaries/regles.ts';
import { finPass, type PassLu, passCourant } from '../shared/salaries/regles-pass.ts';
import type { SalarieLigne } from '../shared/salaries/schema.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { auteurCourant } from './parametres.ts';
import { enListe } from './requetes.ts';
import { colonnesSalaries } from './salaries-export.ts';
import { deliverTableur } from './tableur.ts';

type Contrat = NonNullable<SalarieLigne['contrat']>;

interface Ligne extends Omit<SalarieLigne, 'contrat' | 'passFin' | 'referent' | 'encadrant'> {
  nomTri: string;
  contrats: string;
  pass: string;
  evenements: string;
  referentPrenom: string | null;
  referentNom: string | null;
  encadrantPrenom: string | null;
  encadrantNom: string | null;
}

const SELECTION = `
  SELECT s.id, s.prenom, s.nom, s.sexe, s.naissance, s.telephone, s.nom_tri AS nomTri,
    s.projet_etat AS projetEtat, s.preparation, s.support,
    r.prenom AS referentPrenom, r.nom AS referentNom, n.prenom AS encadrantPrenom, n.nom AS encadrantNom,
    (SELECT json_group_array(json_object('nature', c.nature, 'debut', c.debut, 'fin', c.fin))
       FROM contrat c WHERE c.salarie_id = s.id) AS contrats,
    (SELECT json_group_array(json_object('id', p.id, 'debut', p.debut, 'fin', p.fin))
       FROM pass_iae p WHERE p.salarie_id = s.id) AS pass,
    (SELECT json_group_array(json_object(
         'passId', e.pass_id, 'genre', e.genre, 'motif', e.motif, 'debut', e.debut, 'fin', e.fin))
       FROM pass_evenement e JOIN pass_iae p ON p.id = e.pass_id WHERE p.salarie_id = s.id) AS evenements,
    (SELECT count(*) FROM critere_eligibilite k WHERE k.salarie_id = s.id AND k.justificatif = '') AS sansJustificatif,
    (SELECT count(*) FROM immersion i
      WHERE i.salarie_id = s.id AND i.archived_at IS NULL AND i.statut NOT IN (${enListe(STATUTS_SANS_SUITE)})) AS immersions
  FROM salarie s
  LEFT JOIN membre r ON r.id = s.referent_id
  LEFT JOIN membre n ON n.id = s.encadrant_id`;

type Condition = readonly [sql: string, ...valeurs: string[]];

function parMembre(db: Base, colonne: string, membre: string): Condition[] {
  if (membre === '') return [];
  if (membre === 'aucun') return [[`${colonne} IS NULL`]];
  return [[`${colonne} = ?`, (membre === 'moi' ? auteurCourant(db) : membre) ?? '']];
}

const parCode = (colonne: string, code: string): Condition[] =>
  code === '' ? [] : [[`${colonne} = ?`, code === 'inconnu' ? '' : code]];

/** Every word looked for is in the name or the phone. */
function parMots(recherche: string): Condition[] {
  const mots = motsCherches(recherche);
  if (recherche.trim() !== '' && mots.length === 0) mots.push(normaliser(recherche));
  return mots.map((mot) => ['instr(s.cherche, ?) > 0', mot]);
}

/** In the order of names. */
function lire(db: Base, conditions: readonly Condition[]): Ligne[] {
  return db.sqlite
    .prepare(`${SELECTION} WHERE ${conditions.map(([sql]) => sql).join(' AND ')} ORDER BY s.nom_tri, s.id`)
    .all(...conditions.flatMap(([, ...valeurs]) => valeurs)) as Ligne[];
}

function passDe({ pass, evenements }: Ligne): PassLu[] {
  if (pass === '[]') return [];
  const lus = JSON.parse(evenements) as (PassLu['evenements'][number] & { passId: string })[];
  return (JSON.parse(pass) as { id: string; debut: string; fin: string }[]).map(({ id, debut, fin }) => ({
    debut,
    fin,
    evenements: lus.filter(({ passId }) => passId === id),
  }));
}

/** With every contract, which filters need and the screen does not. */
function versLigne(lue: Ligne, today: string): { ligne: SalarieLigne; contrats: Contrat[] } {
  const {
    contrats: json,
    nomTri: _tri,
    pass: _pass,
    evenements: _evenements,
    referentPrenom,
    referentNom,
    encadrantPrenom,
    encadrantNom,
    ...reste
  } = lue;
  const contrats = JSON.parse(json) as Contrat[];
  const pass = passCourant(passDe(lue), today);
  return {
    contrats,
    ligne: {
      ...reste,
      contrat: contratCourant(contrats, today),
      passFin: pass && finPass(pass),
      referent: nomCourt(referentPrenom ?? '', referentNom ?? ''),
      encadrant: nomCourt(encadrantPrenom ?? '', encadrantNom ?? ''),
    },
  };
}

const estPresent = (periode: Periode | null, today: string) =>
  periode !== null && (periode.fin === null || periode.fin >= today);

/** Employment ends within so many months, whatever was signed to follow the contract of today. */
function finitDans(contrats: readonly Contrat[], mois: number, today: string): boolean {
  const fin = couvertureDepuis(contrats, today);
  return fin !== null && fin !== 'sans_terme' && fin <= ajouterMois(today, mois);
}

/** Open-ended contracts sort after every date, people without contract last of all. */
const finTriable = (periode: Periode | null) => (periode === null ? 'z' : (periode.fin ?? 'y'));

const RANGS_PROJET = new Map<string, number>(codes(ETATS_PROJET).map((code, rang) => [code, rang]));
const rangProjet = ({ projetEtat }: SalarieLigne) => RANGS_PROJET.get(projetEtat) ?? RANGS_PROJET.size;

const ORDRES: Record<SalariesListe['tri'], ((a: SalarieLigne, b: SalarieLigne) => number) | null> = {
  nom: null,
  fin: (a, b) => finTriable(a.contrat).localeCompare(finTriable(b.contrat)),
  pass: (a, b) => (a.passFin ?? 'z').localeCompare(b.passFin ?? 'z'),
  projet: (a, b) => rangProjet(a) - rangProjet(b),
};

export function listSalaries({ db, today }: Contexte, entree: SalariesListe): SalarieLigne[] {
  const conditions: Condition[] = [
    [`s.archived_at IS ${entree.etat === 'archives' ? 'NOT ' : ''}NULL`],
    ...parMots(entree.recherche),
    ...parMembre(db, 's.referent_id', entree.referent),
    ...parMembre(db, 's.encadrant_id', entree.encadrant),
    ...parCode('s.support', entree.support),
    ...parCode('s.projet_etat', entree.projet),
    ...parCode('s.preparation', entree.preparation),
  ];
  const lignes = lire(db, conditions)
    .map((lue) => versLigne(lue, today))
    .filter(({ ligne, contrats }) => {
      if (entree.etat === 'presents' && !estPresent(ligne.contrat, today)) return false;
      if (entree.etat === 'sortis' && estPresent(ligne.contrat, today)) return false;
      if (entree.fin !== '' && !finitDans(contrats, Number(entree.fin), today)) return false;
      return entree.justificatif === '' || ligne.sansJustificatif > 0;
    })
    .map(({ ligne }) => ligne);
  const ordre = ORDRES[entree.tri];
  if (ordre) lignes.sort(ordre);
  return entree.sens === 'desc' ? lignes.reverse() : lignes;
}

export function exportSalaries(
  contexte: Contexte,
  { format, ...filtres }: z.output<(typeof salariesContrat)['salaries.export']['entree']>,
) {
  return deliverTableur(contexte, format, {
    nom: `salaries-${contexte.today}`,
    feuille: 'Salariés',
    colonnes: colonnesSalaries(contexte.db),
    lignes: listSalaries(contexte, filtres),
  });
}

/** Those under contract first. */
export function suggestSalaries(
  { db, today }: Contexte,
  { recherche, nombre }: { recherche: string; nombre: number },
): SalarieLigne[] {
  const lignes = lire(db, [['s.archived_at IS NULL'], ...parMots(recherche)]).map(
    (lue) => versLigne(lue, today).ligne,
  );
  const presents = lignes.filter((ligne) => estPresent(ligne.contrat, today));
  return [...presents, ...lignes.filter((ligne) => !presents.includes(ligne))].slice(0, nombre);
}
