import type { z } from 'zod';
import { ajouterJours, type DateCivile, ecartJours } from '../shared/dates.ts';
import { nomCourt } from '../shared/format.ts';
import type { Livraison } from '../shared/livraison.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../shared/nomenclatures/salaries.ts';
import { motsCherches } from '../shared/normaliser.ts';
import type {
  DuParcours,
  LigneRadar,
  ParcoursDuJour,
  parcoursContrat,
  Radar,
  RadarFiltres,
} from '../shared/salaries/parcours.ts';
import { finPass } from '../shared/salaries/regles-pass.ts';
import { borneRadar, DECIDER_JOURS, etapesApres, HORIZONS_RADAR } from '../shared/salaries/regles-suite.ts';
import { GROUPEES, HORIZON } from '../shared/sollicitations/regles.ts';
import type { Contexte } from './contexte.ts';
import { auteurCourant } from './parametres.ts';
import { requete } from './requetes.ts';
import { colonnesRadar } from './salaries-radar-export.ts';
import { lireFaits } from './salaries-suite.ts';
import { deliverTableur } from './tableur.ts';

type Lecteur = Pick<Contexte, 'db' | 'today'>;

/** Who somebody is, for every line about them. */
const PERSONNE = `
  s.id AS salarieId, s.prenom, s.nom, s.nom_tri AS nomTri, s.cherche, s.support, s.telephone,
  s.projet_etat AS projetEtat, s.preparation,
  r.id AS referentId, r.prenom AS referentPrenom, r.nom AS referentNom,
  e.id AS encadrantId, e.prenom AS encadrantPrenom, e.nom AS encadrantNom`;
const EQUIPE = 'LEFT JOIN membre r ON r.id = s.referent_id LEFT JOIN membre e ON e.id = s.encadrant_id';

const CONTRATS_FINISSANTS = `
  SELECT c.id, c.fin, c.nature AS libelle, c.suite, c.suite_note AS suiteNote, ${PERSONNE}
  FROM contrat c JOIN salarie s ON s.id = c.salarie_id AND s.archived_at IS NULL ${EQUIPE}
  WHERE c.fin BETWEEN ? AND ? ORDER BY c.fin, s.nom_tri, c.id`;
/** Every PASS: what suspends or prolongs one moves its end by years. */
const PASS = `
  SELECT p.id, p.debut, p.fin, p.numero AS libelle, '' AS suite, '' AS suiteNote,
    (SELECT json_group_array(json_object('genre', v.genre, 'motif', v.motif, 'debut', v.debut, 'fin', v.fin))
       FROM pass_evenement v WHERE v.pass_id = p.id) AS evenements, ${PERSONNE}
  FROM pass_iae p JOIN salarie s ON s.id = p.salarie_id AND s.archived_at IS NULL ${EQUIPE}
  ORDER BY p.fin, s.nom_tri, p.id`;

interface Lue {
  id: string;
  fin: DateCivile;
  libelle: string;
  suite: string;
  suiteNote: string;
  salarieId: string;
  prenom: string;
  nom: string;
  nomTri: string;
  cherche: string;
  support: string;
  telephone: string;
  projetEtat: string;
  preparation: string;
  referentId: string | null;
  referentPrenom: string | null;
  referentNom: string | null;
  encadrantId: string | null;
  encadrantPrenom: string | null;
  encadrantNom: string | null;
}

type PassLu = Lue & { debut: DateCivile; evenements: string };

const membreDe = (id: string | null, prenom: string | null, nom: string | null) =>
  id === null ? null : { id, nom: nomCourt(prenom ?? '', nom ?? '') };

function versLigne(
  genre: LigneRadar['genre'],
  lue: Lue,
  etapes: LigneRadar['etapes'],
  today: DateCivile,
): LigneRadar & { nomTri: string; cherche: string; telephone: string } {
  return {
    genre,
    id: lue.id,
    salarie: { id: lue.salarieId, prenom: lue.prenom, nom: lue.nom },
    fin: lue.fin,
    jours: ecartJours(today, lue.fin),
    libelle: genre === 'contrat' ? label(CONTRATS, lue.libelle) : lue.libelle,
    referent: membreDe(lue.referentId, lue.referentPrenom, lue.referentNom),
    encadrant: membreDe(lue.encadrantId, lue.encadrantPrenom, lue.encadrantNom),
    support: lue.support,
    projetEtat: lue.projetEtat,
    preparation: lue.preparation,
    etapes,
    suite: lue.suite,
    suiteNote: lue.suiteNote,
    nomTri: lue.nomTri,
    cherche: lue.cherche,
    telephone: lue.telephone,
  };
}

type Ligne = ReturnType<typeof versLigne>;

