import type { ObjectifLu, PartieConvention } from '../../shared/conventions/schema.ts';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, tenter } from '../components/annulable.tsx';

const RETIREES: Record<PartieConvention, string> = {
  annexe: 'L’annexe est retirée.',
  versement: 'Le versement est retiré.',
  echeance: 'L’échéance est retirée.',
  piece: 'Le fichier est retiré.',
};

export const retirerPartie = (partie: PartieConvention, id: string): Promise<void> =>
  tenter(async () => {
    await appeler('conventions.archivePartie', { partie, ids: [id] });
    annoncerAnnulable(RETIREES[partie], () => appeler('conventions.restorePartie', { partie, ids: [id] }));
  });

/** It was handed in (a day), or is to be handed in again (null). */
export const rendre = (id: string, libelle: string, renduLe: string | null): Promise<void> =>
  tenter(async () => {
    const { precedent } = await appeler('conventions.rendreEcheance', { id, renduLe });
    annoncerAnnulable(
      insecables(
        renduLe === null
          ? `« ${libelle} » est à rendre.`
          : `« ${libelle} » : rendu le ${formaterDate(renduLe)}.`,
      ),
      () => appeler('conventions.rendreEcheance', { id, renduLe: precedent }),
    );
  });

/** A bilan per year, due on a day of the next. */
export const genererEcheances = (conventionId: string, jour: string): Promise<void> =>
  tenter(async () => {
    const { ids } = await appeler('conventions.genererEcheances', { conventionId, jour });
    if (ids.length === 0) return;
    annoncerAnnulable(`${accorder(ids.length, 'échéance ajoutée', 'échéances ajoutées')}.`, () =>
      appeler('conventions.archivePartie', { partie: 'echeance', ids }),
    );
  });

export const retirerObjectif = (conventionId: string, { annee, indicateur }: ObjectifLu): Promise<void> =>
  tenter(async () => {
    const cle = { conventionId, annee, indicateur };
    const { precedent } = await appeler('conventions.saveObjectif', { ...cle, valeur: null });
    annoncerAnnulable('L’objectif est retiré.', () =>
      appeler('conventions.saveObjectif', { ...cle, valeur: precedent }),
    );
  });

/** Aims at in a year what another aimed at. */
export const reprendreObjectifs = (conventionId: string, de: number, vers: number): Promise<void> =>
  tenter(async () => {
    const { indicateurs } = await appeler('conventions.reprendreObjectifs', { conventionId, de, vers });
    annoncerAnnulable(
      `${accorder(indicateurs.length, 'objectif repris', 'objectifs repris')} de ${de}.`,
      async () => {
        for (const indicateur of indicateurs)
          await appeler('conventions.saveObjectif', { conventionId, annee: vers, indicateur, valeur: null });
      },
    );
  });

export const archiver = (id: string, intitule: string): Promise<void> =>
  tenter(async () => {
    await appeler('conventions.archive', { id });
    annoncerAnnulable(insecables(`« ${intitule} » est archivée.`), () =>
      appeler('conventions.restore', { id }),
    );
  });

export const restaurer = (id: string, intitule: string): Promise<void> =>
  tenter(async () => {
    await appeler('conventions.restore', { id });
    annoncerAnnulable(insecables(`« ${intitule} » est de retour.`), () =>
      appeler('conventions.archive', { id }),
    );
  });
