import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { enSaisie } from '../app/clavier.ts';
import { ErreurOperation } from '../app/operations.ts';

/** Says in one line why something was refused. */
export function annoncerRefus(erreur: unknown): void {
  if (!(erreur instanceof ErreurOperation)) throw erreur;
  notifications.show({ message: erreur.message, color: 'red', autoClose: 10_000 });
}

/** What can still be taken back, oldest first: as long as its notification is on screen. */
const enAttente = new Map<string, () => void>();

/** Says that something is done, with « Annuler » beside it (also Ctrl Z): `annuler` takes it back. */
export function annoncerAnnulable(message: string, annuler: () => Promise<unknown>): void {
  const defaire = () => {
    enAttente.delete(id);
    notifications.hide(id);
    annuler().then(() => notifications.show({ message: 'C’est annulé.' }), annoncerRefus);
  };
  const id = notifications.show({
    autoClose: 10_000,
    onClose: () => enAttente.delete(id),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          title="Annuler : Ctrl Z"
          aria-keyshortcuts="Control+Z"
          onClick={defaire}
        >
          Annuler
        </Button>
      </Group>
    ),
  });
  enAttente.set(id, defaire);
}

/** Ctrl Z takes back the last thing announced, unless a field has its own words to take back. */
export function useAnnulerAuClavier(): void {
  useEffect(() => {
    function auClavier(evenement: KeyboardEvent) {
      if (evenement.defaultPrevented || evenement.key.toLowerCase() !== 'z' || evenement.shiftKey) return;
      if (!(evenement.ctrlKey || evenement.metaKey) || enSaisie(evenement.target)) return;
      const derniere = [...enAttente.values()].at(-1);
      if (!derniere) return;
      evenement.preventDefault();
      derniere();
    }
    window.addEventListener('keydown', auClavier);
    return () => window.removeEventListener('keydown', auClavier);
  }, []);
}
