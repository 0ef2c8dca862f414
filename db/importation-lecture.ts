import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterNombre } from '../shared/format.ts';
import { normaliser } from '../shared/normaliser.ts';
import type { Cible } from '../shared/reseau/import/cibles.ts';
import { decoder, type Encodage } from '../shared/reseau/import/decoder.ts';
import {
  devinerColonnes,
  devinerEnTete,
  devinerSeparateur,
  lireSep,
  type Separateur,
} from '../shared/reseau/import/deviner.ts';
import { type Colonne, lireCellule } from '../shared/reseau/import/lire-ligne.ts';
import { COLONNES_MAX, FICHIER_MAX, type fichierImport, LIGNES_MAX } from '../shared/reseau/import/schema.ts';

export interface Enregistrement {
  /** Line of the file where the record starts, from 1. */
  ligne: number;
  cellules: string[];
}

export interface Liste {
  encodage: Encodage;
  separateur: Separateur;
  enTete: boolean;
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

function decouper(texte: string, separateur: Separateur, guillemets: boolean): Enregistrement[] {
  const lus = parse(texte, {
    delimiter: separateur,
    record_delimiter: '\n',
    quote: guillemets ? '"' : null,
    relax_column_count: true,
    relax_quotes: true,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  let precedente = 0;
  return lus.map(({ record, info }) => {
    const ligne = precedente + 1;
    precedente = info.lines;
    return { ligne, cellules: record };
  });
}

/** Cuts a text into records; a quote never closed would swallow the rest, so quotes then lose their meaning. */
function lireEnregistrements(
  texte: string,
  separateur: Separateur,
): { enregistrements: Enregistrement[]; avertissements: string[] } {
  try {
    return { enregistrements: decouper(texte, separateur, true), avertissements: [] };
  } catch (erreur) {
    if (!(erreur instanceof CsvError) || erreur.code !== 'CSV_QUOTE_NOT_CLOSED') throw erreur;
    return {
      enregistrements: decouper(texte, separateur, false),
      avertissements: [
        'Un guillemet est ouvert et jamais refermé dans ce fichier : les guillemets sont lus comme du texte ordinaire. Vérifiez les lignes ci-dessous.',
      ],
    };
  }
}

const vide = ({ cellules }: Enregistrement) => cellules.every((cellule) => cellule.trim() === '');

/** Headers shown and used as labels of the note: cleaned, never empty, told apart when repeated. */
function libeller(entetes: readonly string[] | null, largeur: number): string[] {
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

/**
 * Reads a file into records and typed columns; what the input does not say is guessed, or taken from `memoire`.
 * Throws `fichier-illisible` or `fichier-trop-gros` with what to do.
 */
export function lireListe(
  entree: z.output<typeof fichierImport>,
  memoire: readonly ColonnesMemorisees[],
): Liste {
  const octets = Buffer.from(entree.contenu, 'base64');
  if (octets.length > FICHIER_MAX) throw new ErreurMetier('fichier-trop-gros');
  if (octets.length === 0) throw new ErreurMetier('fichier-illisible', { message: 'Ce fichier est vide.' });
  const { texte, encodage } = decoder(octets, entree.encodage);
  const sep = lireSep(texte);
  const separateur = entree.separateur ?? sep?.separateur ?? devinerSeparateur(texte);
  const { enregistrements: tous, avertissements } = lireEnregistrements(sep?.reste ?? texte, separateur);
  if (sep) for (const enregistrement of tous) enregistrement.ligne += 1;
  const remplis = tous.filter((enregistrement) => !vide(enregistrement));
  if (remplis.length === 0) throw new ErreurMetier('fichier-illisible', { message: 'Ce fichier est vide.' });
  verifierTaille(remplis);

  const premiers = remplis.slice(0, 40).map(({ cellules }) => cellules);
  const memorise = premiers.findIndex((cellules) =>
    memoire.some(({ entetes }) => entetes === signature(cellules)),
  );
  const rangEnTete = memorise >= 0 ? memorise : devinerEnTete(premiers);
  const enTete = entree.enTete ?? rangEnTete >= 0;
  const titre = enTete ? Math.max(rangEnTete, 0) : -1;
  const enregistrements = remplis.slice(titre + 1);
  const largeur = Math.max(...remplis.slice(Math.max(titre, 0)).map(({ cellules }) => cellules.length));
  const entetes = enTete ? remplis[titre]!.cellules : null;
  const labels = libeller(entetes, largeur);
  const { cibles, memorisees } = choisirCibles(entree, memoire, entetes, labels, enregistrements);
  if (titre > 0) {
    avertissements.push(
      `Le tableau commence à la ligne ${remplis[titre]!.ligne} : ce qui précède (« ${remplis[0]!.cellules.join(' ').trim().slice(0, 60)} ») n’est pas importé.`,
    );
  }
  const illisibles = texte.split('\uFFFD').length - 1;
  if (illisibles > 0) {
    avertissements.push(
      `${formaterNombre(illisibles)} caractère${illisibles > 1 ? 's' : ''} illisible${illisibles > 1 ? 's' : ''} : essayez un autre encodage.`,
    );
  }
  if (!cibles.includes('nom'))
    avertissements.push('Aucune colonne ne donne le nom de l’organisation : choisissez laquelle.');
  if (enregistrements.length === 0)
    avertissements.push('Ce fichier n’a qu’une ligne d’en-tête : rien à importer.');
  return {
    encodage,
    separateur,
    enTete,
    memorisees,
    colonnes: labels.map((label, rang) => ({ label, cible: cibles[rang]! })),
    entetes,
    enregistrements,
    avertissements,
  };
}

function verifierTaille(enregistrements: readonly Enregistrement[]): void {
  if (enregistrements.length > LIGNES_MAX) {
    throw new ErreurMetier('fichier-trop-gros', {
      message: `Ce fichier a ${formaterNombre(enregistrements.length)} lignes : Passerelle en lit ${formaterNombre(LIGNES_MAX)} à la fois. Découpez-le en plusieurs fichiers.`,
    });
  }
  let largeur = 0;
  for (const { cellules } of enregistrements) largeur = Math.max(largeur, cellules.length);
  if (largeur > COLONNES_MAX) {
    throw new ErreurMetier('fichier-illisible', {
      message: `Ce fichier a ${formaterNombre(largeur)} colonnes : ce n’est sans doute pas une liste d’adresses, ou le séparateur n’est pas le bon.`,
    });
  }
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
