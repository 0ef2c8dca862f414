import type { z } from 'zod';
import type { aujourdhuiContrat } from '../shared/aujourdhui/contrat.ts';
import { ajouterJours, lundiDe } from '../shared/dates.ts';
import { STATUTS_COMPTES, STATUTS_ENGAGES, STATUTS_SANS_SUITE } from '../shared/immersions/statuts.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../shared/nomenclatures/salaries.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { auteurCourant } from './parametres.ts';
import { enListe } from './requetes.ts';
import { contratsADecider } from './salaries-radar.ts';

type Sortie = z.input<(typeof aujourdhuiContrat)['aujourdhui.get']['sortie']>;

/** Days ahead within which the end of a contract is announced. */
const FIN_CONTRAT = 60;
/** Days ahead within which an immersion that starts or ends is announced. */
const IMMERSION = 14;
/** Lines of each card: the screen is a glance, the lists have their own screens. */
const LIGNES = 8;

function vide({ sqlite }: Base): Sortie['vide'] {
  const aucune = (table: 'organisation' | 'sollicitation') =>
    sqlite.prepare(`SELECT 1 FROM ${table} WHERE archived_at IS NULL LIMIT 1`).get() === undefined;
  return { organisations: aucune('organisation'), sollicitations: aucune('sollicitation') };
}

function semaine({ sqlite }: Base, today: string, moi: string | null): Sortie['semaine'] {
  const canaux = sqlite
    .prepare(
      `SELECT canal, count(*) nombre FROM sollicitation
       WHERE archived_at IS NULL AND date BETWEEN ? AND ? AND (@moi IS NULL OR auteur_id = @moi)
       GROUP BY canal ORDER BY nombre DESC, canal`,
    )
    .all(lundiDe(today), today, { moi }) as Sortie['semaine']['canaux'];
  return { total: canaux.reduce((somme, { nombre }) => somme + nombre, 0), canaux };
}

/** An organisation goes as far as its best outcome of the year; hosting counts from the first day of an immersion. */
function entonnoir({ sqlite }: Base, today: string): Sortie['entonnoir'] {
  const annee = Number(today.slice(0, 4));
  const debut = `${annee}-01-01`;
  const echanges = sqlite
    .prepare(
      `SELECT count(DISTINCT so.organisation_id) contactees,
              count(DISTINCT CASE WHEN s.resultat IN ('interessee', 'accord', 'realisee')
                             THEN so.organisation_id END) interessees,
              count(DISTINCT CASE WHEN s.resultat IN ('accord', 'realisee') THEN so.organisation_id END) engagees
       FROM sollicitation s JOIN sollicitation_organisation so ON so.sollicitation_id = s.id
       WHERE s.archived_at IS NULL AND s.date BETWEEN ? AND ?`,
    )
    .get(debut, today) as { contactees: number; interessees: number; engagees: number };
  const immersions = sqlite
    .prepare(
      `SELECT count(DISTINCT organisation_id) FROM immersion
       WHERE archived_at IS NULL AND statut IN (${enListe(STATUTS_COMPTES)}) AND debut <= ? AND fin >= ?`,
    )
    .pluck()
    .get(today, debut) as number;
  return { annee, ...echanges, immersions };
}

type Lecteur = Pick<Contexte, 'db' | 'today'>;
type Genre = Sortie['echeances'][number]['genre'];

/** An immersion whose convention is out and that nothing has ended early. */
const ENGAGEE = `i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_ENGAGES)}) AND i.fin_prevue IS NULL`;

interface LigneSalarie {
  id: string;
  date: string;
  salarieId: string;
  prenom: string;
  nom: string;
  precision: string;
}

