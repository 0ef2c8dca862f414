import { Button } from '@mantine/core';
import { IconEye, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { Entree, NomOperation, Sortie } from '../../shared/contrat.ts';
import type { Livraison } from '../../shared/livraison.ts';
import { appeler } from '../app/operations.ts';
import { useExport } from '../app/telecharger.ts';
import { annoncerRefus } from './annulable.tsx';
import { FenetrePapier } from './fenetre-papier.tsx';

/** Operations that publish a printable page. */
type Publication = { [N in NomOperation]: Sortie<N> extends { adresse: string } ? N : never }[NomOperation];
/** Operations that hand the same page over as PDF. */
type Pdf = { [N in NomOperation]: Sortie<N> extends Livraison ? N : never }[NomOperation];

/** A page on paper: seen and printed from its preview, or kept as PDF. Both operations take the same `entree`. */
export function SortiesPapier<N extends Publication, P extends Pdf>(props: {
  page: N;
  pdf: P;
  entree: Entree<N> & Entree<P>;
  /** Of the window of the preview: « Le bilan sur papier ». */
  titre: string;
  paysage?: boolean;
  /** Another button of the page is the one to press. */
  discret?: boolean;
}) {
  const { titre, entree, paysage } = props;
  const { exporter, enCours } = useExport(props.pdf as never);
  const [adresse, setAdresse] = useState<string>();
  const [attente, setAttente] = useState(false);
  const garder = () => void exporter(entree as never);

  async function montrer() {
    setAttente(true);
    try {
      setAdresse(((await appeler(props.page, entree)) as { adresse: string }).adresse);
    } catch (erreur) {
      annoncerRefus(erreur);
    } finally {
      setAttente(false);
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconEye size={18} stroke={1.6} />}
        loading={attente}
        onClick={() => void montrer()}
      >
        Aperçu
      </Button>
      <Button
        variant={props.discret ? 'default' : 'filled'}
        leftSection={<IconFileTypePdf size={18} stroke={1.6} />}
        loading={enCours}
        onClick={garder}
      >
        PDF
      </Button>
      <FenetrePapier
        titre={titre}
        adresse={adresse}
        paysage={paysage}
        garder={garder}
        enCours={enCours}
        fermer={() => setAdresse(undefined)}
      />
    </>
  );
}
