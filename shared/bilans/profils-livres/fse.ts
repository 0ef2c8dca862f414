import { figure, livre, partie } from './livre.ts';

/** Common indicators of the FSE+: Reg. (EU) 2021/1057, Annex I. */
export const FSE_PLUS = livre(
  'fse',
  'FSE+',
  'Entrées, sorties, résultats dans les quatre semaines et à six mois.',
  {
    resume: ['fse.entrees', 'fse.sorties', 'fse.resultat_emploi', 'fse.emploi_6', 'fse.completes'],
    sections: [
      partie(
        'operation',
        'L’opération',
        'Rappel de l’opération, de ses objectifs et de son déroulement.',
        figure('fse.personnes', 'sexe'),
        figure('fse.completes'),
      ),
      partie(
        'entrees',
        'Participants à l’entrée',
        'Publics touchés, écarts avec le prévisionnel.',
        figure('fse.entrees', 'sexe'),
        figure('fse.chomeurs', 'sexe'),
        figure('fse.longue_duree', 'sexe'),
        figure('fse.inactifs', 'sexe'),
        figure('fse.en_emploi', 'sexe'),
        figure('fse.peu_diplomes', 'sexe'),
        figure('fse.handicap', 'sexe'),
        figure('fse.hors_ue', 'sexe'),
        figure('fse.origine', 'sexe'),
        figure('fse.logement', 'sexe'),
        figure('fse.rural', 'sexe'),
      ),
      partie(
        'resultats',
        'Résultats dans les quatre semaines',
        'Lecture des résultats à la sortie.',
        figure('fse.sorties', 'sexe', 'resultatFse'),
        figure('fse.resultat_emploi', 'sexe'),
        figure('fse.resultat_formation', 'sexe'),
        figure('fse.resultat_qualification', 'sexe'),
        figure('fse.resultat_recherche', 'sexe'),
      ),
      partie(
        'six_mois',
        'Résultats à six mois',
        'Comment les personnes ont été jointes.',
        figure('fse.emploi_6', 'sexe'),
        figure('fse.mieux_6', 'sexe'),
      ),
    ],
  },
);
