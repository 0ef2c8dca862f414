import type { Entree } from '../../shared/contrat.ts';

type Objet = 'decouvrir' | 'confirmer' | 'recruter';
type Bilan = Entree<'immersions.saveBilan'>;

/** What a person, a host and the team say of an immersion; they never name a first name that has a gender. */
export const ATTENTES: Record<Objet, readonly { salarie: string; accueil: string; structure: string }[]> = {
  decouvrir: [
    {
      salarie: 'Voir le métier de près avant de décider, savoir si les horaires et le rythme conviennent.',
      accueil: 'Faire connaître le métier, qui attire peu.',
      structure: 'Élargir les choix : une seule piste de travail pour le moment.',
    },
    {
      salarie: 'Comparer avec le chantier, rencontrer une équipe.',
      accueil: 'Découvrir comment travaille une structure d’insertion.',
      structure: 'Observer l’adaptation à un nouveau collectif.',
    },
  ],
  confirmer: [
    {
      salarie: 'Vérifier que le projet tient avant de demander une formation.',
      accueil: 'Donner un avis de professionnel, grille à l’appui.',
      structure: 'Disposer d’une évaluation des compétences pour le dossier de formation.',
    },
    {
      salarie: 'Faire les gestes sans aide, loin du groupe, et savoir ce qui manque encore.',
      accueil: 'Voir sur deux semaines si le rythme est tenu.',
      structure: 'Valider le projet avant la fin du contrat.',
    },
  ],
  recruter: [
    {
      salarie: 'Montrer ses capacités pour le poste qui se libère.',
      accueil: 'Juger en situation avant d’embaucher.',
      structure: 'Préparer la sortie vers cet emploi, trajet et horaires compris.',
    },
  ],
};

export const TRANSPORTS = [
  'À vélo, vingt minutes.',
  'Ligne 2 jusqu’à la gare, puis dix minutes à pied.',
  'Covoiturage avec un collègue de l’atelier.',
  'Vélo électrique prêté par la structure.',
  'Navette de la zone d’activités, 7 h 40.',
  '',
];

/** Costs beside an immersion, drawn now and then. */
export const FRAIS: readonly Entree<'immersions.create'>['frais'][] = [
  [{ nature: 'chaussures', precision: '', centimes: 4890, payeur: 'structure' }],
  [
    { nature: 'tenue', precision: 'Veste et toque', centimes: 3200, payeur: 'structure' },
    { nature: 'repas', precision: 'Repas du midi avec l’équipe', centimes: null, payeur: 'accueil' },
  ],
  [{ nature: 'transport', precision: 'Carnet de dix trajets', centimes: 1450, payeur: 'structure' }],
];

/** How immersions end; `niveaux` draws the degrees of the grids, from the lowest to the highest. */
export const ISSUES: readonly {
  poids: number;
  objectifs: Bilan['objectifs'];
  decision: Bilan['decision'];
  avisSalarie: string;
  avisAccueil: string;
  avisStructure: string;
  suite: string;
  degre: number;
}[] = [
  {
    poids: 5,
    objectifs: 'oui',
    decision: 'projet_confirme',
    avisSalarie:
      'C’est ce que je veux faire. J’ai fait presque tout le travail d’une journée, même les finitions.',
    avisAccueil: 'Ponctualité, sérieux, questions utiles. Il manque de la vitesse, elle viendra.',
    avisStructure: 'Projet solide : les gestes sont là, l’envie aussi.',
    suite: 'Demande de formation à déposer le mois prochain.',
    degre: 2,
  },
  {
    poids: 4,
    objectifs: 'en_partie',
    decision: 'projet_ajuste',
    avisSalarie: 'Le métier me plaît, pas les horaires du matin. Je préférerais une équipe plus petite.',
    avisAccueil: 'Bonne volonté. A besoin qu’on répète les consignes au début, puis cela va.',
    avisStructure: 'Chercher le même métier chez un employeur aux horaires de jour.',
    suite: 'Deux entreprises à contacter avec les mêmes critères.',
    degre: 1,
  },
  {
    poids: 2,
    objectifs: 'en_partie',
    decision: 'autre_immersion',
    avisSalarie: 'J’ai aimé l’équipe. Je veux comparer avec un autre lieu avant de choisir.',
    avisAccueil: 'Accueil facile. Une semaine est trop courte pour se prononcer.',
    avisStructure: 'Une seconde immersion, plus longue, chez un autre employeur.',
    suite: 'Organiser une immersion de deux semaines avant l’été.',
    degre: 1,
  },
  {
    poids: 2,
    objectifs: 'non',
    decision: 'projet_ecarte',
    avisSalarie: 'Ce n’est pas pour moi : trop de bruit, je n’aurais pas tenu toute l’année.',
    avisAccueil: 'Présence régulière, mais peu d’intérêt pour le poste.',
    avisStructure: 'Une piste écartée pour de bonnes raisons : c’était le but.',
    suite: 'Reprendre le bilan des intérêts lors du prochain entretien.',
    degre: 0,
  },
  {
    poids: 2,
    objectifs: 'oui',
    decision: 'formation',
    avisSalarie: 'Je sais maintenant ce qu’il me manque. Je veux passer le titre professionnel.',
    avisAccueil: 'Un vrai potentiel : prêts à recevoir à nouveau pendant la formation.',
    avisStructure: 'Le tuteur soutient la demande de financement.',
    suite: 'Réunion d’information du centre de formation.',
    degre: 2,
  },
];

