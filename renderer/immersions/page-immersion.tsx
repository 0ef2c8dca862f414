import { Outlet, useLocation, useParams } from 'react-router';
import type { ImmersionFiche } from '../../shared/immersions/schema.ts';
import { useLecture } from '../app/operations.ts';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { EtatVide } from '../components/page.tsx';
import { OngletsImmersion } from './onglets.tsx';
import { TeteImmersion } from './tete-immersion.tsx';

/** Whether the Convention tab is the form, which takes the whole page and draws its own heading. */
export const enFormulaire = ({ statut, archivedAt }: ImmersionFiche) =>
  statut === 'brouillon' && archivedAt === null;

/** Everything about one immersion: who, where, when, where it stands, and a tab for each part of its life. */
export function PageImmersion() {
  const { id = '' } = useParams();
  const { pathname } = useLocation();
  const fiche = useLecture('immersions.get', { id });
  if (fiche.error) {
    return (
      <FicheAbsente erreur={fiche.error} liste={{ label: 'Voir les immersions', vers: '/immersions' }} />
    );
  }
  if (!fiche.data) return null;
  const onglet = pathname.split('/')[3] ?? '';
  const brouillon = fiche.data.statut === 'brouillon';
  if (enFormulaire(fiche.data) && onglet === '') return <Outlet context={fiche.data} />;
  return (
    <>
      <TeteImmersion fiche={fiche.data} />
      <OngletsImmersion id={id} brouillon={brouillon} />
      {brouillon && (onglet === 'suivi' || onglet === 'bilan') ? (
        <EtatVide titre="Cette immersion est encore un brouillon">
          Le suivi et le bilan s’ouvrent quand la convention est prête à signer.
        </EtatVide>
      ) : (
        <Outlet context={fiche.data} />
      )}
    </>
  );
}
