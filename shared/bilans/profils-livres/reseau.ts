import { figure, livre, partie } from './livre.ts';

/** What was done with employers, from the first contact to the hire. */
export const RESEAU_EMPLOYEURS = livre(
  'reseau',
  'Réseau employeurs',
  'Ce qui a été fait avec les employeurs, du premier contact à l’embauche.',
  {
    resume: [
      'reseau.contactees',
      'entonnoir.engagees',
      'entonnoir.offres',
      'immersions.total',
      'entonnoir.embauches',
    ],
    sections: [
      partie(
        'entonnoir',
        'Du contact à l’embauche',
        'Lecture de l’entonnoir : où les choses avancent, où elles s’arrêtent.',
        figure('reseau.contactees', 'hote', 'secteur', 'taille'),
        figure('reseau.jointes'),
        figure('reseau.nouvelles'),
        figure('entonnoir.engagees', 'secteur'),
        figure('entonnoir.offres'),
        figure('immersions.total', 'objet', 'hote', 'metier', 'sexe'),
        figure('entonnoir.embauches', 'contrat', 'sexe'),
      ),
      partie(
        'echanges',
        'Les échanges',
        'Faits marquants, nouvelles entreprises, difficultés.',
        figure('reseau.echanges', 'mois', 'nature', 'canal', 'resultat'),
        figure('reseau.accords', 'nature'),
        figure('reseau.refus', 'cause'),
        figure('reseau.non_honorees', 'cause'),
        figure('reseau.relances_tenues'),
      ),
      partie(
        'immersions',
        'Les immersions',
        'Accueils, retours des tuteurs, suites.',
        figure('immersions.personnes', 'sexe', 'age'),
        figure('immersions.hotes', 'secteur'),
        figure('immersions.par_hote'),
        figure('immersions.heures'),
        figure('immersions.jours_moyens'),
        figure('immersions.embauche', 'objet', 'sexe'),
      ),
      partie(
        'solidite',
        'La solidité du réseau',
        'Entreprises très sollicitées, entreprises perdues et pourquoi.',
        figure('reseau.perdues', 'secteur'),
        figure('reseau.saturees', 'secteur'),
        figure('reseau.echanges_par_organisation'),
      ),
    ],
  },
);
