import { Button, Group, List, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Sortie } from '../../../shared/contrat.ts';
import { accorder, insecables } from '../../../shared/format.ts';
import { useAction } from '../../app/operations.ts';
import { annoncerRefus } from '../../components/annulable.tsx';
import { AvancementAnnulation } from './avancement-import.tsx';
import styles from './importer.module.css';

type Annulation = Sortie<'reseau.undoImport'>;

function Compte({ annulation }: { annulation: Annulation }) {
  const { retirees, rendues, gardees } = annulation;
  return (
    <>
      <Text>
        {[
          accorder(retirees, 'fiche retirée', 'fiches retirées'),
          rendues > 0 &&
            accorder(rendues, 'fiche a retrouvé son état d’avant', 'fiches ont retrouvé leur état d’avant'),
        ]
          .filter(Boolean)
          .join(', ')}
        .
      </Text>
      {gardees.length > 0 ? (
        <>
          <Text mt="sm">
            {`${accorder(gardees.length, 'fiche est restée', 'fiches sont restées')} ${gardees.length > 1 ? 'telles quelles, car elles ont' : 'telle quelle, car elle a'} servi depuis :`}
          </Text>
          <List size="sm" mt={6} className={styles.gardees}>
            {gardees.map(({ id, nom, ville, raison }) => (
              <List.Item key={id}>
                <Link to={`/reseau/${id}`}>{[nom, ville].filter(Boolean).join(', ')}</Link> · {raison}
              </List.Item>
            ))}
          </List>
        </>
      ) : null}
    </>
  );
}

/** False for an import that found everything already there: there is nothing to undo. */
export const changeQuelqueChose = ({ creees, completees }: { creees: number; completees: number }): boolean =>
  creees + completees > 0;

/** Asks, undoes, then says what could not be undone. */
export function AnnulerImport(props: {
  importation: { id: string; fichier: string; creees: number; completees: number };
  fermer: () => void;
  surAnnulation?: (annulation: Annulation) => void;
}) {
  const { id, fichier, creees, completees } = props.importation;
  const annuler = useAction('reseau.undoImport');
  const [faite, setFaite] = useState<Annulation | null>(null);
  const suites = [
    creees > 0 && accorder(creees, 'fiche créée sera retirée', 'fiches créées seront retirées'),
    completees > 0 && 'les fiches complétées retrouveront leur état d’avant',
  ].filter((suite) => suite !== false);
  async function confirmer() {
    try {
      const annulation = await annuler.mutateAsync({ id });
      setFaite(annulation);
      props.surAnnulation?.(annulation);
    } catch (erreur) {
      annoncerRefus(erreur);
      props.fermer();
    }
  }
  return (
    <Modal
      opened
      centered
      size="lg"
      closeOnEscape={!annuler.isPending}
      closeOnClickOutside={!annuler.isPending}
      withCloseButton={!annuler.isPending}
      onClose={props.fermer}
      title={faite ? 'Import annulé' : 'Annuler cet import ?'}
    >
      {faite ? (
        <Compte annulation={faite} />
      ) : (
        <Text>
          {insecables(
            `« ${fichier} » : ${suites.join(', et ')}. Les fiches qui ont servi depuis seront gardées, et listées ici.`,
          )}
        </Text>
      )}
      <Group mt="lg" justify="flex-end">
        {faite ? (
          <Button data-autofocus onClick={props.fermer}>
            Fermer
          </Button>
        ) : (
          <>
            {annuler.isPending ? (
              <AvancementAnnulation />
            ) : (
              <Button variant="default" onClick={props.fermer} data-autofocus>
                Garder cet import
              </Button>
            )}
            <Button color="red" loading={annuler.isPending} onClick={() => void confirmer()}>
              Annuler l’import
            </Button>
          </>
        )}
      </Group>
    </Modal>
  );
}
