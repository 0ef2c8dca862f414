import { useSearchParams } from 'react-router';
import { useLecture } from '../app/operations.ts';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { FormulaireImmersion } from './formulaire-immersion.tsx';
import { accueilDe, renouvellementDe, SAISIE_VIDE } from './saisie.ts';

const LISTE = { label: 'Voir les immersions', vers: '/immersions' };

/** Starts empty, from a salarié or a host (`?salarie=`, `?organisation=`), or from the one it renews (`?renouvelle=`). */
export function EcranNouvelleImmersion() {
  const [parametres] = useSearchParams();
  const salarieId = parametres.get('salarie');
  const organisationId = parametres.get('organisation');
  const renouvelleId = parametres.get('renouvelle');
  const structure = useLecture('parametres.get', {});
  const parties = useLecture('immersions.parties', { salarieId, organisationId });
  const origine = useLecture('immersions.get', { id: renouvelleId ?? '' }, { actif: renouvelleId !== null });
  const erreur = parties.error ?? origine.error;
  if (erreur) return <FicheAbsente erreur={erreur} liste={LISTE} />;
  if (!structure.data || !parties.data || (renouvelleId !== null && !origine.data)) return null;
  const { organisation } = parties.data;
  const depart = origine.data
    ? renouvellementDe(origine.data)
    : {
        ...SAISIE_VIDE,
        salarieId,
        organisationId,
        ...(organisation && { accueil: accueilDe(organisation) }),
        referentId: structure.data.membreCourant?.id ?? null,
      };
  return <FormulaireImmersion id={null} numero="" depart={depart} parametres={structure.data} />;
}
