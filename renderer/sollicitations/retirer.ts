import type { Maillon } from '../../shared/sollicitations/fil.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';

/** Takes an exchange back; the notification puts it back. */
export async function retirerEchange(id: string): Promise<void> {
  try {
    await appeler('sollicitations.archive', { id });
    annoncerAnnulable('Échange retiré.', () => appeler('sollicitations.restore', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

async function retirerEmbauche(id: string): Promise<void> {
  try {
    await appeler('sollicitations.archiveEmbauche', { id });
    annoncerAnnulable('Embauche retirée.', () => appeler('sollicitations.restoreEmbauche', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** Takes back a line of a history: an exchange or a hire, the two that can be. */
export function retirer({ sorte, id }: Maillon): Promise<void> {
  return sorte === 'embauche' ? retirerEmbauche(id) : retirerEchange(id);
}
