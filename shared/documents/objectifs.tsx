import { accorder, formaterDate, formaterDuree, formaterNombre, insecables } from '../format.ts';
import type { AnneeNommee } from '../immersions/images.ts';
import { DEFINITIONS_ANNEE, type Durees, direMoyenne, direObjectif } from '../immersions/objectifs.ts';
import { parties } from '../immersions/objectifs-parties.ts';
import type { Structure } from '../parametres/schema.ts';
import { Entete, Feuille, piedDe } from './page-a4.tsx';

export const STYLE_OBJECTIFS = `
table.annee { margin: 1mm 0 2.4mm; table-layout: fixed; }
.annee th:first-child { width: 58mm; }
.annee tbody th { font-weight: 500; background: none; overflow-wrap: anywhere; }
.annee .jauge { width: 34mm; vertical-align: middle; }
.annee thead .nombre { white-space: normal; }
.jauge span { display: block; height: 2.4mm; border: 0.2mm solid #4d4d4d; background: #cfe6d4; }
.definitions dt { font-weight: 600; color: #1a1a1a; }
.definitions dd { font-weight: 400; }
`;

/** The immersions of a year beside what it aims at and the year before. */
export function PageObjectifs(props: { resultat: AnneeNommee; structure: Structure; etabliLe: string }) {
  const { resultat, structure, etabliLe } = props;
  const { annee, arreteAu, total, organisations, aVenir, renouvellements, minutes } = resultat;
  const avant = annee - 1;
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete
        structure={structure}
        references={[`Immersions ${annee}`, `établi le ${formaterDate(etabliLe)}`]}
      />
      <h1>Immersions {annee}</h1>
      <p className="chapeau">
        {insecables(
          [
            `${accorder(total.valeur, 'immersion commencée', 'immersions commencées')}${arreteAu ? ` au ${formaterDate(arreteAu)}` : ''}${renouvellements > 0 ? `, dont ${accorder(renouvellements, 'renouvellement')}` : ''} ; ${formaterDuree(minutes)}.`,
            aVenir > 0 &&
              `${accorder(aVenir, 'autre')} déjà prévue${aVenir > 1 ? 's' : ''} d’ici la fin de l’année.`,
            direObjectif(total) && `Objectif : ${direObjectif(total)}.`,
            organisations.valeur > 0 &&
              `${formaterNombre(total.valeur / organisations.valeur, 1)} immersion${total.valeur / organisations.valeur >= 2 ? 's' : ''} par structure d’accueil.`,
          ]
            .filter(Boolean)
            .join(' '),
        )}
      </p>
      <Moyennes durees={resultat.durees} dureesAvant={resultat.dureesAvant} annee={annee} />
      {parties(resultat).map(({ titre, mesures }) => {
        const plusFort = Math.max(1, ...mesures.map(({ mesure }) => mesure.valeur));
        const vise = mesures.some(({ mesure }) => mesure.objectif !== null);
        return (
          <table className="annee" key={titre}>
            <thead>
              <tr>
                <th scope="col">{titre}</th>
                <th scope="col" className="nombre">
                  {annee}
                </th>
                <th scope="col" className="jauge" aria-label="Part" />
                {vise ? (
                  <>
                    <th scope="col" className="nombre">
                      Objectif
                    </th>
                    {arreteAu ? (
                      <th scope="col" className="nombre">
                        Attendu à ce jour
                      </th>
                    ) : null}
                  </>
                ) : null}
                {arreteAu ? (
                  <th scope="col" className="nombre">
                    {avant}, même date
                  </th>
                ) : null}
                <th scope="col" className="nombre">
                  {avant}
                </th>
              </tr>
            </thead>
            <tbody>
              {mesures.map(({ figure, mesure }) => (
                <tr key={`${figure} ${mesure.code}`}>
                  <th scope="row">{mesure.nom}</th>
                  <td className="nombre">{formaterNombre(mesure.valeur)}</td>
                  <td className="jauge">
                    {mesure.valeur > 0 ? (
                      <span style={{ width: `${(mesure.valeur / plusFort) * 100}%` }} />
                    ) : null}
                  </td>
                  {vise ? (
                    <>
                      <td className="nombre">{mesure.objectif ?? ''}</td>
                      {arreteAu ? <td className="nombre">{mesure.attendu ?? ''}</td> : null}
                    </>
                  ) : null}
                  {arreteAu ? <td className="nombre">{formaterNombre(mesure.precedent)}</td> : null}
                  <td className="nombre">{formaterNombre(mesure.precedentEntier)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
      <div className="bloc">
        <h2>Ce que comptent ces chiffres</h2>
        <dl className="definitions">
          {DEFINITIONS_ANNEE.flatMap(({ terme, texte }) => [
            <dt key={terme}>{terme}</dt>,
            <dd key={`${terme}, texte`}>{insecables(texte)}</dd>,
          ])}
        </dl>
      </div>
    </Feuille>
  );
}

function Moyennes({ durees, dureesAvant, annee }: { durees: Durees; dureesAvant: Durees; annee: number }) {
  const ligne = (nom: string, cle: keyof Durees) => (
    <tr>
      <th scope="row">{nom}</th>
      {[['cette année', durees[cle]] as const, ['avant', dureesAvant[cle]] as const].flatMap(
        ([quand, { nombre, jours, minutes }]) => [
          <td className="nombre" key={`jours ${quand}`}>
            {direMoyenne(jours, nombre)}
          </td>,
          <td className="nombre" key={`heures ${quand}`}>
            {direMoyenne(minutes / 60, nombre)}
          </td>,
        ],
      )}
    </tr>
  );
  return (
    <table className="annee">
      <thead>
        <tr>
          <th scope="col">Durée moyenne</th>
          {[annee, annee - 1].flatMap((an) => [
            <th scope="col" className="nombre" key={`jours ${an}`}>
              Jours, {an}
            </th>,
            <th scope="col" className="nombre" key={`heures ${an}`}>
              Heures, {an}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {ligne('Par convention', 'sans')}
        {ligne('Avec renouvellement', 'avec')}
      </tbody>
    </table>
  );
}
