import { ActionIcon, Button, Menu, Progress } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronLeft,
  IconChevronRight,
  IconFileTypePdf,
  IconPrinter,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { accorder } from '../../shared/format.ts';
import type { Retenu } from '../../shared/visites/schema.ts';
import { useLecture, useProgression } from '../app/operations.ts';
import { pont } from '../app/pont.ts';
import { useExport } from '../app/telecharger.ts';
import { ApercuDocument, type Imprimable } from '../components/apercu-document.tsx';
import styles from './visites.module.css';

/** More letters than this take long enough to be watched, and stopped. */
const LONG = 25;

/** The letters as they will be on paper, one at a time, and the file of all of them. */
export function Lettres(props: {
  retenus: readonly Retenu[];
  texte: { objet: string; corps: string };
  pret: boolean;
  faute: string | null;
}) {
  const { retenus, texte } = props;
  const [voulu, setVoulu] = useState(0);
  const rang = Math.min(voulu, retenus.length - 1);
  const montre = retenus[rang]!;
  const feuille = useRef<Imprimable>(null);
  const { exporter, enCours } = useExport('visites.lettresPdf');
  const { objet, corps } = texte;
  const destinataires = retenus.map(({ organisationId, interlocuteurId }) => ({
    organisationId,
    interlocuteurId,
  }));
  const { data } = useLecture(
    'visites.previewLettre',
    {
      objet,
      corps,
      destinataire: { organisationId: montre.organisationId, interlocuteurId: montre.interlocuteurId },
    },
    { actif: props.pret, garderPrecedent: true },
  );
  const seule = retenus.length === 1;
  return (
    <>
      <div className={styles.barreLettres}>
        <span className={styles.feuilletage}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label="Lettre précédente"
            disabled={rang === 0}
            onClick={() => setVoulu(rang - 1)}
          >
            <IconChevronLeft size={17} stroke={1.8} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={32}
            aria-label="Lettre suivante"
            disabled={rang >= retenus.length - 1}
            onClick={() => setVoulu(rang + 1)}
          >
            <IconChevronRight size={17} stroke={1.8} />
          </ActionIcon>
          <span aria-live="polite">
            {rang + 1} sur {retenus.length} : {montre.nom}
          </span>
        </span>
        <span className={styles.sorties}>
          {seule && (
            <Button
              variant="default"
              disabled={!props.pret}
              leftSection={<IconPrinter size={17} stroke={1.6} />}
              onClick={() => feuille.current?.imprimer()}
            >
              Imprimer
            </Button>
          )}
          <Button
            variant="light"
            disabled={!props.pret}
            loading={enCours}
            leftSection={<IconFileTypePdf size={17} stroke={1.6} />}
            onClick={() => void exporter({ quoi: 'lettres', objet, corps, destinataires })}
          >
            {seule ? 'PDF' : `PDF des ${accorder(retenus.length, 'lettre')}`}
          </Button>
          <Menu position="bottom-end" width={270}>
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label="Autres papiers" disabled={!props.pret}>
                <IconChevronDown size={16} stroke={1.8} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void exporter({ quoi: 'etiquettes', objet, corps, destinataires })}>
                Étiquettes d’adresse, 21 par feuille
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      {enCours && retenus.length > LONG && <Fabrication nombre={retenus.length} />}
      {props.faute && (
        <p className={styles.alerte} role="alert">
          {props.faute}
        </p>
      )}
      <div className={styles.feuille}>
        <ApercuDocument ref={feuille} adresse={data?.adresse} titre={`Lettre à ${montre.nom}`} />
      </div>
    </>
  );
}

/** To be mounted while the letters are made. */
function Fabrication({ nombre }: { nombre: number }) {
  const progression = useProgression();
  const part = progression ? (100 * progression.fait) / Math.max(progression.total, 1) : 0;
  return (
    <div className={styles.fabrication}>
      <span role="status">Fabrication de {accorder(nombre, 'lettre')}…</span>
      <Progress.Root size={6}>
        <Progress.Section value={Math.max(part, 4)} animated aria-label="Avancement" />
      </Progress.Root>
      <Button size="compact-sm" variant="default" onClick={() => pont.annuler()}>
        Arrêter
      </Button>
    </div>
  );
}
