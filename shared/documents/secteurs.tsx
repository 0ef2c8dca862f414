import { formaterDate, formaterNombre } from '../format.ts';
import type { Structure } from '../parametres/schema.ts';
import { aDevelopper, type LigneSecteur, SCORE_ELEVE, type Secteurs } from '../reseau/secteurs.ts';
import { Entete, Feuille, piedDe } from './page-a4.tsx';
import { ReseauEtScores } from './reseau-et-scores.tsx';

type Compare = LigneSecteur['echanges'];

/** `12 (9)`: the year, and the year before. */
const compare = ({ valeur, precedent }: Compare) =>
  `${formaterNombre(valeur)} (${formaterNombre(precedent)})`;

/** The sectors of a year on paper: the table, then the same in a picture. */
export function PageSecteurs(props: {
  donnees: Secteurs;
  nom: (secteur: string) => string;
  structure: Structure;
  etabliLe: string;
}) {
  const { donnees, nom, structure, etabliLe } = props;
  const { annee, lignes, total } = donnees;
  const vivantes = lignes.filter(estVivante);
  const chercher = aDevelopper(lignes);
  return (
    <Feuille pied={piedDe(structure)}>
      <Entete structure={structure} references={['Secteurs', `établi le ${formaterDate(etabliLe)}`]} />
      <h1>Les secteurs de notre réseau en {annee}</h1>
      <p className="chapeau">
        Entre parenthèses, {annee - 1}
        {donnees.enCours ? ' jusqu’au même jour' : ''}. Le secteur d’un échange, d’une immersion ou d’une
        embauche est celui de l’organisation.
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Secteur</th>
            {['Organisations', 'Engagées', 'Échanges', 'Immersions', 'Embauches', 'Score'].map((titre) => (
              <th scope="col" className="nombre" key={titre}>
                {titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vivantes.map((ligne) => (
            <tr key={ligne.secteur}>
              <td>{nom(ligne.secteur)}</td>
              <td className="nombre">{formaterNombre(ligne.organisations)}</td>
              <td className="nombre">{formaterNombre(ligne.engagees)}</td>
              <td className="nombre">{compare(ligne.echanges)}</td>
              <td className="nombre">{compare(ligne.immersions)}</td>
              <td className="nombre">{compare(ligne.embauches)}</td>
              <td className="nombre">{direScore(ligne)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Total</th>
            <th className="nombre">{formaterNombre(total.organisations)}</th>
            <th className="nombre">{formaterNombre(total.engagees)}</th>
            <th className="nombre">{compare(total.echanges)}</th>
            <th className="nombre">{compare(total.immersions)}</th>
            <th className="nombre">{compare(total.embauches)}</th>
            <th />
          </tr>
        </tbody>
      </table>
      <p className="petit">
        Un échange qui touche deux secteurs est compté dans chacun, et une fois dans le total. Les
        organisations sont celles du réseau aujourd’hui.
      </p>
      {vivantes.some(({ secteur }) => secteur !== '') && (
        <div className="bloc">
          <h2>Réseau et attentes</h2>
          <ReseauEtScores lignes={lignes} nom={nom} />
          {chercher.length > 0 && (
            <p className="petit">
              ▲ Score d’au moins {SCORE_ELEVE} et peu d’organisations :{' '}
              {chercher.map(({ secteur }) => nom(secteur)).join(', ')}.
            </p>
          )}
        </div>
      )}
    </Feuille>
  );
}

/** True when a sector has something to say this year or the year before. */
export function estVivante(ligne: LigneSecteur): boolean {
  const comparees = [ligne.echanges, ligne.immersions, ligne.embauches];
  return (
    ligne.organisations > 0 ||
    ligne.score !== null ||
    ligne.scorePrecedent !== null ||
    comparees.some(({ valeur, precedent }) => valeur + precedent > 0)
  );
}

function direScore({ score, scorePrecedent }: LigneSecteur): string {
  if (score === null) return scorePrecedent === null ? '—' : `— (${scorePrecedent})`;
  return scorePrecedent === null ? String(score) : `${score} (${scorePrecedent})`;
}
