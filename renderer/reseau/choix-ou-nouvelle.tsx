import type { ComponentProps } from 'react';
import type { Entree } from '../../shared/contrat.ts';
import { appeler } from '../app/operations.ts';
import { annoncerRefus } from '../components/annulable.tsx';
import { ChoixOrganisation } from './choix-organisation.tsx';

type Role = NonNullable<Entree<'reseau.create'>['roles']>[number]['role'];

/** Picks an organisation; one the network does not know yet enters it from here, in the role it is needed for. */
export function ChoixOuNouvelle({
  enTantQue,
  ...champ
}: Omit<ComponentProps<typeof ChoixOrganisation>, 'onCreate' | 'nomCreation'> & { enTantQue: Role }) {
  async function creer(nom: string) {
    try {
      const { id } = await appeler('reseau.create', { nom, roles: [{ role: enTantQue }] });
      champ.onChange(id, null);
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return <ChoixOrganisation {...champ} onCreate={(nom) => void creer(nom)} />;
}
