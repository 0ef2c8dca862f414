import { Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CONTRATS_EMBAUCHE } from '../../shared/nomenclatures/sollicitations.ts';
import type { LigneEmbauche } from '../../shared/sollicitations/embauche.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { ChoixSalarie } from '../salaries/choix-salarie.tsx';

const CONTRATS = CONTRATS_EMBAUCHE.valeurs.map(({ code, label }) => ({ value: code as string, label }));

interface Props {
  organisationId: string;
  /** The hire being corrected; none to note a new one. */
  embauche: LigneEmbauche | null;
  /** The exchange it was said in, for a new one. */
  sollicitationId?: string | null;
  today: string;
  fermer: () => void;
}

/** Notes or corrects a hire. It is a fact of the network: the contracts of the salarié stay as they are. */
export function ModaleEmbauche({ organisationId, embauche, sollicitationId = null, today, fermer }: Props) {
  const saisie = {
    organisationId,
    salarieId: embauche?.salarie?.id ?? null,
    sollicitationId: embauche ? embauche.sollicitationId : sollicitationId,
    date: embauche?.date ?? today,
    contrat: (embauche?.contrat ?? '') as never,
    metier: embauche?.metier ?? '',
    note: embauche?.note ?? '',
  };
  const surSucces = () => {
    notifications.show({ message: embauche ? 'Embauche corrigée.' : 'Embauche notée.' });
    fermer();
  };
  const creation = useFormulaire('sollicitations.recordEmbauche', saisie, surSucces);
  const correction = useFormulaire(
    'sollicitations.updateEmbauche',
    { ...saisie, id: embauche?.id ?? '' },
    surSucces,
  );
  const { envoyer, enCours, refus } = embauche ? correction : creation;
  // The two forms hold the same fields; one of them is on screen.
  const form = (embauche ? correction.form : creation.form) as typeof creation.form;
  return (
    <FenetreSaisie
      titre={embauche ? 'Corriger l’embauche' : 'Noter une embauche'}
      taille="lg"
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...{ envoyer, enCours, refus }}
    >
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <ChoixSalarie
          label="Salarié embauché"
          data-autofocus
          {...form.getInputProps('salarieId')}
          value={form.values.salarieId ?? null}
        />
        <ChampDate label="Début du contrat" withAsterisk {...form.getInputProps('date')} />
        <Select
          label="Contrat"
          withAsterisk
          placeholder="Choisissez le contrat"
          data={CONTRATS}
          {...form.getInputProps('contrat')}
        />
        <TextInput label="Métier" placeholder="Ouvrière paysagiste" {...form.getInputProps('metier')} />
      </SimpleGrid>
      <Textarea label="Note" autosize minRows={2} mt="sm" {...form.getInputProps('note')} />
      <Text size="sm" c="dimmed" mt="xs">
        Laissez le salarié vide pour une personne que vous ne suivez pas. Les contrats de sa fiche ne changent
        pas.
      </Text>
    </FenetreSaisie>
  );
}
