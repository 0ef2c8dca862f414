import { createElement } from 'react';
import type { z } from 'zod';
import type { DateCivile } from '../shared/dates.ts';
import { PageEtp, STYLE_ETP } from '../shared/documents/heures/etp.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { accorder, insecables } from '../shared/format.ts';
import type { heuresContrat } from '../shared/heures/contrat.ts';
import {
  type AnnexeEtp,
  cumuler,
  direHypothese,
  estFini,
  etpConventionne,
  type GenreStructure,
  type MoisMesure,
  mesurerMois,
  projeter,
  tauxRealisation,
} from '../shared/heures/regles-etp.ts';
import { joursDansMois } from '../shared/heures/regles-heures.ts';
import type { AnnexeMesuree, EtpAnnee, MoisEtp } from '../shared/heures/schema.ts';
import { nomDuMois } from '../shared/immersions/calendrier.ts';
import type { Livraison } from '../shared/livraison.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';
import { anneesDHeures, lignesHeures, minutesParMois, readHeures } from './heures-lecture.ts';
import type { Base } from './open.ts';
import { enTete, readParametres } from './parametres.ts';
import { requete } from './requetes.ts';
import { readSeuils } from './seuils.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof heuresContrat> = z.output<(typeof heuresContrat)[N]['entree']>;
type Lecteur = Pick<Contexte, 'db' | 'today'>;

interface AnnexeLue extends AnnexeEtp {
  id: string;
  conventionId: string;
  convention: string;
  financeur: string;
  genre: string;
  numero: string;
}

const ANNEXES = `
  SELECT a.id, a.convention_id AS conventionId, v.intitule AS convention, coalesce(o.nom, '') AS financeur, v.genre,
    a.numero, a.debut, a.fin, a.etp_centiemes AS etpCentiemes
  FROM convention_annexe a
  JOIN convention v ON v.id = a.convention_id AND v.archived_at IS NULL
  LEFT JOIN organisation o ON o.id = v.organisation_id
  WHERE a.archived_at IS NULL AND a.etp_centiemes IS NOT NULL AND a.debut <= @fin AND a.fin >= @debut
  ORDER BY a.debut, v.intitule, a.id`;

/** Annexes that fund jobs over days of a period. */
export const readAnnexesEtp = (db: Base, periode: { debut: DateCivile; fin: DateCivile }): AnnexeLue[] =>
  requete(db, ANNEXES).all(periode) as AnnexeLue[];

/** The kind of the structure decides what a full-time job is; most are ACI, as a new base supposes. */
const genreDe = (db: Base): GenreStructure => readParametres(db).structure?.genre ?? 'ACI';

/** Every month of some years, as measured before any rounding: what the ETP of any period is made of. */
export function mesurerAnnees({ db, today }: Lecteur, premiere: number, derniere: number): MoisMesure[] {
  const periode = { debut: `${premiere}-01-01`, fin: `${derniere}-12-31` };
  const minutes = minutesParMois(readHeures(db, periode));
  const annexes = readAnnexesEtp(db, periode);
  const cadre = { genre: genreDe(db), propres: readSeuils(db), today };
  return Array.from({ length: derniere - premiere + 1 }, (_, rang) =>
    mesurerMois(premiere + rang, minutes, annexes, cadre),
  ).flat();
}

const arrondir = (valeur: number | null): number | null => (valeur === null ? null : Math.round(valeur));

/** What is shown of two means: each rounded, and the rate of the rounded ones, which anybody can check. */
function face(realise: number | null, conventionne: number | null) {
  const arrondis = { realise: arrondir(realise), conventionne: arrondir(conventionne) };
  return { ...arrondis, taux: tauxRealisation(arrondis.realise, arrondis.conventionne) };
}

