import { AGES } from '../../shared/bilans/axes.ts';
import { label } from '../../shared/nomenclatures/nomenclature.ts';
import { SEXES } from '../../shared/nomenclatures/salaries.ts';
import { type Colonne, colonne } from '../tableur.ts';
import type { Personne } from './personnes.ts';

/** What every row about somebody says first. */
export interface DitPersonne {
  prenom: string;
  nomFamille: string;
  /** First name and name. */
  nom: string;
  sexe: string;
  age: string;
}

export function dire(personnes: ReadonlyMap<string, Personne>, id: string): DitPersonne {
  const { prenom = '', nom = '', axes } = personnes.get(id) ?? {};
  return {
    prenom,
    nomFamille: nom,
    nom: `${prenom} ${nom}`.trim(),
    sexe: label(SEXES, String(axes?.sexe ?? '')),
    age: label(AGES, String(axes?.age ?? '')),
  };
}

/** Columns that name the person. */
export const NOMS: readonly Colonne<DitPersonne>[] = [
  colonne.texte('Prénom', ({ prenom }) => prenom),
  colonne.texte('Nom', ({ nomFamille }) => nomFamille),
];

export const SEXE: Colonne<DitPersonne> = colonne.texte('Sexe', ({ sexe }) => sexe);

/** A band, never the birth date: it goes to funders. */
export const AGE: Colonne<DitPersonne> = colonne.texte('Âge', ({ age }) => age);
