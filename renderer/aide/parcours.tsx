import { type Moment, Moments } from './moments.tsx';

const MOMENTS: readonly Moment[] = [
  {
    titre: 'La fiche d’une personne',
    texte:
      'Un nom, une date de naissance et « femme » ou « homme » suffisent pour commencer. Le reste vient au fil des entretiens : contrats et PASS IAE, prescripteur, critères d’éligibilité, projet, mobilité. Chaque partie s’ouvre et s’enregistre seule.',
  },
  {
    titre: 'Les critères et leurs justificatifs',
    texte:
      'Notez le jour où le critère a été constaté et l’endroit où le justificatif est rangé, jamais ce qu’il dit. Un critère de niveau 1 suffit ; sinon, deux ou trois de niveau 2 selon le type de structure. La liste montre les fiches à qui il manque un justificatif.',
  },
  {
    titre: 'Les freins',
    texte:
      'Les huit rubriques demandées par l’ASP, et rien de plus : la personne est concernée ou non, accompagnée en interne, en externe, ou les deux. Aucun texte : ce qui touche à la santé, au logement ou à la justice ne s’écrit pas ici.',
  },
  {
    titre: 'Le parcours sur une ligne',
    texte:
      'Contrats, suspensions, PASS, immersions, formations, entretiens et échanges se lisent sur la même frise, avec ce qui finit bientôt. La même chose se lit en tableau.',
  },
  {
    titre: 'Les contrats qui finissent',
    texte:
      'Le radar montre les contrats et les PASS qui finissent dans un, trois ou six mois, et ceux que rien ne suit encore : ni contrat, ni immersion, ni formation, ni embauche, ni suite décidée. La suite se note depuis la liste.',
  },
  {
    titre: 'Ce qui ne s’écrit jamais',
    texte:
      'Pas de numéro de sécurité sociale, pas de détail de santé. Passerelle prévient quand un texte libre y ressemble ; elle n’empêche pas d’écrire, c’est à vous de retirer.',
  },
];

/** The parcours of a salarié, in the words of those who follow it. */
export const AideParcours = () => <Moments titre="Un parcours, de l’accueil à la sortie" moments={MOMENTS} />;
