import { type KeyboardEvent, memo } from 'react';
import { Link } from 'react-router';
import type { DateCivile } from '../../shared/dates.ts';
import { formaterDate, formaterDuree } from '../../shared/format.ts';
import {
  direPeriode,
  ecrireHeures,
  heuresSuspectes,
  refusHeures,
} from '../../shared/heures/regles-heures.ts';
import type { CaseHeures, LigneHeures } from '../../shared/heures/schema.ts';
import { nomDuMois } from '../../shared/immersions/calendrier.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { CONTRATS } from '../../shared/nomenclatures/salaries.ts';
import { nomComplet } from '../reseau/libelles.ts';
import { CaseSaisie, type Suite } from './case-saisie.tsx';
import styles from './heures.module.css';
import { moisDeRang } from './use-heures.ts';

export type EtatCase = 'notee' | 'suspecte' | 'dehors' | 'manque' | 'enCours' | 'avenir' | 'sans';

/** What a cell is: with hours, of which some are to be looked at; lacking them; not yet; or without contract. */
export function etatCase(une: CaseHeures, mois: string, today: DateCivile): EtatCase {
  if (une.minutes !== null) {
    if (une.jours === 0) return 'dehors';
    return heuresSuspectes(une.minutes, une.jours) ? 'suspecte' : 'notee';
  }
  if (une.jours === 0) return 'sans';
  const courant = today.slice(0, 7);
  return mois > courant ? 'avenir' : mois === courant ? 'enCours' : 'manque';
}

const ETATS_DITS: Record<EtatCase, string> = {
  notee: '',
  suspecte: 'plus que 48 h par semaine, à vérifier',
  dehors: 'hors du contrat, à retirer',
  manque: 'à saisir',
  enCours: 'mois en cours',
  avenir: 'à venir',
  sans: 'pas de contrat',
};

const direPrevues = ({ prevues }: CaseHeures) =>
  prevues === null ? '' : ` ; le contrat prévoit ${formaterDuree(prevues)}`;

/** What the grid lets a line do; the same object all along, so that only the lines concerned are drawn again. */
export interface GestesGrille {
  auClavier: (evenement: KeyboardEvent, contratId: string, colonne: number) => void;
  prendre: (contratId: string, colonne: number) => void;
  ouvrir: (contratId: string, colonne: number) => void;
  valider: (contratId: string, colonne: number, minutes: number | null, suite: Suite) => void;
  abandonner: (contratId: string, colonne: number) => void;
  dire: (faute: string | null) => void;
}

/** `18/11/25`, for a column that holds two. */
const courte = (date: DateCivile) => formaterDate(date).replace(/\d\d(\d\d)$/, '$1');

function Contrat({ ligne }: { ligne: LigneHeures }) {
  return (
    <th scope="row" className={styles.nom}>
      <Link to={`/salaries/${ligne.salarie.id}`} title={nomComplet(ligne.salarie)}>
        {nomComplet(ligne.salarie)}
      </Link>
      <small title={`${label(CONTRATS, ligne.nature)} ${direPeriode(ligne)}`}>
        {label(CONTRATS, ligne.nature)} {courte(ligne.debut)} – {ligne.fin === null ? '…' : courte(ligne.fin)}
        {ligne.minutesHebdo === null ? '' : `, ${formaterDuree(ligne.minutesHebdo)}`}
      </small>
    </th>
  );
}

/** A contract and its twelve months. `place` and `edition` are the columns held there, if any. */
export const RangeeHeures = memo(function RangeeHeures(props: {
  ligne: LigneHeures;
  annee: number;
  today: DateCivile;
  place: number | null;
  edition: { colonne: number; depart: string } | null;
  gestes: GestesGrille;
}) {
  const { ligne, annee, today, place, edition, gestes } = props;
  const { contratId } = ligne;
  const qui = nomComplet(ligne.salarie);
  const total = ligne.mois.reduce((somme, { minutes }) => somme + (minutes ?? 0), 0);
  return (
    <tr data-contrat={contratId}>
      <Contrat ligne={ligne} />
      {ligne.mois.map((une, colonne) => {
        const mois = moisDeRang(annee, colonne);
        const etat = etatCase(une, mois, today);
        const dit = [
          `${qui}, ${nomDuMois(mois)} : ${une.minutes === null ? ETATS_DITS[etat] : `${ecrireHeures(une.minutes)} h`}`,
          une.minutes !== null && ETATS_DITS[etat] !== '' ? `, ${ETATS_DITS[etat]}` : '',
        ].join('');
        return (
          <td key={mois}>
            {edition?.colonne === colonne ? (
              <CaseSaisie
                nom={`Heures, ${qui}, ${nomDuMois(mois)}`}
                depart={edition.depart}
                prevues={une.prevues}
                refuser={(minutes) => refusHeures(ligne, mois, minutes, today)}
                valider={(minutes, suite) => gestes.valider(contratId, colonne, minutes, suite)}
                abandonner={() => gestes.abandonner(contratId, colonne)}
                dire={gestes.dire}
              />
            ) : (
              <button
                type="button"
                className={styles.case}
                data-colonne={colonne}
                data-etat={etat}
                tabIndex={place === colonne ? 0 : -1}
                aria-label={dit}
                title={`${nomDuMois(mois)} : ${une.minutes === null ? ETATS_DITS[etat] : ETATS_DITS[etat] || formaterDuree(une.minutes)}${une.jours > 0 ? direPrevues(une) : ''}`}
                onFocus={() => gestes.prendre(contratId, colonne)}
                onClick={() => gestes.ouvrir(contratId, colonne)}
                onKeyDown={(evenement) => gestes.auClavier(evenement, contratId, colonne)}
              >
                {une.minutes === null ? '' : ecrireHeures(une.minutes)}
              </button>
            )}
          </td>
        );
      })}
      <td className={styles.total}>{total === 0 ? '' : ecrireHeures(total)}</td>
    </tr>
  );
});
