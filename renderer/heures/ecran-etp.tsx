import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EtpParMois, LEGENDE_ETP } from '../../shared/documents/heures/etp-mois.tsx';
import { insecables } from '../../shared/format.ts';
import { chiffresEtp, DEFINITIONS_ETP, direReference } from '../../shared/heures/parties-etp.ts';
import type { EtpAnnee } from '../../shared/heures/schema.ts';
import { useAnnee } from '../app/annee.ts';
import { useLecture } from '../app/operations.ts';
import { OngletsBilans } from '../bilans/onglets.tsx';
import { BoutonExporter } from '../components/exporter.tsx';
import { Carte, EtatVide, TetePage } from '../components/page.tsx';
import { SortiesPapier } from '../components/sorties-papier.tsx';
import { AnnexesEtp } from './annexes-etp.tsx';
import styles from './etp.module.css';
import { OutilsHeures } from './onglets-heures.tsx';
import { TableEtp } from './table-etp.tsx';

/** Full-time equivalents done against agreed, and where the year goes. */
export function EcranEtp() {
  const { annee } = useAnnee();
  const { data } = useLecture('heures.etp', { annee }, { garderPrecedent: true });
  return (
    <>
      <TetePage
        titre="Heures et ETP"
        sous={data ? insecables(direReference(data)) : '\u00a0'}
        actions={
          <>
            <BoutonExporter operation="heures.exportEtp" entree={{ annee }} />
            <SortiesPapier
              page="heures.etpPage"
              pdf="heures.etpPdf"
              entree={{ annee }}
              titre={`Heures et ETP ${annee}`}
              paysage
            />
          </>
        }
      />
      <OngletsBilans />
      <OutilsHeures />
      {data ? <Etp etp={data} /> : null}
    </>
  );
}

function Etp({ etp }: { etp: EtpAnnee }) {
  const { annee, mois, annexes, hypothese, remarques } = etp;
  const rien = mois.every(({ minutes, conventionne }) => minutes === 0 && conventionne === null);
  if (rien)
    return (
      <Carte sansMarge>
        <EtatVide
          titre={`Aucune heure et aucune annexe en ${annee}`}
          actions={
            <>
              <Button component={Link} to={`/bilans/heures?annee=${annee}`}>
                Saisir les heures
              </Button>
              <Button component={Link} to="/bilans/conventions" variant="default">
                Voir les conventions
              </Button>
            </>
          }
        >
          L’ETP réalisé vient des heures de chaque contrat, le conventionné des annexes financières de vos
          conventions.
        </EtatVide>
      </Carte>
    );
  return (
    <div className={styles.page}>
      {remarques.length > 0 ? (
        <ul className={styles.remarques} aria-label="À savoir">
          {remarques.map((remarque) => (
            <li key={remarque}>{remarque}</li>
          ))}
        </ul>
      ) : null}
      <ul className={styles.chiffres} aria-label="L’année">
        {chiffresEtp(etp).map(({ nom, valeur, base, suite }) => (
          <li key={nom}>
            <span className={styles.nom}>{nom}</span>
            <strong>{valeur}</strong>
            <span className={styles.base}>{base}</span>
            {suite === '' ? null : <span className={styles.base}>{suite}</span>}
          </li>
        ))}
      </ul>
      <Carte titre="ETP par mois">
        <EtpParMois etp={etp} />
        <ul className={styles.legende}>
          {LEGENDE_ETP.map(({ forme, label }) => (
            <li key={forme}>
              <i data-forme={forme} aria-hidden />
              {label}
            </li>
          ))}
        </ul>
        <p className={styles.hypothese}>{hypothese}</p>
      </Carte>
      <TableEtp etp={etp} />
      <AnnexesEtp annee={annee} annexes={annexes} />
      <Carte titre="Ce que comptent ces chiffres">
        <dl className={styles.definitions}>
          {DEFINITIONS_ETP.map(({ terme, texte }) => (
            <div key={terme}>
              <dt>{terme}</dt>
              <dd>{insecables(texte)}</dd>
            </div>
          ))}
        </dl>
      </Carte>
    </div>
  );
}