/** Contracts that end between two days, each with what is known to follow it. */
function contratsFinissants({ db, today }: Lecteur, du: DateCivile, au: DateCivile): Ligne[] {
  const lus = requete(db, CONTRATS_FINISSANTS).all(du, au) as Lue[];
  const faits = lireFaits(db, [...new Set(lus.map(({ salarieId }) => salarieId))]);
  return lus.map((lue) => {
    const siens = faits.get(lue.salarieId)!;
    const contrat = siens.contrats.find(({ id }) => id === lue.id)!;
    return versLigne('contrat', lue, etapesApres(contrat, siens, today), today);
  });
}

/**
 * PASS that end between two days. What follows one is a later PASS, a hire, or what was decided of the contract of the
 * person: a contract or an immersion would need the PASS itself.
 */
function passFinissants({ db, today }: Lecteur, du: DateCivile, au: DateCivile): Ligne[] {
  const tous = (requete(db, PASS).all() as PassLu[]).map((pass) => ({
    ...pass,
    fin: finPass({ ...pass, evenements: JSON.parse(pass.evenements) }),
  }));
  const finissants = tous.filter(({ fin }) => fin >= du && fin <= au);
  const faits = lireFaits(db, [...new Set(finissants.map(({ salarieId }) => salarieId))]);
  return finissants.map((pass) => {
    const siens = faits.get(pass.salarieId)!;
    const suivant = tous.find(
      (autre) => autre.salarieId === pass.salarieId && autre.debut > pass.debut && autre.fin > pass.fin,
    );
    const dernier = siens.contrats.at(-1);
    const etapes: LigneRadar['etapes'] = [
      ...(suivant ? [{ genre: 'contrat' as const, date: suivant.debut, libelle: 'Nouveau PASS' }] : []),
      ...(dernier
        ? etapesApres(dernier, siens, today).filter(({ genre }) => genre === 'embauche' || genre === 'suite')
        : []),
    ];
    return versLigne('pass', pass, etapes, today);
  });
}

function garde({ db }: Lecteur, filtres: RadarFiltres): (ligne: Ligne) => boolean {
  const mots = motsCherches(filtres.recherche);
  // Nobody looks while the team is empty: then nothing is theirs.
  const moi = auteurCourant(db) ?? 'personne';
  const de = (voulu: string, membre: { id: string } | null) =>
    voulu === '' || (voulu === 'aucun' ? membre === null : membre?.id === (voulu === 'moi' ? moi : voulu));
  return (ligne) =>
    (filtres.quoi === 'tout' || ligne.genre === filtres.quoi) &&
    de(filtres.referent, ligne.referent) &&
    de(filtres.encadrant, ligne.encadrant) &&
    (filtres.support === '' || ligne.support === filtres.support) &&
    mots.every((mot) => ligne.cherche.includes(mot));
}

const CLES: Record<RadarFiltres['tri'], (ligne: Ligne) => string> = {
  fin: ({ fin }) => fin,
  nom: ({ nomTri }) => nomTri,
  referent: ({ referent }) => referent?.nom ?? '\uffff',
  // Those with nothing after them first.
  etape: ({ etapes: [etape] }) => (etape ? (etape.date ?? 'z') : ''),
};

/** What ends within the months asked for, and how much there is within each horizon. */
export function lireRadar(lecteur: Lecteur, filtres: RadarFiltres): Radar {
  const { today } = lecteur;
  const au = borneRadar(today, Math.max(...HORIZONS_RADAR));
  const lignes = [...contratsFinissants(lecteur, today, au), ...passFinissants(lecteur, today, au)].filter(
    garde(lecteur, filtres),
  );
  const compter = (mois: number) => {
    const dedans = lignes.filter(({ fin }) => fin <= borneRadar(today, mois));
    return { total: dedans.length, sans: dedans.filter(({ etapes }) => etapes.length === 0).length };
  };
  const cle = CLES[filtres.tri];
  const sens = filtres.sens === 'asc' ? 1 : -1;
  const montrees = lignes
    .filter(({ fin }) => fin <= borneRadar(today, filtres.mois))
    .filter(
      ({ etapes }) => filtres.etape === 'toutes' || (filtres.etape === 'sans') === (etapes.length === 0),
    )
    .sort(
      (a, b) =>
        sens * cle(a).localeCompare(cle(b)) || a.fin.localeCompare(b.fin) || a.nomTri.localeCompare(b.nomTri),
    );
  return { comptes: { 1: compter(1), 3: compter(3), 6: compter(6) }, lignes: montrees };
}

function exporter(
  contexte: Contexte,
  { format, ...filtres }: z.output<(typeof parcoursContrat)['salaries.radarExport']['entree']>,
): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `fins-de-contrat-${contexte.today}`,
    feuille: 'Ce qui finit',
    colonnes: colonnesRadar(contexte.db),
    lignes: lireRadar(contexte, filtres).lignes,
  });
}

