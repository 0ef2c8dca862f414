import { useLecture } from '../app/operations.ts';
import { FormulaireImmersion } from './formulaire-immersion.tsx';
import { enFormulaire } from './page-immersion.tsx';
import { saisieDe } from './saisie.ts';
import { useFiche } from './use-fiche.ts';
import { VueConvention } from './vue-convention.tsx';

/** A draft is a form; once issued it is a paper, that is signed, corrected or printed again. */
export function EcranConvention() {
  const fiche = useFiche();
  const parametres = useLecture('parametres.get', {});
  if (!parametres.data) return null;
  if (!enFormulaire(fiche)) return <VueConvention fiche={fiche} />;
  return (
    <FormulaireImmersion
      key={fiche.id}
      id={fiche.id}
      numero={fiche.numero}
      depart={saisieDe(fiche)}
      parametres={parametres.data}
    />
  );
}
