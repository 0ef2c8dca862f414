import { notifications } from '@mantine/notifications';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useLecture } from '../app/operations.ts';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { TetePage } from '../components/page.tsx';
import { nomComplet } from '../reseau/libelles.ts';
import { FormulaireSalarie } from './formulaire-salarie.tsx';

export function EcranNouveauSalarie() {
  const naviguer = useNavigate();
  const [parametres] = useSearchParams();
  return (
    <>
      <TetePage titre="Nouveau salarié" fil={[{ label: 'Salariés', vers: '/salaries' }]} />
      <FormulaireSalarie
        salarie={null}
        depart={parametres.get('nom') ?? ''}
        surSucces={(id) => {
          notifications.show({ message: 'La fiche est créée.' });
          naviguer(`/salaries/${id}`, { replace: true });
        }}
        surAbandon={() => naviguer('/salaries')}
      />
    </>
  );
}

export function EcranModifierSalarie() {
  const naviguer = useNavigate();
  const { id = '' } = useParams();
  const [parametres] = useSearchParams();
  const { data, error } = useLecture('salaries.get', { id });
  if (error) return <FicheAbsente erreur={error} liste={{ label: 'Voir les salariés', vers: '/salaries' }} />;
  if (!data) return null;
  const vers = `/salaries/${id}`;
  return (
    <>
      <TetePage
        titre="Modifier la fiche"
        fil={[
          { label: 'Salariés', vers: '/salaries' },
          { label: nomComplet(data), vers },
        ]}
      />
      <FormulaireSalarie
        key={id}
        salarie={data}
        ouvrir={parametres.get('ouvrir')}
        surSucces={() => {
          notifications.show({ message: 'Enregistré.' });
          naviguer(vers, { replace: true });
        }}
        surAbandon={() => naviguer(vers)}
      />
    </>
  );
}
