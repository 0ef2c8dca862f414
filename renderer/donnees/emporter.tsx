import { Button } from '@mantine/core';
import { IconPackageExport } from '@tabler/icons-react';
import { pont } from '../app/pont.ts';
import { useExport } from '../app/telecharger.ts';
import { Carte } from '../components/page.tsx';
import { Avancement } from './avancement.tsx';
import styles from './donnees.module.css';

/** Everything, in files any program reads: what it holds, what it is for, and what it must not become. */
export function Emporter({ exemples }: { exemples: boolean }) {
  const { exporter, enCours } = useExport('donnees.exportTout');
  return (
    <Carte titre="Emporter toutes les données">
      <p className={styles.texte}>
        Une archive .zip de fichiers CSV, lisibles sans Passerelle : réseau, interlocuteurs, échanges,
        relances, salariés, immersions, documents remis et pièces jointes.{' '}
        {exemples
          ? 'Ici, celles des exemples.'
          : 'Elle contient des données personnelles : gardez-la en lieu sûr, ne l’envoyez pas par courriel.'}
      </p>
      {enCours ? (
        <>
          <Avancement libelle="Écriture de l’archive…" />
          <Button variant="default" mt="xs" onClick={() => pont.annuler()}>
            Arrêter
          </Button>
        </>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPackageExport size={18} stroke={1.6} />}
          onClick={() => void exporter({})}
        >
          Tout exporter
        </Button>
      )}
    </Carte>
  );
}
