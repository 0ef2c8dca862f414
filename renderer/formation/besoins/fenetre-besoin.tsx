import { Input, MultiSelect, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { accorder } from '../../../shared/format.ts';
import type { BesoinLigne } from '../../../shared/formation/besoins.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './besoins.module.css';
import { ChampsObjet } from './champs-objet.tsx';

interface Depart {
  /** Whose need, when the window is opened from their sheet. */
  salarieIds?: string[];
  theme?: string;
}

function annoncer(nombre: number, connus: number) {
  const deja =
    connus === 0
      ? ''
      : ` ${connus > 1 ? `${connus} personnes avaient` : 'Une personne avait'} déjà ce besoin.`;
  notifications.show({
    message:
      nombre === 0 ? `Rien à ajouter.${deja}` : `${accorder(nombre, 'besoin noté', 'besoins notés')}.${deja}`,
  });
}

/** People under contract, and those already chosen whatever became of their contract. */
function useChoixPersonnes(choisis: readonly string[]) {
  const { data: presents = [] } = useLecture('salaries.list', { etat: 'presents' });
  const { data: tous = [] } = useLecture('salaries.list', { etat: 'tous' });
  const connus = new Set(presents.map(({ id }) => id));
  return [...presents, ...tous.filter(({ id }) => choisis.includes(id) && !connus.has(id))].map(
    ({ id, nom, prenom }) => ({ value: id, label: `${nom} ${prenom}`.trim() }),
  );
}

/** One need for one or several people, or the need of a whole support. */
export function FenetreNouveauBesoin({ depart = {}, fermer }: { depart?: Depart; fermer: () => void }) {
  const [pour, setPour] = useState<'personnes' | 'support'>('personnes');
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.createBesoin',
    {
      salarieIds: depart.salarieIds ?? [],
      support: '',
      effectif: 1,
      theme: depart.theme ?? '',
      libelle: '',
      origine: '' as 'projet',
      organisationId: null,
      priorite: 'moyenne',
      souhaiteLe: null,
      campagneId: null,
    },
    ({ ids, dejaConnus }) => {
      annoncer(ids.length, dejaConnus.length);
      fermer();
    },
    'nouveau-besoin',
  );
  const valeurs = form.getValues();
  const supports = useListe('supports');
  const personnes = useChoixPersonnes(valeurs.salarieIds ?? []);
  function choisirPour(choix: 'personnes' | 'support') {
    setPour(choix);
    form.setFieldValue('salarieIds', []);
    form.setFieldValue('support', '');
    form.clearErrors();
  }
  return (
    <FenetreSaisie
      titre="Noter un besoin de formation"
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        {depart.salarieIds === undefined ? (
          <SegmentedControl
            aria-label="Pour qui"
            data={[
              { value: 'personnes', label: 'Des personnes' },
              { value: 'support', label: 'Un support d’activité' },
            ]}
            value={pour}
            onChange={(choix) => choisirPour(choix as 'personnes' | 'support')}
          />
        ) : null}
        {pour === 'personnes' ? (
          <MultiSelect
            label="Pour qui ?"
            withAsterisk
            searchable
            hidePickedOptions
            clearable
            clearButtonProps={{ 'aria-label': 'Retirer tout le monde' }}
            limit={60}
            nothingFoundMessage="Personne de ce nom sous contrat."
            placeholder={(valeurs.salarieIds ?? []).length === 0 ? 'Une ou plusieurs personnes' : ''}
            data={personnes}
            data-autofocus={depart.salarieIds === undefined}
            disabled={depart.salarieIds !== undefined}
            {...form.getInputProps('salarieIds')}
          />
        ) : (
          <div className={styles.deux}>
            <Select
              label="Support d’activité"
              withAsterisk
              searchable
              placeholder="Choisissez"
              data={supports.choix([valeurs.support ?? ''])}
              {...form.getInputProps('support')}
              value={valeurs.support || null}
              onChange={(code) => form.setFieldValue('support', code ?? '')}
              error={form.errors.support ?? form.errors.salarieIds}
            />
            <NumberInput
              label="Combien de personnes ?"
              withAsterisk
              min={1}
              allowDecimal={false}
              {...form.getInputProps('effectif')}
            />
          </div>
        )}
        <ChampsObjet
          champ={(nom) => form.getInputProps(nom)}
          valeurs={valeurs}
          autoFocus={depart.salarieIds !== undefined}
        />
      </div>
    </FenetreSaisie>
  );
}

/** Corrects a need; whose it is does not change. */
export function FenetreBesoin({ besoin, fermer }: { besoin: BesoinLigne; fermer: () => void }) {
  const { id, salarie, support, effectif, theme, libelle, origine, organisation, priorite, souhaiteLe } =
    besoin;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.updateBesoin',
    {
      id,
      support,
      effectif,
      theme,
      libelle,
      origine,
      organisationId: organisation?.id ?? null,
      priorite,
      souhaiteLe,
    },
    () => {
      notifications.show({ message: 'Le besoin est enregistré.' });
      fermer();
    },
    'besoin',
  );
  const supports = useListe('supports');
  return (
    <FenetreSaisie
      titre="Modifier le besoin"
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        {salarie ? (
          <Input.Wrapper label="Pour">
            <p className={styles.qui}>{nomComplet(salarie)}</p>
          </Input.Wrapper>
        ) : (
          <div className={styles.deux}>
            <Select
              label="Support d’activité"
              withAsterisk
              searchable
              allowDeselect={false}
              data={supports.choix([support])}
              {...form.getInputProps('support')}
            />
            <NumberInput
              label="Combien de personnes ?"
              withAsterisk
              min={1}
              allowDecimal={false}
              {...form.getInputProps('effectif')}
            />
          </div>
        )}
        <ChampsObjet champ={(nom) => form.getInputProps(nom)} valeurs={form.getValues()} autoFocus />
      </div>
    </FenetreSaisie>
  );
}
