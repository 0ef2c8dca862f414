import { nomCopie } from '../../../shared/bilans/edition-profil.ts';
import type { ProfilLu } from '../../../shared/bilans/profils.ts';
import { periodeProposee } from '../../../shared/bilans/regles.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, tenter } from '../../components/annulable.tsx';

export const PROFILS = '/bilans/profils';

export const adresseProfil = (code: string) => `${PROFILS}/${code}`;

/** Opens the bilan of a year made with a profile. */
export function adressePreparer(code: string, jour: string): string {
  return `/bilans/ouvrir?${new URLSearchParams({ profil: code, ...periodeProposee(jour) })}`;
}

/** A copy of a profile, under a name of its own: `ouvrir` receives its code. */
export const copier = ({ code, nom, contenu }: ProfilLu, ouvrir: (code: string) => void): Promise<void> =>
  tenter(async () => {
    const pris = await appeler('bilans.profils', {});
    const copie = await appeler('bilans.saveProfil', {
      nom: nomCopie(
        nom,
        pris.map((profil) => profil.nom),
      ),
      origine: code,
      contenu,
    });
    ouvrir(copie.code);
  });

/** Takes away a profile of the structure; it can be taken back. */
export const retirer = ({ code, nom }: ProfilLu): Promise<void> =>
  tenter(async () => {
    await appeler('bilans.archiveProfil', { id: code });
    annoncerAnnulable(`« ${nom} » est retiré. Les bilans faits avec lui le gardent.`, () =>
      appeler('bilans.restoreProfil', { id: code }),
    );
  });
