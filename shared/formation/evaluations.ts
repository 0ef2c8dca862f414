/**
 * What trainees are asked about a training. A version never changes once used: its answers are read with its own
 * questions, and a code that means the same keeps its name from one version to the next.
 */

export const GENRES_EVALUATION = ['chaud', 'froid'] as const;
export type GenreEvaluation = (typeof GENRES_EVALUATION)[number];

export const NOMS_EVALUATION: Record<GenreEvaluation, string> = {
  chaud: 'Évaluation à chaud',
  froid: 'Évaluation à froid',
};

/** Months after the end of a training at which what remains of it is asked. */
export const MOIS_FROID = 3;

/** Answers to every question that is marked, from the least to the best. */
export const NOTES = [
  { valeur: 1, label: 'Pas du tout' },
  { valeur: 2, label: 'Plutôt non' },
  { valeur: 3, label: 'Plutôt oui' },
  { valeur: 4, label: 'Tout à fait' },
] as const;

interface QuestionCommune {
  code: string;
  /** As asked, in words one reads easily. */
  texte: string;
  /** In a few words, for tables. */
  court: string;
}
export type Question =
  | (QuestionCommune & { genre: 'note' })
  | (QuestionCommune & { genre: 'choix'; choix: readonly { code: string; label: string }[] })
  | (QuestionCommune & { genre: 'texte' });

export interface Questionnaire {
  version: string;
  /** Said at the top of the paper and of the screen. */
  consigne: string;
  questions: readonly Question[];
}

const CHAUD: Questionnaire = {
  version: '2026-1',
  consigne:
    'Il n’y a pas de bonne réponse : dites ce que vous pensez de la formation qui se termine. Vous pouvez laisser une ligne vide.',
  questions: [
    {
      code: 'accueil',
      genre: 'note',
      texte: 'Je savais où aller, à quelle heure, et l’accueil était bon.',
      court: 'Accueil',
    },
    {
      code: 'lieu',
      genre: 'note',
      texte: 'La salle et le matériel convenaient.',
      court: 'Salle et matériel',
    },
    {
      code: 'rythme',
      genre: 'note',
      texte: 'La durée et le rythme me convenaient.',
      court: 'Durée et rythme',
    },
    {
      code: 'clarte',
      genre: 'note',
      texte: 'Les explications étaient faciles à comprendre.',
      court: 'Explications',
    },
    {
      code: 'pratique',
      genre: 'note',
      texte: 'J’ai pu essayer, m’exercer et poser mes questions.',
      court: 'Exercices',
    },
    {
      code: 'utilite',
      genre: 'note',
      texte: 'Ce que j’ai appris me servira, au travail ou pour mon projet.',
      court: 'Utilité',
    },
    {
      code: 'confiance',
      genre: 'note',
      texte: 'Je me sens capable de faire des choses que je ne savais pas faire avant.',
      court: 'Confiance',
    },
    {
      code: 'conseil',
      genre: 'choix',
      texte: 'Conseilleriez-vous cette formation à un ou une collègue ?',
      court: 'La conseillerait',
      choix: [
        { code: 'oui', label: 'Oui' },
        { code: 'peut_etre', label: 'Peut-être' },
        { code: 'non', label: 'Non' },
      ],
    },
    {
      code: 'plus_utile',
      genre: 'texte',
      texte: 'Ce qui vous a été le plus utile :',
      court: 'Le plus utile',
    },
    { code: 'a_changer', genre: 'texte', texte: 'Ce qu’il faudrait changer :', court: 'À changer' },
  ],
};

const FROID: Questionnaire = {
  version: '2026-1',
  consigne:
    'Votre formation est finie depuis quelques mois. Dites ce qu’il en reste : cela sert à choisir les prochaines.',
  questions: [
    {
      code: 'souvenir',
      genre: 'note',
      texte: 'Je me souviens bien de ce que j’ai appris.',
      court: 'Souvenir',
    },
    { code: 'usage', genre: 'note', texte: 'Je me sers de ce que j’ai appris.', court: 'Usage' },
    {
      code: 'autonomie',
      genre: 'note',
      texte: 'Je fais seul ou seule des choses pour lesquelles il me fallait de l’aide.',
      court: 'Autonomie',
    },
    { code: 'projet', genre: 'note', texte: 'Cette formation a fait avancer mon projet.', court: 'Projet' },
    {
      code: 'ou',
      genre: 'choix',
      texte: 'Où vous en servez-vous le plus ?',
      court: 'Où elle sert',
      choix: [
        { code: 'poste', label: 'À mon poste' },
        { code: 'recherche', label: 'Pour chercher un emploi' },
        { code: 'vie', label: 'Dans la vie de tous les jours' },
        { code: 'nulle_part', label: 'Pas encore' },
      ],
    },
    {
      code: 'suite',
      genre: 'choix',
      texte: 'Avez-vous besoin d’une autre formation ?',
      court: 'Autre besoin',
      choix: [
        { code: 'oui', label: 'Oui' },
        { code: 'non', label: 'Non' },
      ],
    },
    { code: 'laquelle', genre: 'texte', texte: 'Si oui, laquelle :', court: 'Formation souhaitée' },
    {
      code: 'manque',
      genre: 'texte',
      texte: 'Ce qui vous a manqué pour vous en servir davantage :',
      court: 'Ce qui manque',
    },
  ],
};

