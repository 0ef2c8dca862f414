import { Button, Loader, Progress } from '@mantine/core';
import { useState } from 'react';
import { formaterNombre } from '../../../shared/format.ts';
import { useProgression } from '../../app/operations.ts';
import { pont } from '../../app/pont.ts';
import { Carte } from '../../components/page.tsx';
import styles from './importer.module.css';

function Arreter() {
  const [arret, setArret] = useState(false);
  return (
    <Button
      variant="default"
      disabled={arret}
      onClick={() => {
        setArret(true);
        pont.annuler();
      }}
    >
      {arret ? 'Arrêt en cours…' : 'Arrêter'}
    </Button>
  );
}

const phraseDe = ({ fait, total }: { fait: number; total: number }) =>
  `Ligne ${formaterNombre(fait)} sur ${formaterNombre(total)}`;

/** How far the reading of a long file is, and the way to stop it. To be mounted while it runs. */
export function AvancementLecture() {
  const progression = useProgression();
  return (
    <div className={styles.lecture}>
      <Loader size={18} />
      <span role="status">
        {progression
          ? `Lecture de la liste : ${Math.floor((100 * progression.fait) / Math.max(progression.total, 1))} %`
          : 'Lecture de la liste…'}
      </span>
      <Arreter />
    </div>
  );
}

/** How far the dry run is, and the way to stop it; nothing for a list read in a moment. To be mounted while it runs. */
export function AvancementVerification() {
  const progression = useProgression();
  if (!progression) return null;
  return (
    <>
      <Arreter />
      <span className={styles.conseil} role="status">
        {phraseDe(progression)}
      </span>
    </>
  );
}

/** How far the undo is, and the way to leave everything as it was. To be mounted while it runs. */
export function AvancementAnnulation() {
  const progression = useProgression();
  return (
    <>
      <span className={styles.conseil} role="status">
        {progression
          ? `Fiche ${formaterNombre(progression.fait)} sur ${formaterNombre(progression.total)}`
          : 'Annulation en cours…'}
      </span>
      <Arreter />
    </>
  );
}

/** How far the import is, and the way to stop it. To be mounted while it runs. */
export function AvancementImport({ fichier }: { fichier: string }) {
  const progression = useProgression();
  const part = progression ? (100 * progression.fait) / Math.max(progression.total, 1) : 0;
  return (
    <Carte titre={`Import de « ${fichier} »`}>
      <div className={styles.avancement}>
        <p role="status">
          {progression ? phraseDe(progression) : 'Sauvegarde de vos données, puis lecture de la liste…'}
        </p>
        <Progress.Root size={8}>
          <Progress.Section value={Math.max(part, 3)} animated aria-label="Avancement de l’import" />
        </Progress.Root>
        <div className={styles.pied}>
          <Arreter />
          <span className={styles.conseil}>Arrêter maintenant n’importe rien.</span>
        </div>
      </div>
    </Carte>
  );
}
