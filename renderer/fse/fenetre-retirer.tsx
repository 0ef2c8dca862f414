import { TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formaterDate } from '../../shared/format.ts';
import { alerteTexte } from '../../shared/mots-sensibles.ts';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { type LigneFse, NOMS_MOMENT, type PersonneFse } from './demandes.ts';
import styles from './fse.module.css';

/** Withdraws a line written by mistake, with a word of why. */
export function FenetreRetirer(props: { salarie: PersonneFse; ligne: LigneFse; fermer: () => void }) {
  const { salarie, ligne, fermer } = props;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'fse.annuler',
    { id: ligne.id, pourquoi: '' },
    () => {
      notifications.show({ message: 'La ligne est retirée ; elle reste dans l’historique.' });
      fermer();
    },
    'fse',
  );
  const { pourquoi } = form.getValues();
  return (
    <FenetreSaisie
      titre={`Retirer, ${NOMS_MOMENT[ligne.moment].toLocaleLowerCase('fr')} du ${formaterDate(ligne.date)}`}
      valider="Retirer la ligne"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <p className={styles.second}>
          Cette ligne ({nomComplet(salarie)}) ne comptera plus dans les bilans. Elle reste dans l’historique,
          avec votre raison.
        </p>
        <TextInput
          label="Pourquoi"
          withAsterisk
          maxLength={200}
          data-autofocus
          placeholder="Une autre personne, une participation qui n’a pas eu lieu…"
          description={alerteTexte(pourquoi)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('pourquoi')}
        />
      </div>
    </FenetreSaisie>
  );
}
