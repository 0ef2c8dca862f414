import type { AnneeNommee, MesureNommee } from './images.ts';
import { AXES_ANNEE, AXES_VISES, type AxeAnnee, type FigureAnnee } from './objectifs.ts';

/** One group of lines of the year, in the order of the screen, of the page and of the CSV. */
export interface Partie {
  titre: string;
  mesures: { figure: FigureAnnee; mesure: MesureNommee; vise: boolean }[];
}

const TITRES: Record<AxeAnnee, string> = {
  objet: 'Par objet',
  hote: 'Par type d’accueil',
  secteur: 'Par secteur',
  metier: 'Par métier',
  sexe: 'Femmes et hommes',
  realisation: 'Réalisation',
  objectifs: 'Objectifs de l’immersion',
  decision: 'Décision au bilan',
};

/** Lines that say nothing are left out of the long lists: nothing done, nothing aimed at, nothing the year before. */
const utile = ({ valeur, objectif, precedentEntier }: MesureNommee) =>
  valeur > 0 || objectif !== null || precedentEntier > 0;

const LONGS: readonly AxeAnnee[] = ['secteur', 'metier'];

/** The year in its groups of lines: one definition for the three ways out. */
export function parties({ total, personnes, organisations, embauches, axes }: AnneeNommee): Partie[] {
  const ensemble = [
    ['total', total],
    ['personnes', personnes],
    ['organisations', organisations],
    ['embauches', embauches],
  ] as const;
  return [
    {
      titre: 'L’année',
      mesures: ensemble.map(([figure, mesure]) => ({ figure, mesure, vise: true })),
    },
    ...AXES_ANNEE.map((axe): Partie => {
      const vise = (AXES_VISES as readonly string[]).includes(axe);
      return {
        titre: TITRES[axe],
        mesures: axes[axe]
          .filter((mesure) => !LONGS.includes(axe) || utile(mesure))
          .map((mesure) => ({ figure: axe, mesure, vise: vise && mesure.code !== '' })),
      };
    }),
  ].filter(({ mesures }) => mesures.length > 0);
}
