import type { z } from 'zod';
import type { Livraison } from '../shared/livraison.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS, SEXES } from '../shared/nomenclatures/salaries.ts';
import {
  CATEGORIES_SORTIE,
  CONTRATS_SORTIE,
  MOIS_SORTIE,
  SITUATIONS_SORTIE,
} from '../shared/nomenclatures/sorties.ts';
import { motsCherches } from '../shared/normaliser.ts';
import { seuilsAu } from '../shared/parametres/seuils.ts';
import type {
  SituationADemander,
  SortieLue,
  SortiesFiltres,
  sortiesContrat,
  VueSorties,
} from '../shared/sorties/contrat.ts';
import { ecartAsp, mesurerSituations, mesurerSorties } from '../shared/sorties/mesures.ts';
import { direDuree } from '../shared/sorties/regles.ts';
import type { Contexte } from './contexte.ts';
import { auteurCourant } from './parametres.ts';
import { requete } from './requetes.ts';
import { readSeuils } from './seuils.ts';
import { readSortiesJugees, type SortieJugee } from './sorties-lecture.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Sortie<N extends keyof typeof sortiesContrat> = z.output<(typeof sortiesContrat)[N]['sortie']>;
type Entree<N extends keyof typeof sortiesContrat> = z.output<(typeof sortiesContrat)[N]['entree']>;
type Lecteur = Pick<Contexte, 'db' | 'today'>;

const DANS_VUE: Record<VueSorties, (sortie: SortieLue) => boolean> = {
  toutes: () => true,
  comptees: ({ verdict }) => verdict.comptee,
  non_comptees: ({ verdict }) => verdict.etat === 'non_comptee',
  a_verifier: ({ verdict }) => verdict.etat === 'inconnue' || verdict.doutes.length > 0,
  ecarts: ecartAsp,
  a_demander: ({ aDemander }) => aDemander !== null,
};

/** Those whose last contract is over and that no exit follows; an exit noted since it began closes it. */
const SANS_SORTIE = `
  SELECT s.id, s.prenom, s.nom, c.nature, c.fin
  FROM salarie s JOIN contrat c ON c.salarie_id = s.id
  WHERE s.archived_at IS NULL AND c.fin < @today
    AND NOT EXISTS (SELECT 1 FROM contrat a WHERE a.salarie_id = s.id AND a.id <> c.id
      AND (a.fin IS NULL OR (a.fin, a.id) > (c.fin, c.id)))
    AND NOT EXISTS (SELECT 1 FROM sortie x WHERE x.salarie_id = s.id AND x.archived_at IS NULL
      AND x.date >= c.debut)
  ORDER BY c.fin DESC, s.nom_tri, s.id`;

function readSansSortie({ db, today }: Lecteur): Sortie<'sorties.list'>['sansSortie'] {
  const lues = requete(db, SANS_SORTIE).all({ today }) as {
    id: string;
    prenom: string;
    nom: string;
    nature: string;
    fin: string;
  }[];
  return lues.map(({ id, prenom, nom, nature, fin }) => ({
    salarie: { id, prenom, nom },
    contrat: label(CONTRATS, nature),
    fin,
  }));
}

const ANNEES = `
  SELECT CAST(substr(date, 1, 4) AS INTEGER) AS annee, count(*) AS nombre FROM sortie
  WHERE archived_at IS NULL GROUP BY 1`;

/** Years that have something to show, today's among them. */
function anneesDe({ db, today }: Lecteur, sansSortie: Sortie<'sorties.list'>['sansSortie']) {
  const notees = requete(db, ANNEES).all() as { annee: number; nombre: number }[];
  const nombres = new Map(notees.map(({ annee, nombre }) => [annee, nombre]));
  const toutes = new Set([
    Number(today.slice(0, 4)),
    ...nombres.keys(),
    ...sansSortie.map(({ fin }) => Number(fin.slice(0, 4))),
  ]);
  return [...toutes].sort((a, b) => b - a).map((annee) => ({ annee, nombre: nombres.get(annee) ?? 0 }));
}

/** The whole of time, as far as a base goes back. */
const TOUJOURS = { debut: '1900-01-01', fin: '2199-12-31' };

const periodeDe = (annee: number | null) =>
  annee === null ? TOUJOURS : { debut: `${annee}-01-01`, fin: `${annee}-12-31` };

function chercher({ categorie, recherche }: SortiesFiltres): (sortie: SortieJugee) => boolean {
  const mots = motsCherches(recherche);
  return ({ motif, salarie }) =>
    (categorie === '' || motif.categorie === categorie) && mots.every((mot) => salarie.cherche.includes(mot));
}

/** Of the State's conventions first: the DDETS is who asks for them. */
const CONVENUS = `
  SELECT o.indicateur, o.valeur, c.intitule FROM convention_objectif o
  JOIN convention c ON c.id = o.convention_id AND c.archived_at IS NULL
  WHERE o.annee = ? AND o.indicateur IN ('sorties.dynamiques', 'sorties.durables')
  ORDER BY c.genre <> 'ddets', c.debut DESC, c.id`;

/** What a year aims at: as agreed with a funder, else the thresholds of its last day; over several years, those of today. */
function objectifsDe({ db, today }: Lecteur, annee: number | null): Sortie<'sorties.list'>['objectifs'] {
  const seuils = seuilsAu(annee === null ? today : `${annee}-12-31`, readSeuils(db));
  const convenus =
    annee === null
      ? []
      : (requete(db, CONVENUS).all(annee) as { indicateur: string; valeur: number; intitule: string }[]);
  const vise = (indicateur: string, seuil: number) => {
    const convenu = convenus.find((un) => un.indicateur === indicateur);
    return convenu
      ? { valeur: convenu.valeur, convention: convenu.intitule }
      : { valeur: seuil * 10, convention: '' };
  };
  return {
    dynamiques: vise('sorties.dynamiques', seuils.objectifDynamiques),
    durables: vise('sorties.durables', seuils.objectifDurables),
  };
}

