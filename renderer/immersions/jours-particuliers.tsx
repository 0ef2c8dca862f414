import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { ajouterJours, type DateCivile, ecartJours, jourSemaine, lundiDe } from '../../shared/dates.ts';
import { accorder, formaterDate, formaterDuree, formaterJour, JOURS } from '../../shared/format.ts';
import {
  calendrier,
  ecrireHoraires,
  fauteHoraires,
  lireHoraires,
  minutesDe,
  minutesParSemaine,
  nomFerie,
  type Plage,
} from '../../shared/immersions/horaires.ts';
import { HEURES_ILLISIBLES } from '../../shared/immersions/schema.ts';
import { SectionPliee } from '../components/section-pliee.tsx';
import styles from './formulaire.module.css';
import { ILLISIBLE, seLit } from './heures.ts';
import { NuitEnDeuxJours } from './nuit.tsx';
import { cheminDe, type Form, lisible, type Saisie } from './saisie.ts';

/** Longer than this no immersion goes: there is nothing to lay out. */
const JOURS_MAX = 70;

/** What a day would be without exception. */
function ordinaire({ horaires, feriesTravailles, alsaceMoselle }: Saisie, date: DateCivile): Plage[] {
  if (!feriesTravailles && nomFerie(date, alsaceMoselle) !== null) return [];
  return horaires[jourSemaine(date) - 1] ?? [];
}

const enLigne = (plages: readonly Plage[]) => ecrireHoraires(plages).replaceAll('\n', ' ');

const direPlages = (plages: readonly Plage[]) =>
  plages.length > 0 ? `${enLigne(plages)}, ${formaterDuree(minutesDe(plages))}` : 'pas de présence';

/** Puts a particular day, or takes it away (`plages` null). */
function poser(form: Form, date: DateCivile, plages: Plage[] | null): void {
  const autres = form.getValues().exceptions.filter((une) => une.date !== date);
  form.setFieldValue(
    'exceptions',
    plages === null ? autres : [...autres, { date, plages }].sort((a, b) => (a.date < b.date ? -1 : 1)),
  );
  for (const rang of autres.keys()) form.clearFieldError(`exceptions.${rang}`);
  form.clearFieldError(`exceptions.${autres.length}`);
}

/** The hours of one day, in place of those of its week. */
function UnJour(props: { form: Form; date: DateCivile; fermer: () => void }) {
  const { form, date } = props;
  const exception = form.values.exceptions.find((une) => une.date === date);
  const semaine = ordinaire(lisible(form.values), date);
  const plages = exception?.plages ?? semaine;
  const [frappe, setFrappe] = useState<string | null>(null);
  const [quitte, setQuitte] = useState(false);
  const faute = seLit(plages) ? fauteHoraires(plages) : HEURES_ILLISIBLES;
  const lendemain = ajouterJours(date, 1);
  const dansPeriode = form.values.fin !== null && lendemain <= form.values.fin;
  return (
    <div className={styles.unJour}>
      <TextInput
        label={`Horaires du ${formaterJour(date)}`}
        description={`La semaine dit : ${direPlages(semaine)}`}
        placeholder="9-12 13-17, ou vide si la personne ne vient pas"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        maxLength={80}
        value={frappe ?? (seLit(plages) ? enLigne(plages) : '')}
        error={quitte && faute}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={() => setQuitte(true)}
        onChange={({ currentTarget: { value } }) => {
          setFrappe(value);
          setQuitte(false);
          poser(form, date, lireHoraires(value) ?? ILLISIBLE);
        }}
        onKeyDown={(evenement) => {
          if (evenement.key !== 'Enter' && evenement.key !== 'Escape') return;
          evenement.preventDefault();
          if (faute === null || evenement.key === 'Escape') props.fermer();
          else setQuitte(true);
        }}
      />
      <NuitEnDeuxJours
        plages={plages}
        jour={formaterJour(date)}
        lendemain={`${formaterJour(lendemain)}${dansPeriode ? '' : ' (après le dernier jour)'}`}
        couper={(coupe) => {
          setFrappe(null);
          poser(form, date, coupe.jour);
          const suivant =
            form.getValues().exceptions.find((une) => une.date === lendemain)?.plages ??
            ordinaire(lisible(form.getValues()), lendemain);
          if (coupe.lendemain.length > 0) poser(form, lendemain, [...coupe.lendemain, ...suivant]);
        }}
      />
      <div className={styles.unJourActions}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            setFrappe(null);
            poser(form, date, []);
          }}
        >
          La personne ne vient pas
        </Button>
        {exception && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              setFrappe(null);
              poser(form, date, null);
            }}
          >
            Comme la semaine
          </Button>
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={15} stroke={1.6} />}
          onClick={props.fermer}
        >
          Fermer ce jour
        </Button>
      </div>
    </div>
  );
}

