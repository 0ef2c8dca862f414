import { Button, Radio, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { ageAu, dateLocale, estDateCivile } from '../../../shared/dates.ts';
import { accorder, formaterDate } from '../../../shared/format.ts';
import { SEXES } from '../../../shared/nomenclatures/salaries.ts';
import { normaliser } from '../../../shared/normaliser.ts';
import { useLecture } from '../../app/operations.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import { Plis, SectionPliee } from '../../components/section-pliee.tsx';
import styles from './saisie.module.css';
import type { Form } from './saisie.ts';

/** Somebody who already bears this name: one record each, or two where one was meant. `choisir`: takes that one instead. */
function Homonyme(props: { prenom: string; nom: string; choisir: ((id: string) => void) | undefined }) {
  const { prenom, nom, choisir } = props;
  const cherche = `${prenom.trim()} ${nom.trim()}`.slice(0, 200);
  const { data } = useLecture(
    'salaries.suggest',
    { recherche: cherche, nombre: 5 },
    { actif: prenom.trim() !== '' && nom.trim() !== '' },
  );
  const meme = data?.find((lu) => normaliser(`${lu.prenom} ${lu.nom}`) === normaliser(cherche));
  if (!meme) return null;
  return (
    <p className={styles.doublon} role="status">
      Une fiche porte déjà ce nom&nbsp;:{' '}
      {choisir ? (
        <strong>
          {meme.prenom} {meme.nom}
        </strong>
      ) : (
        <Link to={`/salaries/${meme.id}`}>
          {meme.prenom} {meme.nom}
        </Link>
      )}
      , naissance le {formaterDate(meme.naissance)}.
      {choisir ? (
        <Button variant="subtle" size="compact-sm" onClick={() => choisir(meme.id)}>
          Prendre cette fiche
        </Button>
      ) : null}
    </p>
  );
}

function direAge(naissance: string): string | undefined {
  if (!estDateCivile(naissance)) return undefined;
  const age = ageAu(naissance, dateLocale(new Date()));
  return age >= 0 && age < 120 ? accorder(age, 'an') : undefined;
}

/** `complet`: with what is only known later, the way to reach the person; `choisir`: where somebody is being picked. */
export function ChampsIdentite(props: {
  form: Form;
  nouveau: boolean;
  complet: boolean;
  choisir?: (id: string) => void;
}) {
  const { form, nouveau, complet } = props;
  const premier = useRef<HTMLInputElement>(null);
  // A page opened to create someone is a page to type in.
  useEffect(() => {
    if (nouveau) premier.current?.focus();
  }, [nouveau]);
  const { prenom, nom, naissance } = form.values;
  return (
    <>
      <div className={styles.champs}>
        <TextInput
          label="Prénom"
          withAsterisk
          data-autofocus
          ref={premier}
          autoComplete="off"
          {...form.getInputProps('prenom')}
        />
        <TextInput label="Nom" withAsterisk autoComplete="off" {...form.getInputProps('nom')} />
        {nouveau && <Homonyme prenom={prenom} nom={nom} choisir={props.choisir} />}
        <ChampDate
          label="Date de naissance"
          withAsterisk
          sens="passe"
          description={direAge(naissance)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('naissance')}
        />
        <Radio.Group
          label="Femme ou homme"
          withAsterisk
          description="Les bilans des financeurs comptent ainsi."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('sexe')}
        >
          <div className={styles.sexe}>
            {SEXES.valeurs.map(({ code, label }) => (
              <Radio key={code} value={code} label={label} />
            ))}
          </div>
        </Radio.Group>
        <TextInput
          label="Téléphone"
          inputMode="tel"
          autoComplete="off"
          {...form.getInputProps('telephone')}
        />
        {complet && (
          <TextInput
            label="Courriel"
            inputMode="email"
            autoComplete="off"
            {...form.getInputProps('courriel')}
          />
        )}
      </div>
      {complet && (
        <Plis>
          <SectionPliee
            form={form}
            titre="Adresse"
            resume={[form.values.adresse, form.values.codePostal, form.values.ville]
              .filter(Boolean)
              .join(', ')}
            champs={['adresse', 'codePostal', 'ville']}
          >
            <div className={styles.champs}>
              <TextInput label="Adresse" autoComplete="off" {...form.getInputProps('adresse')} />
              <div className={styles.lieu}>
                <TextInput
                  label="Code postal"
                  inputMode="numeric"
                  autoComplete="off"
                  {...form.getInputProps('codePostal')}
                />
                <TextInput label="Ville" autoComplete="off" {...form.getInputProps('ville')} />
              </div>
            </div>
          </SectionPliee>
        </Plis>
      )}
    </>
  );
}
