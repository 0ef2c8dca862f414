import { Button, Modal } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Entree } from '../../../shared/contrat.ts';
import { GENRES_DOCUMENT } from '../../../shared/nomenclatures/immersions.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { useAction } from '../../app/operations.ts';
import { useExport } from '../../app/telecharger.ts';
import { annoncerRefus } from '../../components/annulable.tsx';
import { ApercuDocument, type Imprimable } from '../../components/apercu-document.tsx';
import styles from './bilan.module.css';

type Papier = Entree<'immersions.page'>;

const titreDe = ({ genre = 'convention', vierge }: Papier) =>
  `${label(GENRES_DOCUMENT, genre)}${vierge ? ', à remplir' : ''}`;

/** A paper of an immersion shown in a window before it is printed or kept as PDF; `montrer` opens it. */
export function usePapier() {
  const apercu = useAction('immersions.page');
  const { exporter, enCours } = useExport('immersions.pdf');
  const [papier, setPapier] = useState<Papier | null>(null);
  const page = useRef<Imprimable>(null);

  async function montrer(demande: Papier) {
    try {
      await apercu.mutateAsync(demande);
      setPapier(demande);
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  const fenetre = (
    <Modal
      opened={papier !== null}
      onClose={() => setPapier(null)}
      size={900}
      title={papier ? titreDe(papier) : ''}
    >
      <div className={styles.papierActions}>
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
          onClick={() => papier && void exporter(papier)}
        >
          Enregistrer en PDF
        </Button>
      </div>
      <div className={styles.papier}>
        <ApercuDocument adresse={apercu.data?.adresse} titre={papier ? titreDe(papier) : ''} ref={page} />
      </div>
    </Modal>
  );
  return { montrer, enCours: apercu.isPending, fenetre };
}
