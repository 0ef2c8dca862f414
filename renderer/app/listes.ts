import type { ListeOuverte, ValeurListe } from '../../shared/nomenclatures/ouvertes.ts';
import { useLecture } from './operations.ts';

const AUCUNE: ValeurListe[] = [];

/** An open list as the structure has it: what to offer (and the value already chosen, even retired), and its labels. */
export function useListe(nom: ListeOuverte) {
  const { data } = useLecture('parametres.nomenclatures', {});
  const valeurs = data?.[nom] ?? AUCUNE;
  return {
    valeurs,
    /** For a select: `{value, label}`, without the retired ones unless one of them is chosen. */
    choix: (choisis: readonly string[] = [], parent?: string) =>
      valeurs
        .filter((valeur) => !valeur.retiree || choisis.includes(valeur.code))
        .filter((valeur) => parent === undefined || valeur.parent === '' || valeur.parent === parent)
        .map(({ code, label }) => ({ value: code, label })),
    libelle: (code: string) => valeurs.find((valeur) => valeur.code === code)?.label ?? code,
  };
}
