import { Button, FileButton, Group, Image, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { GENRES_SIAE } from '../../shared/nomenclatures/structures.ts';
import { LOGO_MAX, type StructureSaisie } from '../../shared/parametres/schema.ts';
import { enBase64 } from '../components/en-base64.ts';

/** Fields of the structure, shared by the first run and the parameters. */
export function ChampsStructure({
  form,
}: {
  form: UseFormReturnType<StructureSaisie & Record<string, unknown>>;
}) {
  async function choisirLogo(fichier: File | null) {
    if (!fichier) return;
    if (fichier.size > LOGO_MAX) {
      form.setFieldError('logo', 'Cette image dépasse 500 ko.');
      return;
    }
    form.setFieldValue('logo', `data:${fichier.type};base64,${await enBase64(fichier)}`);
    form.validateField('logo');
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
        <TextInput
          label="Raison sociale"
          withAsterisk
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('raisonSociale')}
        />
        <Select
          label="Type de structure"
          withAsterisk
          allowDeselect={false}
          data={GENRES_SIAE.valeurs.map(({ code, label }) => ({ value: code, label: `${code} · ${label}` }))}
          {...form.getInputProps('genre')}
        />
        <TextInput label="SIRET" placeholder="123 456 789 00012" {...form.getInputProps('siret')} />
        <TextInput
          label="N° de convention"
          description="Celui de votre convention avec l’État"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('conventionNumero')}
        />
        <TextInput label="Adresse" {...form.getInputProps('adresse')} />
        <Group grow preventGrowOverflow={false} wrap="nowrap" align="flex-start">
          <TextInput label="Code postal" w={110} maw={110} {...form.getInputProps('codePostal')} />
          <TextInput label="Ville" {...form.getInputProps('ville')} />
        </Group>
        <TextInput label="Téléphone" {...form.getInputProps('telephone')} />
        <TextInput label="Courriel" {...form.getInputProps('courriel')} />
      </SimpleGrid>
      <Group mt="md" gap="sm">
        {form.values.logo ? (
          <Image src={form.values.logo} alt="Logo de la structure" h={44} w="auto" fit="contain" />
        ) : null}
        <FileButton onChange={choisirLogo} accept="image/png,image/jpeg">
          {(props) => (
            <Button {...props} variant="default" size="xs">
              {form.values.logo ? 'Changer le logo' : 'Ajouter un logo'}
            </Button>
          )}
        </FileButton>
        {form.values.logo ? (
          <Button variant="subtle" size="xs" onClick={() => form.setFieldValue('logo', '')}>
            Retirer
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            PNG ou JPEG, pour vos conventions et vos bilans
          </Text>
        )}
        {form.errors.logo ? (
          <Text size="sm" c="var(--brique)" role="alert">
            {form.errors.logo}
          </Text>
        ) : null}
      </Group>
    </>
  );
}
