import { Autocomplete, Button, Textarea, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { estFige } from '../../shared/immersions/renouvellement.ts';
import type { MetierConnu, Reprise } from '../../shared/immersions/reprise.ts';
import type { ImmersionFiche, Parties } from '../../shared/immersions/schema.ts';
import { appeler } from '../app/operations.ts';
import { annoncerAnnulable, annoncerRefus } from '../components/annulable.tsx';
import { Carte } from '../components/page.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { ChampMetierImmersion } from './champ-metier-immersion.tsx';
import styles from './immersions.module.css';
import { ListePhrases } from './liste-phrases.tsx';
import { MentionReprise } from './reprises.tsx';
import { champ, cheminDe, type Form, memesChamps } from './saisie.ts';

interface Props {
  form: Form;
  organisation: Parties['organisation'];
  reprises: readonly Reprise[];
  metiers: readonly MetierConnu[];
  origine: ImmersionFiche | null;
}

/** « Léa Martin » → first name and name; one word alone is a name. */
function decouperNom(complet: string): { prenom: string; nom: string } {
  const mots = complet.trim().split(/\s+/);
  return mots.length < 2
    ? { prenom: '', nom: mots.join('') }
    : { prenom: mots[0]!, nom: mots.slice(1).join(' ') };
}

/** Somebody of the host, known or typed; typed, they can join its people at a click. */
function Tuteur({ form, organisation, reprises, origine }: Omit<Props, 'metiers'>) {
  const connus = organisation?.interlocuteurs ?? [];
  const noms = [...new Set(connus.map(nomComplet))].filter(Boolean);
  const { tuteurId, tuteurNom, tuteurFonction } = form.values;
  const { onChange: _, ...tuteur } = champ(form, 'tuteurNom', origine) as { onChange: unknown };
  const inconnu = organisation !== null && tuteurId === null && tuteurNom.trim() !== '' && origine === null;

  async function ajouter() {
    if (!organisation) return;
    try {
      const { id } = await appeler('reseau.saveInterlocuteur', {
        organisationId: organisation.id,
        ...decouperNom(tuteurNom),
        intitule: tuteurFonction.trim().slice(0, 120),
        qualite: '',
      });
      if (form.getValues().tuteurNom === tuteurNom) form.setFieldValue('tuteurId', id);
      annoncerAnnulable(`${tuteurNom.trim()} fait partie des interlocuteurs.`, async () => {
        await appeler('reseau.removeInterlocuteur', { id });
        if (form.getValues().tuteurId === id) form.setFieldValue('tuteurId', null);
      });
    } catch (erreur) {
      annoncerRefus(erreur);
    }
  }

  return (
    <div>
      <div className={styles.champs}>
        <Autocomplete
          label="Responsable sur place"
          placeholder="Qui accueille et suit la personne"
          data={noms}
          maxLength={160}
          {...tuteur}
          onChange={(nom) => {
            const personne = connus.find((connu) => nomComplet(connu) === nom);
            form.setValues({ tuteurNom: nom, tuteurId: personne?.id ?? null });
            form.clearFieldError('tuteurNom');
            if (personne?.intitule) form.setFieldValue('tuteurFonction', personne.intitule);
          }}
        />
        <TextInput label="Sa fonction" maxLength={160} {...champ(form, 'tuteurFonction', origine)} />
      </div>
      <MentionReprise form={form} reprises={reprises} groupe="tuteur" />
      {inconnu && (
        <Button
          mt={6}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconUserPlus size={15} stroke={1.6} />}
          onClick={() => void ajouter()}
        >
          Ajouter aux interlocuteurs de l’accueil
        </Button>
      )}
    </div>
  );
}

function Contenu({ form, organisation, reprises, metiers, origine }: Props) {
  return (
    <Carte titre="Ce qui sera fait">
      <div className={styles.pile}>
        <Tuteur form={form} organisation={organisation} reprises={reprises} origine={origine} />
        <ChampMetierImmersion
          form={form}
          metiers={metiers}
          fige={origine !== null && estFige(origine, 'metier')}
        />
        <Textarea
          label="Activités confiées"
          autosize
          minRows={2}
          maxRows={14}
          maxLength={4000}
          {...champ(form, 'activites', origine)}
        />
        <ListePhrases
          label="Compétences visées"
          description="Une par ligne ; Entrée passe à la suivante."
          placeholder="Diagnostiquer une panne simple"
          value={form.values.competences}
          onChange={(phrases) => form.setFieldValue('competences', phrases)}
          erreur={(rang) => form.errors[`competences.${rang}`]}
          chemin={(rang) => cheminDe(form, `competences.${rang}`)}
          max={20}
          longueur={200}
          disabled={origine !== null && estFige(origine, 'competences')}
        />
        <MentionReprise form={form} reprises={reprises} groupe="activites" />
        <div>
          <Textarea
            label="Modalités d’évaluation"
            placeholder="Point hebdomadaire, grille de compétences, entretien à trois…"
            autosize
            minRows={1}
            maxLength={2000}
            {...champ(form, 'modalitesEvaluation', origine)}
          />
          <MentionReprise form={form} reprises={reprises} groupe="evaluation" />
        </div>
      </div>
    </Carte>
  );
}

export const CarteContenu = memo(
  Contenu,
  memesChamps([
    'tuteurId',
    'tuteurNom',
    'tuteurFonction',
    'metier',
    'romeCode',
    'romeVersion',
    'activites',
    'competences',
    'modalitesEvaluation',
  ]),
);
