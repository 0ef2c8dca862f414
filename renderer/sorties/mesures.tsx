import { IconCircleCheck, IconCircleX, IconHourglassLow } from '@tabler/icons-react';
import { accorder, formaterNombre, formaterTaux, insecables } from '../../shared/format.ts';
import { direPart } from '../../shared/formation/part.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CATEGORIES_SORTIE } from '../../shared/nomenclatures/sorties.ts';
import type { MesureSituation, Sorties } from '../../shared/sorties/contrat.ts';
import { Carte } from '../components/page.tsx';
import { Colonne, Tableau } from '../components/tableau.tsx';
import styles from './sorties.module.css';

/** A rate against what was aimed at: a sign and words, never a colour alone; missed only once the year is over. */
function Objectif(props: {
  part: number;
  base: number;
  objectif: Sorties['objectifs']['durables'];
  enCours: boolean;
}) {
  const { part, base, objectif, enCours } = props;
  const dit = direPart(objectif.valeur);
  if (base === 0) return <span className={styles.second}>{dit} au moins</span>;
  const atteint = part * 1000 >= objectif.valeur * base;
  const [Signe, mot, etat] = atteint
    ? ([IconCircleCheck, 'Atteint', 'oui'] as const)
    : enCours
      ? ([IconHourglassLow, 'En cours', undefined] as const)
      : ([IconCircleX, 'Non atteint', 'non'] as const);
  return (
    <span className={styles.objectif} data-atteint={etat}>
      <Signe size={16} stroke={1.8} aria-hidden />
      {insecables(`${mot} (${dit})`)}
    </span>
  );
}

/** What is left out of the rates, and why, in one sentence. */
function direExclues({ nonComptees, retraits, inconnues }: Sorties['mesure']): string {
  const courtes = nonComptees - retraits;
  const parties = [
    courtes > 0 && `${accorder(courtes, 'sortie')} sous les seuils`,
    retraits > 0 && `${accorder(retraits, 'retrait')}`,
    inconnues > 0 && `${accorder(inconnues, 'sortie')} à vérifier`,
  ].filter(Boolean);
  return parties.length === 0
    ? 'Toutes les sorties sont comptées.'
    : `Hors du compte : ${parties.join(', ')}.`;
}

/** Where what is aimed at comes from. */
function direObjectifs({ dynamiques, durables }: Sorties['objectifs']): string {
  const [convention] = [dynamiques.convention, durables.convention].filter(Boolean);
  if (convention === undefined) return 'Objectifs : repères nationaux des paramètres.';
  return dynamiques.convention !== '' && durables.convention !== ''
    ? `Objectifs : ${convention}.`
    : `Objectifs : ${convention} pour ${dynamiques.convention === '' ? 'l’emploi durable' : 'les sorties dynamiques'}, repère national pour l’autre.`;
}

