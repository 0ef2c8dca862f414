import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { accorder } from '../../shared/format.ts';
import { filDe, type Maillon } from '../../shared/sollicitations/fil.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { Carte } from '../components/page.tsx';
import { CorrigerEchange } from './corriger-echange.tsx';
import { FilProgressif } from './fil-progressif.tsx';
import { ModaleEmbauche } from './modale-embauche.tsx';
import { retirer } from './retirer.ts';

/** What was said about a salarié with organisations, and who hired them; nothing when nobody ever spoke of them. */
export function EchangesSalarie({ salarieId }: { salarieId: string }) {
  const { data } = useLecture('sollicitations.ofSalarie', { salarieId });
  const today = useJour();
  const [adresse] = useSearchParams();
  const [corrige, setCorrige] = useState<Maillon | null>(null);
  const fil = useMemo(() => (data ? filDe({ ...data, immersions: [], entretiens: [] }) : []), [data]);
  if (fil.length === 0) return null;
  return (
    <Carte titre="Échanges et embauches" suite={accorder(fil.length, 'ligne')}>
      <FilProgressif
        maillons={fil}
        vise={adresse.get('echange')}
        vue={{
          organisationId: null,
          today,
          corriger: setCorrige,
          retirer: (maillon) => void retirer(maillon),
        }}
      />
      {corrige?.sorte === 'echange' ? (
        <CorrigerEchange
          key={corrige.id}
          ligne={corrige.echange}
          organisationId={corrige.echange.organisations[0]?.id ?? ''}
          fermer={() => setCorrige(null)}
        />
      ) : null}
      {corrige?.sorte === 'embauche' ? (
        <ModaleEmbauche
          organisationId={corrige.embauche.organisation.id}
          embauche={corrige.embauche}
          today={today}
          fermer={() => setCorrige(null)}
        />
      ) : null}
    </Carte>
  );
}
