import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { SalarieFiche } from '../../../shared/salaries/schema.ts';
import { appeler } from '../../app/operations.ts';
import { useExport } from '../../app/telecharger.ts';
import { annoncerRefus } from '../../components/annulable.tsx';
import { FenetrePapier } from '../../components/fenetre-papier.tsx';
import { nomComplet } from '../../reseau/libelles.ts';

/** The parcours on a sheet: seen, printed, or kept as PDF. */
export function FichePapier({ salarie }: { salarie: SalarieFiche }) {
  const { id } = salarie;
  const { exporter, enCours } = useExport('salaries.fichePdf');
  const [adresse, setAdresse] = useState<string>();
  const montrer = () =>
    appeler('salaries.fichePage', { id }).then((page) => setAdresse(page.adresse), annoncerRefus);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={17} stroke={1.6} />}
        onClick={() => void montrer()}
      >
        Fiche de parcours
      </Button>
      <FenetrePapier
        titre={`Parcours de ${nomComplet(salarie)}`}
        adresse={adresse}
        garder={() => void exporter({ id })}
        enCours={enCours}
        fermer={() => setAdresse(undefined)}
      />
    </>
  );
}