function list(lecteur: Lecteur, filtres: SortiesFiltres): Sortie<'sorties.list'> {
  const { db, today } = lecteur;
  const { annee, vue } = filtres;
  const toutes = readSortiesJugees(db, periodeDe(annee), today);
  const sansSortie = readSansSortie(lecteur);
  const trouvees = toutes.filter(chercher(filtres));
  return {
    annees: anneesDe(lecteur, sansSortie),
    mesure: mesurerSorties(toutes),
    objectifs: objectifsDe(lecteur, annee),
    situations: mesurerSituations(toutes),
    vues: Object.fromEntries(
      Object.entries(DANS_VUE).map(([nom, dedans]) => [nom, trouvees.filter(dedans).length]),
    ) as Record<VueSorties, number>,
    lignes: trouvees.filter(DANS_VUE[vue]),
    sansSortie: sansSortie.filter(({ fin }) => annee === null || fin.startsWith(String(annee))),
  };
}

const COLONNES: readonly Colonne<SortieLue>[] = [
  colonne.texte('Nom', ({ salarie }) => salarie.nom),
  colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
  colonne.texte('Sexe', ({ salarie }) => label(SEXES, salarie.sexe)),
  colonne.date('Début du parcours', ({ verdict }) => verdict.debutParcours),
  colonne.date('Sortie', ({ date }) => date),
  colonne.texte('Durée', ({ verdict }) => (verdict.debutParcours === null ? '' : direDuree(verdict))),
  colonne.heures('Heures du parcours', ({ verdict }) => verdict.heures),
  colonne.heures('Heures de l’année', ({ verdict }) => verdict.heuresAnnee),
  colonne.texte('Motif', ({ motif }) => motif.label),
  colonne.texte('Code du motif', ({ motif }) => motif.code),
  colonne.texte('Catégorie', ({ motif }) => label(CATEGORIES_SORTIE, motif.categorie)),
  colonne.texte('Comptée', ({ verdict }) => direEtat(verdict.etat)),
  colonne.texte('Pourquoi', ({ verdict }) => verdict.pourquoi),
  colonne.texte('Calcul de l’ASP', ({ verdict }) => verdict.parAsp.pourquoi),
  colonne.texte('À vérifier', ({ verdict }) => verdict.doutes.join(' ')),
  colonne.texte('Contrat trouvé', ({ contrat }) => (contrat === '' ? '' : label(CONTRATS_SORTIE, contrat))),
  colonne.nombre('Durée du contrat (mois)', ({ dureeMois }) => dureeMois),
  colonne.texte('Employeur', ({ organisation }) => organisation?.nom ?? ''),
  colonne.texte('Métier', ({ metier }) => metier),
  colonne.heures('Heures par semaine', ({ minutesHebdo }) => minutesHebdo),
  ...MOIS_SORTIE.flatMap((mois): Colonne<SortieLue>[] => {
    const de = ({ situations }: SortieLue) => situations.find((une) => une.mois === mois);
    return [
      colonne.texte(`À ${mois} mois`, (sortie) => {
        const dite = de(sortie);
        if (dite === undefined) return '';
        if (dite.etat === 'pas_encore') return 'Pas encore';
        return dite.situation === '' ? 'Non demandé' : label(SITUATIONS_SORTIE, dite.situation);
      }),
      colonne.date(`Dit le (${mois} mois)`, (sortie) => de(sortie)?.date ?? null),
    ];
  }),
  colonne.texte('Note', ({ note }) => note),
];

const direEtat = (etat: SortieLue['verdict']['etat']) =>
  ({ comptee: 'Oui', non_comptee: 'Non', inconnue: 'À vérifier' })[etat];

function exporter(contexte: Contexte, { format, ...filtres }: Entree<'sorties.export'>): Promise<Livraison> {
  return deliverTableur(contexte, format, {
    nom: `sorties-${filtres.annee ?? contexte.today}`,
    feuille: 'Sorties',
    colonnes: COLONNES,
    lignes: list(contexte, filtres).lignes,
  });
}

/** Questions whose moment has come, the oldest first: of those one member follows and of nobody's, or of all. */
function aDemander({ db, today }: Contexte, { qui }: Entree<'sorties.aDemander'>): SituationADemander[] {
  const moi = qui === 'moi' ? auteurCourant(db) : null;
  return readSortiesJugees(db, { debut: `${Number(today.slice(0, 4)) - 2}-01-01`, fin: today }, today)
    .filter(({ salarie }) => moi === null || salarie.referentId === null || salarie.referentId === moi)
    .flatMap(({ id, salarie, date, motif, organisation, aDemander: mois, situations }) =>
      mois === null
        ? []
        : [
            {
              sortieId: id,
              mois,
              echeance: situations.find((une) => une.mois === mois)!.echeance,
              salarie: {
                id: salarie.id,
                prenom: salarie.prenom,
                nom: salarie.nom,
                telephone: salarie.telephone,
              },
              sortie: { date, motif: motif.label, organisation: organisation?.nom ?? '' },
            },
          ],
    )
    .sort((a, b) => a.echeance.localeCompare(b.echeance) || a.salarie.nom.localeCompare(b.salarie.nom));
}

export const sortiesListeOperations = {
  'sorties.list': list,
  'sorties.export': exporter,
  'sorties.aDemander': aDemander,
};
