import { figure, livre, partie } from './livre.ts';

/** The year on a few pages for the people who answer for the structure. */
export const CONSEIL = livre(
  'conseil',
  'Conseil d’administration',
  'L’année de la structure en quelques pages : personnes, employeurs, formation, résultats, argent.',
  {
    resume: [
      'publics.presents',
      'sorties.dynamiques',
      'immersions.total',
      'formation.heures_realisees',
      'reseau.contactees',
    ],
    sections: [
      partie(
        'annee',
        'L’année',
        'Ce qui a compté, ce qui a changé, ce qui inquiète.',
        figure('publics.presents', 'sexe', 'support'),
        figure('publics.entrees', 'sexe'),
        figure('etp.realises'),
        figure('etp.realisation'),
      ),
      partie(
        'parcours',
        'Les parcours',
        'Exemples de parcours, sans nom.',
        figure('accompagnement.entretiens'),
        figure('immersions.total', 'objet', 'hote'),
        figure('immersions.embauche'),
        figure('formation.stagiaires', 'sexe'),
        figure('formation.heures_realisees', 'genreFormation'),
      ),
      partie(
        'employeurs',
        'Les employeurs',
        'Partenariats noués, entreprises perdues, projets.',
        figure('reseau.contactees', 'hote', 'secteur'),
        figure('reseau.nouvelles'),
        figure('entonnoir.engagees'),
        figure('entonnoir.embauches', 'contrat'),
      ),
      partie(
        'sorties',
        'Les sorties',
        '',
        figure('sorties.comptees', 'categorie', 'sexe'),
        figure('sorties.dynamiques', 'sexe'),
        figure('sorties.durables'),
        figure('devenir.maintien_6'),
      ),
      partie(
        'argent',
        'Les financements',
        'Conventions en cours, demandes, perspectives.',
        figure('argent.verse', 'financeur'),
      ),
    ],
  },
);
