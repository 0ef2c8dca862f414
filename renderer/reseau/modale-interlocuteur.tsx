import { Button, Group, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formaterTelephone } from '../../shared/format.ts';
import type { Interlocuteur, InterlocuteurSaisie } from '../../shared/reseau/personnes/schema.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import styles from './saisie.module.css';

function saisieDe(organisationId: string, personne: Interlocuteur | null): InterlocuteurSaisie {
  return {
    organisationId,
    id: personne?.id,
    fonctionId: personne?.fonctionId,
    civilite: (personne?.civilite ?? '') as InterlocuteurSaisie['civilite'],
    prenom: personne?.prenom ?? '',
    nom: personne?.nom ?? '',
    intitule: personne?.intitule ?? '',
    telephone: formaterTelephone(personne?.telephone ?? ''),
    courriel: personne?.courriel ?? '',
    note: personne?.note ?? '',
    debut: personne?.debut ?? null,
    fin: personne?.fin ?? null,
  };
}

/** Adds a person to an organisation, or corrects one. Closing with something typed asks first. */
export function ModaleInterlocuteur({
  organisationId,
  personne,
  fermer,
}: {
  organisationId: string;
  /** Null: a new one. */
  personne: Interlocuteur | null;
  fermer: () => void;
}) {
  const [quitter, setQuitter] = useState(false);
  const { form, envoyer, enCours, refus } = useFormulaire(
    'reseau.saveInterlocuteur',
    saisieDe(organisationId, personne),
    fermer,
  );
  const demander = () => (form.isDirty() ? setQuitter(true) : fermer());
  return (
    <Modal
      opened
      onClose={demander}
      closeOnClickOutside={false}
      title={personne ? 'Modifier cet interlocuteur' : 'Nouvel interlocuteur'}
      size={560}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      <form
        noValidate
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void envoyer();
        }}
      >
        <div className={styles.grille}>
          <div className={styles.identite}>
            <Select
              label="Civilité"
              placeholder="—"
              clearable
              clearButtonProps={{ 'aria-label': 'Effacer la civilité' }}
              data={['Mme', 'M.']}
              {...form.getInputProps('civilite')}
              value={form.values.civilite || null}
              onChange={(civilite) =>
                form.setFieldValue('civilite', (civilite ?? '') as InterlocuteurSaisie['civilite'])
              }
            />
            <TextInput label="Prénom" data-autofocus {...form.getInputProps('prenom')} />
            <TextInput label="Nom" withAsterisk {...form.getInputProps('nom')} />
          </div>
          <TextInput
            className={styles.entiere}
            label="Fonction"
            placeholder="Dirigeante, chef d’atelier, RH…"
            {...form.getInputProps('intitule')}
          />
          <TextInput label="Téléphone" inputMode="tel" {...form.getInputProps('telephone')} />
          <TextInput label="Courriel" inputMode="email" {...form.getInputProps('courriel')} />
          <ChampDate label="En fonction depuis" sens="passe" {...form.getInputProps('debut')} />
          <ChampDate label="Départ le" sens="passe" {...form.getInputProps('fin')} />
          <Textarea
            className={styles.entiere}
            label="Note"
            autosize
            minRows={2}
            {...form.getInputProps('note')}
          />
        </div>
        {quitter ? (
          <div className={styles.quitter} role="alert">
            <span>Fermer sans enregistrer ce que vous avez saisi ?</span>
            <Group gap={8}>
              <Button size="xs" variant="default" onClick={() => setQuitter(false)} autoFocus>
                Continuer la saisie
              </Button>
              <Button size="xs" color="red" onClick={fermer}>
                Fermer
              </Button>
            </Group>
          </div>
        ) : (
          <Group mt="lg" gap="sm">
            <Button type="submit" loading={enCours}>
              {personne ? 'Enregistrer' : 'Ajouter'}
            </Button>
            <Button variant="default" onClick={demander}>
              Annuler
            </Button>
            <span className={styles.refus} role="alert">
              {refus}
            </span>
          </Group>
        )}
      </form>
    </Modal>
  );
}
