import { dateLocale } from '../../../shared/dates.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable } from '../../components/annulable.tsx';
import { nomComplet } from '../libelles.ts';

interface Nommee {
  id: string;
  prenom: string;
  nom: string;
}

/** « A quitté », or is there again: ends or reopens functions, today. */
export async function noterDepart(personne: Nommee, fonctionIds: string[], parti: boolean): Promise<void> {
  const fin = parti ? dateLocale(new Date()) : null;
  const avant: { fonctionId: string; fin: string | null }[] = [];
  for (const fonctionId of fonctionIds)
    avant.push({ fonctionId, fin: (await appeler('reseau.endFonction', { fonctionId, fin })).avant });
  annoncerAnnulable(
    parti ? `Le départ de ${nomComplet(personne)} est noté.` : `${nomComplet(personne)} est de retour.`,
    async () => {
      for (const fonction of avant) await appeler('reseau.endFonction', fonction);
    },
  );
}

/** Takes back functions written by mistake. */
export async function retirerFonctions(personne: Nommee, ids: string[]): Promise<void> {
  const retirees: Awaited<ReturnType<typeof appeler<'reseau.removeFonction'>>>[] = [];
  for (const id of ids) retirees.push(await appeler('reseau.removeFonction', { id }));
  annoncerAnnulable(`${nomComplet(personne)} ne figure plus sur la fiche.`, async () => {
    for (const fonction of retirees) await appeler('reseau.restoreFonction', fonction);
  });
}

/** Lifts an objection; the undo gives back its day and its words. */
export async function leverOpposition(
  personne: Nommee & { oppositionLe: string | null; oppositionNote: string },
): Promise<void> {
  await appeler('reseau.leverOpposition', { id: personne.id });
  annoncerAnnulable(`L’opposition de ${nomComplet(personne)} est levée.`, () =>
    appeler('reseau.opposer', { id: personne.id, le: personne.oppositionLe, note: personne.oppositionNote }),
  );
}

/** Takes a person away everywhere. */
export async function retirerPersonne(personne: Nommee): Promise<void> {
  await appeler('reseau.removeInterlocuteur', { id: personne.id });
  annoncerAnnulable(`${nomComplet(personne)} ne figure plus dans le réseau.`, () =>
    appeler('reseau.restoreInterlocuteur', { id: personne.id }),
  );
}
