import { createElement } from 'react';
import type { z } from 'zod';
import type { LigneOuverte } from '../shared/bilans/lignes.ts';
import { PageObjectifs, STYLE_OBJECTIFS } from '../shared/documents/objectifs.tsx';
import { piedDe } from '../shared/documents/page-a4.tsx';
import { ErreurMetier } from '../shared/erreurs.ts';
import { accorder, formaterDate, formaterDuree } from '../shared/format.ts';
import type { AnneeNommee, ChoixAnnee, imagesContrat, MesureNommee } from '../shared/immersions/images.ts';
import {
  type AxeAnnee,
  BILAN_MANQUANT,
  calculerAnnee,
  cleMetier,
  codeDe,
  compterFigure,
  type ImmersionVecue,
  type MesureAnnee,
  PAS_FINIE,
  retenues,
  type Vise,
} from '../shared/immersions/objectifs.ts';
import { parties } from '../shared/immersions/objectifs-parties.ts';
import { STATUTS_COMPTES } from '../shared/immersions/statuts.ts';
import type { Livraison } from '../shared/livraison.ts';
import { DECISIONS, OBJECTIFS_ATTEINTS, OBJETS, REALISATIONS } from '../shared/nomenclatures/immersions.ts';
import { codes, label, type Nomenclature } from '../shared/nomenclatures/nomenclature.ts';
import { SEXES } from '../shared/nomenclatures/salaries.ts';
import { GENRES_ORGANISATION } from '../shared/nomenclatures/structures.ts';
import type { Contexte } from './contexte.ts';
import { nomFichier, rendre } from './documents.ts';
import { libelles, verifierCodes } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { enTete, readParametres } from './parametres.ts';
import { enListe, requete } from './requetes.ts';
import { type Colonne, colonne, deliverTableur } from './tableur.ts';

type Entree<N extends keyof typeof imagesContrat> = z.output<(typeof imagesContrat)[N]['entree']>;
type Lecteur = Pick<Contexte, 'db' | 'today'>;

/** With the names a row is shown by. */
interface ImmersionLue extends ImmersionVecue {
  numero: string;
  prenom: string;
  nom: string;
  organisation: string;
}

/** From two years before, so that a renewal finds what it renews, to the year after, where one may go on. */
const VECUES = `
  SELECT i.id, i.numero, i.debut, i.fin, i.jours, coalesce(i.minutes_faites, i.minutes) AS minutes,
    i.renouvelle_id AS renouvelleId, i.salarie_id AS salarieId, i.organisation_id AS organisationId,
    i.objet, o.genre AS hote, o.secteur, i.metier, i.rome_code AS romeCode, s.sexe, s.prenom, s.nom, o.nom AS organisation,
    b.fait_le AS bilanLe, b.realisation, b.objectifs, b.decision, b.embauche_id AS embaucheId,
    e.archived_at IS NULL AS embaucheVivante
  FROM immersion i
  JOIN salarie s ON s.id = i.salarie_id
  JOIN organisation o ON o.id = i.organisation_id
  LEFT JOIN immersion_bilan b ON b.immersion_id = i.id
  LEFT JOIN embauche e ON e.id = b.embauche_id
  WHERE i.archived_at IS NULL AND i.statut IN (${enListe(STATUTS_COMPTES)}) AND i.fin IS NOT NULL
    AND i.debut BETWEEN @du AND @au
  ORDER BY i.debut DESC, i.numero DESC`;

interface Lue extends Omit<ImmersionLue, 'bilan' | 'embauche'> {
  bilanLe: string | null;
  realisation: string | null;
  objectifs: string | null;
  decision: string | null;
  embaucheId: string | null;
  embaucheVivante: 0 | 1;
}

function readVecues({ db }: Lecteur, annee: number): ImmersionLue[] {
  const lues = requete(db, VECUES).all({ du: `${annee - 2}-01-01`, au: `${annee + 1}-12-31` }) as Lue[];
  return lues.map(({ bilanLe, realisation, objectifs, decision, embaucheId, embaucheVivante, ...reste }) => {
    const bilan =
      bilanLe === null
        ? null
        : { realisation: realisation ?? '', objectifs: objectifs ?? '', decision: decision ?? '' };
    const liee = embaucheId !== null && embaucheVivante === 1;
    return { ...reste, bilan, embauche: liee || bilan?.decision === 'embauche' };
  });
}

/** The closed lists of the breakdowns; sectors and métiers are read as they are met. */
const LISTES: Partial<Record<AxeAnnee, Nomenclature>> = {
  objet: OBJETS,
  hote: GENRES_ORGANISATION,
  sexe: SEXES,
  realisation: REALISATIONS,
  objectifs: OBJECTIFS_ATTEINTS,
  decision: DECISIONS,
};

const CONNUS = Object.fromEntries(
  Object.entries(LISTES).map(([axe, liste]) => [axe, codes(liste)]),
) as Partial<Record<AxeAnnee, string[]>>;

const readVises = (db: Base, annee: number): Vise[] =>
  requete(db, 'SELECT axe, code, nombre FROM immersion_objectif WHERE annee = ?').all(annee) as Vise[];

