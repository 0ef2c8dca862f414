import { label } from '../shared/nomenclatures/nomenclature.ts';
import { ETATS_PROJET, PREPARATIONS } from '../shared/nomenclatures/salaries.ts';
import type { LigneRadar } from '../shared/salaries/parcours.ts';
import { direEtape } from '../shared/salaries/regles-suite.ts';
import { libelles } from './nomenclatures.ts';
import type { Base } from './open.ts';
import { type Colonne, colonne } from './tableur.ts';

/** What the radar shows, one line per contract or PASS. */
export function colonnesRadar(db: Base): readonly Colonne<LigneRadar>[] {
  const support = libelles(db, 'supports');
  return [
    colonne.texte('Nom', ({ salarie }) => salarie.nom),
    colonne.texte('Prénom', ({ salarie }) => salarie.prenom),
    colonne.texte('Ce qui finit', ({ genre, libelle }) =>
      genre === 'pass' ? `PASS IAE ${libelle}` : libelle,
    ),
    colonne.date('Fin', ({ fin }) => fin),
    colonne.nombre('Jours restants', ({ jours }) => jours),
    colonne.texte('Prochaine étape', ({ etapes: [etape] }) => (etape ? direEtape(etape) : 'Aucune')),
    colonne.texte('Autres étapes', ({ etapes }) => etapes.slice(1).map(direEtape).join(' ; ')),
    colonne.texte('Note sur la suite', ({ suiteNote }) => suiteNote),
    colonne.texte('Référent', ({ referent }) => referent?.nom ?? ''),
    colonne.texte('Encadrant', ({ encadrant }) => encadrant?.nom ?? ''),
    colonne.texte('Support', ({ support: code }) => (code ? support(code) : '')),
    colonne.texte('Projet', ({ projetEtat }) => (projetEtat ? label(ETATS_PROJET, projetEtat) : '')),
    colonne.texte('Préparation', ({ preparation }) => (preparation ? label(PREPARATIONS, preparation) : '')),
  ];
}
