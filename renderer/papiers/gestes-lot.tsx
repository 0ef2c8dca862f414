import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { accorder } from '../../shared/format.ts';
import type { GenreDocumentFormation } from '../../shared/formation/papiers.ts';
import type { Papier } from '../../shared/papiers/contrat.ts';
import { appeler, useProgression } from '../app/operations.ts';
import { pont } from '../app/pont.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import styles from './papiers.module.css';

/** How far an issue of several is; mounted while it runs. */
function EnCours() {
  const progression = useProgression();
  return (
    <>
      <span role="status">
        {progression ? `Émission : ${progression.fait} sur ${progression.total}…` : 'Émission en cours…'}
      </span>
      <Button variant="default" size="xs" onClick={() => pont.annuler()}>
        Arrêter
      </Button>
    </>
  );
}

/** Issues in one gesture those that can be and never were, or those whose records changed since. */
export function GestesLot(props: { id: string; genre: GenreDocumentFormation; papiers: readonly Papier[] }) {
  const { id, genre, papiers } = props;
  const [enCours, setEnCours] = useState(false);
  const prets = papiers.filter(({ obstacle }) => obstacle === '');
  const jamais = prets.filter(({ editions }) => editions.length === 0).length;
  const changes = prets.filter(({ change }) => change).length;

  async function emettre(remplace: boolean) {
    setEnCours(true);
    try {
      const { emis } = await appeler('formation.lotIssue', { id, genre, remplace });
      notifications.show({ message: `${accorder(emis, 'document émis', 'documents émis')}.` });
    } catch (erreur) {
      annoncerRefus(erreur);
    } finally {
      setEnCours(false);
    }
  }
  if (enCours)
    return (
      <div className={styles.gestes}>
        <EnCours />
      </div>
    );
  if (jamais + changes === 0) return null;
  return (
    <div className={styles.gestes}>
      {jamais > 0 && (
        <Button size="xs" onClick={() => void emettre(false)}>
          {jamais > 1 ? `Émettre les ${jamais}` : 'Émettre'}
        </Button>
      )}
      {changes > 0 && (
        <Button size="xs" variant={jamais > 0 ? 'default' : 'filled'} onClick={() => void emettre(true)}>
          {`Remplacer ${changes > 1 ? `les ${changes} qui ont` : 'celui qui a'} changé${jamais > 0 ? ', émettre les autres' : ''}`}
        </Button>
      )}
    </div>
  );
}
