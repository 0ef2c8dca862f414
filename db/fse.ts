import type { z } from 'zod';
import type { DateCivile } from '../shared/dates.ts';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate, formaterTelephone } from '../shared/format.ts';
import type {
  ConventionFse,
  FseDue,
  FseFiltres,
  fseContrat,
  HistoriqueFse,
  LigneEcrite,
  ListeFse,
  ParticipationFse,
  SansEntreeFse,
} from '../shared/fse/contrat.ts';
import { direReponse, type MomentFse, questionnaireDe } from '../shared/fse/questionnaire.ts';
import { enVigueur, LIBELLES_AGE_FSE, type LigneFse } from '../shared/fse/regles.ts';
import type { Livraison } from '../shared/livraison.ts';
import { label } from '../shared/nomenclatures/nomenclature.ts';
import { SEXES } from '../shared/nomenclatures/salaries.ts';
import { normaliser } from '../shared/normaliser.ts';
import type { Contexte } from './contexte.ts';
import { fseEcritureOperations } from './fse-ecriture.ts';
import {
  COLONNES_LIGNE,
  dueLue,
  GENRES_FSE,
  type Lue,
  lireParticipations,
  versLigne,
} from './fse-lecture.ts';
import { fsePapiersOperations } from './fse-papiers.ts';
import { preparer } from './fse-preparation.ts';
import type { Base } from './open.ts';
import { enListe, requete } from './requetes.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof fseContrat> = z.output<(typeof fseContrat)[N]['entree']>;
type Lecteur = Pick<Contexte, 'db' | 'today'>;

/** Conventions a participant may enter under, the latest first. */
const lireConventions = (db: Base): ConventionFse[] =>
  requete(
    db,
    `SELECT id, intitule, numero, debut, fin FROM convention
     WHERE archived_at IS NULL AND genre IN (${enListe(GENRES_FSE)}) ORDER BY debut DESC, intitule`,
  ).all() as ConventionFse[];

/** Under contract today without an open participation; since when. */
const SANS_ENTREE = `
  SELECT s.id, s.prenom, s.nom, s.sexe, s.naissance, s.telephone, min(c.debut) AS depuis
  FROM salarie s JOIN contrat c ON c.salarie_id = s.id AND c.debut <= @today AND (c.fin IS NULL OR c.fin >= @today)
  WHERE s.archived_at IS NULL
  GROUP BY s.id ORDER BY s.nom_tri, s.id`;

function lireSansEntree(
  { db, today }: Lecteur,
  participations: readonly ParticipationFse[],
): SansEntreeFse[] {
  const dedans = new Set(
    participations.filter(({ sortie }) => sortie === null).map(({ salarie }) => salarie.id),
  );
  type Lu = SansEntreeFse['salarie'] & { depuis: string };
  return (requete(db, SANS_ENTREE).all({ today }) as Lu[])
    .filter(({ id }) => !dedans.has(id))
    .map(({ depuis, ...salarie }) => ({ salarie, depuis }));
}

/** Years in which something of a participation happens. */
const anneesDe = ({ entree, sortie, sixMois }: ParticipationFse): number[] =>
  [entree, sortie, sixMois].flatMap((ligne) => (ligne ? [Number(ligne.date.slice(0, 4))] : []));

const DANS_VUE: Record<
  Exclude<FseFiltres['vue'], 'sans_entree'>,
  (participation: ParticipationFse) => boolean
> = {
  tous: () => true,
  en_cours: ({ sortie }) => sortie === null,
  sortis: ({ sortie }) => sortie !== null,
  a_completer: ({ manques }) => manques.some(({ aFaire }) => aFaire),
};

function liste(contexte: Lecteur, { annee, conventionId, recherche, vue }: FseFiltres): ListeFse {
  const { db, today } = contexte;
  const toutes = lireParticipations(db, today).map(
    ({ departLe: _depart, ...participation }) => participation,
  );
  const cherche = normaliser(recherche);
  const nomme = ({ prenom, nom }: { prenom: string; nom: string }) =>
    normaliser(`${prenom} ${nom}`).includes(cherche) || normaliser(`${nom} ${prenom}`).includes(cherche);
  const gardees = toutes
    .filter(
      (participation) =>
        (annee === null || anneesDe(participation).includes(annee)) &&
        (conventionId === null || participation.convention?.id === conventionId) &&
        nomme(participation.salarie),
    )
    .sort((a, b) => b.entree.date.localeCompare(a.entree.date));
  const sansEntree = lireSansEntree(contexte, toutes).filter(({ salarie }) => nomme(salarie));
  return {
    participations: vue === 'sans_entree' ? [] : gardees.filter(DANS_VUE[vue]),
    sansEntree,
    vues: {
      tous: gardees.length,
      en_cours: gardees.filter(DANS_VUE.en_cours).length,
      sortis: gardees.filter(DANS_VUE.sortis).length,
      a_completer: gardees.filter(DANS_VUE.a_completer).length,
      sans_entree: sansEntree.length,
    },
    annees: [...new Set(toutes.flatMap(anneesDe))].sort((a, b) => b - a),
    conventions: lireConventions(db),
  };
}

