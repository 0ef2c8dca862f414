import { Link, useSearchParams } from 'react-router';
import {
  direPromesses,
  direRefus,
  direSansSuite,
  direTroisAns,
  direVisite,
  type ResumeOrganisation,
} from '../../shared/reseau/resume.ts';
import { useJour } from '../app/jour.ts';
import { useListe } from '../app/listes.ts';
import styles from './resume.module.css';

/** Address of this sheet with its history filtered. */
function useFiltrer() {
  const [parametres] = useSearchParams();
  return (cle: string, valeur: string) => {
    const visee = new URLSearchParams(parametres);
    visee.delete('echange');
    visee.set(cle, valeur);
    return `?${visee}`;
  };
}

/** Three years in one line: what there was, when we last went, what led nowhere, what is still owed. Nothing else. */
export function Resume({ resume }: { resume: ResumeOrganisation }) {
  const today = useJour();
  const causes = useListe('causes');
  const filtrer = useFiltrer();
  const troisAns = direTroisAns(resume);
  const visite = direVisite(resume, today);
  const promesses = direPromesses(resume, today);
  if (!troisAns && !visite && !promesses) return null;
  return (
    <p className={styles.resume}>
      {troisAns ? (
        <span>
          <strong>En trois ans&nbsp;:</strong> {troisAns}.
        </span>
      ) : null}
      {visite ? <span>{visite}.</span> : null}
      {resume.sansSuite > 0 ? (
        <Link replace to={filtrer('suite', 'sans')}>
          {direSansSuite(resume.sansSuite)}
        </Link>
      ) : null}
      {resume.refus > 0 ? (
        <Link replace to={filtrer('resultat', 'refus')}>
          {direRefus(resume.refus, resume.causeRefus && causes.libelle(resume.causeRefus))}
        </Link>
      ) : null}
      {promesses ? <span>{promesses}.</span> : null}
    </p>
  );
}
