import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { memo } from 'react';
import { ajouterJours, type DateCivile, lundiDe } from '../../shared/dates.ts';
import { accorder, formaterDuree } from '../../shared/format.ts';
import { calendrier, enAlsaceMoselle, type Horaires, totaux } from '../../shared/immersions/horaires.ts';
import { dernierJourPermis } from '../../shared/immersions/regles.ts';
import type { Reprise } from '../../shared/immersions/reprise.ts';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { useJour } from '../app/jour.ts';
import { ChampDate } from '../components/champ-date.tsx';
import { Carte } from '../components/page.tsx';
import { Plis } from '../components/section-pliee.tsx';
import formulaire from './formulaire.module.css';
import { GrilleHoraires } from './grille-horaires.tsx';
import styles from './immersions.module.css';
import { JoursParticuliers } from './jours-particuliers.tsx';
import { MentionReprise } from './reprises.tsx';
import { champ, type Form, lisible, memesChamps } from './saisie.ts';

/** Last day of so many weeks: the last one worked, Friday while no hours say otherwise. */
function finDesSemaines(debut: DateCivile, semaines: number, horaires: Horaires): DateCivile {
  const dernier = horaires.findLastIndex((plages) => plages.length > 0);
  const fin = ajouterJours(lundiDe(debut), 7 * (semaines - 1) + (dernier === -1 ? 4 : dernier));
  return fin < debut ? debut : fin;
}

const DUREES: { label: string; fin: (debut: DateCivile, horaires: Horaires) => DateCivile }[] = [
  { label: '1 semaine', fin: (debut, horaires) => finDesSemaines(debut, 1, horaires) },
  { label: '2 semaines', fin: (debut, horaires) => finDesSemaines(debut, 2, horaires) },
  { label: '3 semaines', fin: (debut, horaires) => finDesSemaines(debut, 3, horaires) },
  { label: '1 mois', fin: (debut) => dernierJourPermis(debut) },
];

/** Good Friday and 26 December. */
function FeriesLocaux({ form }: { form: Form }) {
  return (
    <Checkbox
      mt={8}
      name="alsaceMoselle"
      label="L’accueil suit les jours fériés d’Alsace et de Moselle"
      checked={form.values.alsaceMoselle}
      onChange={({ currentTarget }) => form.setFieldValue('alsaceMoselle', currentTarget.checked)}
    />
  );
}

function Periode(props: { form: Form; reprises: readonly Reprise[]; origine: ImmersionFiche | null }) {
  const { form, reprises, origine } = props;
  const today = useJour();
  const lue = lisible(form.values);
  const { debut, fin } = lue;
  const { minutes, jours } = totaux(calendrier(lue));
  // Elsewhere in France, the question is not worth a line.
  const locaux = lue.alsaceMoselle || enAlsaceMoselle(lue.accueil.codePostal);

  /** From the first day typed, else from next Monday. */
  function durer(finDe: (typeof DUREES)[number]['fin']) {
    const depuis = debut ?? ajouterJours(lundiDe(today), 7);
    form.setValues({ debut: depuis, fin: finDe(depuis, lue.horaires) });
    form.clearFieldError('debut');
    form.clearFieldError('fin');
  }

  return (
    <Carte titre="Période et horaires">
      <div className={styles.trois}>
        <ChampDate label="Du" sens="avenir" {...champ(form, 'debut')} />
        <ChampDate
          label="Au"
          sens="avenir"
          min={debut ?? undefined}
          max={debut ? dernierJourPermis(debut) : undefined}
          {...champ(form, 'fin')}
        />
        <TextInput
          label="Total"
          readOnly
          tabIndex={-1}
          classNames={{ input: styles.total }}
          value={minutes > 0 ? `${formaterDuree(minutes)} · ${accorder(jours, 'jour')}` : '—'}
        />
      </div>
      <div className={formulaire.durees}>
        {DUREES.map(({ label, fin: finDe }) => (
          <Button
            key={label}
            size="compact-sm"
            variant={debut !== null && fin === finDe(debut, lue.horaires) ? 'light' : 'default'}
            aria-pressed={debut !== null && fin === finDe(debut, lue.horaires)}
            onClick={() => durer(finDe)}
          >
            {label}
          </Button>
        ))}
      </div>
      <MentionReprise
        form={form}
        reprises={reprises}
        groupe="periode"
        propose={
          debut !== null && fin === finDesSemaines(debut, 2, lue.horaires)
            ? 'Proposé : deux semaines d’abord, comme l’État le conseille'
            : 'Proposé : jusqu’à la fin du contrat'
        }
      />
      <GrilleHoraires
        form={form}
        source={<MentionReprise form={form} reprises={reprises} groupe="horaires" />}
      />
      {locaux && <FeriesLocaux form={form} />}
      <Plis>
        <JoursParticuliers form={form}>{!locaux && <FeriesLocaux form={form} />}</JoursParticuliers>
      </Plis>
      {origine !== null && (
        <Textarea
          mt={12}
          label="Pourquoi renouveler"
          description="Ce qui n’a pas pu être atteint la première fois : la convention le dit."
          autosize
          minRows={2}
          maxLength={2000}
          {...champ(form, 'motifRenouvellement')}
        />
      )}
    </Carte>
  );
}

export const CartePeriode = memo(
  Periode,
  memesChamps([
    'debut',
    'fin',
    'horaires',
    'feriesTravailles',
    'exceptions',
    'alsaceMoselle',
    'accueil',
    'motifRenouvellement',
  ]),
);
