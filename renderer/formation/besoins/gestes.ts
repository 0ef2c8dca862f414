import { accorder } from '../../../shared/format.ts';
import type { BesoinLigne, STATUTS_DECIDES } from '../../../shared/formation/besoins.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';

type Decide = (typeof STATUTS_DECIDES)[number];

const DITS: Record<Decide, string> = {
  recueilli: 'remis à décider',
  retenu: 'retenu',
  satisfait: 'satisfait',
  ecarte: 'écarté',
};

/** `3 besoins retenus.` */
const dire = (nombre: number, participe: string) =>
  `${accorder(nombre, 'besoin')} ${nombre > 1 && !participe.includes(' ') ? `${participe}s` : participe}.`;

/** Decides of several needs at once; « Annuler » gives each back what it was. */
export async function decider(ids: readonly string[], statut: Decide, motif = ''): Promise<void> {
  try {
    const { precedents } = await appeler('formation.statutBesoin', {
      changements: ids.map((id) => ({ id, statut, motif })),
    });
    annoncerAnnulable(dire(ids.length, DITS[statut]), () =>
      appeler('formation.statutBesoin', { changements: precedents }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

export async function archiver(ids: string[]): Promise<void> {
  try {
    await appeler('formation.archiveBesoin', { ids });
    annoncerAnnulable(dire(ids.length, 'archivé'), () => appeler('formation.restoreBesoin', { ids }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

export async function restaurer(ids: string[]): Promise<void> {
  try {
    await appeler('formation.restoreBesoin', { ids });
    annoncerAnnulable(`${accorder(ids.length, 'besoin')} de retour dans la liste.`, () =>
      appeler('formation.archiveBesoin', { ids }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** Those that a session can be opened for. */
export const estACouvrir = ({ statut, archivedAt }: BesoinLigne) =>
  archivedAt === null && (statut === 'recueilli' || statut === 'retenu');
