import { useSearchParams } from 'react-router';
import type { Amorce } from '../../shared/immersions/reprise.ts';
import type { Parties } from '../../shared/immersions/schema.ts';
import { useJour } from '../app/jour.ts';
import { useLecture } from '../app/operations.ts';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { FormulaireImmersion } from './formulaire-immersion.tsx';
import { reprendre } from './reprises.tsx';
import { accueilDe, renouvellementDe, SAISIE_VIDE, type Saisie } from './saisie.ts';

const LISTE = { label: 'Voir les immersions', vers: '/immersions' };

/** A new convention between these two, from what each did last. */
function departDe({ salarie, organisation }: Parties, amorce: Amorce) {
  const vide: Saisie = {
    ...SAISIE_VIDE,
    salarieId: salarie?.id ?? null,
    organisationId: organisation?.id ?? null,
    alsaceMoselle: amorce.alsaceMoselle,
    ...(organisation && { accueil: accueilDe(organisation) }),
  };
  const { valeurs, reprises } = reprendre(vide, [], amorce.reprises);
  return { depart: { ...vide, ...valeurs }, reprises };
}

/** Starts empty, from a salarié or a host (`?salarie=`, `?organisation=`), or from the one it renews (`?renouvelle=`). */
export function EcranNouvelleImmersion() {
  const today = useJour();
  const [parametres] = useSearchParams();
  const salarieId = parametres.get('salarie');
  const organisationId = parametres.get('organisation');
  const renouvelleId = parametres.get('renouvelle');
  const structure = useLecture('parametres.get', {});
  const parties = useLecture('immersions.parties', { salarieId, organisationId });
  const amorce = useLecture('immersions.prefill', { salarieId, organisationId });
  const origine = useLecture('immersions.get', { id: renouvelleId ?? '' }, { actif: renouvelleId !== null });
  const erreur = parties.error ?? amorce.error ?? origine.error;
  if (erreur) return <FicheAbsente erreur={erreur} liste={LISTE} />;
  if (!structure.data || !parties.data || !amorce.data || (renouvelleId !== null && !origine.data))
    return null;
  const { depart, reprises } = origine.data
    ? { depart: renouvellementDe(origine.data, today), reprises: [] }
    : departDe(parties.data, amorce.data);
  return (
    <FormulaireImmersion
      id={null}
      numero=""
      depart={depart}
      reprises={reprises}
      parametres={structure.data}
    />
  );
}
