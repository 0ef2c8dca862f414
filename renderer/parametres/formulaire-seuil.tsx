import { Button, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { DateCivile } from '../../shared/dates.ts';
import {
  type CodeSeuil,
  DECOMPTES,
  direSeuil,
  lireSeuil,
  type Seuil,
  type Unite,
} from '../../shared/parametres/seuils.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { GardeSaisie, useFormulaire } from '../components/formulaire.tsx';
import styles from './seuils.module.css';

const AIDES: Record<Unite, string> = {
  jours: 'En jours.',
  mois: 'En mois.',
  nombre: 'Un nombre.',
  duree: 'En heures : 35 h, 35 h 30.',
  heure: 'Une heure du jour : 21 h, 5 h 30.',
  pourcent: 'En pour cent.',
  ans: 'En années.',
  decompte: '',
  montant: 'En euros : 12,02.',
  heures: 'En heures : 1820.',
};

/** A value of the structure's own, its first day and where it comes from. */
export function FormulaireSeuil(props: {
  seuil: Seuil & { code: CodeSeuil };
  actuel: number;
  today: DateCivile;
  fermer: () => void;
}) {
  const { seuil, actuel, today, fermer } = props;
  const { code, unite } = seuil;
  const [texte, setTexte] = useState(direSeuil(code, actuel));
  const { form, envoyer, enCours, refus } = useFormulaire(
    'parametres.saveSeuil',
    { code, valeur: actuel, depuis: today, reference: '' },
    () => {
      notifications.show({ message: 'Le seuil est enregistré.' });
      fermer();
    },
    `seuil-${code}`,
  );
  return (
    <form
      noValidate
      className={styles.formulaire}
      aria-label={`Changer : ${seuil.label}`}
      onKeyDown={(evenement) => {
        if (evenement.key === 'Escape' && !evenement.defaultPrevented) fermer();
      }}
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <GardeSaisie modifie={form.isDirty()} />
      <div className={styles.champs}>
        {unite === 'decompte' ? (
          <Select
            label="Valeur"
            data-autofocus
            autoFocus
            allowDeselect={false}
            data={DECOMPTES.map(({ valeur, label }) => ({ value: String(valeur), label }))}
            value={String(form.values.valeur)}
            onChange={(valeur) => form.setFieldValue('valeur', Number(valeur))}
          />
        ) : (
          <TextInput
            label="Valeur"
            description={AIDES[unite]}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            autoFocus
            {...form.getInputProps('valeur')}
            value={texte}
            onChange={({ currentTarget }) => {
              setTexte(currentTarget.value);
              form.setFieldValue('valeur', lireSeuil(code, currentTarget.value) ?? Number.NaN);
            }}
          />
        )}
        <ChampDate
          label="À partir du"
          description="Premier jour où elle s’applique."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('depuis')}
        />
        <TextInput
          label="D’où vient-elle ?"
          description="Article, accord, consigne de la DDETS…"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('reference')}
        />
      </div>
      <div className={styles.gestes}>
        <Button type="submit" size="compact-md" loading={enCours}>
          Enregistrer
        </Button>
        <Button variant="subtle" size="compact-md" onClick={fermer}>
          Annuler
        </Button>
        <span className={styles.refus} role="alert">
          {refus}
        </span>
      </div>
    </form>
  );
}
