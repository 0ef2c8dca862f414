import { Select, Text } from '@mantine/core';
import { MOTIFS_ABSENCE } from '../../../shared/nomenclatures/salaries.ts';
import type { Absence } from '../../../shared/salaries/parcours.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import styles from './fiche.module.css';

/** Days away from work, with nothing of why but one word. */
export function FenetreAbsence(props: { salarieId: string; absence: Absence | null; fermer: () => void }) {
  const { absence, fermer } = props;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'salaries.saveAbsence',
    {
      ...(absence ? { id: absence.id } : {}),
      salarieId: props.salarieId,
      debut: absence?.debut ?? '',
      fin: absence?.fin ?? '',
      motif: absence?.motif ?? 'conges',
    },
    fermer,
    'absence',
  );
  return (
    <FenetreSaisie
      titre={absence ? 'Corriger l’absence' : 'Noter une absence'}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.deux}>
        <ChampDate label="Premier jour" withAsterisk data-autofocus {...form.getInputProps('debut')} />
        <ChampDate label="Dernier jour" withAsterisk {...form.getInputProps('fin')} />
      </div>
      <Select
        label="Motif"
        mt="sm"
        withAsterisk
        allowDeselect={false}
        data={MOTIFS_ABSENCE.valeurs.map(({ code, label }) => ({ value: code, label }))}
        {...form.getInputProps('motif')}
      />
      <Text size="sm" c="dimmed" mt="sm">
        Un mot suffit : rien de la santé ne se note ici. L’absence se voit quand on inscrit la personne à une
        formation.
      </Text>
    </FenetreSaisie>
  );
}
