import { Collapse, SegmentedControl, Select, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { ENTIER, type Phase, poidsPart, repartir } from '../../../shared/formation/couts.ts';
import type { FinancementSession, LigneLue } from '../../../shared/formation/financement.ts';
import { direPart } from '../../../shared/formation/part.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { ChampMontant, ChampPart } from '../../components/champ-lu.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { ChampExercice } from './champ-exercice.tsx';
import { ChoixFinanceur } from './choix-financeur.tsx';
import { POSTES } from './fenetre-cout.tsx';
import styles from './financement.module.css';

/** Cost of a phase in a year, which a share is a share of. */
export const baseDe = ({ couts }: FinancementSession, phase: string, exercice: number): number =>
  couts.find((cout) => cout.phase === phase && cout.exercice === exercice)?.centimes ?? 0;

/** `70 % de 1 764,00 €, soit 1 234,80 €` */
export function direBase(part: number, base: number): string {
  if (base === 0) return 'Ce poste ne coûte rien cette année-là : sa part vaut 0 €.';
  const [centimes] = repartir(base, [poidsPart(part)], ENTIER);
  return `${direPart(part)} de ${formaterEuros(base)}, soit ${formaterEuros(centimes!)}.`;
}

const lisible = (valeur: unknown): valeur is number =>
  typeof valeur === 'number' && Number.isInteger(valeur) && valeur > 0;

/** A funding line: who, what for, how much; its file and its deadline folded away. */
export function FenetreLigne(props: {
  financement: FinancementSession;
  ligne: LigneLue | null;
  phase: Phase;
  fermer: () => void;
}) {
  const { financement, ligne, fermer } = props;
  const { session, exercices } = financement;
  const [propres, setPropres] = useState(ligne !== null && ligne.organisation === null);
  const [parPart, setParPart] = useState(ligne === null || ligne.part !== null);
  const [deplie, setDeplie] = useState(
    ligne !== null && (ligne.reference !== '' || ligne.echeance !== null || ligne.note !== ''),
  );
  const zone = useId();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.saveFinancement',
    {
      id: ligne?.id ?? null,
      sessionId: session.id,
      // Empty is nobody chosen yet, which the contract refuses; null is own funds.
      organisationId: ligne === null ? '' : (ligne.organisation?.id ?? null),
      phase: ligne?.phase ?? props.phase,
      exercice: ligne?.exercice ?? exercices[0]!,
      part: ligne?.part ?? null,
      prevuCentimes: ligne?.prevuCentimes ?? null,
      reference: ligne?.reference ?? '',
      echeance: ligne?.echeance ?? null,
      echeanceObjet: ligne?.echeanceObjet ?? '',
      note: ligne?.note ?? '',
    },
    () => {
      fermer();
      notifications.show({ message: ligne ? 'Le financement est corrigé.' : 'Le financement est noté.' });
    },
    'financement',
  );
  const { organisationId, phase, exercice, part, note } = form.values;
  return (
    <FenetreSaisie
      titre={ligne ? 'Modifier le financement' : 'Ajouter un financement'}
      taille={620}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={async () => {
        await envoyer();
        // A field folded away must be there to be put right.
        if (['reference', 'echeance', 'echeanceObjet', 'note'].some((champ) => champ in form.errors))
          setDeplie(true);
      }}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.quiPaie}>
      <ChoixFinanceur
        label="Qui paie ?"
        autoFocus={ligne === null}
        value={organisationId || null}
        propres={propres}
        error={form.errors.organisationId}
        propresPossible={ligne === null || ligne.mouvements.length === 0}
        changer={(id, siens) => {
          setPropres(siens);
          form.setFieldValue('organisationId', (siens ? null : (id ?? '')) as never);
        }}
      />
      </div>
      <div className={styles.champs}>
        <Select label="Poste" data={POSTES} allowDeselect={false} {...form.getInputProps('phase')} />
        <ChampExercice {...form.getInputProps('exercice')} />
        <div className={styles.pleine}>
          <SegmentedControl
            aria-label="Part ou montant"
            value={parPart ? 'part' : 'montant'}
            data={[
              { value: 'part', label: 'Une part du coût' },
              { value: 'montant', label: 'Un montant' },
            ]}
            onChange={(choix) => {
              setParPart(choix === 'part');
              form.setFieldValue('part', null as never);
              form.setFieldValue('prevuCentimes', null as never);
            }}
          />
        </div>
        {parPart ? (
          <ChampPart
            label="Part"
            withAsterisk
            className={styles.pleine}
            description={
              lisible(part) ? direBase(part, baseDe(financement, String(phase), Number(exercice))) : undefined
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('part')}
            error={form.errors.part ?? form.errors.prevuCentimes}
          />
        ) : (
          <ChampMontant
            label="Montant"
            withAsterisk
            className={styles.pleine}
            {...form.getInputProps('prevuCentimes')}
          />
        )}
      </div>
      <UnstyledButton
        className={styles.plier}
        aria-expanded={deplie}
        aria-controls={zone}
        onClick={() => setDeplie(!deplie)}
      >
        <IconChevronRight size={16} stroke={1.8} data-ouvert={deplie || undefined} aria-hidden />
        Dossier, échéance et note
      </UnstyledButton>
      <Collapse expanded={deplie} id={zone}>
        <div className={styles.champs}>
          <TextInput
            className={styles.pleine}
            label="Numéro de dossier"
            maxLength={100}
            autoComplete="off"
            {...form.getInputProps('reference')}
          />
          <ChampDate label="Prochaine échéance" sens="avenir" {...form.getInputProps('echeance')} />
          <TextInput
            label="Ce qui est dû ce jour-là"
            placeholder="Déposer le bilan, facturer…"
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('echeanceObjet')}
          />
          <Textarea
            className={styles.pleine}
            label="Note"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            description={alerteTexte(String(note ?? '')) ?? undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('note')}
          />
        </div>
      </Collapse>
    </FenetreSaisie>
  );
}
