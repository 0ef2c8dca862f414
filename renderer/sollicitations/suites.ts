import { formaterJour } from '../../shared/format.ts';
import type { Relance } from '../../shared/sollicitations/schema.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';

type Cible = Pick<Relance, 'id' | 'libelle'>;

/** Marks a follow-up as done; the notification takes it back. */
export async function faire({ id, libelle }: Cible): Promise<void> {
  try {
    await appeler('sollicitations.completeRelance', { id });
    annoncerAnnulable(`Fait : ${libelle}`, () => appeler('sollicitations.uncompleteRelance', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** Moves a follow-up to another day; the notification gives it its day back. */
export async function reporter({ id }: Cible, echeance: string): Promise<void> {
  try {
    const { avant } = await appeler('sollicitations.postponeRelance', { id, echeance });
    annoncerAnnulable(`Reporté au ${formaterJour(echeance)}.`, () =>
      appeler('sollicitations.postponeRelance', { id, echeance: avant ?? echeance }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** Takes a follow-up off the list without doing it. */
export async function abandonner({ id, libelle }: Cible): Promise<void> {
  try {
    await appeler('sollicitations.archiveRelance', { id });
    annoncerAnnulable(`Retiré : ${libelle}`, () => appeler('sollicitations.restoreRelance', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}
