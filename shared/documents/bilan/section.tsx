import type { BilanCalcule, LigneIndicateur, SectionBilan } from '../../bilans/bilan.ts';
import { direAvecUnite, direBase, direEcart, direReserves, direVise } from '../../bilans/dire.ts';
import { nomComparaison } from '../../bilans/regles.ts';
import { insecables, majuscule } from '../../format.ts';
import { TexteSimple } from '../texte-simple.tsx';
import { Parts } from './parts.tsx';
import { Verdict } from './synthese.tsx';

/** A heading of a bilan: what is written in it, its figures with their bases, then their breakdowns. */
export function Section({ section, bilan }: { section: SectionBilan; bilan: BilanCalcule }) {
  const { titre, texte, lignes } = section;
  if (texte === '' && lignes.length === 0) return null;
  return (
    <section>
      <h2>{insecables(titre)}</h2>
      {texte !== '' && <TexteSimple texte={texte} />}
      {lignes.length > 0 && <Chiffres lignes={lignes} precedente={bilan.precedente} />}
      <Parts lignes={lignes} precedente={bilan.precedente} />
    </section>
  );
}

type Precedente = BilanCalcule['precedente'];

function Chiffres({ lignes, precedente }: { lignes: readonly LigneIndicateur[]; precedente: Precedente }) {
  const compare = precedente !== null && lignes.some((ligne) => ligne.precedente !== null);
  const vise = lignes.some(({ objectif }) => objectif !== null);
  const fondee = lignes.some((ligne) => direBase(ligne, ligne.mesure) || direReserves(ligne).length > 0);
  return (
    <table className="chiffres">
      <thead>
        <tr>
          <th scope="col">Indicateur</th>
          <th scope="col" className="valeur">
            Chiffre
          </th>
          {fondee && <th scope="col">Base</th>}
          {compare && (
            <>
              <th scope="col" className="avant">
                {majuscule(nomComparaison(precedente))}
              </th>
              <th scope="col" className="ecart">
                Écart
              </th>
            </>
          )}
          {vise && (
            <th scope="col" className="vise">
              Objectif
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <Ligne key={ligne.code} ligne={ligne} colonnes={{ compare, vise, fondee }} />
        ))}
      </tbody>
    </table>
  );
}

function Ligne(props: {
  ligne: LigneIndicateur;
  /** Columns that something is said in. */
  colonnes: { compare: boolean; vise: boolean; fondee: boolean };
}) {
  const { ligne, colonnes } = props;
  const { compare, vise, fondee } = colonnes;
  const { unite, mesure, precedente, objectif } = ligne;
  const ecart = direEcart(unite, mesure.valeur, precedente?.valeur ?? null);
  return (
    <tr>
      <th scope="row">{insecables(ligne.label)}</th>
      <td className="valeur">{direAvecUnite(unite, mesure.valeur)}</td>
      {fondee && (
        <td>
          {insecables(direBase(ligne, mesure))}
          {direReserves(ligne).map((phrase) => (
            <small key={phrase}>{insecables(phrase)}</small>
          ))}
        </td>
      )}
      {compare && (
        <>
          <td className="avant">{direAvecUnite(unite, precedente?.valeur ?? null)}</td>
          <td className="ecart">{ecart}</td>
        </>
      )}
      {vise && (
        <td className="vise">
          {objectif && (
            <>
              {direVise(ligne)} <Verdict ligne={ligne} />
              <small>{insecables(objectif.source)}</small>
            </>
          )}
        </td>
      )}
    </tr>
  );
}
