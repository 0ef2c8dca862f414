import { appeler } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';

/** Shows the data folder in the system's own file manager. */
export function ouvrirDossier(): void {
  appeler('donnees.openFolder', {}).catch(annoncerRefus);
}
