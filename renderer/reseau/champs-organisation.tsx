import { Button, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { GENRES_ORGANISATION, GENRES_SIAE } from '../../shared/nomenclatures/structures.ts';
import type { OrganisationFiche, OrganisationSaisie } from '../../shared/reseau/schema.ts';
import { Nature } from './saisie/nature.tsx';
import { Offre } from './saisie/offre.tsx';
import { Recrutement } from './saisie/recrutement.tsx';
import { Relation } from './saisie/relation.tsx';
import { Section } from './saisie/section.tsx';
import styles from './saisie.module.css';
import { Sites } from './sites.tsx';

export type FormulaireOrganisation = UseFormReturnType<OrganisationSaisie & Record<string, unknown>>;

/** Fields of an organisation: first what one fills, who and how to reach them; the rest is folded, by subject. */
export function ChampsOrganisation({
  form,
  fiche,
}: {
  form: FormulaireOrganisation;
  /** The organisation as it is; null for a new one, where the keyboard starts on its name. */
  fiche: OrganisationFiche | null;
}) {
  const { autreTelephone, autreCourriel, site } = form.values;
  const [deplies, setDeplies] = useState(
    [autreTelephone, autreCourriel, site].some((valeur) => valeur !== ''),
  );
  return (
    <div className={styles.grille}>
      <TextInput
        className={styles.entiere}
        label="Nom"
        withAsterisk
        autoFocus={fiche === null}
        autoComplete="off"
        {...form.getInputProps('nom')}
      />
      <Select
        label="Type"
        placeholder="À préciser"
        clearable
        clearButtonProps={{ 'aria-label': 'Effacer le type' }}
        data={GENRES_ORGANISATION.valeurs.map(({ code, label }) => ({ value: code, label }))}
        {...form.getInputProps('genre')}
        value={form.values.genre || null}
        onChange={(genre) => form.setFieldValue('genre', (genre ?? '') as OrganisationSaisie['genre'])}
      />
      {form.values.genre === 'siae' ? (
        <Select
          label="Quelle SIAE ?"
          placeholder="À préciser"
          clearable
          clearButtonProps={{ 'aria-label': 'Effacer la sorte de SIAE' }}
          data={GENRES_SIAE.valeurs.map(({ code, label }) => ({ value: code, label: `${code} · ${label}` }))}
          {...form.getInputProps('genreSiae')}
          value={form.values.genreSiae || null}
          onChange={(genre) =>
            form.setFieldValue('genreSiae', (genre ?? '') as OrganisationSaisie['genreSiae'])
          }
        />
      ) : null}
      <TextInput
        className={form.values.genre === 'siae' ? styles.entiere : undefined}
        label="Activité"
        placeholder="Menuiserie, restauration collective…"
        {...form.getInputProps('activite')}
      />

      <h2 className={styles.section}>Pour la joindre</h2>
      <TextInput label="Téléphone" inputMode="tel" {...form.getInputProps('telephone')} />
      <TextInput label="Courriel" inputMode="email" {...form.getInputProps('courriel')} />
      <TextInput label="Adresse" {...form.getInputProps('adresse')} />
      <div className={styles.lieu}>
        <TextInput label="Code postal" inputMode="numeric" {...form.getInputProps('codePostal')} />
        <TextInput label="Ville" {...form.getInputProps('ville')} />
      </div>
      {deplies ? (
        <>
          <TextInput label="Autre téléphone" inputMode="tel" {...form.getInputProps('autreTelephone')} />
          <TextInput label="Autre courriel" inputMode="email" {...form.getInputProps('autreCourriel')} />
          <TextInput className={styles.entiere} label="Site internet" {...form.getInputProps('site')} />
        </>
      ) : (
        <Button
          className={styles.deplier}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={() => setDeplies(true)}
        >
          Autre téléphone, autre courriel, site internet
        </Button>
      )}

      <TextInput
        label="SIRET"
        inputMode="numeric"
        placeholder="123 456 789 00012"
        {...form.getInputProps('siret')}
      />
      <Textarea
        className={styles.entiere}
        label="Note"
        placeholder="Horaires, accès, ce qu’elle attend, ce qui a été convenu…"
        autosize
        minRows={2}
        maxRows={12}
        {...form.getInputProps('note')}
      />

      <Nature form={form} />
      <Offre form={form} />
      <Recrutement form={form} />
      <Relation form={form} />
      {fiche ? (
        <Section
          cle="sites"
          titre="Sites"
          champs={[]}
          form={form}
          resume={[fiche.sites.map(({ nom }) => nom).join(', ')]}
        >
          <Sites
            organisation={fiche}
            sites={fiche.sites}
            vide="Un dépôt, un magasin, un atelier ailleurs ? Chacun a son adresse et ses conditions d’accueil."
          />
        </Section>
      ) : null}
    </div>
  );
}
