import { notifications } from '@mantine/notifications';
import { fautePiece, nomPiece } from '../../shared/sollicitations/pieces.ts';
import { appeler } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { enBase64 } from '../components/en-base64.ts';

const refuser = (message: string) => notifications.show({ message, color: 'red', autoClose: 10_000 });

/** Files that may be attached; why the others may not is said at once, before anything is sent. */
export function acceptables(fichiers: readonly File[]): File[] {
  return fichiers.filter((fichier) => {
    const faute = fautePiece({ nom: nomPiece(fichier.name), taille: fichier.size });
    if (faute) refuser(faute);
    return faute === null;
  });
}

/** Keeps a file with an exchange. False when it could not be, which has been said. */
export async function joindre(
  sollicitationId: string,
  fichier: File,
  remplace: string | null = null,
): Promise<boolean> {
  const contenu = await enBase64(fichier).catch(() => null);
  if (contenu === null) {
    refuser(`« ${fichier.name} » n’a pas pu être lu : vérifiez qu’il est toujours à sa place.`);
    return false;
  }
  try {
    await appeler('sollicitations.attach', { sollicitationId, nom: fichier.name, contenu, remplace });
    return true;
  } catch (erreur) {
    annoncerRefus(erreur);
    return false;
  }
}

/** Keeps several files, one after the other; returns how many were. */
export async function joindreTous(sollicitationId: string, fichiers: readonly File[]): Promise<number> {
  let joints = 0;
  for (const fichier of fichiers) if (await joindre(sollicitationId, fichier)) joints += 1;
  return joints;
}
