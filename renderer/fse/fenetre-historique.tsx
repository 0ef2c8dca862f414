import { Button, Group, Modal } from '@mantine/core';
import { formaterDate, insecables } from '../../shared/format.ts';
import type { LigneEcrite } from '../../shared/fse/contrat.ts';
import { direReponse, questionnaireDe } from '../../shared/fse/questionnaire.ts';
import { useLecture } from '../app/operations.ts';
import { EtatVide, Pilule } from '../components/page.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { NOMS_MOMENT, type OuvrirFse, type PersonneFse } from './demandes.ts';
import styles from './fse.module.css';

function Reponses({ ligne }: { ligne: LigneEcrite }) {
  const { moment, version, reponses } = ligne;
  const dites = questionnaireDe(moment, version).questions.filter(({ code }) => reponses[code] !== undefined);
  if (dites.length === 0) return <p className={styles.second}>Aucune réponse.</p>;
  return (
    <dl className={styles.reponses}>
      {dites.map(({ code, court }) => (
        <div key={code}>
          <dt>{court}</dt>
          <dd>{insecables(direReponse(moment, version, code, reponses[code]!))}</dd>
        </div>
      ))}
    </dl>
  );
}

function Changements({ changements }: Pick<LigneEcrite, 'changements'>) {
  return (
    <ul className={styles.changements}>
      {changements.map(({ quoi, avant, apres }) => (
        <li key={quoi}>
          {quoi} : <del>{avant || 'sans réponse'}</del> <span aria-hidden>→</span>{' '}
          <ins>{apres || 'sans réponse'}</ins>
        </li>
      ))}
    </ul>
  );
}

function Ligne(props: { ligne: LigneEcrite; salarie: PersonneFse; ouvrir: OuvrirFse }) {
  const { ligne, salarie, ouvrir } = props;
  const { moment, date, annulee, corrigeId, enVigueur, pourquoi, auteur, ecritLe, convention } = ligne;
  const titre = `${NOMS_MOMENT[moment]}, ${formaterDate(date)}`;
  return (
    <li className={styles.ecrite} data-morte={!enVigueur || undefined}>
      <div className={styles.teteEcrite}>
        <h3>{titre}</h3>
        <Pilule ton={enVigueur ? 'vert' : 'neutre'}>
          {enVigueur ? 'Compte' : annulee ? 'Retrait' : 'Remplacée'}
        </Pilule>
        <span className={styles.second}>
          Participation {ligne.participation}
          {convention ? ` · ${convention}` : ''}
        </span>
      </div>
      <p className={styles.second}>
        {insecables(
          [
            `Écrite le ${formaterDate(ecritLe.slice(0, 10))}${auteur ? ` par ${auteur}` : ''}`,
            !annulee && moment !== 'six_mois' ? `recueillie le ${formaterDate(ligne.recueilliLe)}` : '',
            annulee ? `retire la ligne : ${pourquoi}` : corrigeId ? `corrige : ${pourquoi}` : '',
          ]
            .filter(Boolean)
            .join(' · '),
        )}
      </p>
      {ligne.changements.length > 0 ? <Changements changements={ligne.changements} /> : null}
      {annulee || (corrigeId && !enVigueur) ? null : <Reponses ligne={ligne} />}
      {enVigueur ? (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Corriger : ${titre}`}
            onClick={() => ouvrir({ genre: 'corriger', salarie, ligne })}
          >
            Corriger
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={`Retirer : ${titre}`}
            onClick={() => ouvrir({ genre: 'retirer', salarie, ligne })}
          >
            Retirer
          </Button>
        </Group>
      ) : null}
    </li>
  );
}

/** Every line of the register about somebody, the latest first, with what each one corrects. */
export function FenetreHistorique(props: { salarie: PersonneFse; ouvrir: OuvrirFse; fermer: () => void }) {
  const { salarie, ouvrir } = props;
  const { data } = useLecture('fse.historique', { salarieId: salarie.id });
  return (
    <Modal
      opened
      onClose={props.fermer}
      size={820}
      title={insecables(`Historique FSE+ : ${nomComplet(salarie)}`)}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      {data?.lignes.length === 0 ? (
        <EtatVide titre="Rien n’est encore noté">
          L’entrée, la sortie et la situation six mois après viennent ici, avec leurs corrections.
        </EtatVide>
      ) : null}
      <ol className={styles.ecrites}>
        {data?.lignes.map((ligne) => (
          <Ligne key={ligne.id} ligne={ligne} salarie={salarie} ouvrir={ouvrir} />
        ))}
      </ol>
    </Modal>
  );
}
