import { Carte, EtatVide } from '../../components/page.tsx';
import { useSession } from '../sessions/use-session.ts';

export function EcranPresences() {
  const session = useSession();
  return (
    <Carte sansMarge>
      <EtatVide titre="Aucune présence">Personne n’est encore inscrit à « {session.titre} ».</EtatVide>
    </Carte>
  );
}
