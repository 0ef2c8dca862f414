import { type AnnexeBilan, COMPTEE, type LigneAnnexe } from '../../bilans/annexes.ts';
import type { Cellule, StyleCellule } from '../../cellules.ts';
import { accorder, formaterDate, formaterNombre, insecables } from '../../format.ts';
import { formaterEuros } from '../../montant.ts';

/** Beyond this many rows the paper says where the others are: nobody reads them there. */
const LIGNES_MAX = 400;

/** Rows behind the figures, each with the figures it is counted in. */
export function Annexe({ annexe, rang }: { annexe: AnnexeBilan; rang: number }) {
  const { nom, colonnes, indicateurs, lignes } = annexe;
  const montrees = lignes.slice(0, LIGNES_MAX);
  const autres = lignes.length - montrees.length;
  return (
    <>
      <h2>
        Annexe {rang} : {nom.charAt(0).toLowerCase() + nom.slice(1)}
      </h2>
      <p className="petit">
        {insecables(
          `${accorder(lignes.length, 'ligne')}. La dernière colonne dit dans quels chiffres chacune est comptée :`,
        )}
      </p>
      <ol className="renvois">
        {indicateurs.map(({ code, label }) => (
          <li key={code}>{insecables(label)}</li>
        ))}
      </ol>
      <table className="annexe">
        <thead>
          <tr>
            {colonnes.map(({ titre }) => (
              <th scope="col" key={titre}>
                {titre}
              </th>
            ))}
            <th scope="col">Chiffres</th>
          </tr>
        </thead>
        <tbody>
          {montrees.map((ligne) => (
            <tr key={ligne.id}>
              {colonnes.map(({ titre, style }, place) => (
                <td key={titre} className={CHIFFRES.has(style) ? 'nombre' : undefined}>
                  {direCellule(ligne.cellules[place] ?? null, style)}
                </td>
              ))}
              <td>{direPlaces(ligne)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {autres > 0 && (
        <p className="petit">
          {accorder(autres, 'autre ligne', 'autres lignes')} dans le classeur qui accompagne ce bilan.
        </p>
      )}
    </>
  );
}

const CHIFFRES: ReadonlySet<StyleCellule> = new Set(['nombre', 'heures', 'euros', 'pourcent']);

function direPlaces({ places }: LigneAnnexe): string {
  return places.flatMap((place, rang) => (place === COMPTEE ? [rang + 1] : [])).join(', ') || '—';
}

function direCellule(cellule: Cellule, style: StyleCellule): string {
  if (cellule === null) return '';
  if (typeof cellule === 'object') return direCellule(cellule.valeur, cellule.style);
  if (typeof cellule === 'string') return style === 'date' ? formaterDate(cellule) : cellule;
  if (style === 'euros') return formaterEuros(Math.round(cellule * 100));
  if (style === 'pourcent') return `${formaterNombre(cellule * 100, 1)}\u00a0%`;
  return formaterNombre(cellule, Number.isInteger(cellule) ? 0 : 2);
}
