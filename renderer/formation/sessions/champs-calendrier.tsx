import { ActionIcon, Button, Chip, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { estDateCivile, jourSemaine } from '../../../shared/dates.ts';
import { accorder, formaterDuree, JOURS } from '../../../shared/format.ts';
import { poserCreneaux } from '../../../shared/formation/generateur.ts';
import { minutesDesCreneaux } from '../../../shared/formation/regles-session.ts';
import { lireHoraires, nomFerie } from '../../../shared/immersions/horaires.ts';
import { ChampDate } from '../../components/champ-date.tsx';
import styles from './formulaire.module.css';
import {
  creneauxDe,
  type Form,
  fauteHeures,
  jourSuivant,
  type LigneJour,
  lignesDe,
  nouvelleLigne,
} from './saisie.ts';

const COURTS = ['Lu', 'Ma', 'Me', 'Je', 'Ve', 'Sa', 'Di'];

/** Days of the week, hours of the two half-days: laid on the calendar until the hours are reached. */
function Rythme(props: { form: Form; alsaceMoselle: boolean; poser: (lignes: LigneJour[]) => void }) {
  const { form } = props;
  const { debut, minutes, creneaux } = form.values;
  const [jours, setJours] = useState<string[]>(['1', '2', '3', '4', '5']);
  const [matin, setMatin] = useState('9–12');
  const [apresMidi, setApresMidi] = useState('13–17');
  const fautes = { matin: fauteHeures(matin), apresMidi: fauteHeures(apresMidi) };
  const manque = !estDateCivile(debut)
    ? 'Indiquez d’abord le premier jour.'
    : minutes <= 0
      ? 'Indiquez d’abord les heures par stagiaire.'
      : jours.length === 0
        ? 'Choisissez au moins un jour de la semaine.'
        : matin.trim() === '' && apresMidi.trim() === ''
          ? 'Indiquez les heures du matin ou de l’après-midi.'
          : null;
  const plage = (texte: string) => lireHoraires(texte)?.[0] ?? null;
  function poser() {
    const poses = poserCreneaux({
      debut,
      minutes,
      jours: jours.map(Number),
      matin: plage(matin),
      apresMidi: plage(apresMidi),
      alsaceMoselle: props.alsaceMoselle,
    });
    props.poser(lignesDe(poses));
  }
  return (
    <div className={styles.rythme}>
      <fieldset className={styles.jours}>
        <legend>Jours</legend>
        <Chip.Group multiple value={jours} onChange={setJours}>
          {COURTS.map((court, rang) => (
            <Chip
              key={court}
              value={String(rang + 1)}
              size="sm"
              radius="sm"
              classNames={{ iconWrapper: styles.coche, label: styles.puce }}
              aria-label={JOURS[rang]}
            >
              {court}
            </Chip>
          ))}
        </Chip.Group>
      </fieldset>
      <TextInput
        label="Matin"
        w={104}
        autoComplete="off"
        value={matin}
        error={fautes.matin}
        onChange={({ currentTarget }) => setMatin(currentTarget.value)}
      />
      <TextInput
        label="Après-midi"
        w={104}
        autoComplete="off"
        value={apresMidi}
        error={fautes.apresMidi}
        onChange={({ currentTarget }) => setApresMidi(currentTarget.value)}
      />
      <div className={styles.piedRythme}>
        <p className={styles.aide}>
          {manque ??
            `Jusqu’à ${formaterDuree(minutes)}, sans les jours fériés. Chaque journée se corrige ensuite.`}
        </p>
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size={17} stroke={1.6} />}
          disabled={manque !== null || fautes.matin !== null || fautes.apresMidi !== null}
          onClick={poser}
        >
          {creneaux.length > 0 ? 'Refaire le calendrier' : 'Poser les demi-journées'}
        </Button>
      </div>
    </div>
  );
}

