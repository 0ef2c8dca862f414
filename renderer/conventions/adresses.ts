import type { ConventionFiche, EcheanceDue, EcheanceLue } from '../../shared/conventions/schema.ts';

export const CONVENTIONS = { label: 'Conventions', vers: '/bilans/conventions' };

/** Under « Bilans », as every screen of a convention is. */
export const FIL = [{ label: 'Bilans', vers: '/bilans' }, CONVENTIONS];

export const adresseConvention = (id: string): string => `${CONVENTIONS.vers}/${id}`;

/** The bilan of a convention over a period, opened or made. */
export function adresseBilan(
  { id, profil }: Pick<ConventionFiche | EcheanceDue['convention'], 'id' | 'profil'>,
  { debut, fin }: { debut: string; fin: string },
): string {
  const choisi: Record<string, string> = profil === '' ? {} : { profil };
  return `/bilans/ouvrir?${new URLSearchParams({ ...choisi, convention: id, debut, fin })}`;
}

/** Period of the bilan that an échéance asks for; null when it asks for something else. */
export const periodeDe = ({
  debut,
  fin,
}: Pick<EcheanceLue, 'debut' | 'fin'>): { debut: string; fin: string } | null =>
  debut !== null && fin !== null ? { debut, fin } : null;
