import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterNombre } from '../shared/format.ts';
import { decoder, type Encodage } from '../shared/reseau/import/decoder.ts';
import { devinerSeparateur, lireSep, type Separateur } from '../shared/reseau/import/deviner.ts';
import { COLONNES_MAX, FICHIER_MAX, type fichierImport, LIGNES_MAX } from '../shared/reseau/import/schema.ts';
import { estClasseur, lireClasseur } from './classeur.ts';
import type { Ports } from './contexte.ts';
import { cartesEnLignes, estCarnet } from './importation-cartes.ts';

export interface Enregistrement {
  /** Line of the file where the record starts, from 1; rank of the card in an address book. */
  ligne: number;
  cellules: string[];
}

/** A file cut into records, whatever it was: nothing is said yet of what its columns are for. */
export interface Decoupe {
  format: 'texte' | 'classeur' | 'carnet';
  /** How a text was read; null for the others. */
  encodage: Encodage | null;
  separateur: Separateur | null;
  /** Sheets of a workbook and the one read, from 0. */
  feuilles: string[];
  feuille: number | null;
  /** Records that hold something. */
  enregistrements: Enregistrement[];
  avertissements: string[];
}

type Demande = z.output<typeof fichierImport>;
type Taches = Pick<Ports['tasks'], 'cancelled' | 'progress'>;

/** Throws `annulee` once the user asked the long task to stop. */
export function arreterSiDemande(tasks: Pick<Taches, 'cancelled'>): void {
  if (tasks.cancelled()) throw new ErreurMetier('annulee');
}

/** Can still be stopped; what is told is how many lines were examined, not how much of the file was cut up. */
export const sansAvancement = ({ cancelled }: Taches): Taches => ({ cancelled, progress: () => undefined });

const vide = ({ cellules }: Enregistrement) => cellules.every((cellule) => cellule.trim() === '');

/** Records between two signs of progress. */
const PAS = 1000;

function couper(texte: string, separateur: Separateur, guillemets: boolean, tasks: Taches): Enregistrement[] {
  let precedente = 0;
  let nombre = 0;
  return parse(texte, {
    delimiter: separateur,
    record_delimiter: '\n',
    quote: guillemets ? '"' : null,
    relax_column_count: true,
    relax_quotes: true,
    on_record: ((cellules: string[], { lines, bytes }: { lines: number; bytes: number }) => {
      const ligne = precedente + 1;
      precedente = lines;
      nombre += 1;
      if (nombre % PAS === 0) {
        arreterSiDemande(tasks);
        tasks.progress(Math.min(bytes, texte.length), texte.length);
      }
      return { ligne, cellules };
      // Its type says that a record can only become another list of cells.
    }) as never,
  }) as unknown as Enregistrement[];
}

/** Cuts a text into records; a quote never closed would swallow the rest, so quotes then lose their meaning. */
function couperTexte(texte: string, separateur: Separateur, avertissements: string[], tasks: Taches) {
  try {
    return couper(texte, separateur, true, tasks);
  } catch (erreur) {
    if (!(erreur instanceof CsvError) || erreur.code !== 'CSV_QUOTE_NOT_CLOSED') throw erreur;
    avertissements.push(
      'Un guillemet est ouvert et jamais refermé dans ce fichier : les guillemets sont lus comme du texte ordinaire. Vérifiez les lignes ci-dessous.',
    );
    return couper(texte, separateur, false, tasks);
  }
}

function decouperTexte(octets: Uint8Array, entree: Demande, tasks: Taches): Decoupe {
  const { texte, encodage } = decoder(octets, entree.encodage);
  if (estCarnet(texte)) return { ...SANS_TEXTE, format: 'carnet', ...cartesEnLignes(texte) };
  const sep = lireSep(texte);
  const separateur = entree.separateur ?? sep?.separateur ?? devinerSeparateur(texte);
  const avertissements: string[] = [];
  const enregistrements = couperTexte(sep?.reste ?? texte, separateur, avertissements, tasks);
  if (sep) for (const enregistrement of enregistrements) enregistrement.ligne += 1;
  const illisibles = texte.split('\uFFFD').length - 1;
  if (illisibles > 0) {
    avertissements.push(
      `${formaterNombre(illisibles)} caractère${illisibles > 1 ? 's' : ''} illisible${illisibles > 1 ? 's' : ''} : essayez un autre encodage.`,
    );
  }
  return { ...SANS_TEXTE, format: 'texte', encodage, separateur, enregistrements, avertissements };
}

const SANS_TEXTE = { encodage: null, separateur: null, feuilles: [], feuille: null };

async function decouper(entree: Demande, tasks: Taches): Promise<Decoupe> {
  const octets = Buffer.from(entree.contenu, 'base64');
  if (octets.length > FICHIER_MAX) throw new ErreurMetier('fichier-trop-gros');
  if (octets.length === 0) throw new ErreurMetier('fichier-illisible', { message: 'Ce fichier est vide.' });
  const decoupe: Decoupe = estClasseur(octets)
    ? {
        ...SANS_TEXTE,
        format: 'classeur',
        ...(await lireClasseur(octets, entree.feuille, () => arreterSiDemande(tasks))),
      }
    : decouperTexte(octets, entree, tasks);
  decoupe.enregistrements = decoupe.enregistrements.filter((enregistrement) => !vide(enregistrement));
  verifierTaille(decoupe);
  return decoupe;
}

function verifierTaille({ format, enregistrements }: Decoupe): void {
  // A sheet chosen by hand may be empty: another one can be chosen.
  if (enregistrements.length === 0 && format !== 'classeur')
    throw new ErreurMetier('fichier-illisible', { message: 'Ce fichier est vide.' });
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

/**
 * The last file cut up: the same one is read for its columns, for the dry run, then for the import, and cutting a
 * workbook of 20 000 lines takes seconds.
 */
let derniere: { empreinte: string; demande: Choix; decoupe: Decoupe } | null = null;

type Choix = Pick<Demande, 'encodage' | 'separateur' | 'feuille'>;

/** What was asked for is what was guessed then. */
function estLaDerniere(empreinte: string, choix: Choix): boolean {
  if (derniere?.empreinte !== empreinte) return false;
  const { demande, decoupe } = derniere;
  return (['encodage', 'separateur', 'feuille'] as const).every(
    (cle) => choix[cle] === demande[cle] || choix[cle] === decoupe[cle],
  );
}

/** Gives the memory of the last file back. */
export function oublierDecoupe(): void {
  derniere = null;
}

/**
 * Cuts a file into records. Its kind is told by its content, never by its name; how far it is is told in thousandths
 * of the file, and it can be stopped. Throws `fichier-illisible`, `fichier-trop-gros` or `annulee`.
 */
export async function decouperFichier(entree: Demande, tasks: Taches): Promise<Decoupe> {
  const empreinte = createHash('sha256').update(entree.contenu).digest('hex');
  if (derniere && estLaDerniere(empreinte, entree)) return derniere.decoupe;
  const decoupe = await decouper(entree, tasks);
  const { encodage, separateur, feuille } = entree;
  derniere = { empreinte, demande: { encodage, separateur, feuille }, decoupe };
  return decoupe;
}
