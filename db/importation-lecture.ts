import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { normaliser } from '../shared/normaliser.ts';
import type { Cible } from '../shared/reseau/import/cibles.ts';
import { devinerColonnes, devinerEnTete } from '../shared/reseau/import/deviner.ts';
import { type Colonne, lireCellule } from '../shared/reseau/import/lire-ligne.ts';
import type { fichierImport } from '../shared/reseau/import/schema.ts';
import type { Ports } from './contexte.ts';
import { COLONNES_CARNET } from './importation-cartes.ts';
import { type Decoupe, decouperFichier, type Enregistrement } from './importation-decoupe.ts';

export interface Liste extends Omit<Decoupe, 'enregistrements'> {
  /** Line of the file that names the columns; null without one. */
  titres: number | null;
  /** First lines of the file, among which to choose it. */
  premieres: { ligne: number; texte: string }[];
  memorisees: boolean;
  colonnes: Colonne[];
  /** Header line as written; null without one. */
  entetes: readonly string[] | null;
  /** Organisations, without title, header nor empty line. */
  enregistrements: Enregistrement[];
  avertissements: string[];
}

/** Targets chosen for a list whose headers were the same. */
export interface ColonnesMemorisees {
  entetes: string;
  cibles: Cible[];
}

/** Headers shown and used as labels of the note: cleaned, never empty, told apart when repeated. */
export function libeller(entetes: readonly string[] | null, largeur: number): string[] {
  const vus = new Map<string, number>();
  return Array.from({ length: largeur }, (_, rang) => {
    const label =
      lireCellule(entetes?.[rang] ?? '')
        .replace(/\s+/g, ' ')
        .slice(0, 80) || `Colonne ${rang + 1}`;
    const fois = (vus.get(label) ?? 0) + 1;
    vus.set(label, fois);
    return fois === 1 ? label : `${label} (${fois})`;
  });
}

/** Identity of a list by its headers. */
export function signature(entetes: readonly string[]): string {
  return entetes.map(normaliser).join('|').slice(0, 4000);
}

/** Lines among which the headings are looked for. */
const PREMIERES = 40;
/** Of them, those shown to choose from. */
const MONTREES = 12;

/** Rank of the record that names the columns: the one chosen, the one of a former list, else the guess; -1 for none. */
function rangDesTitres(
  { titres }: z.output<typeof fichierImport>,
  remplis: readonly Enregistrement[],
  memoire: readonly ColonnesMemorisees[],
): number {
  if (titres === null) return -1;
  if (titres !== undefined) {
    const choisi = remplis.slice(0, PREMIERES).findIndex(({ ligne }) => ligne === titres);
    if (choisi >= 0) return choisi;
    throw new ErreurMetier('entree-invalide', {
      champs: { titres: 'Cette ligne n’est pas au début de ce fichier.' },
    });
  }
  const premiers = remplis.slice(0, PREMIERES).map(({ cellules }) => cellules);
  const memorise = premiers.findIndex((cellules) =>
    memoire.some(({ entetes }) => entetes === signature(cellules)),
  );
  return memorise >= 0 ? memorise : devinerEnTete(premiers);
}

const enLigne = (cellules: readonly string[]) =>
  cellules
    .map((cellule) => cellule.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(', ')
    .slice(0, 90);

/**
 * Reads a file into records and typed columns; what the input does not say is guessed, or taken from `memoire`.
 * Throws `fichier-illisible` or `fichier-trop-gros` with what to do, `annulee` when stopped.
 */
export async function lireListe(
  entree: z.output<typeof fichierImport>,
  memoire: readonly ColonnesMemorisees[],
  tasks: Pick<Ports['tasks'], 'cancelled' | 'progress'>,
): Promise<Liste> {
  const { enregistrements: remplis, ...decoupe } = await decouperFichier(entree, tasks);
  const avertissements = [...decoupe.avertissements];
  const titre = decoupe.format === 'carnet' ? 0 : rangDesTitres(entree, remplis, memoire);
  const enregistrements = remplis.slice(titre + 1);
  let largeur = 0;
  for (const { cellules } of remplis.slice(Math.max(titre, 0))) largeur = Math.max(largeur, cellules.length);
  const entetes = titre < 0 ? null : (remplis[titre]?.cellules ?? null);
  const labels = libeller(entetes, largeur);
  const { cibles, memorisees } =
    decoupe.format === 'carnet' && !entree.colonnes
      ? { cibles: COLONNES_CARNET.map(([, cible]) => cible), memorisees: false }
      : choisirCibles(entree, memoire, entetes, labels, enregistrements);
  if (titre > 0) {
    avertissements.push(
      `Le tableau commence à la ligne ${remplis[titre]!.ligne} : ce qui précède (« ${enLigne(remplis[0]!.cellules).slice(0, 60)} ») n’est pas importé.`,
    );
  }
  if (remplis.length === 0) avertissements.push('Cette feuille est vide : choisissez-en une autre.');
  else if (enregistrements.length === 0)
    avertissements.push('Ce fichier n’a qu’une ligne d’en-tête : rien à importer.');
  if (remplis.length > 0 && !cibles.includes('nom'))
    avertissements.push('Aucune colonne ne donne le nom de l’organisation : choisissez laquelle.');
  return {
    ...decoupe,
    titres: entetes === null || decoupe.format === 'carnet' ? null : remplis[titre]!.ligne,
    premieres:
      decoupe.format === 'carnet'
        ? []
        : remplis.slice(0, MONTREES).map(({ ligne, cellules }) => ({ ligne, texte: enLigne(cellules) })),
    memorisees,
    colonnes: labels.map((label, rang) => ({ label, cible: cibles[rang]! })),
    entetes,
    enregistrements,
    avertissements,
  };
}

function choisirCibles(
  entree: z.output<typeof fichierImport>,
  memoire: readonly ColonnesMemorisees[],
  entetes: readonly string[] | null,
  labels: readonly string[],
  enregistrements: readonly Enregistrement[],
): { cibles: readonly Cible[]; memorisees: boolean } {
  if (entree.colonnes) {
    if (entree.colonnes.length !== labels.length) {
      throw new ErreurMetier('entree-invalide', {
        champs: { colonnes: 'Les colonnes choisies ne sont pas celles de ce fichier.' },
      });
    }
    return { cibles: entree.colonnes, memorisees: false };
  }
  const connues = entetes && memoire.find(({ entetes: deja }) => deja === signature(entetes));
  if (connues && connues.cibles.length === labels.length) return { cibles: connues.cibles, memorisees: true };
  const lignes = enregistrements.slice(0, 60).map(({ cellules }) => cellules);
  const mots = labels.map((label, rang) => ((entetes?.[rang] ?? '').trim() === '' ? '' : label));
  return { cibles: devinerColonnes(mots, lignes), memorisees: false };
}