function mesurerAnnexe(
  lecteur: Lecteur,
  { etpCentiemes: etp, ...annexe }: AnnexeLue,
  toutes: readonly AnnexeLue[],
): AnnexeMesuree {
  const premiere = Number(annexe.debut.slice(0, 4));
  const mois = mesurerAnnees(lecteur, premiere, Number(annexe.fin.slice(0, 4)))
    .filter(({ mois: un }) => joursDansMois(annexe, un) > 0)
    // Of this annexe alone, whatever else runs.
    .map((lu) => ({ ...lu, conventionne: etpConventionne([{ ...annexe, etpCentiemes: etp }], lu.mois) }));
  const { mois: nombre, realise, conventionne } = cumuler(mois);
  return {
    ...annexe,
    etp,
    mois: nombre,
    ...face(realise, conventionne),
    partagee: toutes.some(
      (autre) => autre.id !== annexe.id && autre.debut <= annexe.fin && autre.fin >= annexe.debut,
    ),
  };
}

function remarquesDe(
  mois: readonly MoisEtp[],
  annexes: readonly AnnexeMesuree[],
  structureConnue: boolean,
): string[] {
  const finis = mois.filter(({ fini }) => fini);
  const saisis = finis.some(({ compte }) => compte);
  const vides = finis.filter(({ compte, contrats }) => !compte && contrats > 0);
  const incomplets = finis.filter(({ compte, sansHeures }) => compte && sansHeures > 0);
  const enCours = mois.find(({ fini, minutes }) => !fini && minutes > 0);
  const nommer = (liste: readonly MoisEtp[]) => liste.map((lu) => nomDuMois(lu.mois)).join(', ');
  return [
    ...(structureConnue
      ? []
      : ['Votre structure n’est pas encore décrite : les heures d’un ETP sont celles d’un ACI.']),
    ...(saisis && vides.length > 0
      ? [`Sans aucune heure saisie, donc hors du cumul : ${nommer(vides)}.`]
      : []),
    ...(incomplets.length > 0
      ? [
          `${accorder(
            incomplets.reduce((somme, { sansHeures }) => somme + sansHeures, 0),
            'mois de contrat reste sans heures',
            'mois de contrat restent sans heures',
          )} : ${nommer(incomplets)}. L’ETP réalisé y est trop bas d’autant.`,
        ]
      : []),
    ...(enCours ? [`Le mois en cours (${nomDuMois(enCours.mois)}) n’entre pas dans le cumul.`] : []),
    ...(annexes.some(({ partagee }) => partagee)
      ? [
          'Des annexes courent sur les mêmes jours : leurs ETP s’additionnent, et les heures de chacune ne se distinguent pas.',
        ]
      : []),
  ].map(insecables);
}

/** Done against agreed over a year. */
export function readEtp(lecteur: Lecteur, annee: number): EtpAnnee {
  const { db, today } = lecteur;
  const mesures = mesurerAnnees(lecteur, annee, annee);
  const lignes = lignesHeures(db, annee);
  const lues = readAnnexesEtp(db, { debut: `${annee}-01-01`, fin: `${annee}-12-31` });
  const annexes = lues.map((annexe) => mesurerAnnexe(lecteur, annexe, lues));
  const mois = mesures.map((lu, rang): MoisEtp => {
    const courent = lignes.filter((ligne) => ligne.mois[rang]!.jours > 0);
    const cumul = cumuler(mesures, lu.mois);
    const fini = estFini(lu.mois, today);
    return {
      mois: lu.mois,
      minutes: lu.minutes,
      reference: lu.reference,
      ...face(lu.saisi ? lu.realise : null, lu.conventionne),
      ...(lu.compte ? {} : { taux: null }),
      compte: lu.compte,
      fini,
      contrats: courent.length,
      sansHeures: fini ? courent.filter((ligne) => ligne.mois[rang]!.minutes === null).length : 0,
      cumul: lu.compte
        ? face(cumul.realise, cumul.conventionne)
        : { realise: null, conventionne: null, taux: null },
    };
  });
  const cumul = cumuler(mesures);
  const projection = projeter(mesures);
  const { structure } = readParametres(db);
  return {
    annee,
    annees: anneesDHeures(db, today, annee),
    genre: genreDe(db),
    structure: structure?.raisonSociale ?? '',
    mois,
    cumul: { mois: cumul.mois, minutes: cumul.minutes, ...face(cumul.realise, cumul.conventionne) },
    projection: projection && {
      ...face(projection.realise, projection.conventionne),
      realise: Math.round(projection.realise),
      rythme: arrondir(projection.rythme),
      restants: projection.restants,
    },
    hypothese: insecables(direHypothese(mesures)),
    annexes,
    remarques: remarquesDe(mois, annexes, structure !== null),
  };
}

