import type { Papier } from '../../shared/papiers/contrat.ts';
import { useAdresse } from '../app/adresse.ts';

/** Names a paper in the address; the kind alone for the only one, or for all those of a kind. */
export const cleDe = ({ genre, objetId }: Pick<Papier, 'genre' | 'objetId'>) =>
  objetId ? `${genre}.${objetId}` : genre;

/** Which paper is open, which of its issues, and whether to be filled by hand: kept in the address. */
export function useAdressePapier() {
  const [adresse, changer] = useAdresse();
  const demandee = Number(adresse.get('version'));
  const demandeVierge = adresse.get('vierge');
  return {
    cle: adresse.get('papier'),
    /** What of a paper is to be shown; `brouillon` when it is one again, whatever was issued. */
    montrer(papier: Papier, brouillon = false): { edition: number | null; vierge: boolean } {
      // With nothing to fill it yet, it is the blank sheet that one comes for.
      const aRemplir = papier.editions.length === 0 && papier.obstacle !== '';
      const vierge = papier.vierge && (demandeVierge ?? (aRemplir ? '1' : '0')) === '1';
      const edition =
        papier.editions.find((celle) => celle.edition === demandee)?.edition ??
        (brouillon ? null : (papier.editions[0]?.edition ?? null));
      return { edition: vierge ? null : edition, vierge };
    },
    demandeVierge: demandeVierge === null ? null : demandeVierge === '1',
    ouvrir: (papier: Pick<Papier, 'genre' | 'objetId'>, version: number | null, vide?: boolean) =>
      changer((actuelle) => {
        actuelle.set('papier', cleDe(papier));
        if (version === null) actuelle.delete('version');
        else actuelle.set('version', String(version));
        if (vide === undefined) actuelle.delete('vierge');
        else actuelle.set('vierge', vide ? '1' : '0');
        return actuelle;
      }),
  };
}
