import { direAvecUnite } from '../../../shared/bilans/dire.ts';
import { codesDe } from '../../../shared/bilans/edition-profil.ts';
import { INDICATEURS_MAX, type ProfilContenu } from '../../../shared/bilans/profil.ts';
import { periodeProposee } from '../../../shared/bilans/regles.ts';
import { useJour } from '../../app/jour.ts';
import { useLecture } from '../../app/operations.ts';

/** What a figure comes to in the year a bilan would be made of; empty while it is being counted. */
export type Apercu = (code: string) => string;

/** Year of the preview. */
export function useAnneeApercu(): string {
  return periodeProposee(useJour()).debut.slice(0, 4);
}

/** Live figures, narrowed by the filters that are complete. */
export function useApercu(codes: readonly string[], filtres: ProfilContenu['filtres']): Apercu {
  const jour = useJour();
  const { data, error } = useLecture(
    'bilans.mesurer',
    {
      ...periodeProposee(jour),
      indicateurs: codes.slice(0, INDICATEURS_MAX).map((code) => ({ code })),
      filtres: filtres.filter((filtre) => filtre.codes.length > 0),
    },
    { actif: codes.length > 0, garderPrecedent: true },
  );
  const parCode = new Map(data?.lignes.map((ligne) => [ligne.code, ligne]));
  return (code) => {
    const ligne = parCode.get(code);
    if (ligne) return direAvecUnite(ligne.unite, ligne.mesure.valeur);
    return error ? '—' : '';
  };
}

/** The same for a whole profile. */
export const useApercuProfil = (contenu: ProfilContenu): Apercu =>
  useApercu(codesDe(contenu), contenu.filtres);
