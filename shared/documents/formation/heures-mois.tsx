import { nomMoisCourt } from '../../bilans/libelles.ts';
import { formaterDuree, MOIS } from '../../format.ts';
import type { MoisPlan } from '../../formation/regles-plan.ts';

/** Wide: it takes the whole width of a screen or of a landscape sheet, and stays low. */
const LARGEUR = 1080;
const HAUTEUR = 150;
const PIED = 16;
const TETE = 12;

/**
 * Hours of each month: planned as an outline, engaged in pale, done in full. For the screen and the paper: colours are
 * those of the theme where there is one. Heights differ in kind, not by colour alone.
 */
export function HeuresParMois({ mois }: { mois: readonly MoisPlan[] }) {
  const plusHaut = Math.max(
    60,
    ...mois.flatMap(({ prevues, engagees, realisees }) => [prevues, engagees, realisees]),
  );
  const pas = LARGEUR / mois.length;
  const large = pas * 0.56;
  const sol = HAUTEUR - PIED;
  const haut = (minutes: number) => (minutes / plusHaut) * (sol - TETE);
  return (
    <svg
      role="img"
      viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`}
      width="100%"
      fontSize="10.5"
      fontFamily="inherit"
      aria-label={`Heures par mois : ${mois
        .map(
          ({ prevues, engagees, realisees }, rang) =>
            `${MOIS[rang]}, ${formaterDuree(prevues)} prévues, ${formaterDuree(engagees)} engagées, ${formaterDuree(realisees)} réalisées`,
        )
        .join(' ; ')}`}
    >
      {mois.map(({ mois: code, prevues, engagees, realisees }, rang) => {
        const gauche = pas * (rang + 0.5) - large / 2;
        const total = Math.max(prevues, engagees, realisees);
        return (
          <g key={code}>
            {engagees > 0 && (
              <rect
                x={gauche}
                y={sol - haut(engagees)}
                width={large}
                height={haut(engagees)}
                fill="var(--accent-fond, #d5e8e4)"
                stroke="var(--accent, #0e6b62)"
                strokeWidth="0.6"
              />
            )}
            {realisees > 0 && (
              <rect
                x={gauche + large * 0.2}
                y={sol - haut(realisees)}
                width={large * 0.6}
                height={haut(realisees)}
                fill="var(--accent, #0e6b62)"
              />
            )}
            {prevues > 0 && (
              <rect
                x={gauche - 3}
                y={sol - haut(prevues)}
                width={large + 6}
                height={haut(prevues)}
                fill="none"
                stroke="var(--encre-2, #4d4d4d)"
                strokeWidth="1"
                strokeDasharray="4 3"
              />
            )}
            {total > 0 && (
              <text
                x={pas * (rang + 0.5)}
                y={sol - haut(total) - 3}
                textAnchor="middle"
                fontWeight="600"
                fill="var(--encre, #1a1a1a)"
              >
                {formaterDuree(total - (total % 60))}
              </text>
            )}
            <text x={pas * (rang + 0.5)} y={HAUTEUR - 3} textAnchor="middle" fill="var(--encre-2, #4d4d4d)">
              {nomMoisCourt(code)}
            </text>
          </g>
        );
      })}
      <line x1="0" x2={LARGEUR} y1={sol} y2={sol} stroke="var(--filet-2, #8a8a8a)" strokeWidth="0.8" />
    </svg>
  );
}
