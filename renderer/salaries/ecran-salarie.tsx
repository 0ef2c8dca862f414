import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconBriefcase2, IconDots, IconPencil, IconRestore } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { ageAu, dateLocale } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterDuree, formaterTelephone } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS, SEXES } from '../../shared/nomenclatures/salaries.ts';
import { contratCourant } from '../../shared/salaries/regles.ts';
import type { SalarieFiche } from '../../shared/salaries/schema.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { Carte, Pilule, TetePage } from '../components/page.tsx';
import { BesoinsSalarie } from '../formation/besoins/besoins-salarie.tsx';
import { HistoriqueSalarie } from '../immersions/historique-salarie.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { EchangesSalarie } from '../sollicitations/echanges-salarie.tsx';
import { PiluleContrat } from './apparence.tsx';
import styles from './salaries.module.css';

async function archiver(id: string) {
  try {
    await appeler('salaries.archive', { id });
    annoncerAnnulable('La fiche est archivée.', () => appeler('salaries.restore', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function Identite({ salarie }: { salarie: SalarieFiche }) {
  return (
    <Carte titre="Identité et contrats">
      <dl className={styles.mentions}>
        <dt>Naissance</dt>
        <dd>
          {formaterDate(salarie.naissance)}
          <span className={styles.second}>
            {' '}
            · {accorder(ageAu(salarie.naissance, dateLocale(new Date())), 'an')}
          </span>
        </dd>
        <dt>Sexe</dt>
        <dd>{label(SEXES, salarie.sexe)}</dd>
        <dt>Téléphone</dt>
        <dd>
          {formaterTelephone(salarie.telephone) || <span className={styles.second}>non renseigné</span>}
        </dd>
      </dl>
      {salarie.contrats.length > 0 && (
        <ul className={styles.contrats}>
          {salarie.contrats.toReversed().map((contrat) => (
            <li key={contrat.id}>
              <strong>{label(CONTRATS, contrat.nature)}</strong>
              {contrat.minutesHebdo !== null && ` · ${formaterDuree(contrat.minutesHebdo)} par semaine`}
              <small>
                {contrat.fin
                  ? `du ${formaterDate(contrat.debut)} au ${formaterDate(contrat.fin)}`
                  : `depuis le ${formaterDate(contrat.debut)}, sans terme`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Carte>
  );
}

function Actions({ salarie }: { salarie: SalarieFiche }) {
  if (salarie.archivedAt !== null) {
    return (
      <Button
        leftSection={<IconRestore size={17} stroke={1.6} />}
        onClick={() => void appeler('salaries.restore', { id: salarie.id }).catch(annoncerRefus)}
      >
        Remettre dans la liste
      </Button>
    );
  }
  return (
    <>
      <Button
        component={Link}
        to={`/salaries/${salarie.id}/modifier`}
        variant="default"
        leftSection={<IconPencil size={17} stroke={1.6} />}
      >
        Modifier
      </Button>
      <Button
        component={Link}
        to={`/immersions/nouvelle?salarie=${salarie.id}`}
        leftSection={<IconBriefcase2 size={17} stroke={1.6} />}
      >
        Préparer une immersion
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Autres actions">
            <IconDots size={17} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.6} />}
            onClick={() => void archiver(salarie.id)}
          >
            Archiver la fiche
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

export function EcranSalarie() {
  const { id = '' } = useParams();
  const { data: salarie, error } = useLecture('salaries.get', { id });
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Voir les salariés', vers: '/salaries' }} />;
  if (!salarie) return null;
  return (
    <>
      <TetePage
        titre={nomComplet(salarie)}
        fil={[{ label: 'Salariés', vers: '/salaries' }]}
        pilules={
          <>
            <PiluleContrat contrat={contratCourant(salarie.contrats, dateLocale(new Date()))} />
            {salarie.archivedAt !== null && <Pilule ton="brique">Fiche archivée</Pilule>}
          </>
        }
        actions={<Actions salarie={salarie} />}
      />
      <div className={styles.deux}>
        <Identite salarie={salarie} />
        <div className={styles.colonne}>
          <HistoriqueSalarie salarieId={id} />
          <BesoinsSalarie salarieId={id} archive={salarie.archivedAt !== null} />
          <EchangesSalarie salarieId={id} />
        </div>
      </div>
    </>
  );
}
