import { FICHIER_MAX } from '../../../shared/reseau/import/schema.ts';
import { enBase64 } from '../../components/en-base64.ts';

/** A list as the operations take it: name and content in base64. */
export interface FichierLu {
  nom: string;
  contenu: string;
}

/** What to tell about a file that could not be read at all. */
export class FichierRefuse extends Error {}

/** Reads a chosen file without blocking the window. Throws `FichierRefuse` with the sentence to show. */
export async function lireFichier(fichier: File): Promise<FichierLu> {
  if (fichier.size > FICHIER_MAX)
    throw new FichierRefuse('Ce fichier dépasse 20 Mo : découpez-le en plusieurs listes.');
  try {
    return { nom: fichier.name.slice(-255), contenu: await enBase64(fichier) };
  } catch {
    // A folder dropped on the zone ends here too.
    throw new FichierRefuse(
      'Ce fichier n’a pas pu être lu. S’il est ouvert dans un autre logiciel, fermez-le, puis réessayez.',
    );
  }
}

/** Name shown for lines pasted from a spreadsheet. */
const COLLE = 'Lignes collées';

/** Lines copied in a spreadsheet, as a file like any other. */
export const fichierColle = (texte: string) => new File([texte], COLLE, { type: 'text/plain' });
