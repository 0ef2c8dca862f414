import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { formaterDate } from '../../../shared/format.ts';
import { ENTIER, type Phase, poidsPart, repartir } from '../../../shared/formation/couts.ts';
import type { FinancementSession, LigneLue } from '../../../shared/formation/financement.ts';
import { direPart } from '../../../shared/formation/part.ts';
import { formaterEuros } from '../../../shared/montant.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { ChampMontant, ChampPart } from '../../components/champ-lu.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { SectionPliee } from '../../components/section-pliee.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
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

/** What the folded part holds. */
function resumer({ reference, echeance, note }: Record<string, unknown>): string {
  const dit = [
    reference ? String(reference) : '',
    typeof echeance === 'string' ? `échéance au ${formaterDate(echeance)}` : '',
    note ? 'une note' : '',
  ].filter(Boolean);
  return dit.length > 0 ? dit.join(' · ') : 'numéro, jour à ne pas manquer';
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
  const { organisationId, phase, exercice, part } = form.values;
  return (
    <FenetreSaisie
      titre={ligne ? 'Modifier le financement' : 'Ajouter un financement'}
      taille={620}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
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
      <div className={styles.pli}>
        <SectionPliee
          form={form as { errors: Record<string, unknown>; values: Record<string, unknown> }}
          titre="Dossier, échéance et note"
          resume={resumer(form.values)}
          champs={['reference', 'echeance', 'echeanceObjet', 'note']}
        >
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
            <div className={styles.pleine}>
              <TexteLibre label="Note" maxLength={2000} {...form.getInputProps('note')} />
            </div>
          </div>
        </SectionPliee>
      </div>
    </FenetreSaisie>
  );
}