const direLongueDuree = (oui: boolean | null): string => (oui === null ? '' : oui ? 'Oui' : 'Non');

const ETATS = {
  pas_encore: 'Pas encore',
  non_demande: 'Non demandé',
  sans_reponse: 'Sans réponse',
  repondu: 'Répondu',
} as const;

/** A column by question of the current questionnaire, of the line that answers it. */
function colonnesReponses(
  moment: MomentFse,
  lire: (participation: ParticipationFse) => ParticipationFse['entree'] | null,
): Colonne<ParticipationFse>[] {
  return questionnaireDe(moment).questions.map(({ code, court }) =>
    colonne.texte(court, (participation) => {
      const ligne = lire(participation);
      const reponse = ligne?.reponses[code];
      return ligne && reponse !== undefined ? direReponse(moment, ligne.version, code, reponse) : '';
    }),
  );
}

const COLONNES: readonly Colonne<ParticipationFse>[] = [
  colonne.texte('Nom', ({ salarie }) => salarie.nom),
  colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
  colonne.texte('Sexe', ({ salarie }) => label(SEXES, salarie.sexe)),
  colonne.date('Naissance', ({ salarie }) => salarie.naissance),
  colonne.texte('Âge à l’entrée', ({ age }) => LIBELLES_AGE_FSE[age]),
  colonne.telephone('Téléphone', ({ salarie }) => salarie.telephone),
  colonne.texte('Convention', ({ convention }) => convention?.intitule ?? ''),
  colonne.texte('Numéro de convention', ({ convention }) => convention?.numero ?? ''),
  colonne.nombre('Participation', ({ rang }) => rang),
  colonne.date('Entrée', ({ entree }) => entree.date),
  colonne.date('Entrée recueillie le', ({ entree }) => entree.recueilliLe),
  ...colonnesReponses('entree', ({ entree }) => entree),
  colonne.texte('Chômage de longue durée', ({ longueDuree }) => direLongueDuree(longueDuree)),
  colonne.date('Sortie', ({ sortie }) => sortie?.date ?? null),
  colonne.date('Sortie recueillie le', ({ sortie }) => sortie?.recueilliLe ?? null),
  colonne.texte('Résultat à la sortie', ({ etatSortie }) => ETATS[etatSortie]),
  ...colonnesReponses('sortie', ({ sortie }) => sortie),
  colonne.date('Six mois après', ({ echeanceSixMois }) => echeanceSixMois),
  colonne.date('Demandé le', ({ sixMois }) => sixMois?.date ?? null),
  colonne.texte('Résultat à six mois', ({ etatSixMois }) => ETATS[etatSixMois]),
  ...colonnesReponses('six_mois', ({ sixMois }) => sixMois),
  colonne.texte('Comptée', ({ participant }) => (participant ? 'Oui' : 'Non')),
  colonne.texte('Pourquoi', ({ pourquoi }) => pourquoi),
  colonne.texte('À compléter', ({ manques }) => manques.map(({ phrase }) => phrase).join(' ')),
];

const COLONNES_SANS_ENTREE: readonly Colonne<SansEntreeFse>[] = [
  colonne.texte('Nom', ({ salarie }) => salarie.nom),
  colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
  colonne.texte('Sexe', ({ salarie }) => label(SEXES, salarie.sexe)),
  colonne.date('Naissance', ({ salarie }) => salarie.naissance),
  colonne.texte('Téléphone', ({ salarie }) => formaterTelephone(salarie.telephone)),
  colonne.date('Sous contrat depuis', ({ depuis }) => depuis),
];

function exporter(contexte: Contexte, { format, ...filtres }: Entree<'fse.export'>): Promise<Livraison> {
  const { participations, sansEntree } = liste(contexte, filtres);
  const quand = filtres.annee ?? contexte.today;
  return filtres.vue === 'sans_entree'
    ? deliverTableur(contexte, format, {
        nom: `fse-sans-entree-${contexte.today}`,
        feuille: 'Sans entrée',
        colonnes: COLONNES_SANS_ENTREE,
        lignes: sansEntree,
      })
    : deliverTableur(contexte, format, {
        nom: `fse-participations-${quand}`,
        feuille: 'Participations',
        colonnes: COLONNES,
        lignes: participations,
      });
}

