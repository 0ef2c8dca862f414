import { direPart, nomPart } from '../bilans/libelles.ts';
import {
  aLaComparaison,
  colonnesDuTemps,
  DEFINITIONS,
  estVide,
  evolution,
  indicateurs,
  nomComparaison,
  nomPeriode,
} from '../bilans/regles.ts';
import type { Axe, Bilan, ParSexe, Part } from '../bilans/schema.ts';
import { accorder, formaterDate, formaterDuree, formaterNombre, formaterTaux } from '../format.ts';
import type { Structure } from '../parametres/schema.ts';
import { Histogramme } from './histogramme.tsx';
import { Entete, Feuille, piedDe } from './page-a4.tsx';

/** A bilan on paper: what was asked for, its figures with their bases, its breakdowns, and what each word counts. */
export function PageBilan(props: { bilan: Bilan; structure: Structure; etabliLe: string }) {
  const { bilan, structure, etabliLe } = props;
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete
        structure={structure}
        references={['Bilan d’activité', `établi le ${formaterDate(etabliLe)}`]}
      />
      <h1>Bilan {nomPeriode(bilan.periode)}</h1>
      <p className="chapeau">{chapeau(bilan)}</p>
      {estVide(bilan) ? (
        <p>Aucun échange, aucune relance faite et aucune immersion sur cette période.</p>
      ) : (
        <Chiffres bilan={bilan} />
      )}
      <div className="bloc">
        <h2>Ce que comptent ces chiffres</h2>
        <ul className="petit">
          {DEFINITIONS.map(({ terme, texte }) => (
            <li key={terme}>
              <strong>{terme}</strong> : {texte}
            </li>
          ))}
        </ul>
      </div>
    </Feuille>
  );
}

function chapeau({ periode, arreteAu, precedente }: Bilan): string {
  const parties = [
    `Période du ${formaterDate(periode.debut)} au ${formaterDate(periode.fin)}`,
    arreteAu && `arrêtée au ${formaterDate(arreteAu)}`,
    precedente && `comparée ${aLaComparaison(precedente)}`,
  ];
  return `${parties.filter(Boolean).join(', ')}.`;
}

function Chiffres({ bilan }: { bilan: Bilan }) {
  const { pas, colonnes } = colonnesDuTemps(bilan.parMois);
  const comparables = colonnes.some(({ precedent }) => precedent !== null);
  return (
    <>
      <h2>L’essentiel</h2>
      <Essentiel bilan={bilan} />
      {bilan.echanges.valeur > 0 && (
        <>
          <div className="bloc">
            <h2>Échanges par {pas}</h2>
            <Histogramme colonnes={colonnes} titre="Échanges" />
            <p className="petit">
              {accorder(bilan.echanges.valeur, 'échange')}
              {comparables && bilan.precedente
                ? ` ; en clair, ${nomComparaison(bilan.precedente)} : ${formaterNombre(bilan.echanges.precedent ?? 0)}`
                : ''}
              .
            </p>
          </div>
          <h2>Échanges par nature, moyen et résultat</h2>
          <div
            className="colonnes"
            style={{ gridTemplateColumns: '1.15fr 1fr 1fr', columnGap: '4mm', alignItems: 'start' }}
          >
            <Repartition titre="Nature" axe="nature" parts={bilan.parNature} />
            <Repartition titre="Moyen" axe="canal" parts={bilan.parCanal} />
            <Repartition titre="Résultat" axe="resultat" parts={bilan.parResultat} />
          </div>
        </>
      )}
      {bilan.parCause.length > 0 && (
        <div className="bloc">
          <h2>Refus et demandes non honorées, par cause</h2>
          <Repartition titre="Cause" axe="cause" parts={bilan.parCause} />
        </div>
      )}
      {bilan.embauches.valeur > 0 && (
        <div className="bloc">
          <h2>Embauches par contrat</h2>
          <Repartition titre="Contrat" axe="contrat" parts={bilan.embauchesParContrat} />
        </div>
      )}
      {bilan.immersions.valeur > 0 && (
        <>
          <div className="bloc">
            <h2>Immersions par objet</h2>
            <ParObjet bilan={bilan} />
          </div>
          <div className="bloc">
            <h2>Immersions par secteur d’accueil</h2>
            <Repartition titre="Accueil" axe="hote" parts={bilan.parHote} />
          </div>
        </>
      )}
    </>
  );
}

