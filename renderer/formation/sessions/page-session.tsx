import { Outlet, useParams } from 'react-router';
import { useLecture } from '../../app/operations.ts';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { OngletsSession } from './onglets-session.tsx';
import { TeteSession } from './tete-session.tsx';

/** Everything about one session: what and when, how full it is, and a tab for each part of its life. */
export function PageSession() {
  const { id = '' } = useParams();
  const { data, error } = useLecture('formation.session', { id });
  if (error) {
    return <FicheAbsente erreur={error} liste={{ label: 'Voir les sessions', vers: '/formation' }} />;
  }
  if (!data) return null;
  return (
    <>
      <TeteSession session={data} />
      <OngletsSession id={id} />
      <Outlet context={data} />
    </>
  );
}
