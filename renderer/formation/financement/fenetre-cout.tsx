import { Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CoutSaisiLu, FinancementSession } from '../../../shared/formation/financement.ts';
import { PHASES_COUT } from '../../../shared/nomenclatures/formation.ts';
import { ChampMontant } from '../../components/champ-lu.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { ChampExercice } from './champ-exercice.tsx';
import styles from './financement.module.css';

export const POSTES = PHASES_COUT.valeurs.map(({ code, label }) => ({ value: code, label }));

/** A cost no formula gives, or the bill of one that a formula foresaw. */
export function FenetreCout(props: {
  financement: FinancementSession;
  cout: CoutSaisiLu | null;
  /** What the formula gives, when its bill is being entered. */
  depart?: Pick<CoutSaisiLu, 'phase' | 'exercice' | 'prevuCentimes'>;
  fermer: () => void;
}) {
  const { financement, cout, depart, fermer } = props;
  const { session, exercices } = financement;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.saveCout',
    {
      id: cout?.id ?? null,
      sessionId: session.id,
      phase: cout?.phase ?? depart?.phase ?? 'annexes',
      libelle: cout?.libelle ?? '',
      exercice: cout?.exercice ?? depart?.exercice ?? exercices[0]!,
      // Nothing typed yet is not a cost of nothing.
      prevuCentimes: cout?.prevuCentimes ?? depart?.prevuCentimes ?? (null as unknown as number),
      reelCentimes: cout?.reelCentimes ?? null,
    },
    () => {
      fermer();
      notifications.show({ message: cout ? 'Le coût est corrigé.' : 'Le coût est noté.' });
    },
    'cout',
  );
  const facture = depart !== undefined;
  return (
    <FenetreSaisie
      titre={cout ? 'Modifier le coût' : facture ? 'Noter la facture' : 'Ajouter un coût'}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      {facture ? (
        <p className={styles.aide}>
          {exercices.length > 1
            ? 'Ces montants prendront la place du calcul du poste, toutes années comprises : une ligne par exercice. Retirez-les, et le calcul revient.'
            : 'Ces montants prendront la place du calcul. Retirez la ligne, et le calcul revient.'}
        </p>
      ) : null}
      <div className={styles.champs}>
        <Select
          label="Poste"
          data={POSTES}
          allowDeselect={false}
          data-autofocus={(!facture && !cout) || undefined}
          {...form.getInputProps('phase')}
        />
        <ChampExercice {...form.getInputProps('exercice')} />
        <TextInput
          className={styles.pleine}
          label="Précision"
          placeholder="Bus, repas, location de salle…"
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('libelle')}
        />
        <ChampMontant label="Prévu" withAsterisk {...form.getInputProps('prevuCentimes')} />
        <ChampMontant
          label="Réel"
          description="Une fois la facture connue."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data-autofocus={facture || undefined}
          {...form.getInputProps('reelCentimes')}
        />
      </div>
    </FenetreSaisie>
  );
}
