import { notifications } from '@mantine/notifications';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useLecture } from '../../app/operations.ts';
import { FicheAbsente } from '../../components/fiche-absente.tsx';
import { TetePage } from '../../components/page.tsx';
import { FormulaireSession } from './formulaire-session.tsx';

const FORMATION = { label: 'Formation', vers: '/formation' };

/** `?action=` names the training; `?besoins=id,id&theme=` come from the needs the session answers. */
export function EcranNouvelleSession() {
  const naviguer = useNavigate();
  const [adresse] = useSearchParams();
  return (
    <>
      <TetePage titre="Nouvelle session" fil={[FORMATION]} />
      <FormulaireSession
        session={null}
        depart={{
          actionId: adresse.get('action'),
          theme: adresse.get('theme') ?? '',
          besoinIds: (adresse.get('besoins') ?? '').split(',').filter(Boolean),
        }}
        surSucces={(id) => {
          notifications.show({ message: 'La session est créée.' });
          naviguer(`/formation/sessions/${id}`, { replace: true });
        }}
        surAbandon={() => naviguer('/formation')}
      />
    </>
  );
}

export function EcranModifierSession() {
  const naviguer = useNavigate();
  const { id = '' } = useParams();
  const { data, error } = useLecture('formation.session', { id });
  if (error) return <FicheAbsente erreur={error} liste={{ ...FORMATION, label: 'Voir les sessions' }} />;
  if (!data) return null;
  const vers = `/formation/sessions/${id}`;
  return (
    <>
      <TetePage titre="Modifier la session" fil={[FORMATION, { label: data.titre, vers }]} />
      <FormulaireSession
        session={data}
        depart={{ actionId: null, theme: '', besoinIds: [] }}
        surSucces={() => {
          notifications.show({ message: 'Enregistré.' });
          naviguer(vers, { replace: true });
        }}
        surAbandon={() => naviguer(vers)}
      />
    </>
  );
}
