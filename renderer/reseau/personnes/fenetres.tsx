import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { dateLocale } from '../../../shared/dates.ts';
import { formaterTelephone } from '../../../shared/format.ts';
import type { FonctionTenue, Personne } from '../../../shared/reseau/personnes/schema.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable } from '../../components/annulable.tsx';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { ChoixOrganisation } from '../choix-organisation.tsx';
import { nomComplet } from '../libelles.ts';
import styles from '../saisie.module.css';
import { ChampNote, ChampsIdentite, ChampsPoste } from './champs.tsx';

/** Corrects who a person is, wherever they work. */
export function FenetreIdentite({ personne, fermer }: { personne: Personne; fermer: () => void }) {
  const { form, ...envoi } = useFormulaire(
    'reseau.savePersonne',
    {
      id: personne.id,
      civilite: personne.civilite as 'Mme' | 'M.' | '',
      prenom: personne.prenom,
      nom: personne.nom,
      telephone: formaterTelephone(personne.telephone),
      autreTelephone: formaterTelephone(personne.autreTelephone),
      courriel: personne.courriel,
      note: personne.note,
    },
    fermer,
  );
  return (
    <FenetreSaisie
      titre="Modifier cette personne"
      valider="Enregistrer"
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      <div className={styles.grille}>
        <ChampsIdentite form={form} />
        <ChampNote form={form} />
      </div>
    </FenetreSaisie>
  );
}

/** Adds a function to someone known, here or in an organisation to choose, or corrects one. */
export function FenetreFonction(props: {
  personne: { id: string; prenom: string; nom: string };
  /** The one to correct. */
  fonction?: FonctionTenue;
  /** Where, when it is known. */
  organisation?: { id: string; nom: string };
  fermer: () => void;
}) {
  const { personne, fonction, fermer } = props;
  const fixe = fonction?.organisation ?? props.organisation;
  const [organisationId, setOrganisationId] = useState(fixe?.id ?? null);
  const { form, ...envoi } = useFormulaire(
    'reseau.saveFonction',
    {
      id: fonction?.id,
      interlocuteurId: personne.id,
      organisationId: fixe?.id ?? '',
      qualite: fonction?.qualite ?? '',
      intitule: fonction?.intitule ?? '',
      debut: fonction?.debut ?? null,
      fin: fonction?.fin ?? null,
    },
    fermer,
  );
  return (
    <FenetreSaisie
      titre={
        fixe ? `${nomComplet(personne)} chez ${fixe.nom}` : `Une autre fonction pour ${nomComplet(personne)}`
      }
      valider={fonction ? 'Enregistrer' : 'Ajouter'}
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      <div className={styles.grille}>
        {fixe ? null : (
          <div className={styles.entiere}>
            <ChoixOrganisation
              label="Organisation"
              data-autofocus
              value={organisationId}
              error={form.errors.organisationId ? 'Choisissez une organisation.' : undefined}
              onChange={(choisie) => {
                setOrganisationId(choisie);
                form.setFieldValue('organisationId', choisie ?? '');
              }}
            />
          </div>
        )}
        <ChampsPoste form={form} />
      </div>
    </FenetreSaisie>
  );
}

/** Writes down that a person does not want to be contacted, and says what that means. */
export function FenetreOpposition({ personne, fermer }: { personne: Personne; fermer: () => void }) {
  const { form, ...envoi } = useFormulaire(
    'reseau.opposer',
    {
      id: personne.id,
      le: personne.oppositionLe ?? dateLocale(new Date()),
      note: personne.oppositionNote,
    },
    () => {
      fermer();
      if (personne.oppositionLe === null)
        annoncerAnnulable(`L’opposition de ${nomComplet(personne)} est notée.`, () =>
          appeler('reseau.leverOpposition', { id: personne.id }),
        );
    },
  );
  return (
    <FenetreSaisie
      titre={`${nomComplet(personne)} ne souhaite plus de contact`}
      valider="Noter son opposition"
      modifie={form.isDirty()}
      fermer={fermer}
      {...envoi}
    >
      <p className={styles.explication}>
        Toute personne peut refuser d’être contactée, sans avoir à dire pourquoi (article 21 du RGPD). Elle ne
        sera plus proposée pour un appel, une lettre ou un courriel. Ce qui s’est déjà dit reste dans
        l’historique.
      </p>
      <div className={styles.grille}>
        <ChampDate label="Demandé le" sens="passe" {...form.getInputProps('le')} />
        <Textarea
          className={styles.entiere}
          label="Comment cela a été dit (facultatif)"
          autosize
          minRows={2}
          {...form.getInputProps('note')}
        />
      </div>
    </FenetreSaisie>
  );
}
