import { ActionIcon, Button, Menu, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArchive,
  IconArchiveOff,
  IconBan,
  IconCheck,
  IconCopy,
  IconDots,
  IconPencil,
  IconRestore,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { accorder } from '../../../shared/format.ts';
import type { SessionFiche } from '../../../shared/formation/session.ts';
import type { StatutSession } from '../../../shared/formation/statuts.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';

async function decider({ id, statut, motifAnnulation }: SessionFiche, voulu: StatutSession, message: string) {
  try {
    await appeler('formation.changeStatutSession', { id, statut: voulu });
    annoncerAnnulable(message, () =>
      appeler('formation.changeStatutSession', { id, statut, motif: motifAnnulation }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

async function archiver({ id }: SessionFiche) {
  try {
    await appeler('formation.archiveSession', { id });
    annoncerAnnulable('La session est retirée des listes.', () =>
      appeler('formation.restoreSession', { id }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

async function desarchiver({ id }: SessionFiche) {
  try {
    await appeler('formation.restoreSession', { id });
    annoncerAnnulable('La session est de retour dans les listes.', () =>
      appeler('formation.archiveSession', { id }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

function FenetreAnnuler({ session, fermer }: { session: SessionFiche; fermer: () => void }) {
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.changeStatutSession',
    { id: session.id, statut: 'annulee', motif: '' },
    () => {
      notifications.show({ message: 'La session est annulée.' });
      fermer();
    },
    'annuler',
  );
  const { engages } = session;
  return (
    <FenetreSaisie
      titre="Annuler la session"
      valider="Annuler la session"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <Text size="sm" mb="sm">
        Une session annulée ne compte plus dans le plan ni dans les heures
        {engages > 0 ? ` : ${accorder(engages, 'stagiaire y est engagé', 'stagiaires y sont engagés')}` : ''}.
        Elle peut être rétablie.
      </Text>
      <Textarea label="Raison" data-autofocus autosize minRows={2} {...form.getInputProps('motif')} />
    </FenetreSaisie>
  );
}

function FenetreCopier({ session, fermer }: { session: SessionFiche; fermer: () => void }) {
  const naviguer = useNavigate();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.duplicateSession',
    { id: session.id, debut: '' },
    ({ id }) => {
      notifications.show({ message: 'La session est copiée, sans ses stagiaires.' });
      fermer();
      naviguer(`/formation/sessions/${id}`);
    },
    'copier',
  );
  return (
    <FenetreSaisie
      titre="Refaire cette session"
      valider="Créer la session"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <Text size="sm" mb="sm">
        La même formation à d’autres dates : organisme, places, coût et demi-journées sont repris, décalés
        d’autant de jours. Les stagiaires ne le sont pas.
      </Text>
      <ChampDate label="Premier jour" withAsterisk data-autofocus {...form.getInputProps('debut')} />
    </FenetreSaisie>
  );
}

function Autres({ session, ouvrir }: { session: SessionFiche; ouvrir: (fenetre: Fenetre) => void }) {
  const item = (Icone: typeof IconCopy, texte: ReactNode, faire: () => void) => (
    <Menu.Item leftSection={<Icone size={16} stroke={1.6} />} onClick={faire}>
      {texte}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="Autres actions">
          <IconDots size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item(IconCopy, 'Refaire à d’autres dates', () => ouvrir('copier'))}
        {session.statut === 'confirmee'
          ? item(
              IconRestore,
              'Revenir à envisagée',
              () => void decider(session, 'envisagee', 'La session est de nouveau envisagée.'),
            )
          : null}
        {session.statut === 'annulee'
          ? item(
              IconRestore,
              'Rétablir la session',
              () => void decider(session, 'envisagee', 'La session est rétablie.'),
            )
          : item(IconBan, 'Annuler la session', () => ouvrir('annuler'))}
        {item(IconArchive, 'Retirer des listes', () => void archiver(session))}
      </Menu.Dropdown>
    </Menu>
  );
}

type Fenetre = 'annuler' | 'copier' | null;

/** What may happen to a session, whichever of its tabs is open. */
export function ActionsSession({ session }: { session: SessionFiche }) {
  const [fenetre, setFenetre] = useState<Fenetre>(null);
  const fermer = () => setFenetre(null);
  if (session.archivedAt !== null) {
    return (
      <Button
        variant="default"
        leftSection={<IconArchiveOff size={17} stroke={1.6} />}
        onClick={() => void desarchiver(session)}
      >
        Remettre dans les listes
      </Button>
    );
  }
  return (
    <>
      <Button
        component={Link}
        to={`/formation/sessions/${session.id}/modifier`}
        variant="default"
        leftSection={<IconPencil size={17} stroke={1.6} />}
      >
        Modifier
      </Button>
      {session.statut === 'envisagee' ? (
        <Button
          leftSection={<IconCheck size={17} stroke={1.8} />}
          onClick={() => void decider(session, 'confirmee', 'La session est confirmée.')}
        >
          Confirmer
        </Button>
      ) : null}
      <Autres session={session} ouvrir={setFenetre} />
      {fenetre === 'annuler' ? <FenetreAnnuler session={session} fermer={fermer} /> : null}
      {fenetre === 'copier' ? <FenetreCopier session={session} fermer={fermer} /> : null}
    </>
  );
}
