import { useEffect, useState } from 'react';
import { contrat, type Entree } from '../../shared/contrat.ts';
import { valider } from '../../shared/validation.ts';
import { appeler, ErreurOperation } from '../app/operations.ts';
import { lisible, type Saisie } from './saisie.ts';

/** Pause in the typing (ms) after which the sheet is drawn again. */
const REPOS = 350;

/** What is typed, without what the contract refuses yet: half a SIRET must not keep the rest off the sheet. */
function entreeDe(id: string | null, saisie: Saisie): Entree<'immersions.preview'> {
  const entree = { ...lisible(saisie), id };
  const fautes = valider(contrat['immersions.preview'].entree, entree);
  const accueil = { ...entree.accueil };
  for (const champ of ['siret', 'codePostal'] as const) if (fautes[`accueil.${champ}`]) accueil[champ] = '';
  const horaires = entree.horaires.map((plages, rang) => (fautes[`horaires.${rang}`] ? [] : plages));
  const fautif = (champ: string, rang: number) =>
    Object.keys(fautes).some((chemin) => `${chemin}.`.startsWith(`${champ}.${rang}.`));
  return {
    ...entree,
    accueil,
    horaires,
    exceptions: entree.exceptions?.filter((_, rang) => !fautif('exceptions', rang)),
    frais: entree.frais?.filter((_, rang) => !fautif('frais', rang)),
    fin: fautes.fin ? null : entree.fin,
  };
}

/** Address of the sheet of what is typed; the last good one while the next is drawn. `parties` may change behind it. */
export function useApercu(id: string | null, saisie: Saisie, parties: unknown): string | undefined {
  const [adresse, setAdresse] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `parties` draws again when a record behind the sheet changed.
  useEffect(() => {
    let depassee = false;
    const minuterie = setTimeout(async () => {
      try {
        const publiee = await appeler('immersions.preview', entreeDe(id, saisie));
        if (!depassee) setAdresse(publiee.adresse);
      } catch (erreur) {
        // The last good sheet stays: the field at fault says why.
        if (!(erreur instanceof ErreurOperation)) throw erreur;
      }
    }, REPOS);
    return () => {
      depassee = true;
      clearTimeout(minuterie);
    };
  }, [id, saisie, parties]);
  return adresse;
}
