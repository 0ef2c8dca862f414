import type { ListeOuverte } from '../nomenclatures/ouvertes.ts';

/** How a question is answered on screen; on paper a list is printed as boxes to tick. */
export type Reponse =
  | { forme: 'texte' }
  | { forme: 'nombre' }
  | { forme: 'choix'; liste: ListeOuverte }
  | { forme: 'plusieurs'; liste: ListeOuverte };

interface Question {
  code: string;
  titre: string;
  /** What to listen for, said as one would ask it. */
  aide: string;
  reponse: Reponse;
  /** Writing lines on paper. */
  lignes: number;
}

const texte = { forme: 'texte' } as const;

/**
 * The interview grid, in two phases and an agreement: first listen, then introduce oneself, then agree. The version is
 * kept with the answers; a question that changes meaning takes a new code.
 */
export const GRILLE_VERSION = '2026-1';

export const GRILLE = [
  {
    code: 'decouvrir',
    titre: 'Découvrir',
    intro: 'Laisser parler, comprendre, reformuler. Ne rien proposer encore. Environ la moitié du temps.',
    questions: [
      {
        code: 'activite',
        titre: 'Activité',
        aide: 'Que faites-vous, et pour qui ? Qu’est-ce qui change en ce moment ?',
        reponse: texte,
        lignes: 3,
      },
      {
        code: 'effectif',
        titre: 'Effectif',
        aide: 'Combien de salariés ici ?',
        reponse: { forme: 'nombre' },
        lignes: 1,
      },
      {
        code: 'organisation',
        titre: 'Organisation',
        aide: 'Équipes, sites, horaires. Qui encadre ? Qui décide d’un accueil ?',
        reponse: texte,
        lignes: 3,
      },
      {
        code: 'metiers',
        titre: 'Métiers',
        aide: 'Quels métiers exerce-t-on ici ? Lesquels sont difficiles à pourvoir ? Un par ligne.',
        reponse: texte,
        lignes: 3,
      },
      {
        code: 'recruteur',
        titre: 'Qui recrute',
        aide: 'Qui choisit, au bout du compte ?',
        reponse: { forme: 'choix', liste: 'recruteurs' },
        lignes: 1,
      },
      {
        code: 'recrutements',
        titre: 'Façons de recruter',
        aide: 'Comment sont arrivées les dernières personnes embauchées ?',
        reponse: { forme: 'plusieurs', liste: 'recrutements' },
        lignes: 1,
      },
      {
        code: 'besoins',
        titre: 'Besoins',
        aide: 'Aujourd’hui et dans les six mois : postes, remplacements, renforts, travaux à confier.',
        reponse: texte,
        lignes: 4,
      },
      {
        code: 'saison',
        titre: 'Périodes',
        aide: 'Quand y a-t-il du travail en plus ? Quand vaut-il mieux ne pas déranger ?',
        reponse: texte,
        lignes: 2,
      },
      {
        code: 'conditions',
        titre: 'Conditions d’accueil',
        aide: 'Ce que trouve une personne qui arrive, ce qu’il lui faut.',
        reponse: { forme: 'plusieurs', liste: 'conditions' },
        lignes: 1,
      },
      {
        code: 'contraintes',
        titre: 'Contraintes',
        aide: 'Sécurité, cadence, port de charges, langue, permis. Qu’est-ce qui ne va pas chez un débutant ?',
        reponse: texte,
        lignes: 3,
      },
      {
        code: 'motivations',
        titre: 'Ce qui l’intéresse',
        aide: 'Pourquoi accepterait-elle d’accueillir ?',
        reponse: { forme: 'plusieurs', liste: 'motivations' },
        lignes: 1,
      },
      {
        code: 'attentes',
        titre: 'Attentes et réserves',
        aide: 'A-t-elle déjà accueilli ? Comment cela s’est-il passé ? Qu’attend-elle d’une structure comme la nôtre ?',
        reponse: texte,
        lignes: 3,
      },
    ],
  },
  {
    code: 'presenter',
    titre: 'Se présenter',
    intro: 'À partir de ce qui vient d’être dit, sans réciter la plaquette. Montrer, donner un exemple.',
    questions: [
      {
        code: 'structure',
        titre: 'Notre structure',
        aide: 'Qui nous sommes, nos métiers, notre territoire. Ce qui a surpris ou intéressé.',
        reponse: texte,
        lignes: 2,
      },
      {
        code: 'publics',
        titre: 'Nos salariés',
        aide: 'Qui ils sont, ce qu’ils savent faire, ce qu’ils préparent. Questions posées.',
        reponse: texte,
        lignes: 2,
      },
      {
        code: 'offre',
        titre: 'Ce que nous pouvons proposer',
        aide: 'Une ou deux propositions qui répondent à un besoin entendu, pas davantage.',
        reponse: texte,
        lignes: 3,
      },
      {
        code: 'exemples',
        titre: 'Exemples donnés',
        aide: 'Un accueil réussi chez un employeur comparable. Objections entendues.',
        reponse: texte,
        lignes: 2,
      },
    ],
  },
  {
    code: 'conclure',
    titre: 'Conclure',
    intro: 'Redire à voix haute ce que chacun fera, et quand on se reparle.',
    questions: [
      {
        code: 'eux',
        titre: 'Elle s’engage à',
        aide: 'Même petit : montrer l’atelier, recevoir une personne, donner un nom.',
        reponse: texte,
        lignes: 3,
      },
      {
        code: 'nous',
        titre: 'Nous nous engageons à',
        aide: 'Ce que nous pourrons tenir, avec un délai.',
        reponse: texte,
        lignes: 3,
      },
      {
        code: 'suite',
        titre: 'Prochain pas',
        aide: 'Quoi, quand, avec qui.',
        reponse: texte,
        lignes: 2,
      },
    ],
  },
] as const satisfies readonly {
  code: string;
  titre: string;
  intro: string;
  questions: readonly Question[];
}[];

export type CodeQuestion = (typeof GRILLE)[number]['questions'][number]['code'];
export type QuestionGrille = Question & { code: CodeQuestion };

export const QUESTIONS: readonly QuestionGrille[] = GRILLE.flatMap(({ questions }) => [
  ...(questions as readonly QuestionGrille[]),
]);

/** A text, a number, a code or several codes, by question; what was not answered is absent. */
export type Reponses = Partial<Record<CodeQuestion, string | number | string[] | null>>;

/** True when something was answered. */
export function estRepondue(valeur: Reponses[CodeQuestion]): boolean {
  return valeur !== undefined && valeur !== null && (typeof valeur === 'number' || valeur.length > 0);
}