type LigneEtp = Pick<MoisEtp, 'minutes' | 'realise' | 'conventionne' | 'taux'> & {
  mois: string;
  contrats: number | null;
  sansHeures: number | null;
  cumul: MoisEtp['cumul'];
};

const enEtp = (centiemes: number | null) => (centiemes === null ? null : centiemes / 100);
const enPourcent = (milliemes: number | null) => (milliemes === null ? null : milliemes / 10);

const COLONNES: readonly Colonne<LigneEtp>[] = [
  colonne.texte('Mois', ({ mois }) => mois),
  colonne.nombre('Contrats', ({ contrats }) => contrats),
  colonne.nombre('Contrats sans heures', ({ sansHeures }) => sansHeures),
  colonne.heures('Heures', ({ minutes }) => minutes),
  colonne.nombre('ETP réalisé', ({ realise }) => enEtp(realise)),
  colonne.nombre('ETP conventionné', ({ conventionne }) => enEtp(conventionne)),
  colonne.nombre('Réalisation (%)', ({ taux }) => enPourcent(taux)),
  colonne.nombre('Cumul : ETP réalisé', ({ cumul }) => enEtp(cumul.realise)),
  colonne.nombre('Cumul : ETP conventionné', ({ cumul }) => enEtp(cumul.conventionne)),
  colonne.nombre('Cumul : réalisation (%)', ({ cumul }) => enPourcent(cumul.taux)),
];

function exporterEtp(contexte: Contexte, { annee, format }: Entree<'heures.exportEtp'>): Promise<Livraison> {
  const { mois } = readEtp(contexte, annee);
  return deliverTableur(contexte, format, {
    nom: `etp-${annee}`,
    feuille: `ETP ${annee}`,
    colonnes: COLONNES,
    lignes: mois.map((lu) => ({ ...lu, mois: nomDuMois(lu.mois) })),
  });
}

function pageDe(contexte: Contexte, { annee }: { annee: number }): { titre: string; html: string } {
  const structure = enTete(readParametres(contexte.db), 'un état des ETP');
  const titre = `Heures et ETP ${annee}`;
  const page = createElement(PageEtp, { etp: readEtp(contexte, annee), structure, etabliLe: contexte.today });
  return { titre, html: rendre(page, { titre, pied: piedDe(structure), style: STYLE_ETP }) };
}

export const etpOperations = {
  'heures.etp': (contexte: Contexte, { annee }: Entree<'heures.etp'>): EtpAnnee => readEtp(contexte, annee),
  'heures.exportEtp': exporterEtp,
  'heures.etpPage': async (contexte: Contexte, entree: Entree<'heures.etpPage'>) => ({
    adresse: await contexte.pages.publish(pageDe(contexte, entree).html),
  }),
  'heures.etpPdf': async (contexte: Contexte, entree: Entree<'heures.etpPdf'>): Promise<Livraison> => {
    const { titre, html } = pageDe(contexte, entree);
    return contexte.files.deliver({
      nom: nomFichier(titre, 'pdf'),
      type: 'application/pdf',
      contenu: await contexte.pdf.generate(html),
    });
  },
};
