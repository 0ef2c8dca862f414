import { type Moment, Moments } from './moments.tsx';

const MOMENTS: readonly Moment[] = [
  {
    titre: 'Recueillir les besoins',
    texte:
      'Un besoin se note pour une personne, pour plusieurs, ou pour tout un support d’activité. Une fois par an, ouvrez un recueil : sa feuille s’imprime pour chacun, et l’écran dit qui reste à interroger. Les besoins se regroupent par thème, pour voir ce qui suffit à remplir une session.',
  },
  {
    titre: 'Préparer une session',
    texte:
      'Une action se décrit une fois : objectif, contenu, prérequis, organisme, coût. Chaque session en reprend tout, avec son lieu et ses demi-journées, que Passerelle place d’après vos jours et vos heures sans les fériés. Une structure voisine peut y tenir des places et payer sa part.',
  },
  {
    titre: 'Financer',
    texte:
      'Une ligne par financeur et par poste : ingénierie, coûts pédagogiques, salaires, frais annexes. Notez ce qui est demandé, accordé, refusé, avancé, facturé, versé : le reste à percevoir et le reste à charge se calculent. L’heure de salaire se règle dans les Paramètres, à partir d’une date.',
  },
  {
    titre: 'De repéré à certifié',
    texte:
      'Repéré, positionné, validé, entré, au bout : chaque étape a son jour. À partir de « validé », les heures sont engagées. Qui s’arrête ou n’est pas retenu l’est avec une raison. Une immersion, une autre formation, une absence ou une fin de contrat au même moment se signale, sans bloquer.',
  },
  {
    titre: 'Noter les présences',
    texte:
      'La grille se remplit au clavier : flèches pour aller, P présent, A absent, J absence justifiée, R retard. Une demi-journée que personne n’a notée ne compte ni comme suivie, ni comme manquée.',
  },
  {
    titre: 'Les papiers',
    texte:
      'Fiche de positionnement à deux signatures, convocation, émargement par demi-journée, attestation d’assiduité, attestation de fin de formation : ils se voient avant de s’imprimer, un par un ou tous ensemble. Un papier émis est figé et son PDF gardé.',
  },
  {
    titre: 'Le plan de l’année',
    texte:
      'Heures prévues : stagiaires attendus fois durée. Engagées : personnes validées fois durée. Réalisées : demi-journées suivies. Chaque taux dit sur quoi il porte, chaque chiffre ouvre ses lignes, et l’année d’avant est à côté. Le plan s’imprime pour le conseil d’administration et l’OPCO.',
  },
  {
    titre: 'Ce que deviennent les stagiaires',
    texte:
      'Trois, six et douze mois après, Passerelle dit qui appeler. Les réponses se comptent à part des personnes qui ne répondent pas : un taux de sorties dynamiques porte sur celles qui ont répondu, et le dit.',
  },
];

/** A training from the need to what became of people, in the words of those who run it. */
export const AideFormation = () => <Moments titre="Une formation, du besoin au devenir" moments={MOMENTS} />;
