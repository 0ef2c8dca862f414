import { Radio, Text } from '@mantine/core';
import { ecartJours } from '../../../shared/dates.ts';
import { accorder, formaterDate, insecables } from '../../../shared/format.ts';
import { SUITES } from '../../../shared/nomenclatures/salaries.ts';
import { useJour } from '../../app/jour.ts';
import { FenetreSaisie } from '../../components/fenetre-saisie.tsx';
import { useFormulaire } from '../../components/formulaire.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import styles from './fiche.module.css';
import { annoncerSuite } from './gestes.ts';

/** A contract whose next step is decided, wherever it is shown. */
export interface ContratADecider {
  id: string;
  libelle: string;
  fin: string;
  suite: string;
  suiteNote: string;
}

/** What is to follow a contract, as the team and the person decide it. */
export function FenetreSuite(props: { nom: string; contrat: ContratADecider; fermer: () => void }) {
  const { nom, contrat, fermer } = props;
  const today = useJour();
  const { form, envoyer, enCours, refus } = useFormulaire(
    'salaries.saveSuite',
    { contratId: contrat.id, suite: contrat.suite as never, suiteNote: contrat.suiteNote },
    ({ avant }) => {
      fermer();
      annoncerSuite(contrat.id, avant);
    },
    'suite',
  );
  const jours = ecartJours(today, contrat.fin);
  return (
    <FenetreSaisie
      titre={insecables(`Et après ? ${nom}`)}
      valider="Enregistrer"
      modifie={form.isDirty()}
      envoyer={envoyer}
      enCours={enCours}
      refus={refus}
      fermer={fermer}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {contrat.libelle} jusqu’au {formaterDate(contrat.fin)}
        {jours >= 0 ? `, dans ${accorder(jours, 'jour')}` : ''}.
      </Text>
      <Radio.Group label="Suite prévue" {...form.getInputProps('suite')}>
        <div className={styles.suites}>
          <Radio value="" label="Rien n’est décidé" />
          {SUITES.valeurs.map(({ code, label }, rang) => (
            <Radio key={code} value={code} label={label} data-autofocus={rang === 0 || undefined} />
          ))}
        </div>
      </Radio.Group>
      <TexteLibre
        label="Précision"
        placeholder="Chez qui, quand, à quelle condition"
        mt="md"
        maxLength={300}
        disabled={form.getValues().suite === ''}
        {...form.getInputProps('suiteNote')}
      />
    </FenetreSaisie>
  );
}
