import { dateLocale } from '../shared/dates.ts';
import { label, type Nomenclature } from '../shared/nomenclatures/nomenclature.ts';
import type { ListeOuverte } from '../shared/nomenclatures/ouvertes.ts';
import { type Colonne, colonne } from './tableur.ts';

/** A row as SQLite gives it. */
export type Rangee = Record<string, unknown>;

/** What the texts of the export need to know of the rest of the base: labels and names, read once. */
export interface Reperes {
  libelle(liste: ListeOuverte, code: string): string;
  nom(genre: 'organisation' | 'interlocuteur' | 'salarie' | 'membre', id: string): string;
  /** Where an attachment is in the archive, or why it is not. */
  piece(id: string): string;
}

export interface TableExportee {
  table: string;
  fichier: string;
  /** What it holds, for the reader of the archive. */
  contenu: string;
  /** Columns of the table each one tells; what the archive leaves out is in `tues`. */
  champs: readonly Champ[];
  tues?: readonly string[];
}

/** One or two columns of a CSV made from one column of a table. */
export interface Champ {
  colonne: string;
  ecrire(reperes: Reperes): Colonne<Rangee>[];
}

export const enTexte = (valeur: unknown) => (valeur === null || valeur === undefined ? '' : String(valeur));

export function champ(nom: string, ecrire: (reperes: Reperes) => Colonne<Rangee>[]): Champ {
  return { colonne: nom, ecrire };
}

/** A text made from the value of a column. */
export const traduit = (nom: string, titre: string, dire: (valeur: string, reperes: Reperes) => string) =>
  champ(nom, (reperes) => [
    colonne.texte(titre, (rangee: Rangee) => {
      const valeur = enTexte(rangee[nom]);
      return valeur === '' ? '' : dire(valeur, reperes);
    }),
  ]);

export const t = (nom: string, titre: string) => traduit(nom, titre, (valeur) => valeur);
export const id = (nom = 'id', titre = 'Identifiant Passerelle') => t(nom, titre);
export const d = (nom: string, titre: string) =>
  champ(nom, () => [colonne.date(titre, (rangee: Rangee) => (rangee[nom] as string | null) || null)]);
/** An instant, as the day it was here. */
export const i = (nom: string, titre: string) =>
  champ(nom, () => [
    colonne.date(titre, (rangee: Rangee) => {
      const instant = enTexte(rangee[nom]);
      return instant === '' ? null : dateLocale(new Date(instant));
    }),
  ]);
export const n = (nom: string, titre: string) =>
  champ(nom, () => [colonne.nombre(titre, (rangee: Rangee) => rangee[nom] as number | null)]);
/** Cents, told in euros. */
export const euros = (nom: string, titre: string) =>
  champ(nom, () => [
    colonne.nombre(titre, (rangee: Rangee) => (rangee[nom] === null ? null : Number(rangee[nom]) / 100)),
  ]);
/** Thousandths, told as a percentage. */
export const part = (nom: string, titre: string) =>
  champ(nom, () => [
    colonne.nombre(titre, (rangee: Rangee) => (rangee[nom] === null ? null : Number(rangee[nom]) / 10)),
  ]);
export const minutes = (nom: string, titre: string) =>
  champ(nom, () => [colonne.heures(titre, (rangee: Rangee) => rangee[nom] as number | null)]);
export const tel = (nom: string, titre: string) =>
  champ(nom, () => [colonne.telephone(titre, (rangee: Rangee) => enTexte(rangee[nom]))]);
export const siret = () =>
  champ('siret', () => [colonne.siret('SIRET', (rangee: Rangee) => enTexte(rangee.siret))]);
export const ville = () => [
  champ('code_postal', () => []),
  champ('ville', () => [
    colonne.ville('Ville', (rangee: Rangee) => ({
      codePostal: enTexte(rangee.code_postal),
      ville: enTexte(rangee.ville),
    })),
  ]),
];
export const ouiNon = (nom: string, titre: string) =>
  traduit(nom, titre, (valeur) => (valeur === '1' ? 'oui' : 'non'));
export const ferme = (nom: string, titre: string, liste: Nomenclature) =>
  traduit(nom, titre, (code) => label(liste, code));
export const ouvert = (nom: string, titre: string, liste: ListeOuverte) =>
  traduit(nom, titre, (code, reperes) => reperes.libelle(liste, code));
export const plusieurs = (nom: string, titre: string, liste: ListeOuverte) =>
  traduit(nom, titre, (json, reperes) =>
    lireJson<string[]>(json, [])
      .map((code) => reperes.libelle(liste, code))
      .join(', '),
  );
/** The record another one is about: its name for people, its identifier to join the files. */
export const lien = (nom: string, titre: string, genre: Parameters<Reperes['nom']>[0]) =>
  champ(nom, (reperes) => [
    colonne.texte(titre, (rangee: Rangee) => reperes.nom(genre, enTexte(rangee[nom]))),
    colonne.texte(`${titre} : identifiant`, (rangee: Rangee) => enTexte(rangee[nom])),
  ]);
export const suivi = [
  i('created_at', 'Créé le'),
  i('updated_at', 'Modifié le'),
  i('archived_at', 'Archivé le'),
];

export function lireJson<T>(json: string, sinon: T): T {
  try {
    return JSON.parse(json) as T;
  } catch {
    return sinon;
  }
}
