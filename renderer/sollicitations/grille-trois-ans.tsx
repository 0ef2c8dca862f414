import { Tooltip } from '@mantine/core';
import { useId, useState } from 'react';
import type { DateCivile } from '../../shared/dates.ts';
import { accorder, formaterDate, MOIS } from '../../shared/format.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { NATURES } from '../../shared/nomenclatures/sollicitations.ts';
import { anneesDe, debutTroisAns, type Maillon } from '../../shared/sollicitations/fil.ts';
import { useListe } from '../app/listes.ts';
import { MarqueMaillon, MarqueNature, NOMS_MAILLON } from './apparence.tsx';
import styles from './historique.module.css';

/** Marks that fit in a cell; the others become a number. */
const PLACES = 3;
/** Lines that a tooltip can hold. */
const DETAILS = 12;

function Marque({ maillon }: { maillon: Maillon }) {
  return maillon.sorte === 'echange' ? (
    <MarqueNature nature={maillon.echange.nature} />
  ) : (
    <MarqueMaillon sorte={maillon.sorte} />
  );
}

function Detail({ maillon, canal }: { maillon: Maillon; canal: (code: string) => string }) {
  if (maillon.sorte !== 'echange')
    return (
      <div>
        {formaterDate(maillon.date)} · {NOMS_MAILLON[maillon.sorte]}
      </div>
    );
  const { date, canal: code, nature } = maillon.echange;
  return (
    <div>
      {formaterDate(date)} · {canal(code)} · {nature ? label(NATURES, nature) : 'Sans nature précisée'}
    </div>
  );
}

/** A month under the pointer or the keyboard. */
interface Approchee {
  cle: string;
  bouton: HTMLElement;
}

function Case(props: {
  nom: string;
  maillons: Maillon[];
  choisi: boolean;
  choisir: () => void;
  /** Id of the text that tells its lines, while it shows. */
  decrite: string | undefined;
  approcher: (bouton: HTMLElement | null) => void;
}) {
  const { nom, maillons, approcher } = props;
  if (maillons.length === 0) return null;
  const montres = maillons.slice(maillons.length > PLACES ? 1 - PLACES : -PLACES).reverse();
  return (
    <button
      type="button"
      className={styles.marques}
      aria-pressed={props.choisi}
      aria-describedby={props.decrite}
      onClick={props.choisir}
      onMouseEnter={({ currentTarget }) => approcher(currentTarget)}
      onMouseLeave={() => approcher(null)}
      onFocus={({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) approcher(currentTarget);
      }}
      onBlur={() => approcher(null)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') approcher(null);
      }}
    >
      <span className="visuellement-cache">
        {nom} : {accorder(maillons.length, 'ligne')}
      </span>
      {montres.map((maillon) => (
        <Marque key={maillon.id} maillon={maillon} />
      ))}
      {maillons.length > montres.length ? (
        <span className={styles.reste} aria-hidden>
          +{maillons.length - montres.length}
        </span>
      ) : null}
    </button>
  );
}

/**
 * Three years at a glance: a mark for each line, by month, told by its shape as well as its colour. A month or a year
 * that is clicked keeps its lines alone in the list below; clicked again, all of them are back.
 */
export function GrilleTroisAns(props: {
  fil: readonly Maillon[];
  today: DateCivile;
  quand: string;
  choisir: (quand: string) => void;
}) {
  const { fil, today, quand } = props;
  const canaux = useListe('canaux');
  const [approchee, setApprochee] = useState<Approchee | null>(null);
  const bulle = useId();
  const depuis = debutTroisAns(today);
  const annees = anneesDe(fil, today);
  const recents = fil.filter(({ date }) => date > depuis);
  const parMois = Map.groupBy(recents, ({ date }) => date.slice(0, 7));
  const choisir = (cle: string) => props.choisir(quand === cle ? '' : cle);
  const lignes = approchee ? (parMois.get(approchee.cle) ?? []).toReversed().slice(0, DETAILS) : [];
  return (
    <>
      <table className={styles.grille}>
        <caption className="visuellement-cache">
          Les trois dernières années, mois par mois ; un mois ou une année se choisit
        </caption>
        <thead>
          <tr>
            <td />
            {MOIS.map((mois) => (
              <th key={mois} scope="col">
                <span aria-hidden>{mois.charAt(0).toUpperCase()}</span>
                <span className="visuellement-cache">{mois}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {annees.map((an) => (
            <tr key={an}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.an}
                  aria-pressed={quand === String(an)}
                  disabled={!recents.some(({ date }) => date.startsWith(String(an)))}
                  onClick={() => choisir(String(an))}
                >
                  {an}
                </button>
              </th>
              {MOIS.map((mois, rang) => {
                const cle = `${an}-${String(rang + 1).padStart(2, '0')}`;
                const dehors = cle > today.slice(0, 7) || cle < depuis.slice(0, 7);
                return (
                  <td key={mois} data-dehors={dehors || undefined} data-choisi={quand === cle || undefined}>
                    <Case
                      nom={`${mois} ${an}`}
                      maillons={parMois.get(cle) ?? []}
                      choisi={quand === cle}
                      choisir={() => choisir(cle)}
                      decrite={approchee?.cle === cle ? bulle : undefined}
                      approcher={(bouton) => setApprochee(bouton && { cle, bouton })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* One for all: thirty-six of them took longer to mount than the rest of the history. */}
      {approchee && lignes.length > 0 ? (
        <Tooltip
          key={approchee.cle}
          target={approchee.bouton}
          opened
          withArrow
          multiline
          label={
            <div id={bulle}>
              {lignes.map((maillon) => (
                <Detail key={maillon.id} maillon={maillon} canal={canaux.libelle} />
              ))}
            </div>
          }
        />
      ) : null}
    </>
  );
}
