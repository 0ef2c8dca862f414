import { figure, livre, partie } from './livre.ts';

/** What a département asks about the RSA recipients it co-funds: everything is filtered on that criterion. */
export const DEPARTEMENT = livre(
  'departement',
  'Département (BRSA)',
  'Le parcours des bénéficiaires du RSA : qui, quel accompagnement, quelles sorties.',
  {
    filtres: [{ axe: 'critere', codes: ['rsa'] }],
    resume: ['publics.presents', 'publics.entrees', 'sorties.dynamiques', 'sorties.durables', 'etp.realises'],
    sections: [
      partie(
        'personnes',
        'Les bénéficiaires du RSA',
        'Orientations par les services du département, situation à l’entrée.',
        figure('publics.presents', 'sexe', 'age', 'niveau', 'commune', 'prescripteur'),
        figure('publics.entrees', 'sexe', 'age'),
        figure('publics.parent_isole', 'sexe'),
        figure('publics.sans_hebergement', 'sexe'),
        figure('etp.realises', 'sexe'),
        figure('heures.total'),
      ),
      partie(
        'accompagnement',
        'L’accompagnement',
        'Freins travaillés, partenaires sociaux, remobilisation.',
        figure('accompagnement.entretiens', 'entretien'),
        figure('accompagnement.par_personne'),
        figure('freins.personnes', 'frein', 'sexe'),
        figure('freins.accompagnes', 'frein'),
      ),
      partie(
        'emploi',
        'Vers l’emploi',
        'Immersions et formations.',
        figure('immersions.total', 'objet', 'sexe'),
        figure('immersions.personnes', 'sexe'),
        figure('formation.stagiaires', 'sexe'),
        figure('formation.heures_realisees'),
      ),
      partie(
        'sorties',
        'Les sorties',
        'Sorties du RSA, lecture des résultats.',
        figure('sorties.comptees', 'categorie', 'motif', 'sexe'),
        figure('sorties.dynamiques', 'sexe'),
        figure('sorties.durables', 'sexe'),
        figure('devenir.emploi_6', 'sexe'),
      ),
    ],
  },
);
