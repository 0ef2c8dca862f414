import { Button, Collapse, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { formaterSiret } from '../../shared/format.ts';
import { enAlsaceMoselle } from '../../shared/immersions/horaires.ts';
import styles from './immersions.module.css';
import type { Form } from './saisie.ts';

/** Mentions of the host on the convention: one line when all are known, fields when one is missing. */
export function ChampsAccueil(props: { form: Form; ouvert: boolean; changer: (ouvert: boolean) => void }) {
  const { form } = props;
  const { accueil } = form.values;
  // A refused mention is never folded away.
  const ouvert = props.ouvert || Object.keys(form.errors).some((cle) => cle.startsWith('accueil.'));
  const champ = (nom: keyof typeof accueil) => ({
    name: `accueil.${nom}`,
    autoComplete: 'off',
    ...form.getInputProps(`accueil.${nom}`),
  });
  const resume = [
    [accueil.adresse, [accueil.codePostal, accueil.ville].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', '),
    accueil.siret && `SIRET ${formaterSiret(accueil.siret.replace(/\s/g, ''))}`,
    accueil.activite,
    accueil.conventionCollective,
  ];
  const Chevron = ouvert ? IconChevronUp : IconChevronDown;
  return (
    <div className={styles.accueil}>
      <div className={styles.accueilTete}>
        <span>{resume.filter(Boolean).join(' · ') || 'Adresse, SIRET, activité, convention collective'}</span>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={ouvert}
          aria-controls="mentions-accueil"
          rightSection={<Chevron size={15} stroke={1.8} />}
          onClick={() => props.changer(!ouvert)}
        >
          {ouvert ? 'Replier' : 'Modifier'}
        </Button>
      </div>
      <Collapse expanded={ouvert} id="mentions-accueil">
        <div className={styles.six}>
          <TextInput className={styles.large} label="Adresse de l’accueil" {...champ('adresse')} />
          <TextInput
            label="Code postal"
            {...champ('codePostal')}
            onChange={({ currentTarget: { value } }) => {
              form.setFieldValue('accueil.codePostal', value);
              const code = value.replace(/\s/g, '');
              if (code.length === 5) form.setFieldValue('alsaceMoselle', enAlsaceMoselle(code));
            }}
          />
          <TextInput className={styles.double} label="Ville" {...champ('ville')} />
          <TextInput
            className={styles.double}
            label="SIRET"
            placeholder="123 456 789 00012"
            {...champ('siret')}
          />
          <TextInput className={styles.double} label="Activité principale" {...champ('activite')} />
          <TextInput
            className={styles.double}
            label="Convention collective"
            placeholder="IDCC ou nom"
            {...champ('conventionCollective')}
          />
        </div>
        <p className={styles.aideHoraires}>Ces mentions s’enregistrent aussi sur la fiche de l’accueil.</p>
      </Collapse>
    </div>
  );
}
