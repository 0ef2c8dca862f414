import type { BilanCalcule, LigneIndicateur, PartBilan, Repartition } from '../../bilans/bilan.ts';
import { direValeur } from '../../bilans/dire.ts';
import type { UniteIndicateur } from '../../bilans/indicateur.ts';
import { nomMoisCourt } from '../../bilans/libelles.ts';
import { nomComparaison } from '../../bilans/regles.ts';

/** Months of a year and one more: those a free year touches. */
const COLONNES_MAX = 13;

interface Colonne {
  code: string;
  valeur: number;
  precedente: number | null;
}

const versColonne = ({ code, mesure, precedente }: PartBilan): Colonne => ({
  code,
  valeur: mesure.valeur ?? 0,
  precedente: precedente && (precedente.valeur ?? 0),
});

const trimestreDe = (mois: string) => `${mois.slice(0, 4)}-T${Math.ceil(Number(mois.slice(5, 7)) / 3)}`;

/** The same added up by quarter, then by year when there are too many to read. */
function regrouper(colonnes: readonly Colonne[]): Colonne[] {
  for (const groupe of [(mois: string) => mois, trimestreDe, (mois: string) => mois.slice(0, 4)]) {
    const sommes = new Map<string, Colonne>();
    for (const { code, valeur, precedente } of colonnes) {
      const cle = groupe(code);
      const somme = sommes.get(cle);
      if (somme) {
        somme.valeur += valeur;
        if (precedente !== null) somme.precedente = (somme.precedente ?? 0) + precedente;
      } else sommes.set(cle, { code: cle, valeur, precedente });
    }
    if (sommes.size <= COLONNES_MAX) return [...sommes.values()];
  }
  return [...colonnes];
}

/** A figure in time: bars, the year before hatched behind them, and the same figures as a table. */
export function Temps(props: {
  ligne: LigneIndicateur;
  repartition: Repartition;
  precedente: BilanCalcule['precedente'];
}) {
  const { ligne, repartition, precedente } = props;
  const datees = repartition.parts.filter(({ code }) => code !== '').map(versColonne);
  // Rates and quotients of months do not add up: they stay by month, however many there are.
  const colonnes = ligne.genre === 'nombre' ? regrouper(datees) : datees;
  const comparee = precedente !== null && colonnes.some((colonne) => colonne.precedente !== null);
  const tables =
    colonnes.length <= COLONNES_MAX
      ? [colonnes]
      : Array.from({ length: Math.ceil(colonnes.length / 12) }, (_, rang) =>
          colonnes.slice(rang * 12, rang * 12 + 12),
        );
  return (
    <>
      {comparee && (
        <p className="legende">
          <span>
            <Signe fond={PLEIN} /> la période
          </span>
          <span>
            <Signe fond={HACHURE} /> {nomComparaison(precedente)}
          </span>
        </p>
      )}
      <Barres colonnes={colonnes} unite={ligne.unite} comparee={comparee} />
      {tables.map((siennes) => (
        <Tableau key={siennes[0]?.code} colonnes={siennes} unite={ligne.unite} comparee={comparee} />
      ))}
    </>
  );
}

const PLEIN = '#0e6b62';
const HACHURE = 'url(#hachure)';

/** Lines across, told apart from a solid dark whatever the printer. */
function Motif() {
  return (
    <defs>
      <pattern id="hachure" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="#ffffff" />
        <line x1="0" y1="0" x2="0" y2="4" stroke="#6f6f6f" strokeWidth="1.6" />
      </pattern>
    </defs>
  );
}

function Signe({ fond }: { fond: string }) {
  return (
    <svg viewBox="0 0 16 10" aria-hidden="true">
      <Motif />
      <rect x="0.5" y="0.5" width="15" height="9" fill={fond} stroke="#4d4d4d" strokeWidth="0.8" />
    </svg>
  );
}

const LARGEUR = 720;
const HAUTEUR = 130;
const TETE = 6;

interface Dessin {
  colonnes: readonly Colonne[];
  unite: UniteIndicateur;
  comparee: boolean;
}

function Barres({ colonnes, comparee }: Dessin) {
  const plusHaut = Math.max(1, ...colonnes.flatMap(({ valeur, precedente }) => [valeur, precedente ?? 0]));
  const pas = LARGEUR / Math.max(1, colonnes.length);
  const largeur = Math.min(34, pas * (comparee ? 0.36 : 0.6));
  const haut = (valeur: number) => (Math.max(0, valeur) / plusHaut) * (HAUTEUR - TETE);
  return (
    <svg viewBox={`0 0 ${LARGEUR} ${HAUTEUR + 1}`} width="100%" aria-hidden="true">
      <Motif />
      {colonnes.map(({ code, valeur, precedente }, rang) => {
        const milieu = pas * (rang + 0.5);
        return (
          <g key={code}>
            {comparee && precedente !== null && precedente > 0 && (
              <rect
                x={milieu - largeur}
                y={HAUTEUR - haut(precedente)}
                width={largeur - 1.5}
                height={haut(precedente)}
                fill={HACHURE}
                stroke="#6f6f6f"
                strokeWidth="0.8"
              />
            )}
            <rect
              x={comparee ? milieu : milieu - largeur / 2}
              y={HAUTEUR - haut(valeur)}
              width={largeur}
              height={haut(valeur)}
              fill={PLEIN}
            />
          </g>
        );
      })}
      <line x1="0" x2={LARGEUR} y1={HAUTEUR} y2={HAUTEUR} stroke="#4d4d4d" strokeWidth="0.8" />
    </svg>
  );
}

function Tableau({ colonnes, unite, comparee }: Dessin) {
  return (
    <table className="mois">
      <thead>
        <tr>
          <th scope="col">Période</th>
          {colonnes.map(({ code }) => (
            <th scope="col" key={code}>
              {nomMoisCourt(code)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{comparee ? 'Cette période' : 'Chiffre'}</th>
          {colonnes.map(({ code, valeur }) => (
            <td key={code}>{direValeur(unite, valeur)}</td>
          ))}
        </tr>
        {comparee && (
          <tr>
            <th scope="row">Un an avant</th>
            {colonnes.map(({ code, precedente }) => (
              <td key={code}>{direValeur(unite, precedente)}</td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}