function echeances(contexte: Lecteur, moi: string | null): Sortie['echeances'] {
  const { today } = contexte;
  const { sqlite } = contexte.db;
  const vers =
    (genre: Genre) =>
    ({ salarieId, prenom, nom, ...ligne }: LigneSalarie) => ({
      genre,
      ...ligne,
      salarie: { id: salarieId, prenom, nom },
    });
  // The last contract only: one that a renewal follows ends nothing, and one to decide on is already among what is to do.
  const aDecider = contratsADecider(contexte, moi).map(({ id }) => id);
  const contrats = sqlite
    .prepare(
      `SELECT s.id, c.fin date, s.id salarieId, s.prenom, s.nom, c.nature precision
       FROM contrat c JOIN salarie s ON s.id = c.salarie_id AND s.archived_at IS NULL
       WHERE c.fin BETWEEN ? AND ? AND c.id NOT IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM contrat suite WHERE suite.salarie_id = s.id AND suite.id <> c.id
                         AND (suite.fin IS NULL OR suite.fin > c.fin))
       ORDER BY c.fin LIMIT ${LIGNES}`,
    )
    .all(today, ajouterJours(today, FIN_CONTRAT), JSON.stringify(aDecider)) as LigneSalarie[];
  // A convention neither finished nor signed is announced by the day it must be ready for.
  const debuts = sqlite
    .prepare(
      `SELECT i.id, i.debut date, s.id salarieId, s.prenom, s.nom, o.nom precision,
              CASE i.statut WHEN 'brouillon' THEN 'convention_a_finir' WHEN 'prete' THEN 'convention_a_signer'
                            ELSE 'debut_immersion' END genre
       FROM immersion i JOIN salarie s ON s.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
       WHERE i.archived_at IS NULL AND i.statut NOT IN (${enListe(STATUTS_SANS_SUITE)}) AND i.debut BETWEEN ? AND ?
       ORDER BY i.debut LIMIT ${LIGNES}`,
    )
    .all(ajouterJours(today, 1), ajouterJours(today, IMMERSION)) as (LigneSalarie & { genre: Genre })[];
  const fins = sqlite
    .prepare(
      `SELECT i.id, i.fin date, s.id salarieId, s.prenom, s.nom, o.nom precision
       FROM immersion i JOIN salarie s ON s.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
       WHERE ${ENGAGEE} AND i.fin BETWEEN ? AND ?
       ORDER BY i.fin LIMIT ${LIGNES}`,
    )
    .all(today, ajouterJours(today, IMMERSION)) as LigneSalarie[];
  return [
    ...contrats.map((ligne) => ({
      ...vers('fin_contrat')(ligne),
      precision: label(CONTRATS, ligne.precision),
    })),
    ...debuts.map(({ genre, ...ligne }) => vers(genre)(ligne)),
    ...fins.map(vers('fin_immersion')),
  ]
    .sort((a, b) => a.date.localeCompare(b.date))
    .slice(0, LIGNES);
}

function immersionsEnCours({ sqlite }: Base, today: string): Sortie['immersions'] {
  const lignes = sqlite
    .prepare(
      `SELECT i.id, i.debut, i.fin, s.id salarieId, s.prenom, s.nom, o.id organisationId, o.nom organisationNom
       FROM immersion i JOIN salarie s ON s.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
       WHERE ${ENGAGEE} AND i.debut <= ? AND i.fin >= ?
       ORDER BY i.fin, s.nom_tri LIMIT ${LIGNES}`,
    )
    .all(today, today) as {
    id: string;
    debut: string;
    fin: string;
    salarieId: string;
    prenom: string;
    nom: string;
    organisationId: string;
    organisationNom: string;
  }[];
  return lignes.map((ligne) => ({
    id: ligne.id,
    debut: ligne.debut,
    fin: ligne.fin,
    salarie: { id: ligne.salarieId, prenom: ligne.prenom, nom: ligne.nom },
    organisation: { id: ligne.organisationId, nom: ligne.organisationNom },
  }));
}

export const aujourdhuiOperations = {
  'aujourdhui.get': (contexte: Contexte, { qui }: { qui: 'moi' | 'equipe' }): Sortie => {
    const { db, today } = contexte;
    const moi = qui === 'moi' ? auteurCourant(db) : null;
    return {
      vide: vide(db),
      semaine: semaine(db, today, moi),
      entonnoir: entonnoir(db, today),
      echeances: echeances(contexte, moi),
      immersions: immersionsEnCours(db, today),
    };
  },
};
