import { TextInput } from '@mantine/core';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { HORAIRES_POSSIBLES, PERMIS, VEHICULES } from '../../../shared/nomenclatures/salaries.ts';
import { Plis, SectionPliee } from '../../components/section-pliee.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { ChoixPuces } from '../../reseau/choix-puces.tsx';
import { choixDe } from './champs-contrats.tsx';
import { ChoixCode } from './choix-code.tsx';
import styles from './saisie.module.css';
import { cheminDe, type Form, type Saisie } from './saisie.ts';

/** « Aucun » goes when a licence comes, and takes the others away. */
function permisChoisis(avant: readonly string[], apres: readonly string[]): Saisie['permis'] {
  const choisis =
    apres.includes('aucun') && !avant.includes('aucun')
      ? ['aucun']
      : apres.length > 1
        ? apres.filter((code) => code !== 'aucun')
        : apres;
  return choisis as Saisie['permis'];
}

export function ChampsMobilite({ form }: { form: Form }) {
  const { permis, horairesPossibles, mobiliteNote } = form.values;
  return (
    <>
      <div className={styles.champs}>
        <ChoixPuces
          legende="Permis"
          options={choixDe(PERMIS)}
          value={permis as string[]}
          onChange={(choisis) => form.setFieldValue('permis', permisChoisis(permis, choisis))}
          error={form.errors.permis}
          chemin={cheminDe(form, 'permis')}
        />
        <ChoixCode form={form} champ="vehicule" label="Véhicule" liste={VEHICULES} />
        <TextInput
          label="Où la personne peut aller"
          placeholder="Riom et ses environs, ligne 3 du bus…"
          autoComplete="off"
          maxLength={300}
          description={alerteTexte(form.values.zones)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('zones')}
        />
        <ChoixPuces
          legende="Horaires possibles"
          options={choixDe(HORAIRES_POSSIBLES)}
          value={horairesPossibles as string[]}
          onChange={(choisis) =>
            form.setFieldValue('horairesPossibles', choisis as Saisie['horairesPossibles'])
          }
          error={form.errors.horairesPossibles}
          chemin={cheminDe(form, 'horairesPossibles')}
        />
      </div>
      <Plis>
        <SectionPliee
          form={form}
          titre="Précision"
          resume={mobiliteNote || 'covoiturage, garde d’enfants, trajet à prévoir…'}
          champs={['mobiliteNote']}
        >
          <TexteLibre
            label="Précision sur la mobilité ou la disponibilité"
            maxLength={500}
            {...form.getInputProps('mobiliteNote')}
          />
        </SectionPliee>
      </Plis>
    </>
  );
}
