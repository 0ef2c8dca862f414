import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Entree } from '../../shared/contrat.ts';
import { appeler } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import styles from './immersions.module.css';

type Lu = Entree<'immersions.page'>;

/** Address of a paper; asked anew each time, since the host keeps few pages. `version` changes when the records do. */
function usePage(lu: Lu, version: unknown): string | undefined {
  const [adresse, setAdresse] = useState<string>();
  const { id, genre, objetId, edition, vierge } = lu;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` draws again when a record behind the paper changed.
  useEffect(() => {
    let depassee = false;
    appeler('immersions.page', { id, genre, objetId, edition, vierge }).then((page) => {
      if (!depassee) setAdresse(page.adresse);
    }, annoncerRefus);
    return () => {
      depassee = true;
    };
  }, [id, genre, objetId, edition, vierge, version]);
  return adresse;
}

/** A paper as it is printed, under what it is and what can be done with it. */
export function PapierMontre(props: {
  lu: Lu;
  titre: string;
  version: unknown;
  /** In one line, on the left of the buttons. */
  etat: ReactNode;
  children?: ReactNode;
}) {
  const { lu } = props;
  const feuille = useRef<Imprimable>(null);
  const { exporter, enCours } = useExport('immersions.pdf');
  const adresse = usePage(lu, props.version);
  return (
    <section className={styles.droite} aria-label={props.titre}>
      <div className={styles.barre}>
        <span>{props.etat}</span>
        {props.children}
        <Button
          variant="default"
          leftSection={<IconPrinter size={17} stroke={1.6} />}
          onClick={() => feuille.current?.imprimer()}
        >
          Imprimer
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={17} stroke={1.6} />}
          loading={enCours}
          onClick={() => void exporter(lu)}
        >
          PDF
        </Button>
      </div>
      <div className={styles.feuille}>
        <ApercuDocument ref={feuille} adresse={adresse} titre={props.titre} />
      </div>
    </section>
  );
}
