import { Button, Checkbox, Menu, Text } from '@mantine/core';
import { IconClockEdit } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { formaterDate, formaterDuree, JOURS } from '../../shared/format.ts';
import {
  calendrier,
  couperNuit,
  ecrireHoraires,
  fauteHoraires,
  type Horaires,
  lireHoraires,
  minutesDe,
  nomFerie,
  type Plage,
} from '../../shared/immersions/horaires.ts';
import { HEURES_ILLISIBLES } from '../../shared/immersions/schema.ts';
import { ILLISIBLE, seLit } from './heures.ts';
import styles from './immersions.module.css';
import { NuitEnDeuxJours } from './nuit.tsx';
import { cheminDe, type Form, lisible } from './saisie.ts';

const MATIN: Plage = { debut: 9 * 60, fin: 12 * 60 };
const APRES_MIDI: Plage = { debut: 13 * 60, fin: 17 * 60 };
const semaine = (plages: Plage[]): Horaires => JOURS.map((_, rang) => (rang < 5 ? plages : []));

const MODELES: { label: string; horaires: (avant: Horaires) => Horaires }[] = [
  { label: '35 h : du lundi au vendredi, 9–12 et 13–17', horaires: () => semaine([MATIN, APRES_MIDI]) },
  { label: 'Les matins, 9–12', horaires: () => semaine([MATIN]) },
  { label: 'Les après-midi, 13–17', horaires: () => semaine([APRES_MIDI]) },
  { label: 'Comme lundi, jusqu’au vendredi', horaires: (avant) => semaine(avant[0] ?? []) },
  { label: 'Vider la semaine', horaires: () => semaine([]) },
];

/** Hours of one day, typed as people write them; unreadable, the text stays until it is put right. */
function Jour(props: {
  rang: number;
  plages: Plage[];
  erreur: boolean;
  chemin: string;
  surHoraires: (plages: Plage[]) => void;
}) {
  const { rang, plages } = props;
  /** What is being typed, or what could not be read; null when the cell shows its value. */
  const [frappe, setFrappe] = useState<string | null>(null);
  const [focus, setFocus] = useState(false);
  const nom = JOURS[rang]!.replace(/^./, (initiale) => initiale.toUpperCase());
  const montre = !focus && seLit(plages) ? null : frappe;
  return (
    <label
      className={styles.jour}
      data-present={plages.length > 0 || undefined}
      data-erreur={props.erreur || undefined}
    >
      <span aria-hidden>{nom.slice(0, 2)}</span>
      <textarea
        name={`horaires.${rang}`}
        data-path={props.chemin}
        aria-label={nom}
        rows={2}
        maxLength={80}
        placeholder="–"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={props.erreur || undefined}
        aria-describedby="aide-horaires"
        value={montre ?? (seLit(plages) ? ecrireHoraires(plages) : '')}
        onFocus={({ currentTarget }) => {
          setFocus(true);
          currentTarget.select();
        }}
        onBlur={() => {
          setFocus(false);
          // Filled by a button since, it must not come back with the focus.
          if (seLit(plages)) setFrappe(null);
        }}
        onChange={({ currentTarget }) => {
          setFrappe(currentTarget.value);
          props.surHoraires(lireHoraires(currentTarget.value.replaceAll('\n', ' ')) ?? ILLISIBLE);
        }}
      />
    </label>
  );
}

/** First thing wrong in the week, in one sentence. */
function faute(horaires: Horaires): { rang: number; phrase: string } | null {
  for (const [rang, plages] of horaires.entries()) {
    const phrase = seLit(plages) ? fauteHoraires(plages) : HEURES_ILLISIBLES;
    if (phrase !== null) return { rang, phrase };
  }
  return null;
}

/**
 * Presence by weekday, filled in one go or day by day, and what becomes of legal holidays in the period; `source` says
 * where the hours come from.
 */
export function GrilleHoraires({ form, source }: { form: Form; source: ReactNode }) {
  const { horaires, feriesTravailles, alsaceMoselle } = form.values;
  const [quitte, setQuitte] = useState(false);
  const enDefaut = faute(horaires);
  const montree =
    quitte || Object.keys(form.errors).some((cle) => cle.startsWith('horaires')) ? enDefaut : null;
  const total = horaires.filter(seLit).reduce((somme, plages) => somme + minutesDe(plages), 0);
  const nuit = horaires.findIndex((plages) => seLit(plages) && couperNuit(plages) !== null);
  const feries = calendrier({ ...lisible(form.values), exceptions: [], feriesTravailles: true }).filter(
    ({ date }) => nomFerie(date, alsaceMoselle),
  );
  return (
    <fieldset className={styles.horaires} onBlur={() => setQuitte(true)} onFocus={() => setQuitte(false)}>
      <legend>
        Horaires de présence
        <Menu position="bottom-end" width={330}>
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" leftSection={<IconClockEdit size={15} stroke={1.6} />}>
              Remplir la semaine
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {MODELES.map((modele) => (
              <Menu.Item
                key={modele.label}
                onClick={() => form.setFieldValue('horaires', modele.horaires(form.values.horaires))}
              >
                {modele.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </legend>
      <div className={styles.jours}>
        {JOURS.map((nom, rang) => (
          <Jour
            key={nom}
            rang={rang}
            plages={horaires[rang] ?? []}
            erreur={montree?.rang === rang}
            chemin={cheminDe(form, `horaires.${rang}`)}
            surHoraires={(plages) => form.setFieldValue(`horaires.${rang}`, plages)}
          />
        ))}
      </div>
      <p id="aide-horaires" className={styles.aideHoraires}>
        {montree ? (
          <span className={styles.erreur} role="alert">
            {JOURS[montree.rang]} : {montree.phrase}
          </span>
        ) : (
          <>{formaterDuree(total)} par semaine. Écrivez « 9-12 13-17 » ou « 8h30 à 12h ».</>
        )}
      </p>
      {source}
      {nuit !== -1 && (
        <NuitEnDeuxJours
          plages={horaires[nuit] ?? []}
          jour={JOURS[nuit]!}
          lendemain={JOURS[(nuit + 1) % 7]!}
          couper={(coupe) => {
            const suite = [...form.getValues().horaires];
            const demain = (nuit + 1) % 7;
            suite[nuit] = coupe.jour;
            suite[demain] = [...coupe.lendemain, ...(suite[demain] ?? [])];
            form.setFieldValue('horaires', suite);
          }}
        />
      )}
      {feries.length > 0 && (
        <Checkbox
          mt={8}
          name="feriesTravailles"
          label={
            <Text size="sm" span>
              Présence aussi {feries.length > 1 ? 'les jours fériés' : 'le jour férié'} :{' '}
              {feries
                .map(({ date }) => `${formaterDate(date).slice(0, 5)} (${nomFerie(date, alsaceMoselle)})`)
                .join(', ')}
            </Text>
          }
          checked={feriesTravailles}
          onChange={({ currentTarget }) => form.setFieldValue('feriesTravailles', currentTarget.checked)}
        />
      )}
    </fieldset>
  );
}
