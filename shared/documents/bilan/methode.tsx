import type { BilanCalcule } from '../../bilans/bilan.ts';
import { aLaComparaison } from '../../bilans/regles.ts';
import { formaterDate, insecables } from '../../format.ts';

/** What the figures rest on: what each counts, the thresholds that apply, the lists and the days they were read on. */
export function Methode({ bilan, etabliLe }: { bilan: BilanCalcule; etabliLe: string }) {
  const { definitions, seuils, versions } = bilan.methode;
  return (
    <>
      <h2>Méthode</h2>
      <p>{insecables(phrase(bilan, etabliLe))}</p>
      <h3>Ce que compte chaque chiffre</h3>
      <table className="definitions">
        <thead>
          <tr>
            <th scope="col">Indicateur</th>
            <th scope="col">Ce qui est compté</th>
            <th scope="col" className="reference">
              Source
            </th>
          </tr>
        </thead>
        <tbody>
          {definitions.map(({ code, label, formule, base, reference, reserve }) => (
            <tr key={code}>
              <th scope="row">{insecables(label)}</th>
              <td>
                {insecables(formule)}
                {base !== '' && <> {insecables(`Base : ${base}.`)}</>}
                {reserve !== '' && (
                  <>
                    {' '}
                    <em>{insecables(reserve)}</em>
                  </>
                )}
              </td>
              <td className="reference">{insecables(reference) || 'Passerelle'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {seuils.length > 0 && (
        <>
          <h3>Seuils appliqués</h3>
          <table className="definitions">
            <thead>
              <tr>
                <th scope="col">Seuil</th>
                <th scope="col">Valeur</th>
                <th scope="col" className="reference">
                  Source
                </th>
              </tr>
            </thead>
            <tbody>
              {seuils.map(({ label, valeur, reference, propre }) => (
                <tr key={label}>
                  <th scope="row">{insecables(label)}</th>
                  <td>
                    {valeur}
                    {propre && ' (valeur retenue par la structure)'}
                  </td>
                  <td className="reference">{insecables(reference)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {versions.length > 0 && (
        <p className="petit">
          {insecables(
            `Listes et règles : ${versions.map(({ nom, version }) => `${nom}, version ${version}`).join(' ; ')}.`,
          )}
        </p>
      )}
    </>
  );
}

function phrase({ periode, arreteAu, precedente, filtres }: BilanCalcule, etabliLe: string): string {
  return [
    `Chiffres lus le ${formaterDate(etabliLe)} dans les enregistrements de la structure, pour la période du ${formaterDate(periode.debut)} au ${formaterDate(periode.fin)}, bornes comprises.`,
    arreteAu && `La période court encore : rien n’est compté après le ${formaterDate(arreteAu)}.`,
    precedente && `Les écarts comparent ${aLaComparaison(precedente)}.`,
    filtres.length > 0 &&
      `Seuls sont retenus : ${filtres.map(({ par, valeurs }) => `${par}, ${valeurs.join(', ')}`).join(' ; ')}.`,
    'Un taux porte toujours sa base ; ce qui est hors du compte ou inconnu est dit à côté de lui et n’entre ni au numérateur ni au dénominateur.',
  ]
    .filter(Boolean)
    .join(' ');
}
