import { Carte } from '../../components/page.tsx';
import { Jauge } from './apparence.tsx';
import { useSession } from './use-session.ts';

/** The session itself: its seats, its calendar, what to look at. */
export function EcranSession() {
  const session = useSession();
  return (
    <Carte titre="Places">
      <Jauge remplissage={session.remplissage} />
    </Carte>
  );
}
