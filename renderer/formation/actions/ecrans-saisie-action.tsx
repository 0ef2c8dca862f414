import { notifications } from '@mantine/notifications';
import { useNavigate, useParams } from 'react-router';
import { useLecture } from '../../app/operations.ts';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { TetePage } from '../../components/page.tsx';
import { FormulaireAction } from './formulaire-action.tsx';

const ACTIONS = { label: 'Actions de formation', vers: '/formation/actions' };

export function EcranNouvelleAction() {
  const naviguer = useNavigate();
  return (
    <>
      <TetePage titre="Nouvelle action de formation" fil={[ACTIONS]} />
      <FormulaireAction
        action={null}
        surSucces={(id) => {
          notifications.show({ message: 'L’action est créée.' });
          naviguer(`/formation/actions/${id}`, { replace: true });
        }}
        surAbandon={() => naviguer(ACTIONS.vers)}
      />
    </>
  );
}

export function EcranModifierAction() {
  const naviguer = useNavigate();
  const { id = '' } = useParams();
  const { data, error } = useLecture('formation.action', { id });
  if (error) return <FicheAbsente erreur={error} liste={{ ...ACTIONS, label: 'Voir les actions' }} />;
  if (!data) return null;
  const vers = `/formation/actions/${id}`;
  return (
    <>
      <TetePage titre="Modifier l’action" fil={[ACTIONS, { label: data.titre, vers }]} />
      <FormulaireAction
        action={data}
        surSucces={() => {
          notifications.show({ message: 'Enregistré.' });
          naviguer(vers, { replace: true });
        }}
        surAbandon={() => naviguer(vers)}
      />
    </>
  );
}