/** Exits by category with their rates: the base is those that count. */
export function ParCategorie({
  mesure,
  objectifs,
  enCours,
}: Pick<Sorties, 'mesure' | 'objectifs'> & { enCours: boolean }) {
  const { comptees, constatees, dynamiques, categories, compteesAsp, ecarts } = mesure;
  const ligne = (
    nom: string,
    nombre: number,
    femmes: number,
    hommes: number,
    objectif?: Sorties['objectifs']['durables'],
  ) => (
    <>
      <td style={{ whiteSpace: 'nowrap' }}>{nom}</td>
      <td className={styles.droite}>{formaterNombre(femmes)}</td>
      <td className={styles.droite}>{formaterNombre(hommes)}</td>
      <td className={styles.droite}>{formaterNombre(nombre)}</td>
      <td className={styles.droite}>{formaterTaux(nombre, comptees)}</td>
      <td>
        {objectif === undefined ? null : (
          <Objectif part={nombre} base={comptees} objectif={objectif} enCours={enCours} />
        )}
      </td>
    </>
  );
  const dynamique = categories.filter(({ categorie }) => categorie !== 'autre');
  const somme = (cle: 'femmes' | 'hommes') => dynamique.reduce((total, une) => total + une[cle], 0);
  return (
    <Carte titre="Sorties comptées" sansMarge>
      <dl className={styles.essentiel}>
        <div>
          <dt>{constatees < 2 ? 'sortie constatée' : 'sorties constatées'}</dt>
          <dd>{formaterNombre(constatees)}</dd>
        </div>
        <div>
          <dt>{comptees < 2 ? 'comptée' : 'comptées'}</dt>
          <dd>{formaterNombre(comptees)}</dd>
        </div>
        <div>
          <dt>{insecables(`dynamiques (${dynamiques} sur ${comptees})`)}</dt>
          <dd>{formaterTaux(dynamiques, comptees)}</dd>
        </div>
      </dl>
      <Tableau
        nu
        label="Sorties par catégorie"
        entetes={
          <>
            <Colonne>Catégorie</Colonne>
            <Colonne largeur={78} droite>
              Femmes
            </Colonne>
            <Colonne largeur={78} droite>
              Hommes
            </Colonne>
            <Colonne largeur={64} droite>
              Total
            </Colonne>
            <Colonne largeur={70} droite>
              Taux
            </Colonne>
            <Colonne largeur={156}>Objectif</Colonne>
          </>
        }
      >
        {dynamique.map(({ categorie, comptees: nombre, femmes, hommes }) => (
          <tr key={categorie}>
            {ligne(
              label(CATEGORIES_SORTIE, categorie),
              nombre,
              femmes,
              hommes,
              categorie === 'durable' ? objectifs.durables : undefined,
            )}
          </tr>
        ))}
        <tr className={styles.somme}>
          {ligne('Sorties dynamiques', dynamiques, somme('femmes'), somme('hommes'), objectifs.dynamiques)}
        </tr>
        {categories
          .filter(({ categorie }) => categorie === 'autre')
          .map(({ categorie, comptees: nombre, femmes, hommes }) => (
            <tr key={categorie}>{ligne(label(CATEGORIES_SORTIE, categorie), nombre, femmes, hommes)}</tr>
          ))}
      </Tableau>
      <p className={styles.pied}>
        {insecables(direExclues(mesure))}
        <br />
        {insecables(direObjectifs(objectifs))}
        <br />
        {insecables(
          ecarts === 0
            ? `Le calcul de l’ASP en compte autant : ${formaterNombre(compteesAsp)}.`
            : `Le calcul de l’ASP en compte ${formaterNombre(compteesAsp)} : ${accorder(ecarts, 'sortie')} ${ecarts < 2 ? 'n’est pas jugée' : 'ne sont pas jugées'} de même (vue « Écarts avec l’ASP »).`,
        )}
      </p>
    </Carte>
  );
}

/** Where people stand some months later: those who answered are the base, silence stands apart. */
export function ParMois({ situations }: { situations: readonly MesureSituation[] }) {
  const lignes: readonly (readonly [string, (mesure: MesureSituation) => number])[] = [
    ['En emploi', ({ emploi }) => emploi],
    ['En formation', ({ formation }) => formation],
    ['Autre situation', ({ autre }) => autre],
    ['Réponses', ({ repondants }) => repondants],
    ['Sans réponse', ({ sansReponse }) => sansReponse],
    ['Non demandé', ({ nonDemandes }) => nonDemandes],
    ['Pas encore', ({ pasEncore }) => pasEncore],
  ];
  return (
    <Carte titre="Ce que les personnes sont devenues" sansMarge>
      <Tableau
        nu
        label="Situation à 3, 6 et 12 mois"
        entetes={
          <>
            <Colonne>Situation</Colonne>
            {situations.map(({ mois }) => (
              <Colonne key={mois} largeur={86} droite>
                À {mois} mois
              </Colonne>
            ))}
          </>
        }
      >
        {lignes.map(([nom, lire]) => (
          <tr key={nom} className={nom === 'Réponses' ? styles.somme : undefined}>
            <td>{nom}</td>
            {situations.map((mesure) => (
              <td key={mesure.mois} className={styles.droite}>
                {formaterNombre(lire(mesure))}
              </td>
            ))}
          </tr>
        ))}
        <tr className={styles.somme}>
          <td>Taux d’emploi</td>
          {situations.map(({ mois, emploi, repondants }) => (
            <td key={mois} className={styles.droite}>
              {formaterTaux(emploi, repondants)}
            </td>
          ))}
        </tr>
      </Tableau>
    </Carte>
  );
}
