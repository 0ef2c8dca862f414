import { formaterDate, insecables } from '../../shared/format.ts';
import type { ParticipationFse } from '../../shared/fse/contrat.ts';
import { direSituation, type MomentFse } from '../../shared/fse/questionnaire.ts';
import { nomComplet } from '../reseau/libelles.ts';
import type { OuvrirFse } from './demandes.ts';
import { NOMS_MOMENT } from './demandes.ts';
import styles from './fse.module.css';

function Bouton(props: {
  participation: ParticipationFse;
  moment: MomentFse;
  etat?: 'due' | 'a_noter';
  texte: string;
  sous?: string;
  ouvrir: () => void;
}) {
  const { participation, moment, etat, texte, sous, ouvrir } = props;
  return (
    <button type="button" className={styles.moment} data-etat={etat} onClick={ouvrir}>
      <span className="visuellement-cache">
        {nomComplet(participation.salarie)}, {NOMS_MOMENT[moment].toLocaleLowerCase('fr')}&nbsp;:{' '}
      </span>
      {texte}
      {sous ? <span className={styles.sous}>{sous}</span> : null}
    </button>
  );
}

/** A moment of a participation: what was answered, what is to be asked now, or from when. */
export function MomentDe(props: { participation: ParticipationFse; moment: MomentFse; ouvrir: OuvrirFse }) {
  const { participation, moment, ouvrir } = props;
  const { salarie, sortie, manques, participant, echeanceSixMois, rang } = participation;
  const ligne =
    moment === 'entree' ? participation.entree : moment === 'sortie' ? sortie : participation.sixMois;
  if (ligne)
    return (
      <Bouton
        participation={participation}
        moment={moment}
        texte={formaterDate(ligne.date)}
        sous={insecables(direSituation(moment, ligne.version, ligne.reponses) || 'Situation à demander')}
        ouvrir={() => ouvrir({ genre: 'corriger', salarie, ligne })}
      />
    );
  const due = manques.some((manque) => manque.moment === moment && manque.aFaire);
  const noter = () => ouvrir({ genre: 'noter', salarie, moment, participation: rang });
  if (moment === 'sortie' || due)
    return (
      <Bouton
        participation={participation}
        moment={moment}
        etat={due ? 'due' : 'a_noter'}
        texte={due ? 'À demander' : 'Noter la sortie'}
        ouvrir={noter}
      />
    );
  if (!participant) return <span className={styles.attente}>Ne se demande pas</span>;
  return (
    <span className={styles.attente}>
      {echeanceSixMois ? `dès le ${formaterDate(echeanceSixMois)}` : '—'}
    </span>
  );
}

/** What is missing or late, the late ones said in words. */
export function Manques({ participation }: { participation: ParticipationFse }) {
  const { manques, participant, pourquoi } = participation;
  if (!participant) return <span className={styles.complet}>{insecables(pourquoi)}</span>;
  if (manques.length === 0) return <span className={styles.complet}>Rien à compléter</span>;
  return (
    <ul className={styles.manques}>
      {manques.map(({ phrase, retard }) => (
        <li key={phrase}>
          {retard ? <strong>En retard. </strong> : null}
          {insecables(phrase)}
        </li>
      ))}
    </ul>
  );
}