function dues({ db, today }: Lecteur): FseDue[] {
  return lireParticipations(db, today)
    .flatMap((lue: Lue) => {
      const due = dueLue(lue, today);
      return due ? [{ salarie: lue.salarie, entreeId: lue.entree.id, participation: lue.rang, ...due }] : [];
    })
    .sort((a, b) => a.echeance.localeCompare(b.echeance));
}

const ECRITES = `
  SELECT ${COLONNES_LIGNE}, p.corrige_pourquoi AS pourquoi, p.created_at AS ecritLe,
    coalesce(trim(m.prenom || ' ' || m.nom), '') AS auteur, coalesce(v.intitule, '') AS convention
  FROM participation_fse p
  LEFT JOIN membre m ON m.id = p.auteur_id
  LEFT JOIN convention v ON v.id = p.convention_id
  WHERE p.salarie_id = ? ORDER BY p.created_at, p.rowid`;

type EcriteLue = Parameters<typeof versLigne>[0] &
  Pick<LigneEcrite, 'pourquoi' | 'ecritLe' | 'auteur' | 'convention'>;
type Ecrite = LigneFse & Pick<LigneEcrite, 'pourquoi' | 'ecritLe' | 'auteur' | 'convention'>;

/** What a line says otherwise than the one it corrects. */
function comparer(avant: Ecrite, apres: Ecrite): LigneEcrite['changements'] {
  const questions = questionnaireDe(apres.moment, apres.version).questions;
  const dire = ({ moment, version, reponses }: LigneFse, code: string) =>
    reponses[code] === undefined ? '' : direReponse(moment, version, code, reponses[code]);
  return [
    { quoi: 'Date', avant: formaterDate(avant.date), apres: formaterDate(apres.date) },
    { quoi: 'Recueilli le', avant: formaterDate(avant.recueilliLe), apres: formaterDate(apres.recueilliLe) },
    { quoi: 'Convention', avant: avant.convention, apres: apres.convention },
    ...questions.map(({ code, court }) => ({
      quoi: court,
      avant: dire(avant, code),
      apres: dire(apres, code),
    })),
  ].filter((change) => change.avant !== change.apres);
}

function lireEcrites(db: Base, salarieId: string): LigneEcrite[] {
  const lignes: Ecrite[] = (requete(db, ECRITES).all(salarieId) as EcriteLue[]).map((lue) => ({
    ...versLigne(lue),
    pourquoi: lue.pourquoi,
    ecritLe: lue.ecritLe,
    auteur: lue.auteur,
    convention: lue.convention,
  }));
  const parId = new Map(lignes.map((ligne) => [ligne.id, ligne]));
  const vivantes = new Set(enVigueur(lignes));
  return lignes
    .map((ligne) => {
      const corrigee = ligne.corrigeId === null ? undefined : parId.get(ligne.corrigeId);
      return {
        ...ligne,
        changements: corrigee && !ligne.annulee ? comparer(corrigee, ligne) : [],
        enVigueur: vivantes.has(ligne),
      };
    })
    .reverse();
}

/** What comes next for somebody: leave the participation that runs, be asked six months after, or enter. */
function momentSuivant(participations: readonly Lue[], today: DateCivile): MomentFse {
  if (participations.some(({ sortie }) => sortie === null)) return 'sortie';
  return participations.some((lue) => dueLue(lue, today)?.moment === 'six_mois') ? 'six_mois' : 'entree';
}

function historique({ db, today }: Lecteur, { salarieId }: { salarieId: string }): HistoriqueFse {
  if (!requete(db, 'SELECT 1 FROM salarie WHERE id = ?').get(salarieId))
    throw new ErreurMetier('introuvable');
  const lues = lireParticipations(db, today, salarieId);
  return {
    participations: lues.map(({ departLe: _depart, ...participation }) => participation),
    lignes: lireEcrites(db, salarieId),
    suivant: momentSuivant(lues, today),
    conventions: lireConventions(db),
  };
}

export const fseOperations = {
  'fse.list': liste,
  'fse.export': exporter,
  'fse.dues': dues,
  'fse.historique': historique,
  'fse.preparer': preparer,
  ...fseEcritureOperations,
  ...fsePapiersOperations,
};
