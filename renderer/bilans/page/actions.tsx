import { ActionIcon, Button, Group, Menu, Modal, TextInput } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Sortie } from '../../../shared/contrat.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';

type Bilan = Sortie<'bilans.get'>;

/** What is done to a bilan now and then: its heading, and taking it away while it was never issued. */
export function PlusBilan({ bilan: { id, titre, bilan, emissions } }: { bilan: Bilan }) {
  const [renommer, setRenommer] = useState(false);
  const aller = useNavigate();
  async function retirer() {
    try {
      await appeler('bilans.archive', { id });
      aller('/bilans');
      annoncerAnnulable('Bilan retiré.', () => appeler('bilans.restore', { id }));
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Autres actions sur ce bilan" title="Plus">
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => setRenommer(true)}>
            Changer le titre
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} />}
            disabled={emissions.length > 0}
            onClick={() => void retirer()}
          >
            Retirer ce bilan
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renommer ? (
        <Renommer id={id} propre={titre} actuel={bilan.titre} fermer={() => setRenommer(false)} />
      ) : null}
    </>
  );
}

function Renommer(props: { id: string; propre: string; actuel: string; fermer: () => void }) {
  const { id, propre, actuel, fermer } = props;
  const [titre, setTitre] = useState(actuel);
  const [refus, setRefus] = useState<string>();
  async function envoyer(evenement: FormEvent) {
    evenement.preventDefault();
    try {
      // The one made from the profile and the period is not a heading of its own.
      await appeler('bilans.enregistrer', { id, titre: titre === actuel ? propre : titre });
      fermer();
    } catch (erreur) {
      setRefus(erreur instanceof Error ? erreur.message : undefined);
    }
  }
  return (
    <Modal opened onClose={fermer} title="Titre du bilan" size={520}>
      <form noValidate onSubmit={(evenement) => void envoyer(evenement)}>
        <TextInput
          label="Titre"
          description="Vide : celui que donnent le profil et la période."
          value={titre}
          maxLength={200}
          error={refus}
          data-autofocus
          onChange={({ currentTarget }) => setTitre(currentTarget.value)}
        />
        <Group mt="lg" gap="sm">
          <Button type="submit">Enregistrer</Button>
          <Button variant="default" onClick={fermer}>
            Annuler
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
