import { formaterJour, insecables } from '../../../shared/format.ts';
import { nommerFinanceur } from '../../../shared/formation/avertissements-financement.ts';
import type { CoutSaisiLu, LigneLue, MouvementLu } from '../../../shared/formation/financement.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, tenter } from '../../components/annulable.tsx';

export const retirerCout = ({ id }: Pick<CoutSaisiLu, 'id'>): Promise<void> =>
  tenter(async () => {
    await appeler('formation.archiveCout', { id });
    annoncerAnnulable('Le coût est retiré.', () => appeler('formation.restoreCout', { id }));
  });

export const retirerLigne = ({ id, organisation }: LigneLue): Promise<void> =>
  tenter(async () => {
    await appeler('formation.archiveFinancement', { ids: [id] });
    annoncerAnnulable(insecables(`Retiré : ${nommerFinanceur(organisation)}`), () =>
      appeler('formation.restoreFinancement', { ids: [id] }),
    );
  });

export const retirerMouvement = ({ id }: MouvementLu): Promise<void> =>
  tenter(async () => {
    await appeler('formation.archiveMouvement', { id });
    annoncerAnnulable('L’étape est retirée.', () => appeler('formation.restoreMouvement', { id }));
  });

/** A deadline is met (null), or put off; the notification gives it back as it was. */
export const changerEcheance = (id: string, titre: string, echeance: string | null): Promise<void> =>
  tenter(async () => {
    const avant = await appeler('formation.deplaceEcheance', { id, echeance });
    annoncerAnnulable(
      echeance === null ? insecables(`Fait : ${titre}`) : `Reporté au ${formaterJour(echeance)}.`,
      () => appeler('formation.deplaceEcheance', { id, ...avant }),
    );
  });