function resumer(saisie: Saisie): string {
  const nombre = saisie.exceptions.filter(
    ({ date }) => (saisie.debut ?? '') <= date && date <= (saisie.fin ?? ''),
  ).length;
  const semaines = [...minutesParSemaine(calendrier(saisie)).values()].map(formaterDuree);
  const pareilles = new Set(semaines).size === 1;
  return [
    nombre === 0 ? 'tous suivent la semaine' : accorder(nombre, 'jour différent', 'jours différents'),
    pareilles ? `${semaines[0]} par semaine` : semaines.length > 0 && `semaines de ${semaines.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The period laid on the calendar: each day can be changed, each week says its hours. */
export function JoursParticuliers({ form, children }: { form: Form; children: ReactNode }) {
  const table = useRef<HTMLTableElement>(null);
  const [choisi, setChoisi] = useState<DateCivile | null>(null);
  const saisie = lisible(form.values);
  const { debut, fin } = saisie;
  const visible = debut !== null && fin !== null && fin >= debut && ecartJours(debut, fin) < JOURS_MAX;
  if (!visible) return null;
  const jours = Array.from({ length: ecartJours(debut, fin) + 1 }, (_, rang) => ajouterJours(debut, rang));
  const actif = choisi !== null && jours.includes(choisi) ? choisi : null;
  const lundis = [...new Set(jours.map(lundiDe))];
  const parSemaine = minutesParSemaine(calendrier(saisie));
  const rangs = new Map(form.values.exceptions.map(({ date }, rang) => [date, rang]));

  const bouton = (date: DateCivile) =>
    table.current?.querySelector<HTMLButtonElement>(`[data-jour="${date}"]`);
  function fermer() {
    const date = actif;
    setChoisi(null);
    if (date) bouton(date)?.focus();
  }
  function auClavier(evenement: KeyboardEvent, date: DateCivile) {
    const pas = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 }[evenement.key];
    if (pas === undefined) return;
    evenement.preventDefault();
    bouton(ajouterJours(date, pas))?.focus();
  }

  return (
    <SectionPliee form={form} titre="Jour par jour" resume={resumer(saisie)} champs={['exceptions']}>
      <table ref={table} className={styles.calendrier}>
        <caption className="visuellement-cache">Présence jour par jour</caption>
        <thead>
          <tr>
            {JOURS.map((nom) => (
              <th key={nom} scope="col" abbr={nom}>
                {nom.slice(0, 2)}
              </th>
            ))}
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {lundis.map((lundi) => (
            <tr key={lundi}>
              {JOURS.map((nom, rang) => {
                const date = ajouterJours(lundi, rang);
                if (date < debut || date > fin) return <td key={nom} />;
                const place = rangs.get(date);
                const brutes = place === undefined ? undefined : form.values.exceptions[place]?.plages;
                const plages = brutes ?? ordinaire(saisie, date);
                const faute = brutes !== undefined && (!seLit(brutes) || fauteHoraires(brutes) !== null);
                const ferie = nomFerie(date, saisie.alsaceMoselle);
                return (
                  <td key={nom}>
                    <button
                      type="button"
                      className={styles.case}
                      data-jour={date}
                      data-path={place === undefined ? undefined : cheminDe(form, `exceptions.${place}`)}
                      data-present={plages.length > 0 || undefined}
                      data-change={brutes !== undefined || undefined}
                      data-erreur={faute || undefined}
                      aria-expanded={actif === date}
                      title={ferie ?? undefined}
                      onClick={() => setChoisi(actif === date ? null : date)}
                      onKeyDown={(evenement) => auClavier(evenement, date)}
                    >
                      <span className="visuellement-cache">
                        {[
                          formaterJour(date),
                          faute ? 'à corriger' : direPlages(plages),
                          brutes !== undefined && 'différent de la semaine',
                          ferie,
                        ]
                          .filter(Boolean)
                          .join(', ')}
                      </span>
                      <span aria-hidden>
                        {formaterDate(date).slice(0, 5)}
                        {brutes !== undefined && <b> •</b>}
                      </span>
                      <span aria-hidden>
                        {faute ? '?' : plages.length > 0 ? ecrireHoraires(plages) : ferie ? 'férié' : '–'}
                      </span>
                    </button>
                  </td>
                );
              })}
              <td className={styles.totalSemaine}>{formaterDuree(parSemaine.get(lundi) ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {actif ? (
        <UnJour key={actif} form={form} date={actif} fermer={fermer} />
      ) : (
        <p className={styles.aide}>Choisissez un jour pour en changer les heures.</p>
      )}
      {children}
    </SectionPliee>
  );
}
