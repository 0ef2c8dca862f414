import { Button, Select, TextInput } from '@mantine/core';
import { formaterDate, formaterTelephone, insecables } from '../../shared/format.ts';
import { alerteTexte } from '../../shared/mots-sensibles.ts';
import { SITUATIONS_SORTIE } from '../../shared/nomenclatures/sorties.ts';
import type { SituationADemander, SituationLue } from '../../shared/sorties/contrat.ts';
import { useJour } from '../app/jour.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { ChampDate } from '../components/champ-date.tsx';
import { FenetreSaisie } from '../components/fenetre-saisie.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import styles from './sorties.module.css';

/** What somebody who left says of where they stand, or that they did not answer. */
export function FenetreSituation(props: {
  demande: Pick<SituationADemander, 'sortieId' | 'mois' | 'salarie' | 'sortie'>;
  dite?: SituationLue | undefined;
  fermer: () => void;
}) {
  const { demande, dite, fermer } = props;
  const { mois, salarie, sortie } = demande;
  const today = useJour();
  const nom = nomComplet(salarie);
  const cle = { sortieId: demande.sortieId, mois };
  const { form, envoyer, enCours, refus } = useFormulaire(
    'sorties.saveSituation',
    {
      ...cle,
      date: dite?.date ?? today,
      situation: (dite?.situation ?? '') as 'durable',
      note: dite?.note ?? '',
    },
    ({ precedent }) => {
      annoncerAnnulable(insecables(`${nom} : c’est noté.`), () =>
        precedent
          ? appeler('sorties.saveSituation', { ...cle, ...precedent })
          : appeler('sorties.removeSituation', cle),
      );
      fermer();
    },
    'situation-sortie',
  );
  async function retirer() {
    try {
      const { precedent } = await appeler('sorties.removeSituation', cle);
      if (precedent)
        annoncerAnnulable('La réponse est retirée.', () =>
          appeler('sorties.saveSituation', { ...cle, ...precedent }),
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
          {insecables(
            `Sortie le ${formaterDate(sortie.date)} : ${sortie.motif}${sortie.organisation ? `, ${sortie.organisation}` : ''}.`,
          )}
          <br />
          {salarie.telephone
            ? insecables(`Téléphone : ${formaterTelephone(salarie.telephone)}.`)
            : 'Pas de téléphone dans sa fiche.'}
        </p>
        <Select
          label="Situation"
          withAsterisk
          placeholder="Choisissez"
          allowDeselect={false}
          data-autofocus
          data={SITUATIONS_SORTIE.valeurs.map(({ code, label }) => ({ value: code, label }))}
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
