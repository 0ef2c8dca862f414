import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formaterDuree, insecables } from '../../../shared/format.ts';
import { GENRES_ENTRETIEN } from '../../../shared/nomenclatures/salaries.ts';
import type { Entretien } from '../../../shared/salaries/parcours.ts';
import { useJour } from '../../app/jour.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import styles from './fiche.module.css';

const DUREES = [15, 30, 45, 60, 75, 90, 120];

/** An interview with somebody of the team: what was said, and when the next one is. */
export function FenetreEntretien(props: {
  salarieId: string;
  prenom: string;
  /** Null for a new one. */
  entretien: Entretien | null;
  /** The first ever is the welcome. */
  premier: boolean;
  fermer: () => void;
}) {
  const { entretien, fermer } = props;
  const today = useJour();
  const { data: parametres } = useLecture('parametres.get', {});
  const { form, envoyer, enCours, refus } = useFormulaire(
    'salaries.saveEntretien',
    {
      ...(entretien ? { id: entretien.id } : {}),
      salarieId: props.salarieId,
      genre: entretien?.genre ?? (props.premier ? 'accueil' : 'suivi'),
      date: entretien?.date ?? today,
      dureeMinutes: entretien?.dureeMinutes ?? null,
      ...(entretien
        ? { auteurId: entretien.auteur?.id ?? null }
        : parametres?.membreCourant
          ? { auteurId: parametres.membreCourant.id }
          : {}),
      texte: entretien?.texte ?? '',
      prochain: entretien?.prochain ?? null,
    },
    () => {
      fermer();
      notifications.show({ message: 'L’entretien est noté.' });
    },
    'entretien',
  );
  const valeurs = form.getValues();
  const durees = [...new Set([...DUREES, valeurs.dureeMinutes ?? 30])].sort((a, b) => a - b);
  return (
    <FenetreSaisie
      titre={insecables(entretien ? 'Corriger l’entretien' : `Entretien avec ${props.prenom}`)}
      taille={660}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.deux}>
        <Select
          label="Entretien"
          withAsterisk
          allowDeselect={false}
          data={GENRES_ENTRETIEN.valeurs.map(({ code, label }) => ({ value: code, label }))}
          {...form.getInputProps('genre')}
        />
        <ChampDate label="Tenu le" withAsterisk sens="passe" max={today} {...form.getInputProps('date')} />
        <Select
          label="Avec"
          clearable
          placeholder="Personne de l’équipe"
          data={(parametres?.membres ?? []).map(({ id, prenom, nom }) => ({
            value: id,
            label: `${prenom} ${nom}`.trim(),
          }))}
          {...form.getInputProps('auteurId')}
        />
        <Select
          label="Durée"
          clearable
          placeholder="Non renseignée"
          data={durees.map((minutes) => ({
            value: String(minutes),
            label: minutes < 60 ? `${minutes} min` : formaterDuree(minutes),
          }))}
          {...form.getInputProps('dureeMinutes')}
          value={valeurs.dureeMinutes ? String(valeurs.dureeMinutes) : null}
          onChange={(dit) => form.setFieldValue('dureeMinutes', (dit ? Number(dit) : null) as never)}
        />
      </div>
      <div className={styles.espace}>
        <TexteLibre
          label="Ce qu’il en ressort"
          minRows={5}
          maxLength={4000}
          data-autofocus
          {...form.getInputProps('texte')}
        />
      </div>
      <div className={styles.deux}>
        <ChampDate
          label="Prochain entretien"
          description="Il viendra dans Aujourd’hui ce jour-là."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          sens="avenir"
          {...form.getInputProps('prochain')}
        />
      </div>
    </FenetreSaisie>
  );
}
