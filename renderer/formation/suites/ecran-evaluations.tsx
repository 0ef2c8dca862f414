import { Carte, EtatVide } from '../../components/page.tsx';
import { useSession } from '../sessions/use-session.ts';

export function EcranEvaluations() {
  const session = useSession();
  return (
    <Carte sansMarge>
      <EtatVide titre="Aucune évaluation">Personne n’a encore évalué « {session.titre} ».</EtatVide>
    </Carte>
  );
}
