import { MultiSelect, NumberInput, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { NATURES, RESULTATS, RESULTATS_AVEC_CAUSE, SENS } from '../../shared/nomenclatures/sollicitations.ts';
import type { LigneHistorique } from '../../shared/sollicitations/schema.ts';
import { useListe } from '../app/listes.ts';
import { useLecture } from '../app/operations.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { ChoixCause } from './choix-cause.tsx';
import { porteurEchange } from './pieces.ts';
import { Pieces } from './pieces.tsx';
import { SalariesConcernes } from './salaries-concernes.tsx';

const choix = (liste: { valeurs: readonly { code: string; label: string }[] }) =>
  liste.valeurs.map(({ code, label }) => ({ value: code, label }));

/** Corrects an exchange already logged. */
export function CorrigerEchange(props: {
  ligne: LigneHistorique;
  organisationId: string;
  fermer: () => void;
}) {
  const { ligne, fermer } = props;
  const { data: organisation } = useLecture('reseau.get', { id: props.organisationId });
  // Files come and go while the window is open: the line it was given is as old as the window.
  const { data: historique } = useLecture('sollicitations.ofOrganisation', {
    organisationId: props.organisationId,
  });
  const actuelle = historique?.lignes.find(({ id }) => id === ligne.id);
  const canaux = useListe('canaux');
  const sousNatures = useListe('sous_natures');
  const { form, ...envoi } = useFormulaire(
    'sollicitations.update',
    {
      id: ligne.id,
      date: ligne.date,
      canal: ligne.canal as never,
      sens: ligne.sens as never,
      nature: ligne.nature as never,
      sousNature: ligne.sousNature,
      resultat: ligne.resultat as never,
      cause: ligne.cause,
      objet: ligne.objet,
      texte: ligne.texte,
      dureeMinutes: ligne.dureeMinutes,
      salarieIds: ligne.salaries.map(({ id }) => id),
      organisationIds: ligne.organisations.map(({ id }) => id),
      interlocuteurIds: ligne.interlocuteurs.map(({ id }) => id),
    },
    () => {
      notifications.show({ message: 'Échange corrigé.' });
      fermer();
    },
  );
  const { resultat, nature, cause, sousNature } = form.getValues() as Record<
    'resultat' | 'nature' | 'cause' | 'sousNature',
    string
  >;
  const personnes = new Map(
    [...ligne.interlocuteurs, ...(organisation?.interlocuteurs ?? [])].map(
      ({ id, prenom, nom, intitule }) => [
        id,
        [[prenom, nom].filter(Boolean).join(' '), intitule].filter(Boolean).join(' · '),
      ],
    ),
  );
  return (
    <FenetreSaisie
      titre="Corriger l’échange"
      taille="lg"
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <ChampDate label="Date" sens="passe" {...form.getInputProps('date')} />
        <Select
          label="Moyen"
          allowDeselect={false}
          searchable
          data={canaux.choix([ligne.canal])}
          {...form.getInputProps('canal')}
        />
        <Select
          label="Résultat"
          allowDeselect={false}
          data={choix(RESULTATS)}
          {...form.getInputProps('resultat')}
          onChange={(code) => form.setValues({ resultat: code, cause: '' } as never)}
        />
        {RESULTATS_AVEC_CAUSE.includes(resultat) ? (
          <ChoixCause
            resultat={resultat}
            value={cause}
            error={form.errors.cause as string | undefined}
            onChange={(code) => form.setFieldValue('cause' as never, code as never)}
          />
        ) : null}
        <Select
          label="Nature"
          data={[{ value: '', label: 'Non précisée' }, ...choix(NATURES)]}
          allowDeselect={false}
          {...form.getInputProps('nature')}
          onChange={(code) => form.setValues({ nature: code, sousNature: '' } as never)}
        />
        {nature === '' ? null : (
          <Select
            label="Précision"
            placeholder="Aucune"
            searchable
            clearable
            data={sousNatures.choix([ligne.sousNature], nature)}
            {...form.getInputProps('sousNature')}
            value={sousNature || null}
            onChange={(code) => form.setFieldValue('sousNature' as never, (code ?? '') as never)}
          />
        )}
        <Select
          label="Premier pas"
          allowDeselect={false}
          data={choix(SENS)}
          {...form.getInputProps('sens')}
        />
        <MultiSelect
          label="Interlocuteurs"
          data={[...personnes].map(([value, nom]) => ({ value, label: nom }))}
          searchable
          styles={{ inputField: { minWidth: 24 } }}
          nothingFoundMessage="Personne de ce nom dans l’organisation"
          {...form.getInputProps('interlocuteurIds')}
        />
        <TextInput label="Objet" {...form.getInputProps('objet')} />
        <NumberInput
          label="Durée (minutes)"
          step={5}
          allowDecimal={false}
          allowNegative={false}
          {...form.getInputProps('dureeMinutes')}
          value={form.getValues().dureeMinutes ?? ''}
          onChange={(valeur) =>
            form.setFieldValue('dureeMinutes' as never, (valeur === '' ? null : valeur) as never)
          }
        />
        <SalariesConcernes
          value={form.getValues().salarieIds ?? []}
          error={form.errors.salarieIds as string | undefined}
          onChange={(ids) => form.setFieldValue('salarieIds' as never, ids as never)}
        />
      </SimpleGrid>
      <Textarea label="Ce qui s’est dit" autosize minRows={3} mt="sm" {...form.getInputProps('texte')} />
      <Text size="sm" fw={550} mt="sm">
        Pièces jointes
      </Text>
      <Pieces porteur={porteurEchange(ligne.id)} pieces={actuelle?.pieces ?? ligne.pieces} ajout />
    </FenetreSaisie>
  );
}
