import { nomMoisCourt } from '../../bilans/libelles.ts';
import { direEtp } from '../../heures/parties-etp.ts';
import type { EtpAnnee } from '../../heures/schema.ts';
import { nomDuMois } from '../../immersions/calendrier.ts';

const LARGEUR = 1080;
const HAUTEUR = 190;
const PIED = 16;
const TETE = 16;

/**
 * Full-time equivalents of each month: done as a full bar, projected as an empty one, agreed as a thick stroke across
 * the month. For the screen and the paper: kinds are told apart by their shape, colours are those of the theme.
 */
export function EtpParMois({ etp }: { etp: EtpAnnee }) {
  const { mois, cumul, projection } = etp;
  // A month left is taken at the mean of those that count.
  const projete = projection ? cumul.realise : null;
  const plusHaut = Math.max(
    100,
    projete ?? 0,
    ...mois.flatMap(({ realise, conventionne }) => [realise ?? 0, conventionne ?? 0]),
  );
  const pas = LARGEUR / mois.length;
  const large = pas * 0.5;
  const sol = HAUTEUR - PIED;
  const haut = (centiemes: number) => (centiemes / plusHaut) * (sol - TETE);
  const valeurDe = ({ realise }: EtpAnnee['mois'][number]) => realise ?? projete ?? 0;
  return (
    <svg
      role="img"
      viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`}
      width="100%"
      fontSize="10.5"
      fontFamily="inherit"
      aria-label={`ETP par mois : ${mois
        .map(
          (lu) =>
            `${nomDuMois(lu.mois)}, ${lu.realise === null ? 'rien de saisi' : `${direEtp(lu.realise)} réalisés`}${lu.conventionne === null ? '' : `, ${direEtp(lu.conventionne)} conventionnés`}`,
        )
        .join(' ; ')}`}
    >
      {mois.map((lu, rang) => {
        const milieu = pas * (rang + 0.5);
        const valeur = valeurDe(lu);
        const fait = lu.realise !== null;
        return (
          <g key={lu.mois}>
            {valeur > 0 && (
              <rect
                x={milieu - large / 2}
                y={sol - haut(valeur)}
                width={large}
                height={haut(valeur)}
                fill={fait ? (lu.compte ? 'var(--accent, #0e6b62)' : 'var(--accent-fond, #d5e8e4)') : 'none'}
                stroke={fait ? 'var(--accent, #0e6b62)' : 'var(--encre-3, #6d6d6d)'}
                strokeWidth="0.8"
                strokeDasharray={fait ? undefined : '4 3'}
              />
            )}
            {lu.conventionne !== null && (
              <line
                x1={milieu - pas * 0.42}
                x2={milieu + pas * 0.42}
                y1={sol - haut(lu.conventionne)}
                y2={sol - haut(lu.conventionne)}
                stroke="var(--encre, #1a1a1a)"
                strokeWidth="2.4"
              />
            )}
            {fait && (
              <text
                x={milieu}
                y={
                  sol -
                  Math.max(haut(valeur), proche(lu.conventionne, valeur) ? haut(lu.conventionne!) : 0) -
                  4
                }
                textAnchor="middle"
                fontWeight="600"
                fill="var(--encre, #1a1a1a)"
              >
                {direEtp(lu.realise)}
              </text>
            )}
            <text x={milieu} y={HAUTEUR - 3} textAnchor="middle" fill="var(--encre-2, #4d4d4d)">
              {nomMoisCourt(lu.mois)}
            </text>
          </g>
        );
      })}
      <line x1="0" x2={LARGEUR} y1={sol} y2={sol} stroke="var(--filet-2, #8a8a8a)" strokeWidth="0.8" />
    </svg>
  );
}

/** A figure written just under the stroke of what is agreed would be crossed by it. */
const proche = (conventionne: number | null, realise: number): boolean =>
  conventionne !== null && conventionne >= realise && conventionne - realise < conventionne * 0.14;

/** What each shape of the picture is; the same words on screen and on paper. */
export const LEGENDE_ETP: readonly {
  forme: 'realise' | 'enCours' | 'projete' | 'conventionne';
  label: string;
}[] = [
  { forme: 'realise', label: 'réalisé' },
  { forme: 'enCours', label: 'mois en cours' },
  { forme: 'projete', label: 'projeté' },
  { forme: 'conventionne', label: 'conventionné' },
];
