import { Button, Group, Modal, Progress, Radio, Stack } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { BilanCalcule } from '../../../shared/bilans/bilan.ts';
import type { GenreAnnexe } from '../../../shared/bilans/dossier.ts';
import { formaterNombre } from '../../../shared/format.ts';
import type { FormatTableur } from '../../../shared/livraison.ts';
import { useProgression } from '../../app/operations.ts';
import { pont } from '../../app/pont.ts';
import { useExport } from '../../app/telecharger.ts';
import { SortiesPapier } from '../../components/sorties-papier.tsx';

/** Which bilan: an edition as it was sent, or as the records say it now. */
interface Vise {
  id: string;
  edition: number | null;
}

/** The ways out of a bilan: spreadsheet, paper, PDF; as it was sent when `edition` is set. */
export function SortiesBilan({ bilan, ...vise }: Vise & { bilan: BilanCalcule }) {
  const [tableur, setTableur] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTableExport size={18} stroke={1.6} />}
        onClick={() => setTableur(true)}
      >
        CSV · XLSX
      </Button>
      <SortiesPapier page="bilans.page" pdf="bilans.pdf" entree={vise} titre={bilan.titre} discret />
      {tableur ? (
        <FenetreTableur
          vise={vise}
          depart={bilan.annexe ? 'pseudonymes' : 'sans'}
          fermer={() => setTableur(false)}
        />
      ) : null}
    </>
  );
}

const LIGNES: { valeur: GenreAnnexe; label: string; usage: string }[] = [
  { valeur: 'sans', label: 'Les chiffres seuls', usage: 'Synthèse, indicateurs, répartitions et méthode.' },
  {
    valeur: 'pseudonymes',
    label: 'Avec les lignes, sans nom',
    usage: 'Un numéro remplace chaque personne : le même partout dans le fichier.',
  },
  {
    valeur: 'noms',
    label: 'Avec les lignes et les noms',
    usage: 'Données personnelles : à garder dans la structure.',
  },
];

function FenetreTableur(props: { vise: Vise; depart: GenreAnnexe; fermer: () => void }) {
  const { vise, depart, fermer } = props;
  const [annexe, setAnnexe] = useState<GenreAnnexe>(depart);
  const [format, setFormat] = useState<FormatTableur>('xlsx');
  const { exporter, enCours } = useExport('bilans.tableur');
  async function remettre() {
    await exporter({ ...vise, annexe, format });
    fermer();
  }
  return (
    <Modal
      opened
      onClose={enCours ? () => undefined : fermer}
      withCloseButton={!enCours}
      title="Le bilan dans un tableur"
      size={520}
    >
      <Stack gap="lg">
        <Radio.Group label="Contenu" value={annexe} onChange={(valeur) => setAnnexe(valeur as GenreAnnexe)}>
          <Stack gap="sm" mt="xs">
            {LIGNES.map(({ valeur, label, usage }) => (
              <Radio key={valeur} value={valeur} label={label} description={usage} disabled={enCours} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group label="Format" value={format} onChange={(valeur) => setFormat(valeur as FormatTableur)}>
          <Stack gap="sm" mt="xs">
            <Radio
              value="xlsx"
              label="Classeur Excel"
              description="Une feuille par tableau, dates et filtres en place."
              disabled={enCours}
            />
            <Radio
              value="csv"
              label="Fichier CSV"
              description="Les mêmes tableaux l’un sous l’autre, pour un autre logiciel."
              disabled={enCours}
            />
          </Stack>
        </Radio.Group>
        {enCours ? (
          <Avancement />
        ) : (
          <Group gap="sm">
            <Button onClick={() => void remettre()}>Enregistrer le fichier</Button>
            <Button variant="default" onClick={fermer}>
              Annuler
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

/** How far the rows are, and the way to stop. To be mounted while it runs. */
function Avancement() {
  const progression = useProgression();
  const [arret, setArret] = useState(false);
  const { fait, total } = progression ?? { fait: 0, total: 1 };
  return (
    <Stack gap="xs">
      <span role="status">
        {total > 1 ? `Ligne ${formaterNombre(fait)} sur ${formaterNombre(total)}` : 'Préparation du fichier…'}
      </span>
      <Progress.Root size={6}>
        <Progress.Section
          value={Math.max((100 * fait) / Math.max(total, 1), 4)}
          animated
          aria-label="Avancement du fichier"
        />
      </Progress.Root>
      <Group>
        <Button
          variant="default"
          disabled={arret}
          onClick={() => {
            setArret(true);
            pont.annuler();
          }}
        >
          {arret ? 'Arrêt en cours…' : 'Arrêter'}
        </Button>
      </Group>
    </Stack>
  );
}
