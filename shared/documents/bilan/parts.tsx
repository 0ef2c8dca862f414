import { axe as definitionAxe } from '../../bilans/axes.ts';
import type { BilanCalcule, LigneIndicateur, PartBilan, Repartition } from '../../bilans/bilan.ts';
import { direBase, direValeur } from '../../bilans/dire.ts';
import { formaterTaux, insecables, majuscule } from '../../format.ts';
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
          <figure key={cle} className={classeDe(temps, repartition)}>
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

/** Beyond this many lines, those where nothing was counted are left out. */
const LISTE_LONGUE = 6;
/** Beyond this many lines, a table may run on to the next page. */
const TABLE_LONGUE = 8;

function lignesDites({ parts }: Repartition): readonly PartBilan[] {
  return parts.length > LISTE_LONGUE ? parts.filter(dite) : parts;
}

function Barres(props: { ligne: LigneIndicateur; repartition: Repartition; precedente: Precedente }) {
  const { ligne, repartition, precedente } = props;
  const { unite, genre } = ligne;
  const { parts, multiple, par } = repartition;
  const montrees = lignesDites(repartition);
  // A rate is drawn out of a hundred; the others beside the longest.
  const long =
    unite === 'taux' ? 1000 : Math.max(1, ...montrees.map(({ mesure }) => Math.abs(mesure.valeur ?? 0)));
  const somme = parts.reduce((total, { mesure }) => total + (mesure.valeur ?? 0), 0);
  const compare = precedente !== null && montrees.some((part) => part.precedente !== null);
  const sur = genre !== 'nombre' ? 'termes' : multiple ? null : 'part';
  return (
    <table className="part">
      <thead>
        <tr>
          <th scope="col">{majuscule(par)}</th>
          <td className="trait" />
          <th scope="col" className="nombre valeur">
            Chiffre
          </th>
          {sur && (
            <th scope="col" className={`nombre sur ${sur}`}>
              {sur === 'part' ? 'Part' : 'Base'}
            </th>
          )}
          {compare && (
            <th scope="col" className="nombre avant">
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
              {part.mesure.valeur ? (
                <span style={{ width: `${Math.min(100, (Math.abs(part.mesure.valeur) / long) * 100)}%` }} />
              ) : null}
            </td>
            <td className="nombre valeur">{direValeur(unite, part.mesure.valeur)}</td>
            {sur && (
              <td className={`nombre leger sur ${sur}`}>
                {sur === 'part' ? formaterTaux(part.mesure.valeur ?? 0, somme) : direTermes(ligne, part)}
              </td>
            )}
            {compare && (
              <td className="nombre leger avant">{direValeur(unite, part.precedente?.valeur ?? null)}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classeDe(temps: boolean, repartition: Repartition): string | undefined {
  if (temps) return 'large';
  return lignesDites(repartition).length > TABLE_LONGUE ? 'longue' : undefined;
}

/** `3 sur 12`; nothing when there is no base. */
function direTermes(ligne: LigneIndicateur, { mesure }: PartBilan): string {
  return mesure.denominateur ? direBase({ ...ligne, base: '' }, mesure) : '';
}
