import { formaterJour, insecables } from '../../../shared/format.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, tenter } from '../../components/annulable.tsx';

/** A point of an immersion, wherever it is shown. */
export interface CiblePoint {
  immersionId: string;
  cle: string;
  titre: string;
}

/** Holds a point today, with nothing more to say; the notification takes it back. */
export function tenir({ immersionId: id, cle, titre }: CiblePoint): Promise<void> {
  return tenter(async () => {
    await appeler('immersions.donePoint', { id, cle });
    annoncerAnnulable(insecables(`Fait : ${titre}`), () =>
      appeler('immersions.donePoint', { id, cle, fait: false }),
    );
  });
}

/** Moves a point to another day; the notification gives it back the one it had. */
export function deplacer({ immersionId: id, cle }: CiblePoint, echeance: string): Promise<void> {
  return tenter(async () => {
    const { avant } = await appeler('immersions.movePoint', { id, cle, echeance });
    annoncerAnnulable(`Reporté au ${formaterJour(echeance)}.`, () =>
      appeler('immersions.movePoint', { id, cle, echeance: avant }),
    );
  });
}

/** Takes a point off the list: it will not be asked for any more. */
export function retirer({ immersionId: id, cle, titre }: CiblePoint): Promise<void> {
  return tenter(async () => {
    await appeler('immersions.removePoint', { id, cle });
    annoncerAnnulable(insecables(`Retiré : ${titre}`), () => appeler('immersions.restorePoint', { id, cle }));
  });
}

/** Forgets the days noted when the dates were others. */
export function oublierHorsPeriode(id: string): Promise<void> {
  return tenter(async () => {
    await appeler('immersions.dropPresences', { id });
  });
}
