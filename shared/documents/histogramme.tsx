import { nomMois, nomMoisCourt } from '../bilans/libelles.ts';
import type { Part } from '../bilans/schema.ts';
import { formaterNombre } from '../format.ts';

const LARGEUR = 720;
const HAUTEUR = 168;
const PIED = 16;
const TETE = 14;

/** Bars in time for the paper, the year before in pale behind; every value is written over its bar. */
export function Histogramme(props: { colonnes: readonly Part[]; titre: string }) {
  const { colonnes, titre } = props;
  const plusHaut = Math.max(1, ...colonnes.flatMap(({ valeur, precedent }) => [valeur, precedent ?? 0]));
  const pas = LARGEUR / colonnes.length;
  const largeur = Math.min(40, pas * 0.36);
  const haut = (valeur: number) => (valeur / plusHaut) * (HAUTEUR - PIED - TETE);
  const sol = HAUTEUR - PIED;
  return (
    <svg
      role="img"
      viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`}
      width="100%"
      fontSize="10"
      fontFamily="inherit"
      aria-label={`${titre} : ${colonnes.map(({ code, valeur }) => `${nomMois(code)}, ${formaterNombre(valeur)}`).join(' ; ')}`}
    >
      {colonnes.map(({ code, valeur, precedent }, rang) => {
        const milieu = pas * (rang + 0.5);
        const gauche = precedent === null ? milieu - largeur / 2 : milieu;
        return (
          <g key={code}>
            {precedent !== null && (
              <rect
                x={milieu - largeur}
                y={sol - haut(precedent)}
                width={largeur - 1}
                height={haut(precedent)}
                fill="#c9d4d1"
              />
            )}
            <rect x={gauche} y={sol - haut(valeur)} width={largeur} height={haut(valeur)} fill="#0e6b62" />
            {valeur > 0 && (
              <text
                x={gauche + largeur / 2}
                y={sol - haut(valeur) - 3}
                textAnchor="middle"
                fontWeight="600"
                fill="#1a1a1a"
              >
                {formaterNombre(valeur)}
              </text>
            )}
            <text x={milieu} y={HAUTEUR - 4} textAnchor="middle" fill="#4d4d4d">
              {nomMoisCourt(code)}
            </text>
          </g>
        );
      })}
      <line x1="0" x2={LARGEUR} y1={sol} y2={sol} stroke="#8a8a8a" strokeWidth="0.8" />
    </svg>
  );
}