function Essentiel({ bilan }: { bilan: Bilan }) {
  const { precedente } = bilan;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Indicateur</th>
          <th scope="col" className="nombre">
            Nombre
          </th>
          <th scope="col">Base</th>
          {precedente && (
            <>
              <th scope="col" className="nombre">
                {nomComparaison(precedente)}
              </th>
              <th scope="col" className="nombre">
                Écart
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {indicateurs(bilan).map(({ code, label, texte, base, unite, sous, valeur, precedent }) => (
          <tr key={code}>
            <th
              scope="row"
              style={{ paddingLeft: sous ? '6mm' : undefined, fontWeight: sous ? 450 : undefined }}
            >
              {label}
            </th>
            <td className="nombre">
              <strong>{texte}</strong>
            </td>
            <td>{base}</td>
            {precedente && precedent !== null && (
              <>
                <td className="nombre">
                  {unite === 'h' ? formaterDuree(precedent) : formaterNombre(precedent)}
                </td>
                <td className="nombre">{evolution({ valeur, precedent }, unite)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lines that add up to their base, each with its share of it. */
function Repartition(props: { titre: string; axe: Axe; parts: readonly Part[] }) {
  const base = props.parts.reduce((somme, { valeur }) => somme + valeur, 0);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{props.titre}</th>
          <th scope="col" className="nombre">
            Nombre
          </th>
          <th scope="col" className="nombre">
            sur {formaterNombre(base)}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.parts.map((part) => (
          <tr key={part.code}>
            <td>{direPart(props.axe, part)}</td>
            <td className="nombre">{formaterNombre(part.valeur)}</td>
            <td className="nombre">{formaterTaux(part.valeur, base)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ParObjet({ bilan }: { bilan: Bilan }) {
  const sexes = (['F', 'H', 'inconnu'] as const).filter(
    (sexe) => sexe !== 'inconnu' || bilan.tousObjets.inconnu.immersions > 0,
  );
  const noms = { F: 'Femmes', H: 'Hommes', inconnu: 'Non renseigné', total: 'Total' };
  const groupes = [...sexes, 'total'] as const;
  const ligne = (nom: string, comptes: ParSexe) => (
    <tr key={nom}>
      <th scope="row">{nom}</th>
      <td className="nombre">{formaterNombre(comptes.total.immersions)}</td>
      {groupes.map((qui) => (
        <td className="nombre" key={`personnes ${qui}`}>
          {formaterNombre(comptes[qui].personnes)}
        </td>
      ))}
      {groupes.map((qui) => (
        <td className="nombre" key={`heures ${qui}`}>
          {formaterDuree(comptes[qui].minutes)}
        </td>
      ))}
    </tr>
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            Objet
          </th>
          <th scope="col" rowSpan={2} className="nombre">
            Immersions
          </th>
          <th scope="colgroup" colSpan={groupes.length}>
            Personnes
          </th>
          <th scope="colgroup" colSpan={groupes.length}>
            Heures
          </th>
        </tr>
        <tr>
          {['personnes', 'heures'].flatMap((quoi) =>
            groupes.map((qui) => (
              <th scope="col" className="nombre" key={`${quoi} ${qui}`}>
                {noms[qui]}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {bilan.parObjet.map((comptes) => ligne(nomPart('objet', comptes.code), comptes))}
        {ligne('Tous objets', bilan.tousObjets)}
      </tbody>
    </table>
  );
}
