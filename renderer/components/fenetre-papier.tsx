import { Button, Modal } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useRef } from 'react';
import { ApercuDocument, type Imprimable } from './apercu-document.tsx';
import styles from './fenetre-papier.module.css';

/** The window of a paper, seen before it is printed or kept as PDF; closed while there is no page to show. */
export function FenetrePapier(props: {
  titre: string;
  adresse: string | undefined;
  paysage?: boolean | undefined;
  garder: () => void;
  enCours: boolean;
  fermer: () => void;
}) {
  const { titre, adresse, paysage } = props;
  const feuille = useRef<Imprimable>(null);
  return (
    <Modal opened={adresse !== undefined} onClose={props.fermer} size={paysage ? 1180 : 900} title={titre}>
      <div className={styles.actions}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.6} />}
          onClick={() => feuille.current?.imprimer()}
        >
          Imprimer
        </Button>
        <Button
          leftSection={<IconFileTypePdf size={18} stroke={1.6} />}
          loading={props.enCours}
          onClick={props.garder}
        >
          Enregistrer en PDF
        </Button>
      </div>
      <div className={styles.apercu}>
        <ApercuDocument adresse={adresse} titre={`Aperçu : ${titre}`} paysage={paysage} ref={feuille} />
      </div>
    </Modal>
  );
}
