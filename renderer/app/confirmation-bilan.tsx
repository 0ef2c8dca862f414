import { Button, Group, Modal, Text } from '@mantine/core';
import { useQuestion } from './confirmation.ts';

/** Before something is taken away that an issued bilan stands on. */
export function ConfirmationBilan() {
  const question = useQuestion();
  if (!question) return null;
  const { phrase, repondre } = question;
  return (
    <Modal
      opened
      onClose={() => repondre(false)}
      title="Déjà compté dans un bilan émis"
      centered
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <Text size="sm">{phrase}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => repondre(false)} data-autofocus>
          Ne rien changer
        </Button>
        <Button color="red" onClick={() => repondre(true)}>
          Continuer quand même
        </Button>
      </Group>
    </Modal>
  );
}
