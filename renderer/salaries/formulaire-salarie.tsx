import { ActionIcon, Button, NumberInput, Radio, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { CONTRATS, SEXES } from '../../shared/nomenclatures/salaries.ts';
import type { SalarieFiche, SalarieSaisie } from '../../shared/salaries/schema.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { GardeSaisie, useFormulaire } from '../components/formulaire.tsx';
import styles from './salaries.module.css';

/** Dates and choices not made yet are empty texts: the contract refuses them, each beside its field. */
const CONTRAT_VIDE = {
  nature: 'cddi',
  debut: '',
  fin: null,
  minutesHebdo: 26 * 60,
} satisfies SalarieSaisie['contrats'][number];

const VIDE: SalarieSaisie = {
  prenom: '',
  nom: '',
  sexe: '' as SalarieSaisie['sexe'],
  naissance: '',
  telephone: '',
  contrats: [CONTRAT_VIDE],
};

type Form = UseFormReturnType<SalarieSaisie & Record<string, unknown>>;

function Contrats({ form }: { form: Form }) {
  return (
    <>
      <h2 className={styles.section}>Contrats</h2>
      <p className={styles.aide}>
        Un renouvellement s’ajoute sous le premier contrat : l’immersion sait ainsi jusqu’à quand la personne
        est employée.
      </p>
      {form.values.contrats.map((contrat, rang) => {
        const champ = (nom: string) => form.getInputProps(`contrats.${rang}.${nom}`);
        const heures = champ('minutesHebdo');
        return (
          <fieldset key={contrat.id ?? `nouveau-${rang}`} className={styles.contrat}>
            <legend className="visuellement-cache">Contrat {rang + 1}</legend>
            <Select
              label="Nature"
              allowDeselect={false}
              data={CONTRATS.valeurs.map(({ code, label }) => ({ value: code, label }))}
              {...champ('nature')}
            />
            <ChampDate label="Début" withAsterisk {...champ('debut')} />
            <ChampDate label="Fin" placeholder="Sans terme" {...champ('fin')} />
            <NumberInput
              label="Heures / semaine"
              decimalSeparator=","
              allowNegative={false}
              decimalScale={2}
              hideControls
              suffix=" h"
              value={contrat.minutesHebdo === null ? '' : contrat.minutesHebdo / 60}
              error={heures.error}
              onBlur={heures.onBlur}
              onChange={(valeur) =>
                form.setFieldValue(
                  `contrats.${rang}.minutesHebdo`,
                  valeur === '' ? null : Math.round(Number(valeur) * 60),
                )
              }
            />
            <ActionIcon
              className={styles.retirer}
              variant="subtle"
              color="gray"
              size={36}
              aria-label={`Retirer le contrat ${rang + 1}`}
              onClick={() => form.removeListItem('contrats', rang)}
            >
              <IconTrash size={17} stroke={1.6} />
            </ActionIcon>
          </fieldset>
        );
      })}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconPlus size={15} />}
        onClick={() => form.insertListItem('contrats', { ...CONTRAT_VIDE })}
      >
        Ajouter un contrat
      </Button>
    </>
  );
}

/** The sheet of a salarié, to create (`salarie` null) or to change. `depart` is what was typed in a picker. */
export function FormulaireSalarie(props: {
  salarie: SalarieFiche | null;
  depart?: string;
  /** On a page of its own, leaving with unsaved input asks; a window over another form leaves that to it. */
  garde?: boolean;
  surSucces: (id: string) => void;
  surAbandon: () => void;
}) {
  const { salarie } = props;
  const initial = salarie
    ? {
        id: salarie.id,
        prenom: salarie.prenom,
        nom: salarie.nom,
        sexe: salarie.sexe,
        naissance: salarie.naissance,
        telephone: salarie.telephone,
        contrats: salarie.contrats,
      }
    : { ...VIDE, nom: props.depart ?? '' };
  const { form, envoyer, enCours, refus } = useFormulaire(
    salarie ? 'salaries.update' : 'salaries.create',
    initial as never,
    ({ id }) => props.surSucces(id),
  ) as unknown as { form: Form; envoyer: () => Promise<void>; enCours: boolean; refus: string | null };
  const premier = useRef<HTMLInputElement>(null);
  // A page opened to create someone is a page to type in.
  useEffect(() => {
    if (salarie === null) premier.current?.focus();
  }, [salarie]);
  const sexe = form.getInputProps('sexe');
  return (
    <form
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        // A portal's submit climbs the React tree: the form around the picker must not send itself too.
        evenement.stopPropagation();
        void envoyer();
      }}
    >
      {props.garde && <GardeSaisie modifie={form.isDirty()} />}
      <div className={styles.champs}>
        <TextInput
          label="Prénom"
          withAsterisk
          data-autofocus
          ref={premier}
          autoComplete="off"
          {...form.getInputProps('prenom')}
        />
        <TextInput label="Nom" withAsterisk autoComplete="off" {...form.getInputProps('nom')} />
        <ChampDate label="Date de naissance" withAsterisk sens="passe" {...form.getInputProps('naissance')} />
        <Radio.Group
          label="Femme ou homme"
          withAsterisk
          description="Les bilans des financeurs comptent ainsi."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...sexe}
        >
          <div className={styles.sexe}>
            {SEXES.valeurs.map(({ code, label }) => (
              <Radio key={code} value={code} label={label} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label="Téléphone"
          inputMode="tel"
          autoComplete="off"
          {...form.getInputProps('telephone')}
        />
      </div>
      <Contrats form={form} />
      <div className={styles.pied}>
        <Button type="submit" loading={enCours}>
          Enregistrer
        </Button>
        <Button variant="default" onClick={props.surAbandon}>
          Annuler
        </Button>
        <span className={styles.refus} role="alert">
          {refus}
        </span>
      </div>
    </form>
  );
}
