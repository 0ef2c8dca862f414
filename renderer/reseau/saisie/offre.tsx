import { TextInput } from '@mantine/core';
import { accorder, MOIS } from '../../../shared/format.ts';
import { direSaison } from '../../../shared/reseau/regles-organisation.ts';
import { useListe } from '../../app/listes.ts';
import type { FormulaireOrganisation } from '../champs-organisation.tsx';
import { ChoixPuces } from '../choix-puces.tsx';
import { ChoixRome } from '../choix-rome.tsx';
import styles from './section.module.css';
import { Section } from './section.tsx';

const CHAMPS = ['metiers', 'saison', 'saisonNote', 'conditions', 'conditionsNote'];

const LES_MOIS = MOIS.map((mois, rang) => ({
  value: rang + 1,
  label: mois,
  court: mois.slice(0, mois.startsWith('jui') ? 4 : 3),
}));

/** `de mars à octobre` → `Haute saison de mars à octobre.` */
const direHauteSaison = (mois: readonly number[]) =>
  mois.length === 0 ? 'Quand a-t-elle besoin de monde ?' : `Haute saison ${direSaison(mois)}.`;

/** Métiers, season and reception: what a person could come and do there. */
export function Offre({ form }: { form: FormulaireOrganisation }) {
  const { metiers, saison, conditions } = form.values;
  const liste = useListe('conditions');
  return (
    <Section
      cle="offre"
      titre="Ce qu’elle peut offrir"
      champs={CHAMPS}
      form={form}
      resume={[
        metiers.length > 2
          ? accorder(metiers.length, 'métier')
          : metiers.map(({ libelle }) => libelle).join(', '),
        direSaison(saison),
        conditions.length > 2
          ? `${conditions.length} conditions d’accueil`
          : conditions.map(liste.libelle).join(', '),
      ]}
    >
      <div className={styles.entiere}>
        <ChoixRome
          label="Métiers exercés"
          value={metiers.map(({ code = '', version = '', libelle }) => ({ code, version, libelle }))}
          onChange={(choisis) => {
            form.setFieldValue('metiers', choisis);
            form.clearFieldError('metiers');
          }}
          error={form.errors.metiers}
          data-path="metiers"
        />
      </div>
      <ChoixPuces
        legende="Saison"
        description={direHauteSaison(saison)}
        options={LES_MOIS}
        value={saison}
        onChange={(mois) => form.setFieldValue('saison', mois)}
        error={form.errors.saison}
        chemin="saison"
        douze
      />
      <TextInput
        className={styles.entiere}
        label="Précision sur la saison"
        placeholder="Deux pics : tontes au printemps, plantations à l’automne…"
        {...form.getInputProps('saisonNote')}
      />
      <ChoixPuces
        legende="Conditions d’accueil"
        options={liste.choix(conditions)}
        value={conditions}
        onChange={(codes) => {
          form.setFieldValue('conditions', codes);
          form.clearFieldError('conditions');
        }}
        error={form.errors.conditions}
        chemin="conditions"
      />
      <TextInput
        className={styles.entiere}
        label="Précision sur l’accueil"
        placeholder="Bus 12 arrêt Mairie, vestiaire partagé, chaussures de sécurité à apporter…"
        {...form.getInputProps('conditionsNote')}
      />
    </Section>
  );
}
