import { accorder, formaterDate, insecables } from '../../format.ts';
import { label } from '../../nomenclatures/nomenclature.ts';
import { PREPARATIONS } from '../../nomenclatures/salaries.ts';
import type { Structure } from '../../parametres/schema.ts';
import type { LigneRadar, RadarFiltres } from '../../salaries/parcours.ts';
import { direEtape } from '../../salaries/regles-suite.ts';
import { Entete, Feuille, piedDe } from '../page-a4.tsx';

export const STYLE_RADAR = `
table.radar { table-layout: fixed; }
.radar th:nth-child(1) { width: 42mm; }
.radar th:nth-child(2) { width: 33mm; }
.radar th:nth-child(3) { width: 27mm; }
.radar th:nth-child(5) { width: 29mm; }
.radar td { overflow-wrap: anywhere; }
.radar small { display: block; color: #4d4d4d; }
.radar .sans { font-weight: 650; }
`;

const DIRE_QUOI = { tout: 'Contrats et PASS IAE', contrat: 'Contrats', pass: 'PASS IAE' } as const;
const DIRE_ETAPE = { toutes: '', sans: ' sans prochaine étape', avec: ' avec une prochaine étape' } as const;

/** What ends within some months, and what is known to follow. */
export function PageRadar(props: {
  filtres: RadarFiltres;
  /** Filters besides the horizon, in words; empty for none. */
  choix: string;
  lignes: readonly LigneRadar[];
  structure: Structure;
  etabliLe: string;
}) {
  const { filtres, lignes, structure, etabliLe } = props;
  const sans = lignes.filter(({ etapes }) => etapes.length === 0).length;
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete structure={structure} references={['Ce qui finit', `établi le ${formaterDate(etabliLe)}`]} />
      <h1>
        {DIRE_QUOI[filtres.quoi]} qui finissent d’ici {accorder(filtres.mois, 'mois', 'mois')}
        {DIRE_ETAPE[filtres.etape]}
      </h1>
      <p className="chapeau">
        {insecables(
          `${accorder(lignes.length, 'échéance')}, dont ${sans === 0 ? 'aucune' : sans} sans prochaine étape.${props.choix ? ` ${props.choix}.` : ''}`,
        )}{' '}
        Une prochaine étape est un contrat qui suit, une embauche, une formation ou une immersion à venir, ou
        la suite décidée avec la personne.
      </p>
      <table className="radar">
        <thead>
          <tr>
            <th scope="col">Personne</th>
            <th scope="col">Ce qui finit</th>
            <th scope="col">Fin</th>
            <th scope="col">Prochaine étape</th>
            <th scope="col">Référent</th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <tr key={`${ligne.genre} ${ligne.id}`}>
              <th scope="row">
                {ligne.salarie.nom} {ligne.salarie.prenom}
                {ligne.preparation ? <small>{label(PREPARATIONS, ligne.preparation)}</small> : null}
              </th>
              <td>
                {ligne.genre === 'pass' ? 'PASS IAE' : ligne.libelle}
                {ligne.genre === 'pass' && ligne.libelle ? <small>{ligne.libelle}</small> : null}
              </td>
              <td>
                {formaterDate(ligne.fin)}
                <small>{ligne.jours === 0 ? 'aujourd’hui' : accorder(ligne.jours, 'jour')}</small>
              </td>
              <td>
                {ligne.etapes.length === 0 ? (
                  <span className="sans">Aucune</span>
                ) : (
                  ligne.etapes.map((etape) => <div key={direEtape(etape)}>{direEtape(etape)}</div>)
                )}
                {ligne.suiteNote ? <small>{ligne.suiteNote}</small> : null}
              </td>
              <td>{ligne.referent?.nom ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lignes.length === 0 ? <p>Rien ne finit sur cette période.</p> : null}
    </Feuille>
  );
}
