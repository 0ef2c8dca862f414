import type { Entree } from '../../../shared/contrat.ts';
import type { DateCivile } from '../../../shared/dates.ts';
import { formaterJour, insecables } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { ETATS_OBJECTIF } from '../../../shared/nomenclatures/salaries.ts';
import type { Objectif } from '../../../shared/salaries/parcours.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, tenter } from '../../components/annulable.tsx';

/** The interview agreed on was held today, with nothing more to say; the notification takes it back. */
export const tenirEntretien = (salarieId: string, date: DateCivile, titre: string): Promise<void> =>
  tenter(async () => {
    const { id } = await appeler('salaries.saveEntretien', { salarieId, genre: 'suivi', date });
    annoncerAnnulable(insecables(`Fait : ${titre}`), () => appeler('salaries.archiveEntretien', { id }));
  });

export const reporterEntretien = (id: string, prochain: DateCivile): Promise<void> =>
  tenter(async () => {
    const { avant } = await appeler('salaries.moveEntretien', { id, prochain });
    annoncerAnnulable(`Reporté au ${formaterJour(prochain)}.`, () =>
      appeler('salaries.moveEntretien', { id, prochain: avant }),
    );
  });

export const changerEtat = (
  { id, libelle }: Pick<Objectif, 'id' | 'libelle'>,
  etat: Objectif['etat'],
): Promise<void> =>
  tenter(async () => {
    const { avant } = await appeler('salaries.etatObjectif', { id, etat });
    annoncerAnnulable(insecables(`${label(ETATS_OBJECTIF, etat)} : ${libelle}`), () =>
      appeler('salaries.etatObjectif', { id, ...avant }),
    );
  });

export const reporterObjectif = (id: string, echeance: DateCivile): Promise<void> =>
  tenter(async () => {
    const { avant } = await appeler('salaries.moveObjectif', { id, echeance });
    annoncerAnnulable(`Reporté au ${formaterJour(echeance)}.`, () =>
      appeler('salaries.moveObjectif', { id, echeance: avant }),
    );
  });

/** Takes a line of the parcours away; the notification brings it back. */
export const retirer = (quoi: 'Entretien' | 'Objectif' | 'Absence', id: string): Promise<void> =>
  tenter(async () => {
    await appeler(`salaries.archive${quoi}`, { id });
    const phrase = {
      Entretien: 'L’entretien est retiré.',
      Objectif: 'L’objectif est retiré.',
      Absence: 'L’absence est retirée.',
    };
    annoncerAnnulable(phrase[quoi], () => appeler(`salaries.restore${quoi}`, { id }));
  });

/** Says that a decision was written, with the way back to the one before. */
export function annoncerSuite(
  contratId: string,
  avant: Omit<Entree<'salaries.saveSuite'>, 'contratId'>,
): void {
  annoncerAnnulable('La suite du contrat est notée.', () =>
    appeler('salaries.saveSuite', { contratId, ...avant }),
  );
}
