import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { accorder } from '../../../shared/format.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { decider } from './gestes.ts';

/** Lets go of needs, and says why: the same words for all of them. */
export function FenetreEcarter(props: { ids: readonly string[]; fermer: () => void; fait?: () => void }) {
  const { ids, fermer, fait } = props;
  const [motif, setMotif] = useState('');
  const [manque, setManque] = useState(false);
  async function ecarter() {
    if (motif.trim() === '') {
      setManque(true);
      return;
    }
    await decider(ids, 'ecarte', motif);
    fait?.();
    fermer();
  }
  return (
    <Modal
      opened
      onClose={fermer}
      title={ids.length > 1 ? `Écarter ${accorder(ids.length, 'besoin')}` : 'Écarter ce besoin'}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
      centered
    >
      <form
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void ecarter();
        }}
      >
        <TextInput
          label="Pourquoi ?"
          placeholder="Départ prévu, projet qui a changé…"
          withAsterisk
          maxLength={200}
          data-autofocus
          value={motif}
          description={alerteTexte(motif)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={manque ? 'Dites en quelques mots pourquoi.' : undefined}
          onChange={({ currentTarget }) => {
            setMotif(currentTarget.value);
            setManque(false);
          }}
        />
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={fermer}>
            Revenir
          </Button>
          <Button type="submit">Écarter</Button>
        </Group>
      </form>
    </Modal>
  );
}
