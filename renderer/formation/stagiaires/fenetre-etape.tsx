import { Select, Text } from '@mantine/core';
import { insecables } from '../../../shared/format.ts';
import type { InscriptionLigne } from '../../../shared/formation/stagiaires.ts';
import { STATUTS_MOTIVES, type StatutInscription } from '../../../shared/formation/statuts.ts';
import { MOTIFS_ARRET, STATUTS_INSCRIPTION } from '../../../shared/nomenclatures/formation.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { appeler } from '../../app/operations.ts';
import { annoncerAnnulable } from '../../components/annulable.tsx';
import { ChampDate } from '../../components/champ-date.tsx';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { nomComplet } from '../../reseau/libelles.ts';
import { direFait } from './gestes.ts';
import styles from './stagiaires.module.css';

const TITRES: Partial<Record<StatutInscription, string>> = {
  interrompu: 'Interrompre la formation',
  ecarte: 'Ne pas retenir',
};

/** A step with its day, and its reason where the bilan counts it. */
export function FenetreEtape(props: {
  lignes: readonly InscriptionLigne[];
  statut: StatutInscription;
  fermer: () => void;
}) {
  const { lignes, statut, fermer } = props;
  const ids = lignes.map(({ id }) => id);
  const motive = (STATUTS_MOTIVES as readonly string[]).includes(statut);
  const { form, envoyer, enCours, refus } = useFormulaire(
    'formation.avancer',
    { ids, statut, le: null, motif: '', motifNote: '' },
    () => {
      fermer();
      annoncerAnnulable(direFait(lignes, statut), () => appeler('formation.revenir', { ids }));
    },
    'etape',
  );
  const [seule] = lignes;
  return (
    <FenetreSaisie
      titre={TITRES[statut] ?? `${label(STATUTS_INSCRIPTION, statut)} : choisir le jour`}
      valider="Enregistrer"
      taille={460}
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <Text size="sm" mb="sm">
        {lignes.length === 1 && seule
          ? insecables(`${nomComplet(seule.salarie)}.`)
          : `${lignes.length} personnes : ${lignes.map(({ salarie }) => nomComplet(salarie)).join(', ')}.`}
      </Text>
      <div className={styles.champs}>
        {motive && (
          <Select
            label="Raison"
            withAsterisk
            data-autofocus
            data={MOTIFS_ARRET.valeurs.map(({ code, label: nom }) => ({ value: code, label: nom }))}
            {...form.getInputProps('motif')}
          />
        )}
        <ChampDate
          label={motive ? 'Depuis le' : 'Jour'}
          description={motive ? 'Vide : aujourd’hui.' : 'Vide : le jour habituel de cette étape.'}
          data-autofocus={motive ? undefined : true}
          {...form.getInputProps('le')}
        />
        {motive && (
          <TexteLibre label="En quelques mots" maxLength={500} {...form.getInputProps('motifNote')} />
        )}
      </div>
    </FenetreSaisie>
  );
}