/** How a line of a breakdown is called; métiers, as they were last written. */
function nommeur({ db }: Lecteur, vecues: readonly ImmersionLue[]): (axe: AxeAnnee, code: string) => string {
  const secteur = libelles(db, 'secteurs');
  const metiers = new Map(vecues.toReversed().map((immersion) => [cleMetier(immersion), immersion.metier]));
  return (axe, code) => {
    if (code === BILAN_MANQUANT) return 'Bilan manquant';
    if (code === PAS_FINIE) return 'Pas encore finies';
    if (code === '') return 'Non renseigné';
    if (axe === 'secteur') return secteur(code);
    if (axe === 'metier') return metiers.get(code) || code;
    return label(LISTES[axe]!, code);
  };
}

function computeAnnee(lecteur: Lecteur, { annee }: { annee: number }): AnneeNommee {
  const { db, today } = lecteur;
  const vecues = readVecues(lecteur, annee);
  const { axes, enCours, ...resultat } = calculerAnnee(vecues, readVises(db, annee), CONNUS, annee, today);
  const nommer = nommeur(lecteur, vecues);
  const seule = (mesure: MesureAnnee, nom: string): MesureNommee => ({ ...mesure, nom });
  return {
    ...resultat,
    annee,
    arreteAu: enCours ? today : null,
    total: seule(resultat.total, 'Immersions'),
    personnes: seule(resultat.personnes, 'Personnes'),
    organisations: seule(resultat.organisations, 'Structures d’accueil'),
    embauches: seule(resultat.embauches, 'Suivies d’une embauche'),
    axes: Object.fromEntries(
      (Object.keys(axes) as AxeAnnee[]).map((axe) => [
        axe,
        axes[axe].map((mesure) => ({ ...mesure, nom: nommer(axe, mesure.code) })),
      ]),
    ) as AnneeNommee['axes'],
  };
}

function verifierCode(db: Base, { axe, code }: Entree<'immersions.saveObjectif'>): void {
  const refuser = (message: string): never => {
    throw new ErreurMetier('regle', { message, champs: { code: message } });
  };
  if (['total', 'personnes', 'organisations', 'embauches'].includes(axe)) {
    if (code !== '') refuser('Cet objectif ne se détaille pas.');
    return;
  }
  if (code === '') refuser('Choisissez la ligne visée.');
  if (axe === 'secteur') verifierCodes(db, [{ champ: 'code', liste: 'secteurs', code }]);
  else if (axe !== 'metier' && !codes(LISTES[axe as AxeAnnee]!).includes(code))
    refuser('Cette ligne est inconnue.');
}

function saveObjectif(
  { db, instant }: Contexte,
  entree: Entree<'immersions.saveObjectif'>,
): Record<string, never> {
  const { annee, axe, nombre } = entree;
  verifierCode(db, entree);
  const code = axe === 'metier' ? cleMetier({ romeCode: '', metier: entree.code }) : entree.code;
  if (nombre === null) {
    requete(db, 'DELETE FROM immersion_objectif WHERE annee = ? AND axe = ? AND code = ?').run(
      annee,
      axe,
      code,
    );
    return {};
  }
  requete(
    db,
    `INSERT INTO immersion_objectif (annee, axe, code, nombre, updated_at) VALUES (@annee, @axe, @code, @nombre, @instant)
     ON CONFLICT (annee, axe, code) DO UPDATE SET nombre = @nombre, updated_at = @instant`,
  ).run({ annee, axe, code, nombre, instant });
  return {};
}

/** Persons or hosts of a figure, each with how many immersions. */
function grouper(figure: 'personnes' | 'organisations', lues: readonly ImmersionLue[]): LigneOuverte[] {
  const groupes = Map.groupBy(lues, ({ salarieId, organisationId }) =>
    figure === 'personnes' ? salarieId : organisationId,
  );
  return [...groupes]
    .map(([id, siennes]): LigneOuverte => {
      const { prenom, nom, organisation } = siennes[0]!;
      const minutes = siennes.reduce((somme, immersion) => somme + immersion.minutes, 0);
      return {
        id,
        date: null,
        titre: figure === 'personnes' ? `${nom} ${prenom}`.trim() : organisation,
        detail: `${accorder(siennes.length, 'immersion')} · ${formaterDuree(minutes)}`,
        fiche: { genre: figure === 'personnes' ? 'salarie' : 'organisation', id },
      };
    })
    .sort((a, b) => a.titre.localeCompare(b.titre, 'fr'));
}

function readFigure(lecteur: Lecteur, choix: ChoixAnnee): ImmersionLue[] {
  return retenues(readVecues(lecteur, choix.annee), choix, lecteur.today);
}

