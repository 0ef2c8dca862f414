import { axe as definitionAxe } from '../../bilans/axes.ts';
import type { BilanCalcule, LigneIndicateur, PartBilan, Repartition } from '../../bilans/bilan.ts';
import { direBase, direValeur } from '../../bilans/dire.ts';
import { formaterTaux, insecables } from '../../format.ts';
import { Temps } from './temps.tsx';

type Precedente = BilanCalcule['precedente'];

const dite = ({ mesure, precedente }: PartBilan) =>
  Boolean(mesure.valeur || mesure.denominateur || precedente?.valeur || precedente?.denominateur);

/** The breakdowns of the figures of a heading: a drawing and its table each, two abreast. Empty ones are left out. */
export function Parts(props: { lignes: readonly LigneIndicateur[]; precedente: Precedente }) {
  const { lignes, precedente } = props;
  const figures = lignes.flatMap((ligne) =>
    ligne.repartitions
      .filter(({ parts }) => parts.some(dite))
      .map((repartition) => ({ ligne, repartition, cle: `${ligne.code} ${repartition.axe}` })),
  );
  if (figures.length === 0) return null;
  return (
    <div className="parts">
      {figures.map(({ ligne, repartition, cle }) => {
        const temps = definitionAxe(repartition.axe).temps === true;
        return (
          <figure key={cle} className={temps ? 'large' : undefined}>
            <figcaption>
              {insecables(ligne.label)}, par {repartition.par}
              {repartition.multiple && <small> (plusieurs lignes possibles pour une même personne)</small>}
            </figcaption>
            {temps ? (
              <Temps ligne={ligne} repartition={repartition} precedente={precedente} />
            ) : (
              <Barres ligne={ligne} repartition={repartition} precedente={precedente} />
            )}
          </figure>
        );
      })}
    </div>
  );
}

function Barres(props: { ligne: LigneIndicateur; repartition: Repartition; precedente: Precedente }) {
  const { ligne, repartition, precedente } = props;
  const { unite, genre } = ligne;
  const { parts, multiple, par } = repartition;
  const montrees = parts.filter((part) => dite(part) || part.code !== '');
  // A rate is drawn out of a hundred; the others beside the longest.
  const long =
    unite === 'taux' ? 1000 : Math.max(1, ...montrees.map(({ mesure }) => Math.abs(mesure.valeur ?? 0)));
  const somme = parts.reduce((total, { mesure }) => total + (mesure.valeur ?? 0), 0);
  const compare = precedente !== null && montrees.some((part) => part.precedente !== null);
  return (
    <table className="part">
      <thead>
        <tr>
          <th scope="col">{par.charAt(0).toUpperCase() + par.slice(1)}</th>
          <td className="trait" />
          <th scope="col" className="nombre">
            Chiffre
          </th>
          {genre === 'nombre' ? (
            !multiple && (
              <th scope="col" className="nombre">
                Part
              </th>
            )
          ) : (
            <th scope="col" className="nombre">
              Sur
            </th>
          )}
          {compare && (
            <th scope="col" className="nombre">
              Un an avant
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {montrees.map((part) => (
          <tr key={part.code} className={part.code === '' ? 'inconnu' : undefined}>
            <th scope="row">{insecables(part.nom)}</th>
            <td className="trait">
              <span
                style={{ width: `${Math.min(100, (Math.abs(part.mesure.valeur ?? 0) / long) * 100)}%` }}
              />
            </td>
            <td className="nombre">{direValeur(unite, part.mesure.valeur)}</td>
            {genre === 'nombre' ? (
              !multiple && <td className="nombre leger">{formaterTaux(part.mesure.valeur ?? 0, somme)}</td>
            ) : (
              <td className="nombre leger">{direTermes(ligne, part)}</td>
            )}
            {compare && (
              <td className="nombre leger">{direValeur(unite, part.precedente?.valeur ?? null)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `3 sur 12`; nothing when there is no base. */
function direTermes(ligne: LigneIndicateur, { mesure }: PartBilan): string {
  return mesure.denominateur ? direBase({ ...ligne, base: '' }, mesure) : '';
}
