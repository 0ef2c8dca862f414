import { Button, Modal } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Periode } from '../../shared/bilans/schema.ts';
import { useExport } from '../app/telecharger.ts';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import styles from './bilans.module.css';

/** The bilan as it will be on paper, to print or to keep as PDF. */
export function ApercuBilan(props: { adresse: string | undefined; periode: Periode; onClose: () => void }) {
  const { adresse, periode, onClose } = props;
  const page = useRef<Imprimable>(null);
  const { exporter, enCours } = useExport('bilans.exportPdf');
  return (
    <Modal opened={adresse !== undefined} onClose={onClose} size={900} title="Le bilan sur papier">
      <div className={styles.apercuActions}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.6} />}
          onClick={() => page.current?.imprimer()}
        >
          Imprimer
        </Button>
        <Button
          leftSection={<IconFileTypePdf size={18} stroke={1.6} />}
          loading={enCours}
          onClick={() => void exporter(periode)}
        >
          Enregistrer en PDF
        </Button>
      </div>
      <div className={styles.apercu}>
        <ApercuDocument adresse={adresse} titre="Aperçu du bilan" ref={page} />
      </div>
    </Modal>
  );
}
