import { Button, FileButton } from '@mantine/core';
import {
  IconArrowBackUp,
  IconClipboardText,
  IconCopyCheck,
  IconFileSpreadsheet,
  IconFolderOpen,
  IconTableImport,
} from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { insecables } from '../../../shared/format.ts';
import { AvancementLecture } from './avancement-import.tsx';
import { Avertissement } from './avertissement.tsx';
import { Coller, estTableau } from './coller.tsx';
import styles from './importer.module.css';

/** Old workbooks are offered too: refused, but with how to save them. */
const ACCEPTES = '.xlsx,.csv,.vcf,.txt,.tsv,.xls,.xlsm,.ods,text/csv,text/plain,text/vcard';

/** Where a list is chosen or dropped. */
export function ChoixFichier(props: {
  enCours: boolean;
  refus: string | null;
  choisir: (fichier: File) => void;
  coller: (texte: string) => void;
}) {
  const [survol, setSurvol] = useState(false);
  const [collage, setCollage] = useState(false);
  const vider = useRef<() => void>(null);

  const { choisir, coller, enCours } = props;
  // Ctrl V anywhere on the screen, as people try first.
  useEffect(() => {
    if (enCours || collage) return;
    function recevoir({ clipboardData, target }: ClipboardEvent) {
      if (target instanceof HTMLElement && target.closest('input, textarea')) return;
      const fichier = clipboardData?.files[0];
      const texte = clipboardData?.getData('text/plain') ?? '';
      // A range copied in Excel comes as text, and as a picture of itself.
      if (estTableau(texte)) coller(texte);
      else if (fichier) choisir(fichier);
    }
    document.addEventListener('paste', recevoir);
    return () => document.removeEventListener('paste', recevoir);
  }, [choisir, coller, enCours, collage]);

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
          if (fichier && !enCours) choisir(fichier);
        }}
      >
        <IconFileSpreadsheet size={40} stroke={1.2} aria-hidden />
        <p className={styles.depotTitre}>Déposez ici votre liste d’adresses</p>
        <p className={styles.depotSous}>
          Un classeur Excel (.xlsx), un fichier CSV ou un carnet d’adresses (.vcf). Rien n’est écrit avant que
          vous ayez tout vérifié.
        </p>
        {enCours ? <AvancementLecture /> : null}
        <div className={styles.portes} hidden={enCours}>
          <FileButton
            resetRef={vider}
            accept={ACCEPTES}
            inputProps={{ 'aria-label': 'Fichier à importer' }}
            onChange={(fichier) => {
              if (fichier) choisir(fichier);
              // Choosing the same file again, once corrected, must count as a choice.
              vider.current?.();
            }}
          >
            {(bouton) => (
              <Button {...bouton} size="md" leftSection={<IconFolderOpen size={18} stroke={1.6} />}>
                Choisir un fichier
              </Button>
            )}
          </FileButton>
          <Button
            size="md"
            variant="default"
            leftSection={<IconClipboardText size={18} stroke={1.6} />}
            onClick={() => setCollage(true)}
          >
            Coller depuis un tableur
          </Button>
        </div>
        {props.refus ? (
          <Avertissement ton="brique" role="alert">
            {insecables(props.refus)}
          </Avertissement>
        ) : null}
      </div>
      {collage ? <Coller fermer={() => setCollage(false)} coller={coller} /> : null}
      <ul className={styles.points}>
        <li>
          <IconTableImport size={20} stroke={1.5} aria-hidden />
          <span>
            <strong>Rien à préparer</strong>Les colonnes sont reconnues à leur titre ou à leur contenu, et les
            zéros perdus par Excel sont retrouvés.
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
