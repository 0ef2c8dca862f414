import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { accorder, formaterDate, insecables } from '../../shared/format.ts';
import type { LotHeures } from '../../shared/heures/schema.ts';
import { useAction, useLecture } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { Carte, Pilule } from '../components/page.tsx';
import styles from './paie.module.css';

/** Last imports and pastes, each of which can be taken back. */
export function LotsHeures() {
  const { data: lots = [] } = useLecture('heures.lots', {});
  const annuler = useAction('heures.annulerImport');
  if (lots.length === 0) return null;
  async function reprendre({ id }: LotHeures): Promise<void> {
    try {
      const { rendues, gardees } = await annuler.mutateAsync({ id });
      notifications.show({
        message: insecables(
          `${accorder(rendues, 'mois de contrat a retrouvé ses heures d’avant', 'mois de contrat ont retrouvé leurs heures d’avant')}${gardees > 0 ? ` ; ${accorder(gardees, 'autre a changé depuis, et reste', 'autres ont changé depuis, et restent')}` : ''}.`,
        ),
      });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <Carte titre="Derniers imports et collages" sansMarge>
      <ul className={styles.lots}>
        {lots.map((lot) => (
          <li key={lot.id}>
            <span>
              <b>{lot.nom}</b>
              <small>
                {insecables(
                  `le ${formaterDate(lot.le.slice(0, 10))}, ${accorder(lot.cases, 'mois de contrat', 'mois de contrat')}`,
                )}
              </small>
            </span>
            {lot.annuleLe === null ? (
              <Button
                variant="default"
                size="xs"
                loading={annuler.isPending}
                onClick={() => void reprendre(lot)}
              >
                Annuler
                <span className="visuellement-cache"> « {lot.nom} »</span>
              </Button>
            ) : (
              <Pilule>Annulé</Pilule>
            )}
          </li>
        ))}
      </ul>
    </Carte>
  );
}