function lignes(
  lecteur: Contexte,
  { depuis, nombre, ...choix }: Entree<'immersions.objectifsLignes'>,
): { total: number; lignes: LigneOuverte[] } {
  const lues = readFigure(lecteur, choix);
  const toutes =
    choix.figure === 'personnes' || choix.figure === 'organisations'
      ? grouper(choix.figure, lues)
      : lues.map(
          ({ id, debut, fin, prenom, nom, organisation, minutes, numero }): LigneOuverte => ({
            id,
            date: debut,
            titre: `${prenom} ${nom} chez ${organisation}`.trim(),
            detail: `${numero} · jusqu’au ${formaterDate(fin)} · ${formaterDuree(minutes)}`,
            fiche: { genre: 'immersion', id },
          }),
        );
  return { total: compterFigure(choix.figure, lues), lignes: toutes.slice(depuis, depuis + nombre) };
}

function colonnesLignes(
  nommer: (axe: AxeAnnee, code: string) => string,
  today: string,
): Colonne<ImmersionLue>[] {
  const par = (titre: string, axe: AxeAnnee) =>
    colonne.texte<ImmersionLue>(titre, (immersion) => nommer(axe, codeDe(axe, immersion, today)));
  return [
    colonne.texte('Convention', ({ numero }) => numero),
    colonne.texte('Nom', ({ nom }) => nom),
    colonne.texte('Prénom', ({ prenom }) => prenom),
    par('Sexe', 'sexe'),
    colonne.texte('Accueil', ({ organisation }) => organisation),
    par('Type d’accueil', 'hote'),
    par('Secteur', 'secteur'),
    par('Métier', 'metier'),
    par('Objet', 'objet'),
    colonne.date('Du', ({ debut }) => debut),
    colonne.date('Au', ({ fin }) => fin),
    colonne.nombre('Jours', ({ jours }) => jours),
    colonne.heures('Heures', ({ minutes }) => minutes),
    colonne.texte('Renouvellement', ({ renouvelleId }) => (renouvelleId === null ? 'non' : 'oui')),
    par('Réalisation', 'realisation'),
    par('Objectifs', 'objectifs'),
    par('Décision', 'decision'),
    colonne.texte('Embauche', ({ embauche }) => (embauche ? 'oui' : 'non')),
  ];
}

function exportLignes(
  contexte: Contexte,
  { format, ...choix }: Entree<'immersions.objectifsExportLignes'>,
): Promise<Livraison> {
  const vecues = readVecues(contexte, choix.annee);
  return deliverTableur(contexte, format, {
    nom: `immersions-${choix.annee}-${choix.figure}`,
    feuille: 'Détail',
    colonnes: colonnesLignes(nommeur(contexte, vecues), contexte.today),
    lignes: retenues(vecues, choix, contexte.today),
  });
}

interface LigneExport extends Omit<MesureNommee, 'code'> {
  partie: string;
}

function exporter(
  contexte: Contexte,
  { annee, format }: Entree<'immersions.objectifsExport'>,
): Promise<Livraison> {
  const resultat = computeAnnee(contexte, { annee });
  const avant = annee - 1;
  return deliverTableur<LigneExport>(contexte, format, {
    nom: `immersions-objectifs-${annee}`,
    feuille: `Immersions ${annee}`,
    colonnes: [
      colonne.texte('Partie', ({ partie }) => partie),
      colonne.texte('Ligne', ({ nom }) => nom),
      colonne.nombre('Fait', ({ valeur }) => valeur),
      colonne.nombre('Objectif', ({ objectif }) => objectif),
      colonne.nombre('Attendu à ce jour', ({ attendu }) => attendu),
      colonne.nombre(`${avant} à la même date`, ({ precedent }) => precedent),
      colonne.nombre(`${avant} entière`, ({ precedentEntier }) => precedentEntier),
    ],
    lignes: parties(resultat).flatMap(({ titre, mesures }) =>
      mesures.map(({ mesure }) => ({ ...mesure, partie: titre })),
    ),
  });
}

function pageDe(contexte: Contexte, { annee }: { annee: number }): { titre: string; html: string } {
  const structure = enTete(readParametres(contexte.db), 'un bilan');
  const titre = `Immersions ${annee}`;
  const resultat = computeAnnee(contexte, { annee });
  const page = createElement(PageObjectifs, { resultat, structure, etabliLe: contexte.today });
  return { titre, html: rendre(page, { titre, pied: piedDe(structure), style: STYLE_OBJECTIFS }) };
}

export const immersionsObjectifsOperations = {
  'immersions.objectifs': computeAnnee,
  'immersions.saveObjectif': saveObjectif,
  'immersions.objectifsLignes': lignes,
  'immersions.objectifsExportLignes': exportLignes,
  'immersions.objectifsExport': exporter,
  'immersions.objectifsPage': async (contexte: Contexte, entree: { annee: number }) => ({
    adresse: await contexte.pages.publish(pageDe(contexte, entree).html),
  }),
  'immersions.objectifsPdf': async (contexte: Contexte, entree: { annee: number }): Promise<Livraison> => {
    const { titre, html } = pageDe(contexte, entree);
    return contexte.files.deliver({
      nom: nomFichier(titre, 'pdf'),
      type: 'application/pdf',
      contenu: await contexte.pdf.generate(html),
    });
  },
};
