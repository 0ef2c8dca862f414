import { Button, Modal } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Entree } from '../../shared/contrat.ts';
import { useAction } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import styles from './visites.module.css';

type Papier = Entree<'visites.preview'>;

const TITRES: Record<Papier['quoi'], string> = {
  appel: 'La fiche d’appel sur papier',
  grille: 'L’entretien sur papier',
  grille_vierge: 'La grille d’entretien, à remplir',
  argumentaire: 'L’argumentaire sur papier',
};

/** A paper of the visit, shown before it is printed or kept as PDF; `montrer` opens it. */
export function usePapier() {
  const apercu = useAction('visites.preview');
  const { exporter, enCours } = useExport('visites.pdf');
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
      title={papier ? TITRES[papier.quoi] : ''}
    >
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
          onClick={() => papier && void exporter(papier)}
        >
          Enregistrer en PDF
        </Button>
      </div>
      <div className={styles.apercu}>
        <ApercuDocument adresse={apercu.data?.adresse} titre={papier ? TITRES[papier.quoi] : ''} ref={page} />
      </div>
    </Modal>
  );
  return { montrer, enCours: apercu.isPending, fenetre };
}
