import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ErreurOperation } from '../app/operations.ts';

/** Says in one line why something was refused. */
export function annoncerRefus(erreur: unknown): void {
  if (!(erreur instanceof ErreurOperation)) throw erreur;
  notifications.show({ message: erreur.message, color: 'red', autoClose: 10_000 });
}

/** Says that something is done, with « Annuler » beside it: `annuler` takes it back. */
export function annoncerAnnulable(message: string, annuler: () => Promise<unknown>): void {
  const id = notifications.show({
    autoClose: 10_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notifications.hide(id);
            annuler().then(() => notifications.show({ message: 'C’est annulé.' }), annoncerRefus);
          }}
        >
          Annuler
        </Button>
      </Group>
    ),
  });
}
