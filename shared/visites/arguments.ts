/** An argument sheet: a received idea, what can be answered, a fact of the structure, a question to hand the word back. */
export interface Argument {
  titre: string;
  reponse: string;
  /** To be filled by the structure: a figure or a story of its own says more than any argument. */
  exemple: string;
  question: string;
}

export const ARGUMENTS_LIVRES: readonly (Argument & { code: string })[] = [
  {
    code: 'concurrence',
    titre: 'Vous faites de la concurrence déloyale, avec vos aides.',
    reponse: `L’aide reçue paie ce qu’une entreprise ordinaire n’a pas à faire : embaucher d’abord des personnes que le marché laisse de côté, les encadrer de près, les accompagner vers un autre employeur.

- Elle est conventionnée chaque année avec l’État, sur un nombre de postes et des résultats contrôlés.
- Nos prix sont construits comme les vôtres : temps passé, matériel, déplacements.
- Nos meilleurs salariés partent, et c’est le but : nous formons pour les autres employeurs du territoire.
- Nous cherchons des chantiers que d’autres ne prennent pas, ou à faire ensemble.`,
    exemple: '',
    question:
      'Sur quels travaux vous gênons-nous aujourd’hui, et lesquels vous arrangerait-il de nous confier ?',
  },
  {
    code: 'professionnalisme',
    titre: 'Est-ce vraiment du travail de professionnels ?',
    reponse: `Les équipes sont dirigées par des encadrants techniques qui viennent du métier, et le travail est rendu à un client qui le paie.

- Un devis, un délai, une réception : les règles sont les mêmes que pour tout le monde.
- L’encadrant est sur place et reprend ce qui doit l’être.
- Le plus simple est de venir voir un chantier, ou d’en confier un petit.`,
    exemple: '',
    question: 'À quoi reconnaissez-vous un travail bien fait dans votre métier ?',
  },
  {
    code: 'role',
    titre: 'Ce n’est pas notre rôle, il y a des structures pour ça.',
    reponse: `Nous ne vous demandons pas de faire notre travail. Une structure d’insertion accompagne ; elle ne peut pas remplacer un vrai atelier, un vrai client, une vraie équipe.

- Quelques jours chez vous apprennent ce que des mois chez nous ne peuvent pas apprendre.
- Vous voyez travailler quelqu’un avant de recruter, ce qu’un entretien ne montre pas.
- L’accompagnement social reste chez nous, du premier au dernier jour.`,
    exemple: '',
    question:
      'Quand avez-vous, vous-même, donné sa première chance à quelqu’un ? Comment cela s’est-il passé ?',
  },
  {
    code: 'accueil',
    titre: 'Nous ne saurions pas accueillir ni intégrer ces personnes.',
    reponse: `Accueillir quelqu’un se prépare, pour n’importe quel nouvel arrivant. Nous le préparons avec vous.

- Nous visitons le poste avant, et vous disons franchement ce que la personne sait faire ou pas encore.
- Une personne de votre équipe, prévenue et volontaire, suffit comme repère.
- Notre conseiller passe pendant l’accueil et reste joignable le jour même en cas de souci.
- On commence court : un ou deux jours, puis on voit.`,
    exemple: '',
    question: 'Qui, dans votre équipe, aime montrer le métier ?',
  },
  {
    code: 'offre',
    titre: 'Ce que vous proposez ne correspond pas à nos besoins.',
    reponse: `C’est possible, et c’est pour le savoir que je viens écouter plutôt que vendre.

- Nous pouvons analyser un poste avec vous et vous dire qui, chez nous, s’en approche.
- Nous savons aussi rendre d’autres services : remplacement, renfort de saison, prestation, réponse commune à un marché avec clause.
- Si nous n’avons pas la personne aujourd’hui, le besoin est noté et nous revenons vers vous quand elle existe.`,
    exemple: '',
    question: 'La dernière fois qu’il vous a manqué quelqu’un, c’était pour faire quoi ?',
  },
  {
    code: 'employabilite',
    titre: 'Ces personnes ne sont pas employables.',
    reponse: `Elles ont un contrat de travail, des horaires, un chef d’équipe : elles sont déjà au travail.

- Ce qui les a éloignées de l’emploi tient souvent au logement, à la garde d’enfants, au permis, à la santé ou à la langue ; une partie est réglée avant que nous vous les présentions.
- Nous ne vous présentons que des personnes que nous pensons prêtes pour ce que vous demandez.
- Une immersion vous laisse juge, sans engagement.`,
    exemple: '',
    question:
      'Pour tenir ce poste, qu’est-ce qui compte le plus : savoir faire, être à l’heure, s’entendre avec l’équipe ?',
  },
  {
    code: 'administratif',
    titre: 'C’est trop de papiers, et s’il y a un accident, c’est pour nous.',
    reponse: `Pendant une immersion (PMSMP), la personne garde son employeur : nous. Une seule convention, que nous rédigeons, est signée avant de commencer.

- Pas de salaire, pas de déclaration d’embauche, pas de fiche de paie de votre côté.
- La couverture des accidents du travail et de trajet est assurée par le prescripteur ou l’employeur d’origine ; en cas d’accident, vous nous prévenez le jour même et nous faisons la déclaration.
- Vous devez ce que vous devez à toute personne sur votre site : des consignes, des protections adaptées, quelqu’un qui veille. Vérifiez que votre responsabilité civile couvre l’accueil d’une personne en immersion.
- La durée est limitée à un mois, renouvelable une fois si l’objectif n’est pas atteint.`,
    exemple: '',
    question: 'Qu’est-ce qui vous prendrait du temps ? Voyons ce que nous pouvons faire à votre place.',
  },
  {
    code: 'temps',
    titre: 'Nous n’avons pas le temps d’encadrer quelqu’un.',
    reponse: `Le temps est votre vraie contrainte : mieux vaut la regarder en face que promettre.

- Choisissons le bon moment : ni en plein rush, ni quand l’atelier est vide.
- Une demi-heure le premier matin, un point à mi-parcours, un bilan à la fin : le reste se passe en travaillant.
- Commençons par une journée de découverte, ou par la visite de votre atelier pour deux ou trois salariés.
- Nous préparons la personne avant, pour que vous n’ayez pas à tout expliquer.`,
    exemple: '',
    question: 'À quelle période de l’année une paire de bras de plus vous ferait-elle gagner du temps ?',
  },
];
