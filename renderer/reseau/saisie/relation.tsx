import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { IMPLICATIONS, STADES } from '../../../shared/nomenclatures/reseau.ts';
import { NATURES } from '../../../shared/nomenclatures/sollicitations.ts';
import type { OrganisationSaisie } from '../../../shared/reseau/schema.ts';
import { useListe } from '../../app/listes.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import type { FormulaireOrganisation } from '../champs-organisation.tsx';
import { ChoixUnique } from '../choix-unique.tsx';
import { nomComplet } from '../libelles.ts';
import { ChoixListe } from './choix-liste.tsx';
import styles from './section.module.css';
import { Section } from './section.tsx';

const CHAMPS = ['roles', 'referentId', 'stade', 'implication', 'origine', 'originePrecision'];

/** What it is for the structure, several things at once, each since a day. */
function Roles({ form }: { form: FormulaireOrganisation }) {
  const { roles } = form.values;
  const liste = useListe('roles');
  return (
    <>
      <h3 className={styles.sousTitre}>Ce qu’elle est pour nous</h3>
      {roles.length > 0 ? (
        <ul className={styles.roles}>
          {roles.map(({ id, role }, rang) => (
            <li className={styles.role} key={id ?? `nouveau-${rang}`}>
              <Select
                label="Rôle"
                placeholder="Employeur, client, financeur…"
                searchable
                selectFirstOptionOnChange
                data={liste.choix([role])}
                {...form.getInputProps(`roles.${rang}.role`)}
                value={role || null}
                onChange={(code) => {
                  form.setFieldValue(`roles.${rang}.role`, code ?? '');
                  form.clearFieldError(`roles.${rang}.role`);
                }}
              />
              <ChampDate label="Depuis le" sens="passe" {...form.getInputProps(`roles.${rang}.debut`)} />
              <ChampDate label="Jusqu’au" {...form.getInputProps(`roles.${rang}.fin`)} />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`Retirer le rôle ${role ? liste.libelle(role) : rang + 1}`}
                onClick={() => form.removeListItem('roles', rang)}
              >
                <IconTrash size={17} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      <Button
        className={styles.ajouter}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} />}
        onClick={() => form.insertListItem('roles', { role: '', debut: null, fin: null })}
      >
        Ajouter un rôle
      </Button>
    </>
  );
}

/** How far it would go, for each of the four natures of action. */
function Implication({ form }: { form: FormulaireOrganisation }) {
  const { implication } = form.values;
  return (
    <>
      <h3 className={styles.sousTitre}>Jusqu’où irait-elle ?</h3>
      <div className={styles.implications}>
        {NATURES.valeurs.map(({ code, label: nature }) => (
          <ChoixUnique
            key={code}
            legende={nature}
            options={IMPLICATIONS.valeurs.map((valeur) => ({ value: valeur.code, label: valeur.label }))}
            value={implication[code] ?? null}
            onChange={(degre) => {
              const { [code]: _avant, ...autres } = implication;
              form.setFieldValue(
                'implication',
                (degre === null ? autres : { ...autres, [code]: degre }) as OrganisationSaisie['implication'],
              );
            }}
          />
        ))}
      </div>
    </>
  );
}

/** Roles, stage, who follows it, how far it would go, and where the contact came from. */
export function Relation({ form }: { form: FormulaireOrganisation }) {
  const { roles, stade, referentId, origine } = form.values;
  const { data: parametres } = useLecture('parametres.get', {});
  const listeRoles = useListe('roles');
  const origines = useListe('origines');
  const membres = parametres?.membres ?? [];
  const referent = membres.find(({ id }) => id === referentId);
  return (
    <Section
      cle="relation"
      titre="Notre relation"
      champs={CHAMPS}
      form={form}
      resume={[
        label(STADES, stade),
        roles.map(({ role }) => listeRoles.libelle(role)).join(', '),
        referent && `suivie par ${nomComplet(referent)}`,
        origine && origines.libelle(origine),
      ]}
    >
      <Select
        label="Où en est-on ?"
        allowDeselect={false}
        data={STADES.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }))}
        {...form.getInputProps('stade')}
        onChange={(choisi) => form.setFieldValue('stade', (choisi ?? stade) as OrganisationSaisie['stade'])}
      />
      <Select
        label="Suivie par"
        placeholder="Personne en particulier"
        clearable
        clearButtonProps={{ 'aria-label': 'Personne en particulier' }}
        nothingFoundMessage="Personne de l’équipe ne porte ce nom."
        data={membres.map((membre) => ({ value: membre.id, label: nomComplet(membre) }))}
        {...form.getInputProps('referentId')}
      />
      <Roles form={form} />
      <Implication form={form} />
      <ChoixListe form={form} champ="origine" liste="origines" label="D’où vient ce contact ?" />
      <TextInput
        label="Précision"
        placeholder="Par qui, à quelle occasion…"
        {...form.getInputProps('originePrecision')}
      />
    </Section>
  );
}
