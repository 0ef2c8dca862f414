import { Button } from '@mantine/core';
import { IconHistory, IconPrinter } from '@tabler/icons-react';
import { formaterDate, insecables } from '../../shared/format.ts';
import type { HistoriqueFse } from '../../shared/fse/contrat.ts';
import { direSituation } from '../../shared/fse/questionnaire.ts';
import { useLecture } from '../app/operations.ts';
import { Carte, LigneVide, Pilule } from '../components/page.tsx';
import type { PersonneFse } from './demandes.ts';
import { useFenetresFse } from './fenetres-fse.tsx';
import styles from './fse.module.css';
import { Manques } from './moments.tsx';

const NOTER: Record<HistoriqueFse['suivant'], string> = {
  entree: 'Noter l’entrée',
  sortie: 'Noter la sortie',
  six_mois: 'Noter les six mois',
};

type Ligne = HistoriqueFse['participations'][number]['entree'];

const dire = ({ moment, version, reponses }: Ligne) =>
  insecables(direSituation(moment, version, reponses) || 'situation à demander');

/** Participations of a person, and what comes next; nothing where no FSE+ or PLIE funds the structure. */
export function FseSalarie({ salarie, archive }: { salarie: PersonneFse; archive: boolean }) {
  const { data } = useLecture('fse.historique', { salarieId: salarie.id });
  const { ouvrir, fenetre } = useFenetresFse();
  if (!data || (data.conventions.length === 0 && data.lignes.length === 0)) return null;
  const { suivant, participations } = data;
  return (
    <Carte
      titre="FSE+"
      suite={
        archive && suivant === 'entree' ? null : (
          <Button
            variant="default"
            size="xs"
            onClick={() => ouvrir({ genre: 'noter', salarie, moment: suivant })}
          >
            {NOTER[suivant]}
          </Button>
        )
      }
    >
      {participations.length === 0 ? (
        <LigneVide>Aucune participation notée.</LigneVide>
      ) : (
        <ol className={styles.parts} reversed>
          {participations.toReversed().map((participation) => {
            const { entree, sortie, sixMois, convention, rang } = participation;
            return (
              <li key={rang} className={styles.part}>
                <span>
                  {insecables(`Entrée le ${formaterDate(entree.date)}`)}{' '}
                  <Pilule ton={sortie ? 'neutre' : 'accent'}>{sortie ? 'Sortie' : 'En cours'}</Pilule>
                </span>
                <span className={styles.sous}>{convention?.intitule ?? 'Sans convention'}</span>
                {sortie ? (
                  <span className={styles.sous}>
                    Sortie le {formaterDate(sortie.date)} : {dire(sortie)}
                  </span>
                ) : null}
                {sixMois ? <span className={styles.sous}>Six mois après : {dire(sixMois)}</span> : null}
                <Manques participation={participation} />
              </li>
            );
          })}
        </ol>
      )}
      <div className={styles.gestes}>
        {data.lignes.length > 0 ? (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconHistory size={15} stroke={1.6} />}
            onClick={() => ouvrir({ genre: 'historique', salarie })}
          >
            Historique
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPrinter size={15} stroke={1.6} />}
          onClick={() => ouvrir({ genre: 'papier', salarie, moment: suivant })}
        >
          Questionnaire
        </Button>
      </div>
      {fenetre}
    </Carte>
  );
}
