import { label } from '../shared/nomenclatures/nomenclature.ts';
import { CONTRATS, ETATS_PROJET, PREPARATIONS, SEXES } from '../shared/nomenclatures/salaries.ts';
import type { SalarieLigne } from '../shared/salaries/schema.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { type Colonne, colonne } from './tableur.ts';

/** What the list shows, and the particulars a table outside needs. */
export function colonnesSalaries(db: Base): Colonne<SalarieLigne>[] {
  const support = libelles(db, 'supports');
  return [
    colonne.texte('Nom', ({ nom }) => nom),
    colonne.texte('Prénom', ({ prenom }) => prenom),
    colonne.texte('Sexe', ({ sexe }) => label(SEXES, sexe)),
    colonne.date('Naissance', ({ naissance }) => naissance),
    colonne.telephone('Téléphone', ({ telephone }) => telephone),
    colonne.texte('Contrat', ({ contrat }) => (contrat ? label(CONTRATS, contrat.nature) : '')),
    colonne.date('Début du contrat', ({ contrat }) => contrat?.debut ?? null),
    colonne.date('Fin du contrat', ({ contrat }) => contrat?.fin ?? null),
    colonne.date('Fin du PASS IAE', ({ passFin }) => passFin),
    colonne.texte('Projet', ({ projetEtat }) => (projetEtat ? label(ETATS_PROJET, projetEtat) : '')),
    colonne.texte('Prêt à l’emploi', ({ preparation }) =>
      preparation ? label(PREPARATIONS, preparation) : '',
    ),
    colonne.texte('Support d’activité', (ligne) => (ligne.support ? support(ligne.support) : '')),
    colonne.texte('Référent', ({ referent }) => referent),
    colonne.texte('Encadrant', ({ encadrant }) => encadrant),
    colonne.nombre('Critères sans justificatif', ({ sansJustificatif }) => sansJustificatif),
    colonne.nombre('Immersions', ({ immersions }) => immersions),
  ];
}
