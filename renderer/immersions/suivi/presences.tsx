import { Button } from '@mantine/core';
import { ajouterJours, lundiDe } from '../../../shared/dates.ts';
import { accorder, formaterDate, formaterDuree, insecables, JOURS } from '../../../shared/format.ts';
import type { Presence } from '../../../shared/immersions/regles-presences.ts';
import type { ImmersionFiche } from '../../../shared/immersions/schema.ts';
import type { Suivi } from '../../../shared/immersions/suivi.ts';
import { useJour } from '../../app/jour.ts';
import { Carte, EtatVide } from '../../components/page.tsx';
import { oublierHorsPeriode } from './gestes.ts';
import { JourPresence } from './jour-presence.tsx';
import styles from './suivi.module.css';

type Lues = Suivi['presences'];

/** Mondays of the weeks of the period. */
function lundis({ debut, fin }: ImmersionFiche): string[] {
  if (debut === null || fin === null) return [];
  const premier = lundiDe(debut);
  const tous: string[] = [];
  for (let lundi = premier; lundi <= fin; lundi = ajouterJours(lundi, 7)) tous.push(lundi);
  return tous;
}

function HorsPeriode(props: { id: string; presences: readonly Presence[] }) {
  const { id, presences } = props;
  if (presences.length === 0) return null;
  const jours = presences.map(({ date }) => formaterDate(date).slice(0, 5)).join(', ');
  return (
    <div className={styles.alerte} role="status">
      <span>
        {presences.length === 1
          ? insecables(`Une journée notée n’est plus dans les dates (${jours}) : elle ne compte pas.`)
          : insecables(
              `${presences.length} journées notées ne sont plus dans les dates (${jours}) : elles ne comptent pas.`,
            )}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => void oublierHorsPeriode(id)}>
        {presences.length === 1 ? 'La retirer' : 'Les retirer'}
      </Button>
    </div>
  );
}

/** Hours of one week: done alone when they are those planned. */
function TotalSemaine({ jours }: { jours: Lues['jours'] }) {
  const prevues = jours.reduce((somme, jour) => somme + jour.prevues, 0);
  const faites = jours.reduce((somme, jour) => somme + jour.faites, 0);
  return (
    <td className={styles.total}>
      <strong>{formaterDuree(faites)}</strong>
      {faites !== prevues && <small>sur {formaterDuree(prevues)}</small>}
    </td>
  );
}

/** The real calendar, week by week: a day that did not go as planned is typed where it stands. */
export function Presences({ fiche, presences }: { fiche: ImmersionFiche; presences: Lues }) {
  const today = useJour();
  const { prevues, faites, jours, horsPeriode } = presences;
  const parDate = new Map(jours.map((jour) => [jour.date, jour]));
  const semaines = lundis(fiche);
  const differents = jours.filter(({ presence }) => presence !== null).length;
  return (
    <Carte
      titre="Présences"
      suite={
        prevues > 0 && (
          <span className={styles.bilanHeures}>
            <strong>{formaterDuree(faites)}</strong>{' '}
            {faites === prevues ? 'prévues' : `au lieu de ${formaterDuree(prevues)}`}
            {differents > 0 && ` · ${accorder(differents, 'jour')} hors plan`}
          </span>
        )
      }
    >
      <HorsPeriode id={fiche.id} presences={horsPeriode} />
      {semaines.length === 0 ? (
        <EtatVide titre="Les dates ne sont pas encore fixées">
          Le calendrier se dessine avec les dates et les horaires de la convention.
        </EtatVide>
      ) : (
        <>
          <table className={styles.calendrier} aria-label="Présences jour par jour">
            <thead>
              <tr>
                <th scope="col">
                  <span className="visuellement-cache">Semaine</span>
                </th>
                {JOURS.map((jour) => (
                  <th key={jour} scope="col" abbr={jour}>
                    {jour.slice(0, 3)}.
                  </th>
                ))}
                <th scope="col">Semaine</th>
              </tr>
            </thead>
            <tbody>
              {semaines.map((lundi, rang) => {
                const dates = JOURS.map((_, jour) => ajouterJours(lundi, jour));
                return (
                  <tr key={lundi}>
                    <th scope="row" title={`Semaine du ${formaterDate(lundi)}`}>
                      {rang + 1}
                    </th>
                    {dates.map((date) => (
                      <td key={date} data-aujourdhui={date === today || undefined}>
                        <JourPresence fiche={fiche} date={date} jour={parDate.get(date)} today={today} />
                      </td>
                    ))}
                    <TotalSemaine jours={dates.flatMap((date) => parDate.get(date) ?? [])} />
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className={styles.aide}>
            Une absence, un retard, des heures en plus ? Choisissez le jour et écrivez ce qui a été fait.
          </p>
        </>
      )}
    </Carte>
  );
}
