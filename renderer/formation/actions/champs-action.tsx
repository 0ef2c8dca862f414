import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { Entree } from '../../../shared/contrat.ts';
import { PLACES_MAX } from '../../../shared/formation/action.ts';
import { CERTIFICATEURS, GENRES_FORMATION, MODES_COUT } from '../../../shared/nomenclatures/formation.ts';
import type { Nomenclature } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { ChampEuros } from '../../components/champ-euros.tsx';
import { ChampHeures } from '../../components/champ-heures.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { ChoixOuNouvelle } from '../../reseau/choix-ou-nouvelle.tsx';
import styles from './actions.module.css';

export type SaisieAction = Required<Entree<'formation.createAction'>>;
export type FormAction = UseFormReturnType<SaisieAction & Record<string, unknown>>;

export const ACTION_VIDE: SaisieAction = {
  titre: '',
  genre: '' as SaisieAction['genre'],
  theme: '',
  objectif: '',
  contenu: '',
  prerequis: [],
  accessibilite: '',
  organismeId: null,
  certification: '',
  certificationCode: '',
  certificationTitre: '',
  minutes: 0,
  surTempsTravail: true,
  placesMin: 6,
  placesMax: 12,
  coutMode: 'heure_stagiaire',
  coutCentimes: 0,
};

export const choixDe = (liste: Nomenclature) =>
  liste.valeurs.map(({ code, label }) => ({ value: code, label }));

/** What no training goes without: its name, its kind, how long, with whom. */
export function ChampsEssentiels({ form }: { form: FormAction }) {
  const themes = useListe('themes_formation');
  const minutes = form.getInputProps('minutes');
  const theme = form.getInputProps('theme');
  return (
    <div className={styles.champs}>
      <TextInput
        className={styles.large}
        label="Intitulé"
        withAsterisk
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('titre')}
      />
      <Select
        label="Genre"
        withAsterisk
        allowDeselect={false}
        data={choixDe(GENRES_FORMATION)}
        {...form.getInputProps('genre')}
        value={form.values.genre || null}
      />
      <Select
        label="Thème"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Aucun thème' }}
        nothingFoundMessage="Rien de ce nom. Les thèmes se complètent dans les Paramètres."
        data={themes.choix([form.values.theme])}
        {...theme}
        value={form.values.theme || null}
        onChange={(code) => form.setFieldValue('theme', code ?? '')}
      />
      <ChampHeures
        label="Heures par stagiaire"
        error={minutes.error}
        onBlur={minutes.onBlur}
        minutes={form.values.minutes || null}
        surMinutes={(lues) => form.setFieldValue('minutes', lues ?? 0)}
      />
      <ChoixOuNouvelle
        enTantQue="organisme_formation"
        label="Organisme de formation"
        placeholder="Aucun : la structure elle-même"
        value={form.values.organismeId}
        onChange={(id) => form.setFieldValue('organismeId', id)}
        error={form.errors.organismeId as ReactNode}
      />
    </div>
  );
}

export function ChampsContenu({ form }: { form: FormAction }) {
  return (
    <div className={styles.colonne}>
      <TexteLibre label="Objectif" {...form.getInputProps('objectif')} value={form.values.objectif} />
      <TexteLibre
        label="Contenu"
        minRows={3}
        {...form.getInputProps('contenu')}
        value={form.values.contenu}
      />
      <TexteLibre
        label="Prérequis"
        description="Un par ligne : chacun devient une ligne de la fiche de positionnement."
        {...form.getInputProps('prerequis')}
        error={Object.entries(form.errors).find(([chemin]) => chemin.startsWith('prerequis'))?.[1]}
        value={form.values.prerequis.join('\n')}
        onChange={({ currentTarget }) =>
          form.setFieldValue('prerequis', currentTarget.value === '' ? [] : currentTarget.value.split('\n'))
        }
      />
      <TexteLibre
        label="Accessibilité"
        minRows={1}
        description="Accueil, aménagements, accès au lieu."
        {...form.getInputProps('accessibilite')}
        value={form.values.accessibilite}
      />
    </div>
  );
}

export function ChampsCertification({ form }: { form: FormAction }) {
  const { certification } = form.values;
  return (
    <div className={styles.trois}>
      <Select
        label="Certification visée"
        clearable
        clearButtonProps={{ 'aria-label': 'Aucune certification' }}
        placeholder="Aucune"
        data={choixDe(CERTIFICATEURS)}
        {...form.getInputProps('certification')}
        value={certification || null}
        onChange={(code) => {
          form.setFieldValue('certification', (code ?? '') as SaisieAction['certification']);
          if (code === null) form.setValues({ certificationCode: '', certificationTitre: '' } as never);
        }}
      />
      {certification === '' ? null : (
        <>
          <TextInput
            label="Numéro"
            placeholder={certification === 'rncp' ? 'RNCP35832' : 'RS5616'}
            autoComplete="off"
            {...form.getInputProps('certificationCode')}
          />
          <TextInput
            label="Titre de la certification"
            autoComplete="off"
            {...form.getInputProps('certificationTitre')}
          />
        </>
      )}
    </div>
  );
}

interface Communs {
  surTempsTravail: boolean;
  placesMin: number;
  placesMax: number;
  coutMode: string;
  coutCentimes: number;
}

/** Seats and cost: an action offers them, a session takes them over. `children` comes between. */
export function ChampsPlacesCout(props: {
  form: UseFormReturnType<Communs & Record<string, unknown>>;
  children?: ReactNode;
}) {
  const { form } = props;
  const cout = form.getInputProps('coutCentimes');
  const nombre = (nom: 'placesMin' | 'placesMax', label: string) => (
    <NumberInput
      label={label}
      allowDecimal={false}
      allowNegative={false}
      min={1}
      max={PLACES_MAX}
      clampBehavior="none"
      {...form.getInputProps(nom)}
    />
  );
  return (
    <>
      <div className={styles.trois}>
        {nombre('placesMin', 'Minimum pour ouvrir')}
        {nombre('placesMax', 'Places')}
        {props.children}
      </div>
      <div className={styles.trois}>
        <Select
          label="Coût"
          allowDeselect={false}
          data={choixDe(MODES_COUT)}
          {...form.getInputProps('coutMode')}
        />
        <ChampEuros
          label={form.values.coutMode === 'forfait' ? 'Montant de la session' : 'Montant d’une heure'}
          error={cout.error}
          onBlur={cout.onBlur}
          centimes={form.values.coutCentimes}
          surCentimes={(lus) => form.setFieldValue('coutCentimes', lus ?? 0)}
        />
        <Switch
          className={styles.bascule}
          label="Sur le temps de travail"
          checked={form.values.surTempsTravail}
          onChange={({ currentTarget }) => form.setFieldValue('surTempsTravail', currentTarget.checked)}
        />
      </div>
    </>
  );
}
