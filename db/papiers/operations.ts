import type { z } from 'zod';
import type { immersionApercu } from '../../shared/immersions/schema.ts';
import type { Contexte } from '../contexte.ts';
import { trouverImmersion } from '../immersions.ts';
import { donneesConvention, papierConvention } from './convention.ts';
import { derniereConvention } from './emission.ts';
import { operationsPapiers, rendrePapier } from './famille.ts';
import { PAPIERS } from './registre.ts';

const papiers = operationsPapiers({ proprietaire: 'immersion', papiers: PAPIERS, trouver: trouverImmersion });

/** The sheet of what is typed in the form, saved or not; a convention out of draft is shown as issued. */
async function preview(
  contexte: Contexte,
  saisie: z.output<typeof immersionApercu>,
): Promise<{ adresse: string }> {
  const { id } = saisie;
  if (id !== null && trouverImmersion(contexte.db, id).statut !== 'brouillon')
    return papiers.page(contexte, { id, genre: 'convention', objetId: '', edition: null, vierge: false });
  const emise = id === null ? undefined : derniereConvention(contexte.db, id);
  const mise = {
    projet: true,
    edition: (emise?.edition ?? 0) + 1,
    emisLe: contexte.instant,
    vierge: false,
  };
  const { html } = rendrePapier(papierConvention, donneesConvention(contexte, saisie), mise);
  return { adresse: await contexte.pages.publish(html) };
}

/** The paper side of an immersion: what is published, issued, kept. */
export const papiersOperations = {
  'immersions.papiers': papiers.papiers,
  'immersions.differences': papiers.differences,
  'immersions.page': papiers.page,
  'immersions.preview': preview,
  'immersions.issue': papiers.issue,
  'immersions.pdf': papiers.pdf,
};
