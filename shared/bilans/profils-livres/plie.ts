import { figure, livre, partie } from './livre.ts';

/** What a PLIE asks of a structure that takes its participants: steps of the parcours and their results. */
export const PLIE = livre(
  'plie',
  'PLIE',
  'Les étapes du parcours des participants : accueil, accompagnement, formation, immersion, sortie.',
  {
    resume: [
      'publics.presents',
      'accompagnement.entretiens',
      'immersions.total',
      'sorties.dynamiques',
      'sorties.durables',
    ],
    sections: [
      partie(
        'participants',
        'Participants',
        'Orientations reçues, entrées, refus et leurs raisons.',
        figure('publics.presents', 'sexe', 'age', 'niveau', 'prescripteur'),
        figure('publics.entrees', 'sexe', 'age', 'prescripteur'),
        figure('publics.rsa', 'sexe'),
        figure('publics.detld', 'sexe'),
      ),
      partie(
        'etapes',
        'Étapes d’accompagnement',
        'Ce qui a été travaillé, avec quels partenaires.',
        figure('accompagnement.entretiens', 'entretien', 'mois'),
        figure('accompagnement.par_personne'),
        figure('accompagnement.heures'),
        figure('freins.personnes', 'frein'),
        figure('freins.accompagnes', 'frein'),
      ),
      partie(
        'formation',
        'Étapes de formation',
        'Formations suivies et leurs suites.',
        figure('formation.stagiaires', 'sexe'),
        figure('formation.heures_realisees', 'genreFormation'),
        figure('formation.certifications', 'sexe'),
      ),
      partie(
        'emploi',
        'Étapes vers l’emploi',
        'Immersions, mises en relation, entreprises partenaires.',
        figure('immersions.total', 'objet', 'hote', 'sexe'),
        figure('immersions.embauche', 'sexe'),
        figure('entonnoir.offres'),
        figure('entonnoir.embauches', 'contrat'),
      ),
      partie(
        'sorties',
        'Sorties',
        'Lecture des résultats.',
        figure('sorties.comptees', 'categorie', 'sexe'),
        figure('sorties.dynamiques', 'sexe', 'age'),
        figure('sorties.durables', 'sexe'),
        figure('devenir.emploi_6', 'sexe'),
      ),
    ],
  },
);
