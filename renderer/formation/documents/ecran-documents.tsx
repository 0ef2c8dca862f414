import { Carte, EtatVide } from '../../components/page.tsx';
import { useSession } from '../sessions/use-session.ts';

export function EcranDocuments() {
  const session = useSession();
  return (
    <Carte sansMarge>
      <EtatVide titre="Aucun document">Aucun document n’est encore prêt pour « {session.titre} ».</EtatVide>
    </Carte>
  );
}
