import type { BilanCalcule, LigneIndicateur } from '../../bilans/bilan.ts';
import { direAtteint, direAvecUnite, direBase, direVise } from '../../bilans/dire.ts';
import { insecables } from '../../format.ts';

/** The few figures that sum the year up, each with its base and what was aimed at. */
export function Synthese({ bilan }: { bilan: BilanCalcule }) {
  const lignes = bilan.resume.flatMap(
    (code) => bilan.sections.flatMap((section) => section.lignes).find((ligne) => ligne.code === code) ?? [],
  );
  if (lignes.length === 0) return null;
  return (
    <>
      <h2>En bref</h2>
      <ul
        className="synthese"
        style={{ gridTemplateColumns: `repeat(${Math.min(lignes.length, 5)}, minmax(0, 1fr))` }}
      >
        {lignes.map((ligne) => (
          <li key={ligne.code}>
            <strong>{direAvecUnite(ligne.unite, ligne.mesure.valeur)}</strong>
            <span className="nom">{insecables(ligne.label)}</span>
            {direBase(ligne, ligne.mesure) && (
              <span className="petit">{insecables(direBase(ligne, ligne.mesure))}</span>
            )}
            <Objectif ligne={ligne} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Objectif({ ligne }: { ligne: LigneIndicateur }) {
  const vise = direVise(ligne);
  if (vise === '') return null;
  return (
    <span className="petit">
      Objectif : {vise}
      <Verdict ligne={ligne} />
    </span>
  );
}

/** `Atteint` or `Non atteint`: a word and a sign, never a colour. */
export function Verdict({ ligne }: { ligne: LigneIndicateur }) {
  const dit = direAtteint(ligne);
  if (dit === '') return null;
  return (
    <span className="verdict" data-atteint={ligne.atteint ? 'oui' : 'non'}>
      {dit.replace(' ', '\u00a0')}
    </span>
  );
}
