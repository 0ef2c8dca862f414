import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrganisationFiche } from '../../shared/reseau/schema.ts';
import { ChoixOrganisation } from './choix-organisation.tsx';

/** Asks which other record is the same organisation, then opens the two side by side. */
export function FusionnerAvec({ fiche, fermer }: { fiche: OrganisationFiche; fermer: () => void }) {
  const naviguer = useNavigate();
  const [autre, setAutre] = useState<string | null>(null);
  const elleMeme = autre === fiche.id;
  return (
    <Modal opened onClose={fermer} title={`Fusionner ${fiche.nom} avec…`} size={520}>
      <Text size="sm" mb="md">
        Choisissez l’autre fiche de la même organisation : vous verrez ensuite ce qui les distingue, et ce qui
        sera gardé.
      </Text>
      <ChoixOrganisation
        label="L’autre fiche"
        data-autofocus
        value={autre}
        onChange={setAutre}
        error={elleMeme ? 'C’est la même fiche : choisissez-en une autre.' : undefined}
      />
      <Group mt="lg" gap="sm">
        <Button
          disabled={autre === null || elleMeme}
          onClick={() => naviguer(`/reseau/fusionner/organisation/${fiche.id}/${autre}`)}
        >
          Comparer les deux fiches
        </Button>
        <Button variant="default" onClick={fermer}>
          Annuler
        </Button>
      </Group>
    </Modal>
  );
}
