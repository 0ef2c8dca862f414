import { dateLocale } from '../../../shared/dates.ts';
import { ETATS_PROJET, NIVEAUX_FORMATION, PREPARATIONS } from '../../../shared/nomenclatures/salaries.ts';
import { METIERS_VISES_MAX, PROJET_MAX } from '../../../shared/salaries/schema.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { TexteLibre } from '../../components/texte-libre.tsx';
import { ChoixRome } from '../../reseau/choix-rome.tsx';
import { ChoixCode } from './choix-code.tsx';
import styles from './saisie.module.css';
import type { Form } from './saisie.ts';

export function ChampsProjet({ form }: { form: Form }) {
  const { metiersVises } = form.values;
  const { onChange: _, value: __, ...metiers } = form.getInputProps('metiersVises');
  /** A state that changes is one of today, until said otherwise. */
  const changerEtat =
    (etat: 'projetEtat' | 'preparation', le: 'projetLe' | 'preparationLe') => (code: string) => {
      form.setFieldValue(etat, code as never);
      form.setFieldValue(le, code === '' ? null : dateLocale(new Date()));
    };
  return (
    <div className={styles.champs}>
      <ChoixCode
        form={form}
        champ="projetEtat"
        label="Le projet est"
        liste={ETATS_PROJET}
        onChange={changerEtat('projetEtat', 'projetLe')}
      />
      <ChampDate
        label="Depuis le"
        sens="passe"
        disabled={form.values.projetEtat === ''}
        {...form.getInputProps('projetLe')}
      />
      <div className={styles.entiere}>
        <ChoixRome
          label="Métiers visés"
          description="Le plus visé en premier."
          max={METIERS_VISES_MAX}
          {...metiers}
          value={metiersVises.map(({ code = '', version = '', libelle }) => ({ code, version, libelle }))}
          onChange={(choisis) => form.setFieldValue('metiersVises', choisis)}
        />
      </div>
      <div className={styles.entiere}>
        <TexteLibre
          label="Le projet, en quelques mots"
          maxLength={PROJET_MAX}
          {...form.getInputProps('projet')}
        />
      </div>
      <ChoixCode
        form={form}
        champ="preparation"
        label="Prêt à l’emploi"
        liste={PREPARATIONS}
        onChange={changerEtat('preparation', 'preparationLe')}
      />
      <ChampDate
        label="Constaté le"
        sens="passe"
        disabled={form.values.preparation === ''}
        {...form.getInputProps('preparationLe')}
      />
      <ChoixCode
        form={form}
        champ="niveauFormation"
        label="Niveau de formation à l’entrée"
        liste={NIVEAUX_FORMATION}
      />
    </div>
  );
}
