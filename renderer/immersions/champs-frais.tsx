import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { accorder } from '../../shared/format.ts';
import { ecrireEuros } from '../../shared/montant.ts';
import { NATURES_FRAIS, PAYEURS } from '../../shared/nomenclatures/immersions.ts';
import { ChampMontant } from '../components/champ-lu.tsx';
import { SectionPliee } from '../components/section-pliee.tsx';
import styles from './formulaire.module.css';
import { cheminDe, type Form, type Saisie } from './saisie.ts';

type Depense = Saisie['frais'][number];

const NATURES = NATURES_FRAIS.valeurs.map(({ code, label }) => ({ value: code, label }));
const QUI = PAYEURS.valeurs.map(({ code, label }) => ({ value: code, label }));
const FRAIS_MAX = 20;

function resumer(frais: readonly Depense[]): string {
  if (frais.length === 0) return 'aucun : équipement, repas, trajets…';
  const total = frais.reduce((somme, { centimes }) => somme + (Number(centimes) || 0), 0);
  return [accorder(frais.length, 'dépense'), total > 0 && `${ecrireEuros(total)} €`]
    .filter(Boolean)
    .join(' · ');
}

/** Costs beside the immersion: what, how much, who pays. */
export function ChampsFrais({ form, fige }: { form: Form; fige: boolean }) {
  const { frais } = form.values;
  const changer = (rang: number, valeurs: Partial<Depense>) =>
    form.setFieldValue(
      'frais',
      form.getValues().frais.map((depense, autre) => (autre === rang ? { ...depense, ...valeurs } : depense)),
    );
  const chemin = (rang: number, champ: string) => cheminDe(form, `frais.${rang}.${champ}`);
  return (
    <SectionPliee form={form} titre="Frais annexes" resume={resumer(frais)} champs={['frais']}>
      <ul className={styles.frais} aria-label="Frais annexes">
        {frais.map((depense, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an expense has no name of its own.
          <li key={rang}>
            <Select
              aria-label={`Nature de la dépense ${rang + 1}`}
              placeholder="Nature"
              data={NATURES}
              allowDeselect={false}
              disabled={fige}
              value={depense.nature || null}
              error={form.errors[`frais.${rang}.nature`]}
              data-path={chemin(rang, 'nature')}
              onChange={(nature) => changer(rang, { nature: (nature ?? '') as Depense['nature'] })}
            />
            <TextInput
              aria-label={`Précision de la dépense ${rang + 1}`}
              placeholder="Précision"
              autoComplete="off"
              maxLength={200}
              disabled={fige}
              value={depense.precision}
              data-path={chemin(rang, 'precision')}
              onChange={({ currentTarget }) => changer(rang, { precision: currentTarget.value })}
            />
            <ChampMontant
              aria-label={`Montant de la dépense ${rang + 1}, en euros`}
              value={depense.centimes}
              disabled={fige}
              error={form.errors[`frais.${rang}.centimes`]}
              data-path={chemin(rang, 'centimes')}
              onChange={(centimes) => changer(rang, { centimes })}
            />
            <Select
              aria-label={`Qui paie la dépense ${rang + 1}`}
              placeholder="Qui paie ?"
              data={QUI}
              allowDeselect={false}
              disabled={fige}
              value={depense.payeur || null}
              error={form.errors[`frais.${rang}.payeur`]}
              data-path={chemin(rang, 'payeur')}
              onChange={(payeur) => changer(rang, { payeur: (payeur ?? '') as Depense['payeur'] })}
            />
            {!fige && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`Retirer la dépense ${rang + 1}`}
                onClick={() =>
                  form.setFieldValue(
                    'frais',
                    form.getValues().frais.filter((_, autre) => autre !== rang),
                  )
                }
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!fige && frais.length < FRAIS_MAX && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.6} />}
          onClick={() =>
            form.setFieldValue('frais', [
              ...form.getValues().frais,
              // To be chosen: the contract refuses an expense that nobody was said to pay.
              { nature: '', precision: '', centimes: null, payeur: '' } as unknown as Depense,
            ])
          }
        >
          Ajouter une dépense
        </Button>
      )}
    </SectionPliee>
  );
}
