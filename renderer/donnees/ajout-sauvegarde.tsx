import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useAction } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { enBase64 } from '../components/en-base64.ts';

/** Brings in a backup kept on another support or made on another computer. */
export function AjoutSauvegarde() {
  const ajouter = useAction('donnees.addBackup');

  async function lire(fichier: File | null) {
    if (!fichier) return;
    const contenu = await enBase64(fichier).catch(() => null);
    if (contenu === null) {
      notifications.show({
        message: 'Ce fichier n’a pas pu être lu : vérifiez que la clé est branchée.',
        color: 'red',
      });
      return;
    }
    try {
      await ajouter.mutateAsync({ contenu });
      notifications.show({ message: 'Sauvegarde vérifiée et ajoutée à la liste.' });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }

  return (
    <FileButton onChange={(fichier) => void lire(fichier)} accept=".sqlite,.zip">
      {(bouton) => (
        <Button {...bouton} size="compact-sm" variant="subtle" loading={ajouter.isPending}>
          Ajouter depuis un fichier…
        </Button>
      )}
    </FileButton>
  );
}