function Jour(props: {
  ligne: LigneJour;
  rang: number;
  fautes: { date?: ReactNode; matin?: ReactNode; apresMidi?: ReactNode };
  alsaceMoselle: boolean;
  changer: (ligne: LigneJour) => void;
  retirer: () => void;
}) {
  const { ligne, fautes, changer } = props;
  const dite = estDateCivile(ligne.date);
  const ferie = dite ? nomFerie(ligne.date, props.alsaceMoselle) : null;
  const nom = dite ? JOURS[jourSemaine(ligne.date) - 1] : '';
  const heures = (cle: 'matin' | 'apresMidi', label: string) => (
    <TextInput
      aria-label={`${label}, jour ${props.rang + 1}`}
      placeholder="libre"
      autoComplete="off"
      value={ligne[cle]}
      error={fauteHeures(ligne[cle]) ?? fautes[cle]}
      onChange={({ currentTarget }) => changer({ ...ligne, [cle]: currentTarget.value })}
    />
  );
  return (
    <li className={styles.jour}>
      <ChampDate
        aria-label={`Jour ${props.rang + 1}`}
        value={ligne.date}
        error={fautes.date}
        onChange={(date) => changer({ ...ligne, date: date ?? '' })}
      />
      <span className={styles.nomJour} data-alerte={ferie !== null || nom === 'dimanche' || undefined}>
        {ferie ?? nom}
      </span>
      {heures('matin', 'Matin')}
      {heures('apresMidi', 'Après-midi')}
      <span className={styles.duree}>{formaterDuree(minutesDesCreneaux(creneauxDe(ligne)))}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={`Retirer le jour ${props.rang + 1}`}
        onClick={props.retirer}
      >
        <IconTrash size={17} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}

/** The half-days of a session: laid at once from a rhythm, then corrected one by one. */
export function ChampsCalendrier(props: {
  form: Form;
  alsaceMoselle: boolean;
  lignes: LigneJour[];
  setLignes: (lignes: LigneJour[]) => void;
}) {
  const { form, lignes } = props;
  function changer(nouvelles: LigneJour[], exact = false) {
    props.setLignes(nouvelles);
    const creneaux = nouvelles.flatMap(creneauxDe);
    form.setFieldValue('creneaux', creneaux);
    form.setErrors(
      Object.fromEntries(Object.entries(form.errors).filter(([chemin]) => !chemin.startsWith('creneaux'))),
    );
    const dates = creneaux
      .map(({ date }) => date)
      .filter(estDateCivile)
      .sort();
    const [premiere, derniere] = [dates[0], dates.at(-1)];
    if (premiere === undefined || derniere === undefined) return;
    // The session holds its calendar, and is no longer than what was just laid.
    if (premiere < form.values.debut || !estDateCivile(form.values.debut))
      form.setFieldValue('debut', premiere);
    if (exact || derniere > form.values.fin || !estDateCivile(form.values.fin))
      form.setFieldValue('fin', derniere);
  }
  /** Refusals of the operation are about half-days, in the order of the lines. */
  const origines = lignes.flatMap((ligne) => creneauxDe(ligne).map(({ demi }) => ({ cle: ligne.cle, demi })));
  const fautesDe = (cle: number) => {
    const fautes: { date?: ReactNode; matin?: ReactNode; apresMidi?: ReactNode } = {};
    for (const [chemin, phrase] of Object.entries(form.errors)) {
      const [, rang, champ] = /^creneaux\.(\d+)\.(\w+)$/.exec(chemin) ?? [];
      const origine = origines[Number(rang)];
      if (origine?.cle !== cle) continue;
      fautes[
        champ === 'date' || champ === 'demi' ? 'date' : origine.demi === 'matin' ? 'matin' : 'apresMidi'
      ] = phrase;
    }
    return fautes;
  };
  const total = minutesDesCreneaux(form.values.creneaux);
  const ecart = lignes.length > 0 && total !== form.values.minutes;
  return (
    <>
      <Rythme form={form} alsaceMoselle={props.alsaceMoselle} poser={(posees) => changer(posees, true)} />
      {lignes.length > 0 ? (
        <ol className={styles.calendrier} aria-label="Demi-journées">
          <li className={styles.entetes} aria-hidden>
            <span>Jour</span>
            <span />
            <span>Matin</span>
            <span>Après-midi</span>
          </li>
          {lignes.map((ligne, rang) => (
            <Jour
              key={ligne.cle}
              ligne={ligne}
              rang={rang}
              alsaceMoselle={props.alsaceMoselle}
              fautes={fautesDe(ligne.cle)}
              changer={(changee) =>
                changer(lignes.map((autre) => (autre.cle === ligne.cle ? changee : autre)))
              }
              retirer={() => changer(lignes.filter(({ cle }) => cle !== ligne.cle))}
            />
          ))}
        </ol>
      ) : null}
      <div className={styles.piedCalendrier}>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={15} />}
          onClick={() =>
            changer([...lignes, nouvelleLigne(jourSuivant(lignes, form.values.debut), '9–12', '13–17')])
          }
        >
          Ajouter un jour
        </Button>
        {lignes.length > 0 ? (
          <output className={styles.total} data-alerte={ecart || undefined}>
            {accorder(form.values.creneaux.length, 'demi-journée')}, {formaterDuree(total)}
            {ecart && form.values.minutes > 0 ? ` pour ${formaterDuree(form.values.minutes)} annoncées` : ''}
          </output>
        ) : null}
        {ecart && total > 0 ? (
          <Button variant="subtle" size="xs" onClick={() => form.setFieldValue('minutes', total)}>
            Retenir {formaterDuree(total)}
          </Button>
        ) : null}
      </div>
      <p className={styles.refus} role="alert">
        {form.errors.creneaux}
      </p>
    </>
  );
}
