import { ErreurMetier } from '../shared/erreurs.ts';
import { LISTES_OUVERTES, type ListeOuverte, type ValeurListe } from '../shared/nomenclatures/ouvertes.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

interface Ligne {
  code: string;
  label: string;
  parent: string;
  ordre: number;
  retireLe: string | null;
}

const VALEURS = `
  SELECT code, label, parent, ordre, retire_le AS retireLe FROM nomenclature_valeur WHERE liste = ?
  ORDER BY created_at, label, code`;

/**
 * Every value of an open list, retired ones included, in the order the structure gave them; those it never moved come
 * after, the shipped ones in their own order, then the structure's as they were added.
 */
export function valeursDe(db: Base, liste: ListeOuverte): ValeurListe[] {
  const lignes = requete(db, VALEURS).all(liste) as Ligne[];
  const dites = new Map(lignes.map((ligne) => [ligne.code, ligne]));
  const livrees = LISTES_OUVERTES[liste].valeurs;
  const connues = new Set<string>(livrees.map(({ code }) => code));
  const valeurs = [
    ...livrees.map(({ code, label, parent = '' }) => ({ code, label, parent, propre: false })),
    ...lignes
      .filter(({ code }) => !connues.has(code))
      .map(({ code, label, parent }) => ({ code, label, parent, propre: true })),
  ];
  const place = (code: string) => dites.get(code)?.ordre || Number.POSITIVE_INFINITY;
  return valeurs
    .map((valeur) => ({ ...valeur, retiree: (dites.get(valeur.code)?.retireLe ?? null) !== null }))
    .sort((a, b) => {
      const [avant, apres] = [place(a.code), place(b.code)];
      return avant === apres ? 0 : avant - apres;
    });
}

/** Label of a code of an open list, the code itself when nothing knows it. Reads the list once. */
export function libelles(db: Base, liste: ListeOuverte): (code: string) => string {
  const connus = new Map(valeursDe(db, liste).map(({ code, label }) => [code, label]));
  return (code) => connus.get(code) ?? code;
}

/**
 * Refuses codes that no value of their list holds. A retired value is accepted: a record that carries it must remain
 * correctable. Empty codes mean nothing was chosen. Each list is read once.
 */
export function verifierCodes(
  db: Base,
  codes: readonly { champ: string; liste: ListeOuverte; code: string }[],
): void {
  const lues = new Map<ListeOuverte, Set<string>>();
  for (const { champ, liste, code } of codes) {
    if (code === '') continue;
    const connus = lues.get(liste) ?? new Set(valeursDe(db, liste).map((valeur) => valeur.code));
    lues.set(liste, connus);
    if (connus.has(code)) continue;
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
