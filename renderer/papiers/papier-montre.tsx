import { Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Entree } from '../../shared/contrat.ts';
import type { PapierLu } from '../../shared/papiers/contrat.ts';
import { appeler } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import { type Domaine, operation } from './operations.ts';
import styles from './papiers.module.css';

/** What a page is made from, by the operations that publish it and hand it over as PDF. */
export type Source =
  | { page: 'formation.page'; pdf: 'formation.pdf'; entree: Entree<'formation.page'> }
  | { page: 'formation.lotPage'; pdf: 'formation.lotPdf'; entree: Entree<'formation.lotPage'> };

/** One paper of a record. */
export const sourceDe = (domaine: Domaine, lu: PapierLu): Source => ({
  page: operation(domaine, 'page'),
  pdf: operation(domaine, 'pdf'),
  entree: lu as Entree<'formation.page'>,
});

/** Address of a page; asked anew each time, since the host keeps few. `version` changes when the records do. */
function usePage({ page, entree }: Source, version: unknown): string | undefined {
  const [adresse, setAdresse] = useState<string>();
  const demande = JSON.stringify(entree);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` draws again when a record behind the paper changed.
  useEffect(() => {
    let depassee = false;
    appeler(page, JSON.parse(demande)).then((publiee) => {
      if (!depassee) setAdresse(publiee.adresse);
    }, annoncerRefus);
    return () => {
      depassee = true;
    };
  }, [page, demande, version]);
  return adresse;
}

/** A paper, or several at once, as printed, under what it is and what can be done with it. */
export function PapierMontre(props: {
  source: Source;
  titre: string;
  version: unknown;
  paysage?: boolean;
  /** In one line, on the left of the buttons. */
  etat: ReactNode;
  children?: ReactNode;
}) {
  const { source } = props;
  const feuille = useRef<Imprimable>(null);
  const { exporter, enCours } = useExport(source.pdf);
  const adresse = usePage(source, props.version);
  return (
    <section className={styles.montre} aria-label={props.titre}>
      <div className={styles.barre}>
        <span>{props.etat}</span>
        {props.children}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} stroke={1.6} />}
          onClick={() => feuille.current?.imprimer()}
        >
          Imprimer
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
          loading={enCours}
          onClick={() => void exporter(source.entree)}
        >
          PDF
        </Button>
      </div>
      <div className={styles.feuille}>
        <ApercuDocument
          ref={feuille}
          adresse={adresse}
          titre={props.titre}
          paysage={props.paysage ?? false}
        />
      </div>
    </section>
  );
}
