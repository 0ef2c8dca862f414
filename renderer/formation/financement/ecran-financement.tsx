import { Carte, EtatVide } from '../../components/page.tsx';
import { useSession } from '../sessions/use-session.ts';

export function EcranFinancement() {
  const session = useSession();
  return (
    <Carte sansMarge>
      <EtatVide titre="Aucun financement">
        Aucun financement n’est encore demandé pour « {session.titre} ».
      </EtatVide>
    </Carte>
  );
}
