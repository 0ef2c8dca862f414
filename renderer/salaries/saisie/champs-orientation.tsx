import { TextInput } from '@mantine/core';
import { dateLocale } from '../../../shared/dates.ts';
import { formaterDate, insecables } from '../../../shared/format.ts';
import { alerteTexte } from '../../../shared/mots-sensibles.ts';
import { label } from '../../../shared/nomenclatures/nomenclature.ts';
import { CRITERES } from '../../../shared/nomenclatures/salaries.ts';
import { direEligibilite, eligibilite, niveauDe } from '../../../shared/salaries/regles-eligibilite.ts';
import type { Remarque } from '../../../shared/salaries/regles-parcours.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { Plis, SectionPliee } from '../../components/section-pliee.tsx';
import { ChoixOuNouvelle } from '../../reseau/choix-ou-nouvelle.tsx';
import { ChoixPuces } from '../../reseau/choix-puces.tsx';
import { Remarques } from './remarques.tsx';
import styles from './saisie.module.css';
import type { Form } from './saisie.ts';

function Criteres(props: { form: Form; genre: string | null; remarques: readonly Remarque[] }) {
  const { form, genre } = props;
  const { criteres } = form.values;
  const lue = eligibilite(criteres, genre);
  const choisir = (niveau: '1' | '2', choisis: string[]) =>
    form.setFieldValue(
      'criteres',
      CRITERES.valeurs
        .filter(({ code }) =>
          niveauDe(code) === niveau
            ? choisis.includes(code)
            : criteres.some(({ critere }) => critere === code),
        )
        .map(
          ({ code }) =>
            criteres.find(({ critere }) => critere === code) ?? {
              critere: code,
              constateLe: dateLocale(new Date()),
              justificatif: '',
            },
        ),
    );
  return (
    <>
      <h3 className={styles.titre}>Critères d’éligibilité</h3>
      <p className={styles.constat} data-acquise={lue.acquise || undefined} role="status">
        {insecables(direEligibilite(lue, genre))}
        {!lue.acquise && ' Un prescripteur habilité peut aussi reconnaître l’éligibilité sans eux.'}
      </p>
      {(['1', '2'] as const).map((niveau) => (
        <div key={niveau} style={{ marginBottom: 6 }}>
          <ChoixPuces
            legende={`Niveau ${niveau}`}
            options={CRITERES.valeurs
              .filter(({ code }) => niveauDe(code) === niveau)
              .map(({ code, label: nom }) => ({ value: code as string, label: nom }))}
            value={criteres.map(({ critere }) => critere as string)}
            onChange={(choisis) => choisir(niveau, choisis)}
          />
        </div>
      ))}
      {criteres.map(({ critere, justificatif }, rang) => (
        <fieldset key={critere} className={styles.critere} aria-label={label(CRITERES, critere)}>
          <p>{label(CRITERES, critere)}</p>
          <ChampDate
            label="Constaté le"
            sens="passe"
            {...form.getInputProps(`criteres.${rang}.constateLe`)}
          />
          <TextInput
            label="Où est le justificatif"
            placeholder="Dossier papier, armoire 2"
            autoComplete="off"
            maxLength={200}
            description={alerteTexte(justificatif ?? '')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps(`criteres.${rang}.justificatif`)}
          />
          <Remarques remarques={props.remarques} de={`criteres.${rang}.`} />
        </fieldset>
      ))}
      {criteres.length > 0 && (
        <p className={styles.aide}>
          Dites où la pièce est rangée, jamais ce qu’elle contient : le contrôle a posteriori la demandera.
        </p>
      )}
    </>
  );
}

export function ChampsOrientation(props: {
  form: Form;
  genre: string | null;
  remarques: readonly Remarque[];
}) {
  const { form } = props;
  const { orienteLe } = form.values;
  const { onChange: _p, value: prescripteurId, ...prescripteur } = form.getInputProps('prescripteurId');
  const { onChange: _o, value: orienteurId, ...orienteur } = form.getInputProps('orienteurId');
  return (
    <>
      <div className={styles.champs}>
        <ChoixOuNouvelle
          enTantQue="prescripteur"
          label="Prescripteur"
          description="France Travail, mission locale, Cap emploi, service social…"
          {...prescripteur}
          value={prescripteurId}
          onChange={(id) => form.setFieldValue('prescripteurId', id)}
        />
        <TextInput
          label="Qui suit la personne là-bas"
          description="Conseillère, conseiller"
          autoComplete="off"
          maxLength={120}
          {...form.getInputProps('prescripteurConseiller')}
        />
      </div>
      <Plis>
        <SectionPliee
          form={form}
          titre="Orientation"
          resume={
            orienteLe ? `le ${formaterDate(orienteLe)}` : 'par qui, quand, si ce n’est pas le prescripteur'
          }
          champs={['orienteurId', 'orienteLe']}
        >
          <div className={styles.champs}>
            <ChoixOuNouvelle
              enTantQue="prescripteur"
              label="Orientée par"
              {...orienteur}
              value={orienteurId}
              onChange={(id) => form.setFieldValue('orienteurId', id)}
            />
            <ChampDate label="Orientée le" sens="passe" {...form.getInputProps('orienteLe')} />
          </div>
        </SectionPliee>
      </Plis>
      <Criteres form={form} genre={props.genre} remarques={props.remarques} />
    </>
  );
}
