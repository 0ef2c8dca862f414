import { accorder, formaterNombre } from '../format.ts';
import { aDevelopper, type LigneSecteur } from '../reseau/secteurs.ts';

const LARGEUR = 760;
const TETE = 30;
const PAS = 27;
/** Where each scale begins, and how wide it is. */
const RESEAU = { x: 244, largeur: 190 };
const SCORE = { x: 492, largeur: 216 };

/** The same drawing on screen, in both themes, and on paper, where the variables are not known. */
const ENCRE = 'var(--encre, #1a1a1a)';
const ENCRE_2 = 'var(--encre-2, #4d4d4d)';
const PLEIN = 'var(--accent, #0e6b62)';
const PALE = 'var(--accent-fond, #dfe9e6)';
const FILET = 'var(--filet-2, #b5b5b5)';

/** Sectors that have something to show, the best score first. */
export function secteursDessines(lignes: readonly LigneSecteur[]): LigneSecteur[] {
  return lignes
    .filter(({ secteur, organisations, score }) => secteur !== '' && (organisations > 0 || score !== null))
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || b.organisations - a.organisations);
}

/**
 * By sector, the organisations on the left (the engaged ones filled) and the survey's score on the right: where the
 * right is long and the left short, there is somebody to look for. Those are framed and marked, so that a photocopy
 * says it too.
 */
export function ReseauEtScores({
  lignes,
  nom,
}: {
  lignes: readonly LigneSecteur[];
  nom: (secteur: string) => string;
}) {
  const dessinees = secteursDessines(lignes);
  const marques = new Set(aDevelopper(lignes).map(({ secteur }) => secteur));
  const plusGrand = Math.max(1, ...dessinees.map(({ organisations }) => organisations));
  const longueur = (nombre: number) => (nombre / plusGrand) * RESEAU.largeur;
  const hauteur = TETE + dessinees.length * PAS + 4;
  return (
    <svg
      role="img"
      viewBox={`0 0 ${LARGEUR} ${hauteur}`}
      width="100%"
      fontSize="12.5"
      fontFamily="inherit"
      aria-label={`Réseau et scores par secteur : ${dessinees
        .map(
          ({ secteur, organisations, score }) =>
            `${nom(secteur)}, ${accorder(organisations, 'organisation')}, ${score === null ? 'sans score' : `score ${score}`}`,
        )
        .join(' ; ')}`}
    >
      <g fill={ENCRE_2} fontSize="11.5">
        <text x={RESEAU.x} y="14">
          Organisations, en plein les engagées
        </text>
        <text x={SCORE.x} y="14">
          Score du questionnaire, sur 100
        </text>
      </g>
      <line x1={RESEAU.x} x2={RESEAU.x} y1={TETE - 6} y2={hauteur} stroke={FILET} />
      <line x1={SCORE.x} x2={SCORE.x} y1={TETE - 6} y2={hauteur} stroke={FILET} />
      {dessinees.map(({ secteur, organisations, engagees, score }, rang) => {
        const haut = TETE + rang * PAS;
        const milieu = haut + PAS / 2 - 1;
        const marque = marques.has(secteur);
        const bout = SCORE.x + ((score ?? 0) / 100) * SCORE.largeur;
        const titre = nom(secteur);
        return (
          <g key={secteur}>
            {marque && (
              <rect
                x="0.5"
                y={haut}
                width={LARGEUR - 1}
                height={PAS - 3}
                rx="5"
                fill="var(--ambre-fond, #f4f1ea)"
                stroke="var(--ambre, #6b6b6b)"
              />
            )}
            <text x="10" y={milieu + 4} fill={ENCRE} fontWeight={marque ? 650 : 400}>
              {marque ? '▲ ' : ''}
              {titre.length > 32 ? `${titre.slice(0, 31)}…` : titre}
            </text>
            {organisations > 0 && (
              <rect
                x={RESEAU.x}
                y={milieu - 7}
                width={longueur(organisations)}
                height="14"
                fill={PALE}
                stroke={PLEIN}
                strokeWidth="0.8"
              />
            )}
            <rect x={RESEAU.x} y={milieu - 7} width={longueur(engagees)} height="14" fill={PLEIN} />
            <text x={RESEAU.x + longueur(organisations) + 6} y={milieu + 4} fill={ENCRE} fontWeight="600">
              {formaterNombre(organisations)}
            </text>
            {score === null ? (
              <text x={SCORE.x + 8} y={milieu + 4} fill={ENCRE_2} fontSize="11.5">
                pas de score
              </text>
            ) : (
              <>
                <line x1={SCORE.x} x2={bout} y1={milieu} y2={milieu} stroke={ENCRE_2} strokeWidth="2" />
                <circle cx={bout} cy={milieu} r="5" fill={ENCRE} />
                <text x={bout + 10} y={milieu + 4} fill={ENCRE} fontWeight="600">
                  {score}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
