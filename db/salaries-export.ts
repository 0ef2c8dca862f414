import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS, SEXES } from '../shared/nomenclatures/salaries.ts';
import type { SalarieLigne } from '../shared/salaries/schema.ts';
import { type Colonne, colonne } from './tableur.ts';

export const COLONNES_SALARIES: readonly Colonne<SalarieLigne>[] = [
  colonne.texte('Nom', ({ nom }) => nom),
  colonne.texte('Prénom', ({ prenom }) => prenom),
  colonne.texte('Sexe', ({ sexe }) => label(SEXES, sexe)),
  colonne.date('Naissance', ({ naissance }) => naissance),
  colonne.telephone('Téléphone', ({ telephone }) => telephone),
  colonne.texte('Contrat', ({ contrat }) => (contrat ? label(CONTRATS, contrat.nature) : '')),
  colonne.date('Début du contrat', ({ contrat }) => contrat?.debut ?? null),
  colonne.date('Fin du contrat', ({ contrat }) => contrat?.fin ?? null),
  colonne.nombre('Immersions', ({ immersions }) => immersions),
];