const PROCHAINS = `
  SELECT e.id, e.prochain AS echeance, e.genre AS libelle, s.id AS salarieId, s.prenom, s.nom, s.telephone,
    m.id AS membreId, m.prenom AS membrePrenom, m.nom AS membreNom
  FROM entretien_salarie e JOIN salarie s ON s.id = e.salarie_id AND s.archived_at IS NULL
  LEFT JOIN membre m ON m.id = coalesce(s.referent_id, e.auteur_id)
  WHERE e.archived_at IS NULL AND e.prochain <= @limite AND (@moi IS NULL OR m.id IS NULL OR m.id = @moi)
    AND NOT EXISTS (SELECT 1 FROM entretien_salarie t WHERE t.salarie_id = e.salarie_id AND t.archived_at IS NULL
      AND (t.date, t.created_at, t.id) > (e.date, e.created_at, e.id))`;
/** Of those who are still here: nobody reaches a goal agreed on for a parcours that is over. */
const OBJECTIFS_DUS = `
  SELECT o.id, o.echeance, o.libelle, s.id AS salarieId, s.prenom, s.nom, s.telephone,
    m.id AS membreId, m.prenom AS membrePrenom, m.nom AS membreNom
  FROM objectif_parcours o JOIN salarie s ON s.id = o.salarie_id AND s.archived_at IS NULL
  LEFT JOIN membre m ON m.id = s.referent_id
  WHERE o.archived_at IS NULL AND o.etat = 'en_cours' AND o.echeance <= @limite
    AND (@moi IS NULL OR m.id IS NULL OR m.id = @moi)
    AND (NOT EXISTS (SELECT 1 FROM contrat c WHERE c.salarie_id = s.id)
      OR EXISTS (SELECT 1 FROM contrat c WHERE c.salarie_id = s.id AND (c.fin IS NULL OR c.fin >= @today)))`;

interface DuLu {
  id: string;
  echeance: DateCivile;
  libelle: string;
  salarieId: string;
  prenom: string;
  nom: string;
  telephone: string;
  membreId: string | null;
  membrePrenom: string | null;
  membreNom: string | null;
}

const versDu =
  (genre: DuParcours['genre']) =>
  (lu: DuLu): DuParcours => ({
    genre,
    id: lu.id,
    salarie: { id: lu.salarieId, prenom: lu.prenom, nom: lu.nom },
    echeance: lu.echeance,
    libelle: lu.libelle,
    fin: null,
    referent: membreDe(lu.membreId, lu.membrePrenom, lu.membreNom),
    telephone: lu.telephone,
  });

/** Kinds that the day shows as one line, from that many. */
const GROUPES: readonly DuParcours['genre'][] = ['objectif', 'contrat'];

/** Contracts that the day brings up, since nothing is known to follow them: of one member and of nobody, or of all. */
export function contratsADecider(lecteur: Lecteur, moi: string | null) {
  const { today } = lecteur;
  return contratsFinissants(lecteur, today, ajouterJours(today, HORIZON + DECIDER_JOURS))
    .filter(({ etapes }) => etapes.length === 0)
    .filter(({ referent }) => moi === null || referent === null || referent.id === moi);
}

function duJour(contexte: Contexte, { qui }: { qui: 'moi' | 'equipe' }): ParcoursDuJour {
  const { db, today } = contexte;
  const moi = qui === 'moi' ? auteurCourant(db) : null;
  const limite = ajouterJours(today, HORIZON);
  const contrats = contratsADecider(contexte, moi).map(
    ({ id, salarie, fin, libelle, referent, telephone }): DuParcours => ({
      genre: 'contrat',
      id,
      salarie,
      // Due from that day on, never late before its last one: the line says when the contract ends.
      echeance: ajouterJours(fin, -DECIDER_JOURS),
      libelle,
      fin,
      referent,
      telephone,
    }),
  );
  const lignes = [
    ...(requete(db, PROCHAINS).all({ limite, moi }) as DuLu[]).map(versDu('entretien')),
    ...(requete(db, OBJECTIFS_DUS).all({ limite, moi, today }) as DuLu[]).map(versDu('objectif')),
    ...contrats,
  ].sort((a, b) => a.echeance.localeCompare(b.echeance) || a.salarie.nom.localeCompare(b.salarie.nom));
  const dues = Map.groupBy(
    lignes.filter(({ echeance }) => echeance <= today),
    ({ genre }) => genre,
  );
  // What the day shows as one line is one thing to do; the end of a contract is never late.
  const actions = [...dues].flatMap(([genre, siennes]) => {
    const tardive = ({ echeance }: DuParcours) => genre !== 'contrat' && echeance < today;
    return GROUPES.includes(genre) && siennes.length >= GROUPEES
      ? [siennes.some(tardive)]
      : siennes.map(tardive);
  });
  const enRetard = actions.filter(Boolean).length;
  return { lignes, enRetard, aujourdhui: actions.length - enRetard };
}

export const radarOperations = {
  'salaries.radar': lireRadar,
  'salaries.radarExport': exporter,
  'salaries.duJour': duJour,
};
