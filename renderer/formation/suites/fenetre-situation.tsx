import { Button, Select, TextInput } from '@mantine/core';
import { dateLocale } from '../../../shared/dates.ts';
import { formaterDate, formaterTelephone } from '../../../shared/format.ts';
import type { SuiteLigne } from '../../../shared/formation/suites.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { SITUATIONS } from '../../../shared/nomenclatures/formation.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../../components/annulable.tsx';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './suites.module.css';

type Mois = SuiteLigne['situations'][number]['mois'];

/** What a trainee says of where they stand, or that they did not answer. */
export function FenetreSituation(props: {
  ligne: Pick<SuiteLigne, 'inscriptionId' | 'salarie' | 'session'> & Partial<Pick<SuiteLigne, 'situations'>>;
  mois: Mois;
  fermer: () => void;
}) {
  const { ligne, mois, fermer } = props;
  const dite = ligne.situations?.find((une) => une.mois === mois);
  const nom = nomComplet(ligne.salarie);
  const cle = { inscriptionId: ligne.inscriptionId, mois };
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.saveSituation',
    {
      ...cle,
      date: dite?.date ?? dateLocale(new Date()),
      situation: (dite?.situation ?? '') as 'durable',
      note: dite?.note ?? '',
    },
    ({ precedent }) => {
      annoncerAnnulable(`${nom} : c’est noté.`, () =>
        precedent
          ? appeler('formation.saveSituation', { ...cle, ...precedent })
          : appeler('formation.removeSituation', cle),
      );
      fermer();
    },
    'situation',
  );
  async function retirer() {
    try {
      const { precedent } = await appeler('formation.removeSituation', cle);
      if (precedent)
        annoncerAnnulable('La réponse est retirée.', () =>
          appeler('formation.saveSituation', { ...cle, ...precedent }),
        );
      fermer();
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }
  const { situation, note } = form.getValues();
  return (
    <FenetreSaisie
      titre={`${nom}, ${mois} mois après`}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        <p className={styles.second}>
          {ligne.session.titre}, finie le {formaterDate(ligne.session.fin)}.
          {ligne.salarie.telephone
            ? ` Téléphone : ${formaterTelephone(ligne.salarie.telephone)}.`
            : ' Pas de téléphone dans sa fiche.'}
        </p>
        <Select
          label="Situation"
          withAsterisk
          placeholder="Choisissez"
          allowDeselect={false}
          data-autofocus
          data={SITUATIONS.valeurs.map(({ code, label }) => ({ value: code, label }))}
          {...form.getInputProps('situation')}
          value={situation || null}
        />
        <ChampDate label="Dit le" withAsterisk sens="passe" {...form.getInputProps('date')} />
        <TextInput
          label="Note"
          placeholder="Le métier, l’employeur, la formation"
          maxLength={300}
          description={alerteTexte(note ?? '')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('note')}
        />
        {dite?.date ? (
          <div>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => void retirer()}>
              Retirer cette réponse
            </Button>
          </div>
        ) : null}
      </div>
    </FenetreSaisie>
  );
}