/** Every version, the current one last. */
const QUESTIONNAIRES: Record<GenreEvaluation, readonly [Questionnaire, ...Questionnaire[]]> = {
  chaud: [CHAUD],
  froid: [FROID],
};

/** Every question ever asked. */
export const CODES_QUESTIONS = [
  ...new Set(
    GENRES_EVALUATION.flatMap((genre) => QUESTIONNAIRES[genre])
      .flatMap(({ questions }) => questions)
      .map(({ code }) => code),
  ),
] as [string, ...string[]];

/** The questionnaire of a version, the current one by default or when nothing knows that version. */
export function questionnaireDe(genre: GenreEvaluation, version?: string): Questionnaire {
  const versions = QUESTIONNAIRES[genre];
  return versions.find((connue) => connue.version === version) ?? versions.at(-1)!;
}

/** A mark, the code of a choice or words, by question; a question left empty is not there. */
export type Reponses = Record<string, number | string>;

export const REPONSE_TEXTE_MAX = 600;

/** Keeps what answers a question of the questionnaire, empty words aside; names the first answer that cannot be one. */
export function lireReponses(
  questionnaire: Questionnaire,
  saisies: Partial<Reponses>,
): { reponses: Reponses; faute: { code: string; message: string } | null } {
  const reponses: Reponses = {};
  for (const [code, valeur] of Object.entries(saisies)) {
    const question = questionnaire.questions.find((connue) => connue.code === code);
    if (!question) return { reponses, faute: { code, message: 'Cette question n’est pas posée.' } };
    if (valeur === undefined || valeur === '') continue;
    const possible =
      question.genre === 'note'
        ? NOTES.some((note) => note.valeur === valeur)
        : question.genre === 'choix'
          ? question.choix.some((choix) => choix.code === valeur)
          : typeof valeur === 'string' && valeur.length <= REPONSE_TEXTE_MAX;
    if (!possible) {
      const message =
        question.genre === 'texte'
          ? `${REPONSE_TEXTE_MAX} caractères au plus.`
          : question.genre === 'note'
            ? 'Une note va de 1 à 4.'
            : 'Choisissez une des réponses.';
      return { reponses, faute: { code, message } };
    }
    reponses[code] = valeur;
  }
  return { reponses, faute: null };
}

export interface SyntheseQuestion {
  code: string;
  court: string;
  texte: string;
  genre: 'note' | 'choix' | 'texte';
  /** Those who answered this question. */
  reponses: number;
  /** By mark or choice, in the order of the questionnaire; empty for words. */
  repartition: { code: string; label: string; nombre: number }[];
  /** Mean of the marks, in hundredths; null without any, and for the other kinds. */
  moyenne: number | null;
  /** Marks of 3 and 4. */
  favorables: number;
  /** What was written, as it was. */
  textes: string[];
}

/** One question over several sheets; those that leave it empty are not in its base. */
function synthetiser(question: Question, reponses: readonly Reponses[]): SyntheseQuestion {
  const { code, court, texte, genre } = question;
  const donnees = reponses.map((reponse) => reponse[code]).filter((valeur) => valeur !== undefined);
  const possibles =
    genre === 'note'
      ? NOTES.map(({ valeur, label }) => ({ code: String(valeur), label }))
      : genre === 'choix'
        ? question.choix
        : [];
  const notes = genre === 'note' ? donnees.map(Number) : [];
  return {
    code,
    court,
    texte,
    genre,
    reponses: donnees.length,
    repartition: possibles.map((possible) => ({
      code: possible.code,
      label: possible.label,
      nombre: donnees.filter((valeur) => String(valeur) === possible.code).length,
    })),
    moyenne:
      notes.length === 0
        ? null
        : Math.round((notes.reduce((somme, note) => somme + note, 0) / notes.length) * 100),
    favorables: notes.filter((note) => note >= 3).length,
    textes: genre === 'texte' ? donnees.map(String) : [],
  };
}

/** Questions of the current version over the sheets of every version: an older sheet answers those it was asked. */
export function syntheseEvaluations(
  genre: GenreEvaluation,
  fiches: readonly { reponses: Reponses }[],
): SyntheseQuestion[] {
  const reponses = fiches.map((fiche) => fiche.reponses);
  return questionnaireDe(genre).questions.map((question) => synthetiser(question, reponses));
}
