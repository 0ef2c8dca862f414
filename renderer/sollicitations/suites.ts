import { formaterJour } from '../../shared/format.ts';
import type { Relance } from '../../shared/sollicitations/schema.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';

/** A day, what is awaited, or both; left out, what is awaited stays. */
export type Moment = { echeance: string; evenement?: string } | { echeance: null; evenement: string };

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

/** Moves a follow-up to another day, or until something happens; the notification gives it back what it was. */
export async function reporter({ id }: Cible, moment: Moment): Promise<void> {
  try {
    const { avant } = await appeler('sollicitations.postponeRelance', { id, ...moment });
    annoncerAnnulable(
      moment.echeance ? `Reporté au ${formaterJour(moment.echeance)}.` : `En attente : ${moment.evenement}.`,
      () => appeler('sollicitations.postponeRelance', { id, ...avant }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** What a follow-up waited for happened: it is due today; the notification puts it back to wait. */
export async function arriver({ id, libelle }: Cible): Promise<void> {
  try {
    const { avant } = await appeler('sollicitations.eventHappened', { id });
    annoncerAnnulable(`À faire aujourd’hui : ${libelle}`, () =>
      appeler('sollicitations.postponeRelance', { id, ...avant }),
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
