import { Button, FileButton } from '@mantine/core';
import { IconClipboardText, IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { insecables } from '../../shared/format.ts';
import { Coller } from '../reseau/importer/coller.tsx';
import styles from './paie.module.css';

/** Where a payroll file is chosen, or its lines pasted. */
export function ChoixPaie(props: {
  enCours: boolean;
  refus: string | null;
  choisir: (fichier: File) => void;
  coller: (texte: string) => void;
}) {
  const [collage, setCollage] = useState(false);
  const vider = useRef<() => void>(null);
  return (
    <div className={styles.depot}>
      <IconFileSpreadsheet size={40} stroke={1.2} aria-hidden />
      <p className={styles.depotTitre}>Choisissez l’export de votre logiciel de paie</p>
      <p>
        {insecables(
          'Un classeur Excel (.xlsx) ou un fichier CSV : un nom par ligne, et ses heures ; un mois par fichier, par ligne, ou douze mois en colonnes. Rien n’est écrit avant que vous ayez vérifié.',
        )}
      </p>
      <div className={styles.portes}>
        <FileButton
          resetRef={vider}
          accept=".xlsx,.csv,.txt,.tsv,.xls,.ods,text/csv,text/plain"
          inputProps={{ 'aria-label': 'Fichier de paie' }}
          onChange={(fichier) => {
            if (fichier) props.choisir(fichier);
            // Choosing the same file again, once corrected, must count as a choice.
            vider.current?.();
          }}
        >
          {(bouton) => (
            <Button
              {...bouton}
              size="md"
              loading={props.enCours}
              leftSection={<IconFolderOpen size={18} stroke={1.6} />}
            >
              Choisir un fichier
            </Button>
          )}
        </FileButton>
        <Button
          size="md"
          variant="default"
          disabled={props.enCours}
          leftSection={<IconClipboardText size={18} stroke={1.6} />}
          onClick={() => setCollage(true)}
        >
          Coller depuis un tableur
        </Button>
      </div>
      {props.refus ? (
        <p className={styles.refus} role="alert">
          {insecables(props.refus)}
        </p>
      ) : null}
      {collage ? <Coller fermer={() => setCollage(false)} coller={props.coller} /> : null}
    </div>
  );
}
