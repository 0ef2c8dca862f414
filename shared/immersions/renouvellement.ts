import type { ImmersionSaisie } from './schema.ts';

type Champ = keyof ImmersionSaisie;

/**
 * What a renewal says for itself. The host's mentions are those of its record, and a counsellor may have left since;
 * all the rest is what the first convention said.
 */
const PROPRES: ReadonlySet<Champ> = new Set([
  'debut',
  'fin',
  'horaires',
  'feriesTravailles',
  'exceptions',
  'alsaceMoselle',
  'motifRenouvellement',
  'numeroImmersionFacilitee',
  'accueil',
  'referentId',
  'renouvelleId',
]);

const vide = (valeur: unknown) =>
  valeur === '' || valeur === null || (Array.isArray(valeur) && valeur.length === 0);

/** True for a field that the renewal takes from `origine` as it is; what was left empty there may be completed. */
export function estFige(origine: Partial<ImmersionSaisie>, champ: Champ): boolean {
  return !PROPRES.has(champ) && !vide(origine[champ]);
}

/** Fields of a renewal that differ from the convention it prolongs though they may not. */
export function champsChanges(origine: ImmersionSaisie, saisie: ImmersionSaisie): Champ[] {
  return (Object.keys(origine) as Champ[]).filter(
    (champ) => estFige(origine, champ) && JSON.stringify(origine[champ]) !== JSON.stringify(saisie[champ]),
  );
}
