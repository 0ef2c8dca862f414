import { notifications } from '@mantine/notifications';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { genreConvention } from '../../shared/conventions/schema.ts';
import { useLecture } from '../app/operations.ts';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { TetePage } from '../components/page.tsx';
import { adresseConvention, CONVENTIONS, FIL } from './adresses.ts';
import { FormulaireConvention } from './formulaire-convention.tsx';

/** `?organisation=` and `?genre=` come from the sheet of the funder. */
export function EcranNouvelleConvention() {
  const naviguer = useNavigate();
  const [adresse] = useSearchParams();
  const genre = genreConvention.safeParse(adresse.get('genre')).data;
  return (
    <>
      <TetePage titre="Nouvelle convention" fil={FIL} />
      <FormulaireConvention
        convention={null}
        depart={{ organisationId: adresse.get('organisation'), ...(genre ? { genre } : {}) }}
        surSucces={(id) => {
          notifications.show({ message: 'La convention est créée.' });
          naviguer(adresseConvention(id), { replace: true });
        }}
        surAbandon={() => naviguer(CONVENTIONS.vers)}
      />
    </>
  );
}

export function EcranModifierConvention() {
  const naviguer = useNavigate();
  const { id = '' } = useParams();
  const { data, error } = useLecture('conventions.get', { id });
  if (error) return <FicheAbsente erreur={error} liste={{ ...CONVENTIONS, label: 'Voir les conventions' }} />;
  if (!data) return null;
  const vers = adresseConvention(id);
  return (
    <>
      <TetePage titre="Modifier la convention" fil={[...FIL, { label: data.intitule, vers }]} />
      <FormulaireConvention
        convention={data}
        depart={{}}
        surSucces={() => {
          notifications.show({ message: 'Enregistré.' });
          naviguer(vers, { replace: true });
        }}
        surAbandon={() => naviguer(vers)}
      />
    </>
  );
}
