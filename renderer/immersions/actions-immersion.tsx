import { ActionIcon, Button, Menu, Popover, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconAlertTriangle,
  IconArchive,
  IconArchiveOff,
  IconBan,
  IconDots,
  IconPencil,
  IconPlayerStop,
  IconRefresh,
  IconRestore,
  IconUserX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { etatImmersion } from '../../shared/immersions/etat.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { estSansSuite, STATUTS_ENGAGES } from '../../shared/immersions/statuts.ts';
import { useJour } from '../app/jour.ts';
import { appeler, useLecture } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FenetreAnnuler, FenetreArreter, FenetreCorriger, FenetreRefuser } from './fenetres.tsx';

/** Brings back what was refused, cancelled or stopped: its signatures say where it stood. */
async function retablir({ id, emission }: ImmersionFiche): Promise<void> {
  try {
    await appeler('immersions.changeStatut', { id, statut: emission ? 'prete' : 'brouillon' });
    notifications.show({ message: 'L’immersion est rétablie.' });
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

async function archiver({ id }: ImmersionFiche): Promise<void> {
  try {
    await appeler('immersions.archive', { id });
    annoncerAnnulable('L’immersion est archivée.', () => appeler('immersions.restore', { id }));
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

async function desarchiver({ id }: ImmersionFiche): Promise<void> {
  try {
    await appeler('immersions.restore', { id });
    annoncerAnnulable('L’immersion est de retour dans les listes.', () =>
      appeler('immersions.archive', { id }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** The button says why it may, or may not: which rule, and until when. */
function Renouveler({ fiche: { id } }: { fiche: ImmersionFiche }) {
  const { data } = useLecture('immersions.renouvellement', { id });
  return (
    <Popover position="bottom-end" width={340} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconRefresh size={17} stroke={1.6} />}
          data-impossible={data?.possible === false || undefined}
        >
          Renouveler
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600} mb={4}>
          {data?.possible ? 'Cette convention peut être renouvelée' : 'Pas de renouvellement'}
        </Text>
        <Text size="sm">{data?.phrase}</Text>
        {data?.possible && (
          <Button component={Link} to={`/immersions/nouvelle?renouvelle=${id}`} mt="sm" size="xs">
            Préparer le renouvellement
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type Fenetre = 'corriger' | 'refuser' | 'arreter' | 'annuler' | null;

function AutresActions(props: { fiche: ImmersionFiche; ouvrir: (fenetre: Fenetre) => void }) {
  const { fiche, ouvrir } = props;
  const { statut, debut, finPrevue } = fiche;
  const today = useJour();
  const convenue = (STATUTS_ENGAGES as readonly string[]).includes(statut);
  const commencee = debut !== null && debut <= today;
  const sansSuite = estSansSuite(statut);
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="Autres actions">
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {convenue && (
          <>
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => ouvrir('corriger')}>
              Corriger la convention
            </Menu.Item>
            {statut === 'prete' && (
              <Menu.Item leftSection={<IconUserX size={16} stroke={1.6} />} onClick={() => ouvrir('refuser')}>
                Noter un refus
              </Menu.Item>
            )}
            {(statut === 'signee' || commencee) && (
              <Menu.Item
                leftSection={<IconPlayerStop size={16} stroke={1.6} />}
                onClick={() => ouvrir('arreter')}
              >
                Arrêter avant la fin
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconBan size={16} stroke={1.6} />} onClick={() => ouvrir('annuler')}>
              Annuler l’immersion
            </Menu.Item>
          </>
        )}
        {(sansSuite || finPrevue !== null) && (
          <Menu.Item
            leftSection={<IconRestore size={16} stroke={1.6} />}
            onClick={() => void retablir(fiche)}
          >
            Rétablir l’immersion
          </Menu.Item>
        )}
        {sansSuite && (
          <Menu.Item
            leftSection={<IconArchive size={16} stroke={1.6} />}
            onClick={() => void archiver(fiche)}
          >
            Archiver
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
  if (fiche.archivedAt !== null)
    return (
      <Button
        variant="default"
        leftSection={<IconArchiveOff size={17} stroke={1.6} />}
        onClick={() => void desarchiver(fiche)}
      >
        Désarchiver
      </Button>
    );
  // A draft is moved on by its own form.
  if (fiche.statut === 'brouillon') return null;
  const finie = fiche.statut === 'terminee' && fiche.finPrevue === null;
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
      {!estSansSuite(fiche.statut) && <Renouveler fiche={fiche} />}
      {!finie && <AutresActions fiche={fiche} ouvrir={setFenetre} />}
      <FenetreCorriger fiche={fiche} ouverte={fenetre === 'corriger'} fermer={fermer} />
      <FenetreRefuser fiche={fiche} ouverte={fenetre === 'refuser'} fermer={fermer} />
      <FenetreArreter fiche={fiche} ouverte={fenetre === 'arreter'} fermer={fermer} />
      <FenetreAnnuler fiche={fiche} ouverte={fenetre === 'annuler'} fermer={fermer} />
    </>
  );
}
