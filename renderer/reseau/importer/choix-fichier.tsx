import { Button, FileButton, Loader } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCopyCheck,
  IconFileExport,
  IconFileSpreadsheet,
  IconFolderOpen,
} from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { insecables } from '../../../shared/format.ts';
import { Avertissement } from './avertissement.tsx';
import styles from './importer.module.css';

/** Workbooks are offered too: refused, but with how to save them as a list. */
const ACCEPTES = '.csv,.txt,.tsv,.xlsx,.xls,.ods,text/csv,text/plain';

/** Where a list is chosen or dropped. */
export function ChoixFichier(props: {
  enCours: boolean;
  refus: string | null;
  choisir: (fichier: File) => void;
}) {
  const [survol, setSurvol] = useState(false);
  const vider = useRef<() => void>(null);

  function glisser(evenement: DragEvent, dessus: boolean) {
    evenement.preventDefault();
    setSurvol(dessus);
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way in; the button is the real one. */}
      <div
        className={styles.depot}
        data-survol={survol || undefined}
        onDragEnter={(evenement) => glisser(evenement, true)}
        onDragOver={(evenement) => glisser(evenement, true)}
        onDragLeave={(evenement) => glisser(evenement, false)}
        onDrop={(evenement) => {
          glisser(evenement, false);
          const fichier = evenement.dataTransfer.files[0];
          if (fichier && !props.enCours) props.choisir(fichier);
        }}
      >
        <IconFileSpreadsheet size={40} stroke={1.2} aria-hidden />
        <p className={styles.depotTitre}>Déposez ici votre liste d’adresses</p>
        <p className={styles.depotSous}>
          Un fichier CSV, comme en enregistrent Excel, LibreOffice, un annuaire ou une messagerie. Rien n’est
          écrit avant que vous ayez tout vérifié.
        </p>
        <FileButton
          resetRef={vider}
          accept={ACCEPTES}
          inputProps={{ 'aria-label': 'Fichier à importer' }}
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
              disabled={props.enCours}
              leftSection={props.enCours ? <Loader size={16} /> : <IconFolderOpen size={18} stroke={1.6} />}
            >
              {props.enCours ? 'Lecture de la liste…' : 'Choisir un fichier'}
            </Button>
          )}
        </FileButton>
        {props.refus ? (
          <Avertissement ton="brique" role="alert">
            {insecables(props.refus)}
          </Avertissement>
        ) : null}
      </div>
      <ul className={styles.points}>
        <li>
          <IconFileExport size={20} stroke={1.5} aria-hidden />
          <span>
            <strong>Votre liste est dans Excel ?</strong>« Fichier », « Enregistrer sous », puis le type « CSV
            (séparateur : point-virgule) ».
          </span>
        </li>
        <li>
          <IconCopyCheck size={20} stroke={1.5} aria-hidden />
          <span>
            <strong>Les doublons vous sont montrés</strong>Par SIRET, courriel, téléphone ou nom. Vous
            décidez : compléter la fiche, en créer une autre ou ne pas importer.
          </span>
        </li>
        <li>
          <IconArrowBackUp size={20} stroke={1.5} aria-hidden />
          <span>
            <strong>Un import s’annule</strong>Une sauvegarde est faite avant, et chaque import peut être
            retiré d’ici, même plus tard.
          </span>
        </li>
      </ul>
    </>
  );
}
