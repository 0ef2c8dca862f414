import type { Entree, Sortie } from '../../shared/contrat.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';

type Changement = Entree<'reseau.changeMany'>;

/** Changes organisations and says so, with « Annuler »; `dire` gets how many were really changed. */
export async function changerEnVrac(demande: Changement, dire: (nombre: number) => string): Promise<boolean> {
  try {
    const fait: Sortie<'reseau.changeMany'> = await appeler('reseau.changeMany', demande);
    annoncerAnnulable(dire(fait.avant.length), () => appeler('reseau.undoChangeMany', fait));
    return true;
  } catch (erreur) {
    annoncerRefus(erreur);
    return false;
  }
}
