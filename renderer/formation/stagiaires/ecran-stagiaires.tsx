import { Carte, EtatVide } from '../../components/page.tsx';
import { useSession } from '../sessions/use-session.ts';

export function EcranStagiaires() {
  const session = useSession();
  return (
    <Carte sansMarge>
      <EtatVide titre="Aucun stagiaire">Personne n’est encore inscrit à « {session.titre} ».</EtatVide>
    </Carte>
  );
}