/** The one that led to a hire. */
export const EMBAUCHE = {
  objectifs: 'oui',
  decision: 'embauche',
  avisSalarie: 'L’équipe me connaît déjà. La proposition me convient tout à fait.',
  avisAccueil: 'Autonomie rapide : nous proposons le poste.',
  avisStructure: 'Sortie préparée : trajet, horaires et contrat sont réglés.',
  suite: 'Accompagnement dans l’emploi, premier point après un mois.',
  degre: 3,
} as const;

/** The one that goes on. */
export const RENOUVELLEMENT = {
  objectifs: 'en_partie',
  decision: 'renouvellement',
  avisSalarie: 'Je veux aller au bout : deux gestes restent à montrer.',
  avisAccueil: 'D’accord pour une semaine de plus avec le même tuteur.',
  avisStructure: 'L’évaluation n’est pas complète, une semaine suffira.',
  suite: 'Renouvellement d’une semaine.',
  degre: 1,
} as const;

export const POINTS: Record<
  'debut' | 'semaine' | 'fin',
  readonly { personne: string; tuteur: string; structure: string; suite: string }[]
> = {
  debut: [
    {
      personne: 'L’équipe m’a montré les lieux et chacun s’est présenté.',
      tuteur: 'Consignes de sécurité données, protections remises.',
      structure: 'Tout est en ordre, convention sur place.',
      suite: '',
    },
    {
      personne: 'Matinée compliquée, après-midi déjà plus simple.',
      tuteur: 'Prévoit de rester plus près les deux premiers jours.',
      structure: 'Le trajet convient.',
      suite: 'Rappeler en fin de semaine.',
    },
  ],
  semaine: [
    {
      personne: 'Le rythme vient, je fais une tâche de plus chaque jour.',
      tuteur: 'Consignes comprises, veut confier un poste complet.',
      structure: 'Rien à signaler.',
      suite: 'Commencer la grille de compétences.',
    },
  ],
  fin: [
    {
      personne: 'Aller au bout comptait beaucoup pour moi.',
      tuteur: 'Remplit la grille avant vendredi.',
      structure: 'Rendez-vous à trois fixé pour le bilan.',
      suite: 'Bilan à trois.',
    },
  ],
};

export const DECOUVERTES: readonly Record<string, string>[] = [
  {
    essaye: 'J’ai suivi l’équipe sur deux postes et fait le rangement sans aide.',
    appris: 'La préparation prend plus de temps que le travail lui-même.',
    plu: 'L’ambiance, et voir le résultat le soir.',
    surpris: 'Le bruit le matin.',
    etape: 'En parler avec ma conseillère.',
  },
  {
    essaye: 'J’ai fait le tour des postes, puis aidé à préparer les commandes.',
    appris: 'Il y a beaucoup de règles à connaître.',
    plu: 'Le contact avec les clients.',
    surpris: 'Rester debout toute la journée.',
    etape: 'Essayer un autre employeur pour comparer.',
  },
];
