import type { Entree } from '../shared/contrat.ts';
import type { Essai } from './appui.ts';

/** A convention of the State, over three years. */
export const CONVENTION: Entree<'conventions.create'> = {
  genre: 'ddets',
  intitule: 'Convention 2025-2027',
  numero: 'IAE 63 25 0012',
  debut: '2025-01-01',
  fin: '2027-12-31',
  conventionneCentimes: 45_000_000,
};

/** The jobs of its second year. */
export const annexeDe = (conventionId: string): Entree<'conventions.saveAnnexe'> => ({
  conventionId,
  numero: 'ACI063260012A1',
  debut: '2026-01-01',
  fin: '2026-12-31',
  etpCentiemes: 850,
  centimes: 18_000_000,
  partDepartement: 400,
});

/** A funder in the network, and a convention with it. */
export async function conventionDe(
  e: Essai,
  saisie: Partial<Entree<'conventions.create'>> = {},
): Promise<{ id: string; organisationId: string }> {
  const { id: organisationId } = await e.reussir('reseau.create', { nom: 'DDETS du Puy-de-Dôme' });
  const { id } = await e.reussir('conventions.create', { ...CONVENTION, organisationId, ...saisie });
  return { id, organisationId };
}
