import { Select, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { LIBELLE_MAX } from '../../../shared/formation/besoins.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { ORIGINES_BESOIN, PRIORITES_BESOIN } from '../../../shared/nomenclatures/formation.ts';
import type { Nomenclature } from '../../../shared/nomenclatures/nomenclature.ts';
import { useListe } from '../../app/listes.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { ChoixOuNouvelle } from '../../reseau/choix-ou-nouvelle.tsx';
import styles from './besoins.module.css';

const choixDe = (liste: Nomenclature) => liste.valeurs.map(({ code, label }) => ({ value: code, label }));

/** What is needed, why, how much and for when: the same fields wherever a need is written. */
export function ChampsObjet(props: {
  /** Properties of a field of the form by its name. */
  champ: (nom: string) => GetInputPropsReturnType;
  valeurs: { theme?: string | undefined; libelle?: string | undefined; origine: string };
  autoFocus?: boolean;
}) {
  const { champ, valeurs } = props;
  const themes = useListe('themes_formation');
  const { onChange: poserEmployeur, ...employeur } = champ('organisationId');
  return (
    <>
      <Select
        label="Thème"
        withAsterisk
        searchable
        placeholder="Choisissez"
        nothingFoundMessage="Rien de ce nom : la liste se complète dans Paramètres."
        data={themes.choix([valeurs.theme ?? ''])}
        data-autofocus={props.autoFocus}
        {...champ('theme')}
        value={valeurs.theme || null}
      />
      <TextInput
        label="Précision"
        placeholder="Ce que la personne veut savoir faire"
        maxLength={LIBELLE_MAX}
        description={alerteTexte(valeurs.libelle ?? '')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...champ('libelle')}
      />
      <Select
        label="D’où vient ce besoin ?"
        withAsterisk
        placeholder="Choisissez"
        allowDeselect={false}
        data={choixDe(ORIGINES_BESOIN)}
        {...champ('origine')}
        value={valeurs.origine || null}
      />
      <div className={styles.deux}>
        <Select
          label="Priorité"
          withAsterisk
          allowDeselect={false}
          data={choixDe(PRIORITES_BESOIN)}
          {...champ('priorite')}
        />
        <ChampDate label="Souhaité pour le" sens="avenir" {...champ('souhaiteLe')} />
      </div>
      {valeurs.origine === 'employeur' ? (
        <ChoixOuNouvelle
          enTantQue="employeur"
          label="Quel employeur ?"
          {...employeur}
          value={employeur.value ?? null}
          onChange={(id) => poserEmployeur(id)}
        />
      ) : null}
    </>
  );
}
