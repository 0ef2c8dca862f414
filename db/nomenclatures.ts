import { ErreurMetier } from '../shared/erreurs.ts';
import { LISTES_OUVERTES, type ListeOuverte, type ValeurListe } from '../shared/nomenclatures/ouvertes.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

interface Ligne {
  code: string;
  label: string;
  parent: string;
  retireLe: string | null;
}

const VALEURS = `
  SELECT code, label, parent, retire_le AS retireLe FROM nomenclature_valeur WHERE liste = ? ORDER BY ordre, label, code`;

/** Every value of an open list: the shipped ones in their order, then the structure's own, retired ones included. */
export function valeursDe(db: Base, liste: ListeOuverte): ValeurListe[] {
  const lignes = requete(db, VALEURS).all(liste) as Ligne[];
  const retirees = new Set(lignes.filter(({ retireLe }) => retireLe !== null).map(({ code }) => code));
  const livrees = LISTES_OUVERTES[liste].valeurs;
  const connues = new Set<string>(livrees.map(({ code }) => code));
  return [
    ...livrees.map(({ code, label, parent = '' }) => ({
      code,
      label,
      parent,
      propre: false,
      retiree: retirees.has(code),
    })),
    ...lignes
      .filter(({ code }) => !connues.has(code))
      .map(({ code, label, parent }) => ({ code, label, parent, propre: true, retiree: retirees.has(code) })),
  ];
}

/** Label of a code of an open list, the code itself when nothing knows it. Reads the list once. */
export function libelles(db: Base, liste: ListeOuverte): (code: string) => string {
  const connus = new Map(valeursDe(db, liste).map(({ code, label }) => [code, label]));
  return (code) => connus.get(code) ?? code;
}

/**
 * Refuses codes that no value of their list holds. A retired value is accepted: a record that carries it must remain
 * correctable. Empty codes mean nothing was chosen.
 */
export function verifierCodes(
  db: Base,
  codes: readonly { champ: string; liste: ListeOuverte; code: string }[],
): void {
  for (const { champ, liste, code } of codes) {
    if (code === '' || valeursDe(db, liste).some((valeur) => valeur.code === code)) continue;
    const faute = 'Cette valeur n’est pas dans la liste.';
    throw new ErreurMetier('entree-invalide', { message: faute, champs: { [champ]: faute } });
  }
}

/** Every open list, for the screens. */
export function nomenclatures({ db }: { db: Base }): Record<ListeOuverte, ValeurListe[]> {
  const noms = Object.keys(LISTES_OUVERTES) as ListeOuverte[];
  return Object.fromEntries(noms.map((nom) => [nom, valeursDe(db, nom)])) as Record<
    ListeOuverte,
    ValeurListe[]
  >;
}
