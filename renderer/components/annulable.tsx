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

/** Does something; a refusal is said in one line. */
export async function tenter(geste: () => Promise<void>): Promise<void> {
  try {
    await geste();
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** What can still be taken back, oldest first: as long as its notification is on screen. */
const enAttente = new Map<string, () => void>();

/** Says something in one line, with one thing that can be done about it. Returns the key of the notification. */
export function annoncerGeste(
  message: string,
  geste: { label: string; touche?: string; faire: () => void },
  surFermeture?: () => void,
): string {
  const id = notifications.show({
    autoClose: 10_000,
    onClose: surFermeture,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="subtle"
          flex="none"
          title={geste.touche}
          onClick={() => {
            notifications.hide(id);
            geste.faire();
          }}
        >
          {geste.label}
        </Button>
      </Group>
    ),
  });
  return id;
}

/** Says that something is done, with « Annuler » beside it (also Ctrl Z): `annuler` takes it back. */
export function annoncerAnnulable(message: string, annuler: () => Promise<unknown>): void {
  const defaire = () => {
    annuler().then(() => notifications.show({ message: 'C’est annulé.' }), annoncerRefus);
  };
  const id = annoncerGeste(message, { label: 'Annuler', touche: 'Ctrl Z', faire: defaire }, () =>
    enAttente.delete(id),
  );
  enAttente.set(id, () => {
    notifications.hide(id);
    defaire();
  });
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
