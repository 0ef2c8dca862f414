import { Radio, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { formaterHeure } from '../../../shared/format.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import type { AccidentSuivi } from '../../../shared/immersions/suivi.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { useJour } from '../../app/jour.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { ChampInstant, heureTapee } from './champ-instant.tsx';
import styles from './suivi.module.css';

/** The facts of an accident. No field for injuries: they are written by hand on the printed sheet. */
export function FenetreAccident(props: {
  fiche: ImmersionFiche;
  accident: AccidentSuivi | null;
  fermer: () => void;
}) {
  const { fiche, accident, fermer } = props;
  const today = useJour();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'immersions.saveAccident',
    {
      id: fiche.id,
      accidentId: accident?.id ?? null,
      date: accident?.date ?? (fiche.fin !== null && fiche.fin < today ? fiche.fin : today),
      heure: accident?.heure ?? null,
      trajet: accident?.trajet ?? false,
      lieu: accident?.lieu ?? '',
      circonstances: accident?.circonstances ?? '',
      temoins: accident?.temoins ?? '',
      informeLe: accident?.informeLe ?? null,
    },
    () => {
      fermer();
      notifications.show({ message: accident ? 'L’accident est corrigé.' : 'L’accident est noté.' });
    },
    'accident',
  );
  const [heure, setHeure] = useState(accident?.heure == null ? '' : formaterHeure(accident.heure));
  const { trajet, circonstances, informeLe } = form.getValues();
  return (
    <FenetreSaisie
      titre={accident ? 'Corriger l’accident' : 'Noter un accident'}
      taille={620}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.deux}>
        <ChampDate
          label="Jour de l’accident"
          withAsterisk
          sens="passe"
          min={fiche.debut ?? undefined}
          max={fiche.fin ?? undefined}
          {...form.getInputProps('date')}
        />
        <TextInput
          label="Heure"
          placeholder="14 h 30"
          data-autofocus
          {...form.getInputProps('heure')}
          value={heure}
          onChange={(evenement) => {
            setHeure(evenement.currentTarget.value);
            form.setFieldValue('heure', heureTapee(evenement.currentTarget.value) as never);
          }}
        />
      </div>
      <Radio.Group
        mt="sm"
        label="Où cela s’est-il passé ?"
        value={trajet ? 'trajet' : 'place'}
        onChange={(choix) => form.setFieldValue('trajet', (choix === 'trajet') as never)}
      >
        <div className={styles.choix}>
          <Radio value="place" label="Sur place, pendant l’immersion" />
          <Radio value="trajet" label="Sur le trajet" />
        </div>
      </Radio.Group>
      <TextInput
        mt="sm"
        label="Lieu précis"
        placeholder={trajet ? 'Arrêt de bus, rue…' : 'Atelier, quai, escalier…'}
        maxLength={300}
        {...form.getInputProps('lieu')}
      />
      <Textarea
        mt="sm"
        label="Ce qui s’est passé"
        withAsterisk
        autosize
        minRows={3}
        maxRows={8}
        maxLength={4000}
        description={
          alerteTexte(String(circonstances ?? '')) ??
          'Les faits seulement. Les blessures s’écrivent à la main sur la fiche imprimée : Passerelle n’en garde rien.'
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('circonstances')}
      />
      <TextInput
        mt="sm"
        label="Témoins"
        placeholder="Noms et téléphones"
        maxLength={500}
        {...form.getInputProps('temoins')}
      />
      <div className={styles.informe}>
        <ChampInstant
          jour="L’accueil vous a prévenus le"
          heure="À"
          valeur={informeLe ?? null}
          changer={(valeur) => form.setFieldValue('informeLe', valeur as never)}
          faute={form.errors.informeLe}
        />
      </div>
    </FenetreSaisie>
  );
}
