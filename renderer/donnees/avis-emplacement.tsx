import type { Danger } from '../../shared/donnees/schema.ts';
import { Avis } from './avis.tsx';

const TITRES: Record<Danger['genre'], (service: string) => string> = {
  synchronise: (service) => `Vos données sont dans un dossier que ${service} synchronise`,
  reseau: () => 'Vos données sont sur un autre ordinateur ou un dossier partagé',
  conflit: () => 'Un programme a fait des copies de votre base dans son dossier',
};

const CONSEILS: Record<Danger['genre'], string> = {
  synchronise:
    'La synchronisation peut copier la base pendant que Passerelle y écrit, et l’abîmer. Fermez Passerelle et faites ramener ce dossier à sa place habituelle, sur cet ordinateur. Les sauvegardes, elles, peuvent y être copiées sans risque.',
  reseau:
    'À travers le réseau, une coupure au mauvais moment peut abîmer la base. Fermez Passerelle et faites ramener ce dossier à sa place habituelle, sur cet ordinateur. Les sauvegardes, elles, peuvent être copiées sur le réseau sans risque.',
  conflit:
    'C’est le signe qu’un service de synchronisation travaille sur ce dossier. Arrêtez-le pour ce dossier, puis retirez les copies : Passerelle n’ouvre que « passerelle.sqlite ».',
};

/** Why the place of the data puts them at risk, and what to do. */
export function AvisEmplacement({ danger }: { danger: Danger }) {
  return <Avis titre={TITRES[danger.genre](danger.service)}>{CONSEILS[danger.genre]}</Avis>;
}
