import { NumberInput, Select, TextInput } from '@mantine/core';
import { accorder, formaterNombre } from '../../../shared/format.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { TAILLES } from '../../../shared/nomenclatures/reseau.ts';
import { secteurDeNaf } from '../../../shared/nomenclatures/secteurs.ts';
import { tailleDe } from '../../../shared/reseau/regles-organisation.ts';
import { EFFECTIF_MAX, type OrganisationSaisie } from '../../../shared/reseau/schema.ts';
import { useListe } from '../../app/listes.ts';
import type { FormulaireOrganisation } from '../champs-organisation.tsx';
import { type Activite, ChoixNaf } from '../choix-naf.tsx';
import { ChoixListe } from './choix-liste.tsx';
import { Section } from './section.tsx';

const CHAMPS = ['categorie', 'effectif', 'taille', 'naf', 'secteur', 'conventionCollective', 'zone'];

/** Kind, size, activity: what conventions and sector figures need. */
export function Nature({ form }: { form: FormulaireOrganisation }) {
  const { categorie, effectif, taille, naf, nafVersion, secteur, zone } = form.values;
  const categories = useListe('categories');
  const secteurs = useListe('secteurs');
  const nombre = typeof effectif === 'number' ? effectif : null;
  const deduite = nombre === null ? taille : tailleDe(nombre);
  const propose = secteurDeNaf(naf);

  /** A sector nobody chose follows the code; one that was chosen stays. */
  function choisirNaf({ code, version }: Activite) {
    const suit = secteur === '' || secteur === propose;
    form.setFieldValue('naf', code);
    form.setFieldValue('nafVersion', version);
    form.clearFieldError('naf');
    const nouveau = secteurDeNaf(code);
    if (suit && nouveau !== null) form.setFieldValue('secteur', nouveau);
  }
  return (
    <Section
      cle="nature"
      titre="Ce qu’elle est"
      champs={CHAMPS}
      form={form}
      resume={[
        categorie && categories.libelle(categorie),
        deduite && label(TAILLES, deduite),
        nombre !== null && accorder(nombre, 'salarié'),
        naf,
        secteur && secteurs.libelle(secteur),
        zone,
      ]}
    >
      <ChoixListe form={form} champ="categorie" liste="categories" label="Sorte d’organisation" />
      <TextInput
        label="Zone"
        placeholder="Quartier, zone d’activités, canton…"
        {...form.getInputProps('zone')}
      />
      <NumberInput
        label="Combien de salariés ?"
        hideControls
        allowDecimal={false}
        allowNegative={false}
        max={EFFECTIF_MAX}
        clampBehavior="none"
        thousandSeparator={'\u202f'}
        {...form.getInputProps('effectif')}
        value={nombre ?? ''}
        onChange={(saisi) => form.setFieldValue('effectif', (saisi === '' ? null : saisi) as number | null)}
      />
      <Select
        label="Taille"
        description={
          nombre === null
            ? 'TPE : moins de 10 salariés. PME : de 10 à 249. Au-delà, grande entreprise.'
            : `D’après ses ${formaterNombre(nombre)} salariés.`
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="À préciser"
        clearable
        clearButtonProps={{ 'aria-label': 'Effacer la taille' }}
        data={TAILLES.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }))}
        {...form.getInputProps('taille')}
        disabled={nombre !== null}
        value={deduite || null}
        onChange={(choisie) => form.setFieldValue('taille', (choisie ?? '') as OrganisationSaisie['taille'])}
      />
      <ChoixNaf
        label="Code NAF (APE)"
        value={{ code: naf, version: nafVersion }}
        onChange={choisirNaf}
        error={form.errors.naf}
        data-path="naf"
      />
      <ChoixListe
        form={form}
        champ="secteur"
        liste="secteurs"
        label="Secteur"
        description={secteur !== '' && secteur === propose ? 'Proposé d’après le code NAF.' : undefined}
      />
      <TextInput
        label="Convention collective"
        placeholder="Intitulé ou IDCC"
        {...form.getInputProps('conventionCollective')}
      />
    </Section>
  );
}
