import { Button, Group, Modal, Select, Text, Textarea } from '@mantine/core';
import { useNavigate } from 'react-router';
import { formaterDate } from '../../shared/format.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { ROLES_SIGNATURE } from '../../shared/nomenclatures/immersions.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import styles from './immersions.module.css';

interface Fenetre {
  fiche: ImmersionFiche;
  ouverte: boolean;
  fermer: () => void;
}

function Pied(props: { fermer: () => void; action: string; enCours?: boolean; refus?: string | null }) {
  return (
    <>
      {props.refus && (
        <p className={styles.refus} role="alert">
          {props.refus}
        </p>
      )}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={props.fermer}>
          Revenir
        </Button>
        <Button type="submit" loading={props.enCours}>
          {props.action}
        </Button>
      </Group>
    </>
  );
}

/** Back to a draft: the paper already printed stops being worth anything, so that is said first. */
export function FenetreCorriger({ fiche, ouverte, fermer }: Fenetre) {
  const naviguer = useNavigate();
  async function corriger() {
    try {
      await appeler('immersions.changeStatut', { id: fiche.id, statut: 'brouillon' });
      fermer();
      naviguer(`/immersions/${fiche.id}`);
      annoncerAnnulable('La convention est de nouveau un brouillon.', () =>
        appeler('immersions.changeStatut', {
          id: fiche.id,
          statut: fiche.statut === 'signee' ? 'signee' : 'prete',
        }),
      );
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  return (
    <Modal opened={ouverte} onClose={fermer} title="Corriger la convention" centered>
      <form
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void corriger();
        }}
      >
        <Text size="sm">
          La convention {fiche.numero} redevient un brouillon. Les exemplaires déjà imprimés ou signés ne
          vaudront plus : la prochaine portera « version {(fiche.emission?.edition ?? 1) + 1} » et sera à
          signer de nouveau.
        </Text>
        {fiche.signatures > 0 && (
          <Text size="sm" mt="sm">
            {fiche.signatures === 1
              ? 'La signature déjà notée sera effacée'
              : `Les ${fiche.signatures} signatures déjà notées seront effacées`}{' '}
            quand la nouvelle version sera émise.
          </Text>
        )}
        <Pied fermer={fermer} action="Corriger" />
      </form>
    </Modal>
  );
}

export function FenetreRefuser(props: Fenetre) {
  return (
    <Modal opened={props.ouverte} onClose={props.fermer} title="Convention refusée" centered>
      {props.ouverte && <Refuser {...props} />}
    </Modal>
  );
}

function Refuser({ fiche, fermer }: Fenetre) {
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.refuse',
    { id: fiche.id, role: '' as 'accueil', motif: '' },
    () => {
      fermer();
      annoncerAnnulable('Le refus est noté.', () =>
        appeler('immersions.changeStatut', { id: fiche.id, statut: 'prete' }),
      );
    },
  );
  return (
    <form
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <Text size="sm" mb="sm">
        L’immersion n’aura pas lieu sous cette convention : elle ne compte plus dans les cumuls ni dans les
        heures.
      </Text>
      <Select
        label="Qui refuse ?"
        withAsterisk
        data-autofocus
        data={fiche.signataires.map(({ role, nom }) => ({
          value: role,
          label: nom ? `${label(ROLES_SIGNATURE, role)}, ${nom}` : label(ROLES_SIGNATURE, role),
        }))}
        {...form.getInputProps('role')}
      />
      <Textarea
        mt="sm"
        label="Pourquoi ?"
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('motif')}
      />
      <Pied fermer={fermer} action="Noter le refus" enCours={enCours} refus={refus} />
    </form>
  );
}

export function FenetreAnnuler(props: Fenetre) {
  return (
    <Modal opened={props.ouverte} onClose={props.fermer} title="Annuler l’immersion" centered>
      {props.ouverte && <Annuler {...props} />}
    </Modal>
  );
}

function Annuler({ fiche, fermer }: Fenetre) {
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.changeStatut',
    { id: fiche.id, statut: 'annulee', motif: '' },
    () => {
      fermer();
      annoncerAnnulable('L’immersion est annulée.', () =>
        appeler('immersions.changeStatut', { id: fiche.id, statut: fiche.statut }),
      );
    },
  );
  return (
    <form
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <Text size="sm" mb="sm">
        L’immersion n’aura pas lieu : elle ne compte plus dans les cumuls ni dans les heures. Si elle a
        commencé, choisissez plutôt « Arrêter avant la fin ».
      </Text>
      <Textarea
        label="Pourquoi ?"
        withAsterisk
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('motif')}
      />
      <Pied fermer={fermer} action="Annuler l’immersion" enCours={enCours} refus={refus} />
    </form>
  );
}

export function FenetreArreter(props: Fenetre) {
  return (
    <Modal opened={props.ouverte} onClose={props.fermer} title="Arrêter avant la fin" centered>
      {props.ouverte && <Arreter {...props} />}
    </Modal>
  );
}

function Arreter({ fiche, fermer }: Fenetre) {
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.interrupt',
    { id: fiche.id, dernierJour: '', motif: '' },
    () => {
      fermer();
      annoncerAnnulable('L’immersion est arrêtée.', () =>
        appeler('immersions.changeStatut', { id: fiche.id, statut: fiche.statut }),
      );
    },
  );
  return (
    <form
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <Text size="sm" mb="sm">
        Prévue jusqu’au {formaterDate(fiche.fin)}. Les jours et les heures seront recomptés jusqu’au dernier
        jour effectué.
      </Text>
      <ChampDate
        label="Dernier jour effectué"
        withAsterisk
        data-autofocus
        sens="passe"
        min={fiche.debut ?? undefined}
        max={fiche.fin ?? undefined}
        {...form.getInputProps('dernierJour')}
      />
      <Textarea
        mt="sm"
        label="Pourquoi ?"
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('motif')}
      />
      <Pied fermer={fermer} action="Arrêter l’immersion" enCours={enCours} refus={refus} />
    </form>
  );
}
