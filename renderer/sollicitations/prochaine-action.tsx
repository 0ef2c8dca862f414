import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formaterDateLongue } from '../../shared/format.ts';
import { direMoment, echeanceDans } from '../../shared/sollicitations/regles.ts';
import type { Relance } from '../../shared/sollicitations/schema.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { useFormulaire } from '../components/formulaire.tsx';
import { Carte } from '../components/page.tsx';
import { ChampEvenement } from './champ-evenement.tsx';
import { useNoter } from './noter.tsx';
import { Reporter } from './reporter.tsx';
import styles from './suites.module.css';
import { arriver, faire, reporter } from './suites.ts';

function Quand({ relance }: { relance: Relance }) {
  const today = useJour();
  const enRetard = relance.echeance !== null && relance.echeance < today;
  return <span className={enRetard ? styles.retard : undefined}>{direMoment(relance, today)}</span>;
}

function Principale({ relance }: { relance: Relance }) {
  const { ouvrir } = useNoter();
  const [report, setReport] = useState(false);
  return (
    <>
      <p className={styles.libelle}>{relance.libelle}</p>
      <p className={styles.quand}>
        {relance.echeance === null ? null : `${formaterDateLongue(relance.echeance)} · `}
        <Quand relance={relance} />
      </p>
      <div className={styles.boutons}>
        {relance.evenement === '' ? null : (
          <Button size="xs" onClick={() => void arriver(relance)}>
            C’est arrivé
          </Button>
        )}
        <Button
          size="xs"
          variant={relance.evenement === '' ? 'filled' : 'default'}
          leftSection={<IconCheck size={15} stroke={1.8} />}
          onClick={() => void faire(relance)}
        >
          Fait
        </Button>
        <Reporter ouvert={report} changer={setReport} choisir={(moment) => void reporter(relance, moment)}>
          <Button size="xs" variant="default" onClick={() => setReport((ouvert) => !ouvert)}>
            Reporter
          </Button>
        </Reporter>
        <Button
          size="xs"
          variant="default"
          onClick={() => ouvrir({ organisationId: relance.organisation.id, relanceId: relance.id })}
        >
          Noter
        </Button>
      </div>
    </>
  );
}

function Planifier({ organisationId, fermer }: { organisationId: string; fermer: () => void }) {
  const today = useJour();
  const [attente, setAttente] = useState(false);
  const { form, envoyer, enCours, refus } = useFormulaire(
    'sollicitations.planRelance',
    { organisationId, libelle: '', echeance: echeanceDans('semaine', today), evenement: '' },
    fermer,
  );
  return (
    <form
      className={styles.plan}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <TextInput
        label="Ce qu’il y aura à faire"
        placeholder="Envoyer la plaquette…"
        data-autofocus
        autoFocus
        {...form.getInputProps('libelle')}
      />
      <SegmentedControl
        size="xs"
        aria-label="Quand"
        value={attente ? 'evenement' : 'jour'}
        onChange={(choix) => {
          setAttente(choix === 'evenement');
          form.setValues({
            evenement: '',
            echeance: choix === 'evenement' ? null : echeanceDans('semaine', today),
          } as never);
        }}
        data={[
          { value: 'jour', label: 'Un jour' },
          { value: 'evenement', label: 'Un événement attendu' },
        ]}
      />
      {attente ? (
        <ChampEvenement
          value={String(form.getValues().evenement)}
          error={form.errors.echeance}
          onChange={(mots) => form.setFieldValue('evenement' as never, mots as never)}
        />
      ) : null}
      <ChampDate
        label={attente ? 'Au plus tard (facultatif)' : 'Le'}
        sens="avenir"
        {...form.getInputProps('echeance')}
        error={attente ? undefined : form.errors.echeance}
      />
      <div className={styles.planPied}>
        <Button type="submit" size="xs" loading={enCours}>
          Prévoir
        </Button>
        <Button size="xs" variant="subtle" onClick={fermer}>
          Fermer
        </Button>
      </div>
      {refus && Object.keys(form.errors).length === 0 ? <span role="alert">{refus}</span> : null}
    </form>
  );
}

/** What was promised to an organisation: the nearest action with its buttons, the others under it. */
export function ProchaineAction({ organisationId }: { organisationId: string }) {
  const { data } = useLecture('sollicitations.relancesOf', { organisationId });
  const [plan, setPlan] = useState(false);
  if (!data) return null;
  const [premiere, ...autres] = data.lignes;
  return (
    <Carte titre="Prochaine action" className={premiere ? styles.prochaine : undefined}>
      {premiere ? <Principale relance={premiere} key={premiere.id} /> : null}
      {!premiere && !plan ? <p className={styles.rien}>Rien de prévu pour l’instant.</p> : null}
      {autres.length > 0 ? (
        <ul className={styles.autres}>
          {autres.map((relance) => (
            <li key={relance.id}>
              <span>
                {relance.libelle}
                <br />
                <small>
                  <Quand relance={relance} />
                </small>
              </span>
              <ActionIcon
                variant="default"
                size={28}
                aria-label={`Fait : ${relance.libelle}`}
                onClick={() => void faire(relance)}
              >
                <IconCheck size={15} stroke={1.8} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
      {plan ? (
        <Planifier organisationId={organisationId} fermer={() => setPlan(false)} />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          mt={premiere ? 10 : 0}
          leftSection={<IconPlus size={15} stroke={1.6} />}
          onClick={() => setPlan(true)}
        >
          Prévoir une action
        </Button>
      )}
    </Carte>
  );
}
