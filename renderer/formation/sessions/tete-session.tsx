import { Link } from 'react-router';
import { formaterDuree } from '../../../shared/format.ts';
import type { SessionFiche } from '../../../shared/formation/session.ts';
import { Pilule, TetePage } from '../../components/page.tsx';
import { ActionsSession } from './actions-session.tsx';
import { direDates, PiluleEtatSession } from './apparence.tsx';

/** Heading of every tab of a session. */
export function TeteSession({ session }: { session: SessionFiche }) {
  const { organisme } = session;
  return (
    <TetePage
      titre={session.titre}
      fil={[{ label: 'Formation', vers: '/formation' }]}
      sous={
        <>
          {organisme ? <Link to={`/reseau/${organisme.id}`}>{organisme.nom}</Link> : 'Formation interne'},{' '}
          {direDates(session)} · {formaterDuree(session.minutes)}
        </>
      }
      pilules={
        <>
          <PiluleEtatSession etat={session.etat} />
          <Pilule>Session {session.numero}</Pilule>
          {session.archivedAt ? <Pilule>Retirée</Pilule> : null}
        </>
      }
      actions={<ActionsSession session={session} />}
    />
  );
}
