import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Entree, NomOperation, Sortie } from '../../shared/contrat.ts';
import type { Livraison } from '../../shared/livraison.ts';
import { appeler, ErreurOperation } from './operations.ts';

/** Gives the user a file an operation produced: the desktop has already written it, the browser downloads it. */
export function remettre(livraison: Livraison): void {
  if (livraison.etat === 'annule' || livraison.etat === 'ouvert') return;
  if (livraison.etat === 'a_telecharger') {
    const lien = document.createElement('a');
    lien.href = livraison.adresse;
    lien.download = livraison.nom;
    lien.click();
  }
  notifications.show({
    message: `${livraison.etat === 'enregistre' ? 'Enregistré' : 'Téléchargé'} : ${livraison.nom}`,
  });
}

/** Operations that hand a file over. */
type Export = { [N in NomOperation]: Sortie<N> extends Livraison ? N : never }[NomOperation];

/** Runs an export and hands its file over; a refusal is said in a notification. */
export function useExport<N extends Export>(
  operation: N,
): { exporter: (entree: Entree<N>) => Promise<void>; enCours: boolean } {
  const [enCours, setEnCours] = useState(false);
  async function exporter(entree: Entree<N>) {
    setEnCours(true);
    try {
      remettre((await appeler(operation, entree)) as Livraison);
    } catch (erreur) {
      if (!(erreur instanceof ErreurOperation)) throw erreur;
      notifications.show({ message: erreur.message, color: 'red' });
    } finally {
      setEnCours(false);
    }
  }
  return { exporter, enCours };
}
