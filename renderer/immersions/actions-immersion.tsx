import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconDots,
  IconPencil,
  IconPlayerStop,
  IconRefresh,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { etatImmersion } from '../../shared/immersions/etat.ts';
import type { ImmersionFiche, Statut } from '../../shared/immersions/schema.ts';
import { useJour } from '../app/jour.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FenetreAnnuler, FenetreArreter, FenetreCorriger } from './fenetres.tsx';

/** Changes the status; « Annuler » in the notification puts the one before back. */
export async function passer(fiche: ImmersionFiche, statut: Statut, message: string): Promise<void> {
  try {
    await appeler('immersions.changeStatut', { id: fiche.id, statut });
    annoncerAnnulable(message, () =>
      appeler('immersions.changeStatut', { id: fiche.id, statut: fiche.statut }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

type Fenetre = 'corriger' | 'arreter' | 'annuler' | null;

function AutresActions(props: { fiche: ImmersionFiche; ouvrir: (fenetre: Fenetre) => void }) {
  const { fiche, ouvrir } = props;
  const naviguer = useNavigate();
  const convenue = fiche.statut === 'prete' || fiche.statut === 'signee';
  const etat = etatImmersion(fiche, useJour());
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="Autres actions">
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {convenue && (
          <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => ouvrir('corriger')}>
            Corriger la convention
          </Menu.Item>
        )}
        {fiche.statut !== 'annulee' && fiche.renouvelle === null && fiche.renouveleePar === null && (
          <Menu.Item
            leftSection={<IconRefresh size={16} stroke={1.6} />}
            onClick={() => naviguer(`/immersions/nouvelle?renouvelle=${fiche.id}`)}
          >
            Renouveler
          </Menu.Item>
        )}
        {convenue && etat !== 'a_signer' && (
          <Menu.Item
            leftSection={<IconPlayerStop size={16} stroke={1.6} />}
            onClick={() => ouvrir('arreter')}
          >
            Arrêter avant la fin
          </Menu.Item>
        )}
        {convenue && (
          <Menu.Item leftSection={<IconBan size={16} stroke={1.6} />} onClick={() => ouvrir('annuler')}>
            Annuler l’immersion
          </Menu.Item>
        )}
        {!convenue && (
          <Menu.Item
            leftSection={<IconRefresh size={16} stroke={1.6} />}
            onClick={() =>
              void passer(fiche, fiche.emission ? 'signee' : 'brouillon', 'L’immersion est rétablie.')
            }
          >
            Rétablir l’immersion
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What may still happen to an immersion, whichever of its tabs is open. */
export function ActionsImmersion({ fiche }: { fiche: ImmersionFiche }) {
  const [fenetre, setFenetre] = useState<Fenetre>(null);
  const fermer = () => setFenetre(null);
  const etat = etatImmersion(fiche, useJour());
  return (
    <>
      {etat === 'en_cours' && (
        <Button
          component={Link}
          to={`/immersions/${fiche.id}/suivi?accident=nouveau`}
          variant="default"
          leftSection={<IconAlertTriangle size={17} stroke={1.6} />}
        >
          Accident
        </Button>
      )}
      <AutresActions fiche={fiche} ouvrir={setFenetre} />
      <FenetreCorriger fiche={fiche} ouverte={fenetre === 'corriger'} fermer={fermer} />
      <FenetreArreter fiche={fiche} ouverte={fenetre === 'arreter'} fermer={fermer} />
      <FenetreAnnuler fiche={fiche} ouverte={fenetre === 'annuler'} fermer={fermer} />
    </>
  );
}
