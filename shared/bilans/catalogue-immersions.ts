import { type Indicateur, nombre, rapport, taux } from './indicateur.ts';

/** Immersions (PMSMP): how many, for whom, and what followed. */
export const IMMERSIONS: readonly Indicateur[] = [
  nombre({
    code: 'immersions.total',
    rubrique: 'immersions',
    label: 'Immersions',
    formule:
      'Conventions émises dont un jour au moins tombe dans la période ; ni brouillon, ni refusée, ni annulée. Un renouvellement compte pour une immersion de plus.',
    nom: 'immersion',
    source: 'immersions',
    compte: 'lignes',
    axes: [
      'objet',
      'hote',
      'secteur',
      'metier',
      'sexe',
      'age',
      'realisation',
      'objectifs',
      'decision',
      'mois',
    ],
    sens: 'hausse',
    place: () => 'compte',
  }),
  nombre({
    code: 'immersions.heures',
    rubrique: 'immersions',
    label: 'Heures d’immersion',
    formule: 'Heures faites pendant les jours de la période, corrigées des absences notées au suivi.',
    source: 'immersions',
    compte: 'minutes',
    axes: ['objet', 'hote', 'sexe'],
    place: () => 'compte',
  }),
  rapport({
    code: 'immersions.duree_moyenne',
    rubrique: 'immersions',
    label: 'Heures par immersion',
    formule: 'Heures d’immersion de la période, divisées par le nombre d’immersions.',
    base: 'immersions',
    unite: 'minutes',
    numerateur: 'immersions.heures',
    denominateur: 'immersions.total',
    axes: ['objet', 'hote', 'sexe'],
  }),
  taux({
    code: 'immersions.embauche',
    rubrique: 'immersions',
    label: 'Immersions suivies d’une embauche',
    formule:
      'Immersions finies dont le bilan décide une embauche, ou auxquelles une embauche est liée, rapportées à celles dont la suite est connue.',
    base: 'immersions finies dont la suite est connue',
    source: 'immersions',
    compte: 'lignes',
    axes: ['objet', 'hote', 'secteur', 'sexe'],
    place: ({ finie, bilanFait, embauche }) => {
      if (embauche) return 'compte';
      if (!finie) return { exclu: 'Pas encore finie' };
      return bilanFait ? 'base' : 'inconnu';
    },
  }),
];
