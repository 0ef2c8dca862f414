import { Button, Select, Text, Textarea } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { formaterDate, insecables } from '../../shared/format.ts';
import type { OrganisationFiche, Silence } from '../../shared/reseau/schema.ts';
import { useListe } from '../app/listes.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { nomComplet } from './libelles.ts';
import styles from './silence.module.css';

async function lever({ id, nom }: OrganisationFiche, { motif, note }: Silence): Promise<void> {
  try {
    await appeler('reseau.endSilence', { id });
    annoncerAnnulable(`« ${nom} » peut de nouveau être contactée.`, () =>
      appeler('reseau.silence', { id, motif, note }),
    );
  } catch (erreur) {
    annoncerRefus(erreur);
  }
}

/** Says, at the top of the sheet, since when, why and by whom an organisation must be left in peace. */
export function BandeauSilence({ fiche }: { fiche: OrganisationFiche }) {
  const { libelle } = useListe('motifs_silence');
  const { silence } = fiche;
  if (!silence) return null;
  const raison = [silence.motif && libelle(silence.motif), silence.note].filter(Boolean).join('. ');
  return (
    <section className={styles.bandeau} aria-label="Ne plus contacter">
      <IconBellOff size={22} stroke={1.6} aria-hidden />
      <div>
        <strong>Ne plus contacter</strong>
        <p>
          {insecables(
            `Depuis le ${formaterDate(silence.le)}${silence.par ? `, noté par ${nomComplet(silence.par)}` : ''} : ${raison.replace(/[.\s]+$/, '')}.`,
          )}{' '}
          Si elle vous appelle, l’échange se note comme d’habitude.
        </p>
      </div>
      <Button variant="default" size="xs" onClick={() => void lever(fiche, silence)}>
        Lever
      </Button>
    </section>
  );
}

/** Asks why an organisation must not be contacted any more, and says what follows from it. */
export function ModaleSilence({ fiche, fermer }: { fiche: OrganisationFiche; fermer: () => void }) {
  const { choix } = useListe('motifs_silence');
  const { form, ...envoi } = useFormulaire(
    'reseau.silence',
    { id: fiche.id, motif: '', note: '' },
    ({ relanceIds }) => {
      fermer();
      annoncerAnnulable(`« ${fiche.nom} » n’est plus à contacter.`, () =>
        appeler('reseau.endSilence', { id: fiche.id, relanceIds }),
      );
    },
  );
  return (
    <FenetreSaisie
      titre={`Ne plus contacter ${fiche.nom} ?`}
      taille={520}
      valider="Ne plus contacter"
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      <Text size="sm" mb="md">
        {insecables(
          'Passerelle refusera de noter un appel vers elle, de prévoir une relance ou une immersion, et l’écartera des publipostages. Ses actions à faire sont retirées ; son histoire reste.',
        )}
      </Text>
      <Select
        label="Pourquoi ?"
        placeholder="Choisir une raison"
        data-autofocus
        clearable
        clearButtonProps={{ 'aria-label': 'Effacer la raison' }}
        data={choix([form.values.motif ?? ''])}
        {...form.getInputProps('motif')}
        value={form.values.motif || null}
        onChange={(motif) => {
          form.setFieldValue('motif', motif ?? '');
          form.clearFieldError('motif');
        }}
      />
      <Textarea
        mt="sm"
        label="Précision"
        placeholder="Ce qui s’est passé, qui l’a demandé, jusqu’à quand…"
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps('note')}
      />
    </FenetreSaisie>
  );
}

/** In a list or a picker: this organisation must be left in peace. */
export function MarqueSilence() {
  return (
    <span className={styles.marque}>
      <IconBellOff size={14} stroke={1.8} aria-hidden />
      Ne plus contacter
    </span>
  );
}
