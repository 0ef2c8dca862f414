import { Skeleton } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { direValeur } from '../../../shared/bilans/dire.ts';
import { type DifferencesBilan, ECARTS_MAX } from '../../../shared/bilans/emissions.ts';
import { dateLocale } from '../../../shared/dates.ts';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { useLecture } from '../../app/operations.ts';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { FICHES } from '../lignes-detail.tsx';
import styles from './emission.module.css';

const GENRES = {
  ajoutee: 'Ajoutée',
  retiree: 'Retirée',
  deplacee: 'Déplacée',
  changee: 'Modifiée',
} as const;

type Figure = DifferencesBilan['figures'][number];

/** What a recalculation says otherwise than what was sent: figure by figure, then row by row. */
export function EcranDifferences() {
  const { id = '', edition: dite = '' } = useParams();
  const edition = Number(dite);
  const { data, error } = useLecture('bilans.differences', { id, edition });
  const emis = useLecture('bilans.emis', { id, edition });
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Le bilan', vers: `/bilans/${id}` }} />;
  if (!data || !emis.data) return <Skeleton height={420} radius={10} />;
  const { figures, parametres, textes, emisLe } = data;
  const rien = figures.length === 0 && parametres.length === 0 && textes.length === 0;
  return (
    <>
      <TetePage
        titre={`Ce qui a changé depuis la version ${edition}`}
        fil={[
          { label: 'Bilans', vers: '/bilans' },
          { label: insecables(emis.data.bilan.titre), vers: `/bilans/${id}` },
          { label: `Version ${edition}`, vers: `/bilans/${id}/versions/${edition}` },
        ]}
        sous={insecables(
          `Émise le ${formaterDate(dateLocale(new Date(emisLe)))}, comparée à un nouveau calcul fait à l’instant. Ce qui a été envoyé ne change pas.`,
        )}
      />
      {rien ? (
        <Carte>
          <EtatVide titre="Rien n’a changé">
            Un nouveau calcul donne les mêmes chiffres, avec les mêmes lignes.
          </EtatVide>
        </Carte>
      ) : null}
      {figures.length > 0 ? (
        <Carte titre="Chiffres et lignes" suite={accorder(figures.length, 'chiffre')} sansMarge>
          <div className={styles.figures}>
            {figures.map((figure) => (
              <Ecart key={figure.code} figure={figure} />
            ))}
          </div>
        </Carte>
      ) : null}
      {parametres.length > 0 ? (
        <Carte titre="Seuils et listes">
          <ul className={styles.liste}>
            {parametres.map(({ label, avant, apres }) => (
              <li key={label}>{insecables(`${label} : ${apres} aujourd’hui, ${avant} à l’émission.`)}</li>
            ))}
          </ul>
        </Carte>
      ) : null}
      {textes.length > 0 ? (
        <Carte titre="Textes modifiés depuis">
          <ul className={styles.liste}>
            {textes.map((titre) => (
              <li key={titre}>{insecables(titre)}</li>
            ))}
          </ul>
        </Carte>
      ) : null}
    </>
  );
}

function Ecart({ figure }: { figure: Figure }) {
  const { label, unite, avant, apres, lignes, total } = figure;
  const [ancienne, nouvelle] = [direValeur(unite, avant.valeur), direValeur(unite, apres?.valeur ?? null)];
  return (
    <div className={styles.figure}>
      <div className={styles.figureTete}>
        <h3>{insecables(label)}</h3>
        <span className={styles.valeurs}>
          {ancienne === nouvelle ? (
            <>{nouvelle}, inchangé</>
          ) : (
            <>
              <span className="visuellement-cache">Envoyé : </span>
              <del>{ancienne}</del>
              <span aria-hidden> → </span>
              <span className="visuellement-cache">, aujourd’hui : </span>
              <ins>{apres === null ? 'n’est plus dans le profil' : nouvelle}</ins>
            </>
          )}
        </span>
      </div>
      <ul className={styles.ecarts}>
        {lignes.map(({ genre, ligne, details }) => (
          <li key={`${genre} ${ligne.id}`}>
            <span className={styles.genre} data-genre={genre}>
              {GENRES[genre]}
            </span>
            {ligne.fiche === null ? (
              <strong>{ligne.titre}</strong>
            ) : (
              <Link to={`${FICHES[ligne.fiche.genre]}/${ligne.fiche.id}`}>{ligne.titre}</Link>
            )}
            {/* One row among others of the same name: what it says tells which. */}
            {(genre === 'retiree' || genre === 'ajoutee') && ligne.detail !== '' ? (
              <p>{insecables(ligne.detail)}</p>
            ) : null}
            {details.map((detail) => (
              <p key={detail}>{insecables(detail)}</p>
            ))}
          </li>
        ))}
      </ul>
      {total > ECARTS_MAX ? <p>{accorder(total - ECARTS_MAX, 'autre ligne', 'autres lignes')}.</p> : null}
    </div>
  );
}
