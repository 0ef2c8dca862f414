import { Textarea } from '@mantine/core';
import type { PlanAnnee } from '../../../shared/formation/plan.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { ChampMontant } from '../../components/champ-lu.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import styles from './plan.module.css';

/** What the structure writes about the plan, beside its figures. */
export function FenetreNote({ plan, fermer }: { plan: PlanAnnee; fermer: () => void }) {
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.savePlan',
    { annee: plan.annee, ...plan.note },
    fermer,
    'plan',
  );
  return (
    <FenetreSaisie
      titre={`Plan de formation ${plan.annee}`}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <Textarea
        label="Orientations"
        description={
          alerteTexte(String(form.getValues().orientations ?? '')) ??
          'Ce que l’année vise : publics, thèmes, certifications. Imprimé en tête du plan.'
        }
        data-autofocus
        autosize
        minRows={5}
        maxRows={14}
        maxLength={4000}
        {...form.getInputProps('orientations')}
      />
      <div className={styles.deuxChamps}>
        <ChampMontant
          label="Budget de la structure"
          description="Ce qu’elle peut porter elle-même."
          {...form.getInputProps('budgetCentimes')}
        />
        <ChampDate
          label="Présenté au conseil d’administration le"
          description="Laissez vide tant qu’il ne l’est pas."
          {...form.getInputProps('presenteLe')}
        />
      </div>
    </FenetreSaisie>
  );
}
