import { useAdresse } from './adresse.ts';
import { useJour } from './jour.ts';

/** The year of the address, the current one without it; moving to another year forgets the rest of the address. */
export function useAnnee(): { annee: number; changerAnnee: (annee: number) => void } {
  const courante = Number(useJour().slice(0, 4));
  const [adresse, changerAdresse] = useAdresse();
  const dite = Number(adresse.get('annee'));
  return {
    annee: Number.isInteger(dite) && dite >= 2000 && dite <= 2199 ? dite : courante,
    changerAnnee: (voulue) =>
      changerAdresse(() => new URLSearchParams(voulue === courante ? {} : { annee: String(voulue) })),
  };
}
