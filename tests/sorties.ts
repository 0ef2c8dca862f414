import type { Entree } from '../shared/contrat.ts';
import type { Essai } from './appui.ts';

type Saisie = Entree<'sorties.create'>;

/** Leaves for a CDI on that day; what still runs then ends. */
export async function sortieDe(
  e: Essai,
  salarieId: string,
  date = '2026-03-20',
  reste: Partial<Saisie> = {},
): Promise<string> {
  const { id } = await e.reussir('sorties.create', {
    salarieId,
    date,
    motif: '3',
    terminerContrat: true,
    ...reste,
  });
  return id;
}
