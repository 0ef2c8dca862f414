import { Skeleton } from '@mantine/core';
import { INDICATEURS } from '../../../shared/bilans/catalogue.ts';
import { type Indicateur, RUBRIQUES, type Rubrique } from '../../../shared/bilans/indicateur.ts';
import { periodePrecedente, vecue } from '../../../shared/bilans/regles.ts';
import type { Periode } from '../../../shared/bilans/schema.ts';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { useAdresse } from '../../app/adresse.ts';
import { useAnnee } from '../../app/annee.ts';
import { useJour } from '../../app/jour.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampRecherche } from '../../components/champ-recherche.tsx';
import { Carte, EtatVide, TetePage } from '../../components/page.tsx';
import { PasAnnee } from '../../components/pas-annee.tsx';
import { type Comparaison, comparaisonDe } from '../chiffres/comparaison.ts';
import { type Ouvrir, useDetail } from '../chiffres/detail.ts';
import { LigneChiffre, Lignes } from '../chiffres/ligne.tsx';
import { OngletsBilans } from '../onglets.tsx';
import { TiroirChiffre } from '../tiroir/tiroir.tsx';
import styles from './catalogue.module.css';
import { Sens } from './sens.tsx';
import { CODES_RUBRIQUES, trouves } from './trouver.ts';

/** Every figure Passerelle can count: its definition, its source, what it comes to this year, and its rows. */
export function EcranIndicateurs() {
  const { annee, changerAnnee } = useAnnee();
  const [adresse, changerAdresse] = useAdresse();
  const { detail, ouvrir, changer, fermer } = useDetail();
  const jour = useJour();
  const recherche = (adresse.get('q') ?? '').slice(0, 120);
  const periode = { debut: `${annee}-01-01`, fin: `${annee}-12-31` };
  const retenus = trouves(recherche);
  const { bornes, arreteAu } = vecue(periode, jour);
  const avant = bornes && periodePrecedente(bornes);
  return (
    <>
      <TetePage
        titre="Indicateurs"
        sous={insecables(
          `${accorder(INDICATEURS.length, 'chiffre')} que Passerelle sait compter : ce que dit chacun, d’où il vient, et les lignes derrière`,
        )}
      />
      <OngletsBilans />
      <div className={styles.barre}>
        <ChampRecherche
          className={styles.recherche}
          label="Chercher un indicateur"
          placeholder="Un mot : sorties, heures, femmes…"
          recherche={recherche}
          chercher={(mots) =>
            changerAdresse((actuelle) => {
              if (mots === '') actuelle.delete('q');
              else actuelle.set('q', mots);
              return actuelle;
            })
          }
        />
        <PasAnnee annee={annee} changer={changerAnnee} />
        <p className={styles.arret}>
          {arreteAu === null
            ? `année ${annee} entière`
            : bornes === null
              ? 'cette année n’a pas commencé'
              : `compté jusqu’à aujourd’hui, ${formaterDate(arreteAu)}`}
        </p>
      </div>
      {retenus.length === 0 ? (
        <Carte>
          <EtatVide titre="Aucun indicateur ne répond à ces mots">
            Essayez un mot plus court, ou le nom de ce que vous voulez compter.
          </EtatVide>
        </Carte>
      ) : (
        <div className={styles.rubriques}>
          {CODES_RUBRIQUES.map((rubrique) => {
            const siens = retenus.filter((indicateur) => indicateur.rubrique === rubrique);
            return siens.length === 0 ? null : (
              <CarteRubrique
                key={rubrique}
                rubrique={rubrique}
                indicateurs={siens}
                periode={periode}
                comparaison={comparaisonDe(periode, avant)}
                ouvrir={ouvrir}
              />
            );
          })}
        </div>
      )}
      <TiroirChiffre
        detail={detail}
        periode={periode}
        filtres={[]}
        conventionId={null}
        changer={changer}
        fermer={fermer}
      />
    </>
  );
}

/** All of a heading is measured at once, whatever is looked for: the sources are read once. */
function CarteRubrique(props: {
  rubrique: Rubrique;
  indicateurs: readonly Indicateur[];
  periode: Periode;
  comparaison: Comparaison | null;
  ouvrir: Ouvrir;
}) {
  const { rubrique, indicateurs, periode, comparaison, ouvrir } = props;
  const tous = INDICATEURS.filter((indicateur) => indicateur.rubrique === rubrique);
  const { data, error } = useLecture(
    'bilans.mesurer',
    { ...periode, indicateurs: tous.map(({ code }) => ({ code })) },
    { garderPrecedent: true },
  );
  const titre = RUBRIQUES[rubrique];
  return (
    <Carte titre={titre} suite={accorder(indicateurs.length, 'indicateur')} sansMarge>
      {error ? (
        <EtatVide titre="Ces chiffres ne peuvent pas être calculés">{error.message}</EtatVide>
      ) : data ? (
        <Lignes label={titre}>
          {data.lignes.map((ligne) => {
            const indicateur = indicateurs.find(({ code }) => code === ligne.code);
            return indicateur ? (
              <LigneChiffre
                key={ligne.code}
                ligne={ligne}
                comparaison={comparaison}
                dessous={<Sens indicateur={indicateur} />}
                ouvrir={ouvrir}
              />
            ) : null;
          })}
        </Lignes>
      ) : (
        <div className={styles.attente}>
          <Skeleton height={50 * indicateurs.length} radius={8} />
        </div>
      )}
    </Carte>
  );
}
