import { notifications } from '@mantine/notifications';
import type { Livraison } from '../../shared/livraison.ts';
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

/** What files are kept with, and how they are. */
export interface Porteur {
  joindre: (fichier: { nom: string; contenu: string; remplace: string | null }) => Promise<unknown>;
  ouvrir: (id: string) => Promise<Livraison>;
  retirer: (id: string) => Promise<unknown>;
  rendre: (id: string) => Promise<unknown>;
}

export const porteurEchange = (sollicitationId: string): Porteur => ({
  joindre: (fichier) => appeler('sollicitations.attach', { sollicitationId, ...fichier }),
  ouvrir: (id) => appeler('sollicitations.openAttachment', { id }),
  retirer: (id) => appeler('sollicitations.archiveAttachment', { id }),
  rendre: (id) => appeler('sollicitations.restoreAttachment', { id }),
});

/** Keeps a file. False when it could not be, which has been said. */
export async function joindre(
  porteur: Porteur,
  fichier: File,
  remplace: string | null = null,
): Promise<boolean> {
  const contenu = await enBase64(fichier).catch(() => null);
  if (contenu === null) {
    refuser(`« ${fichier.name} » n’a pas pu être lu : vérifiez qu’il est toujours à sa place.`);
    return false;
  }
  try {
    await porteur.joindre({ nom: fichier.name, contenu, remplace });
    return true;
  } catch (erreur) {
    annoncerRefus(erreur);
    return false;
  }
}

/** Keeps several files, one after the other; returns how many were. */
export async function joindreTous(porteur: Porteur, fichiers: readonly File[]): Promise<number> {
  let joints = 0;
  for (const fichier of fichiers) if (await joindre(porteur, fichier)) joints += 1;
  return joints;
}
