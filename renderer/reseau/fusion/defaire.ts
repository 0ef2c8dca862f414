import { notifications } from '@mantine/notifications';
import { accorder } from '../../../shared/format.ts';
import type { GenreFusion } from '../../../shared/reseau/fusion/schema.ts';
import { appeler } from '../../app/operations.ts';

/** Address of a record, organisation or person. */
export const adresseFiche = (genre: GenreFusion, id: string) =>
  genre === 'organisation' ? `/reseau/${id}` : `/reseau/personnes/${id}`;

/** Undoes a merge, and says what stays where it is because it changed since. */
export async function defaire(id: string): Promise<void> {
  const { laisses } = await appeler('reseau.annulerFusion', { id });
  notifications.show({
    message:
      laisses === 0
        ? 'La fusion est défaite : chaque fiche a retrouvé ce qui était à elle.'
        : `La fusion est défaite. ${accorder(laisses, 'élément modifié', 'éléments modifiés')} depuis reste sur la fiche gardée.`,
  });
}
