import { useParams } from 'react-router';
import { useLecture } from '../app/operations.ts';
import { FicheAbsente } from '../components/fiche-absente.tsx';
import { FormulaireImmersion } from './formulaire-immersion.tsx';
import { saisieDe } from './saisie.ts';
import { VueConvention } from './vue-convention.tsx';

/** A draft is a form; once issued it is a paper, that is printed, signed, stopped or taken back. */
export function EcranImmersion() {
  const { id = '' } = useParams();
  const fiche = useLecture('immersions.get', { id });
  const parametres = useLecture('parametres.get', {});
  if (fiche.error) {
    return (
      <FicheAbsente erreur={fiche.error} liste={{ label: 'Voir les immersions', vers: '/immersions' }} />
    );
  }
  if (!fiche.data || !parametres.data) return null;
  if (fiche.data.statut !== 'brouillon' || fiche.data.archivedAt !== null)
    return <VueConvention fiche={fiche.data} />;
  return (
    <FormulaireImmersion
      key={id}
      id={id}
      numero={fiche.data.numero}
      depart={saisieDe(fiche.data)}
      parametres={parametres.data}
    />
  );
}
