import { SegmentedControl, Select, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ACQUIS } from '../../../shared/formation/stagiaires.ts';
import { AVIS, type InscriptionLigne, type SessionSuivie } from '../../../shared/formation/stagiaires.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import styles from './stagiaires.module.css';

type Acquis = '' | (typeof ACQUIS)[number];

const NIVEAUX: { value: Exclude<Acquis, ''>; label: string }[] = [
  { value: 'oui', label: 'Acquis' },
  { value: 'en_partie', label: 'En partie' },
  { value: 'non', label: 'Non acquis' },
];

const AVIS_DITS: Record<(typeof AVIS)[number], string> = {
  favorable: 'Favorable',
  reserve: 'Favorable avec réserve',
  defavorable: 'Défavorable',
};

/** The grid of the session, with what was answered already; a line that the action has dropped since stays. */
function grille({ positionnement }: InscriptionLigne, { prerequis }: SessionSuivie) {
  const dites = new Map(positionnement.prerequis.map(({ libelle, acquis }) => [libelle, acquis]));
  return [
    ...prerequis.map((libelle) => ({ libelle, acquis: (dites.get(libelle) ?? '') as Acquis })),
    ...positionnement.prerequis.filter(({ libelle }) => !prerequis.includes(libelle)),
  ];
}

/** The fiche de positionnement: where the person stands, what they expect, what the structure thinks, two signatures. */
export function FenetrePositionnement(props: {
  ligne: InscriptionLigne;
  session: SessionSuivie;
  fermer: () => void;
}) {
  const { ligne, session, fermer } = props;
  const { vise, attentes, amenagements, avis, avisNote } = ligne.positionnement;
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.savePositionnement',
    {
      id: ligne.id,
      prerequis: grille(ligne, session),
      vise,
      attentes,
      amenagements,
      avis,
      avisNote,
      signeSalarieLe: ligne.signeSalarieLe,
      signeStructureLe: ligne.signeStructureLe,
    },
    () => {
      fermer();
      notifications.show({ message: 'Le positionnement est enregistré.' });
    },
    'positionnement',
  );
  const { prerequis } = form.getValues();
  return (
    <FenetreSaisie
      titre={`Positionnement de ${nomComplet(ligne.salarie)}`}
      taille={680}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <div className={styles.champs}>
        {prerequis.length > 0 ? (
          <fieldset className={styles.grille}>
            <legend>Prérequis</legend>
            {prerequis.map(({ libelle }, rang) => (
              <div key={libelle} className={styles.prerequis}>
                <span id={`prerequis-${rang}`}>{libelle}</span>
                <SegmentedControl
                  size="xs"
                  aria-labelledby={`prerequis-${rang}`}
                  data={NIVEAUX}
                  {...form.getInputProps(`prerequis.${rang}.acquis`)}
                />
              </div>
            ))}
          </fieldset>
        ) : (
          <Text size="sm" c="dimmed">
            L’action n’a pas de grille de prérequis : ajoutez-en une sur l’action pour la retrouver ici.
          </Text>
        )}
        <TexteLibre
          label="Ce que la personne vise"
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('vise')}
        />
        <TexteLibre
          label="Ce qu’elle attend de la formation"
          maxLength={2000}
          {...form.getInputProps('attentes')}
        />
        <TexteLibre
          label="À prévoir pour elle"
          minRows={1}
          description="Rythme, lieu, matériel : rien sur la santé."
          maxLength={2000}
          {...form.getInputProps('amenagements')}
        />
        <div className={styles.deux}>
          <Select
            label="Avis de la structure"
            placeholder="Pas encore donné"
            data={AVIS.map((code) => ({ value: code, label: AVIS_DITS[code] }))}
            {...form.getInputProps('avis')}
            value={form.getValues().avis || null}
            onChange={(choisi) => form.setFieldValue('avis', (choisi ?? '') as never)}
            clearable
          />
          <TexteLibre label="Pourquoi" minRows={1} maxLength={2000} {...form.getInputProps('avisNote')} />
        </div>
        <div className={styles.deux}>
          <ChampDate label="Signé par la personne le" {...form.getInputProps('signeSalarieLe')} />
          <ChampDate label="Signé par la structure le" {...form.getInputProps('signeStructureLe')} />
        </div>
      </div>
    </FenetreSaisie>
  );
}
