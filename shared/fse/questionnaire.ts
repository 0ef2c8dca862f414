import { MOMENTS_FSE } from '../nomenclatures/bilans.ts';
import { codes } from '../nomenclatures/nomenclature.ts';

/**
 * What a participant of the FSE+ is asked, after the common indicators of annex I of regulation (EU) 2021/1057. A
 * version never changes once used: its answers are read with its own questions, and a code that means the same keeps
 * its name from one version to the next.
 */

export const CODES_MOMENTS = codes(MOMENTS_FSE);
export type MomentFse = (typeof CODES_MOMENTS)[number];

export interface Choix {
  code: string;
  label: string;
  /** In a word or two, for lists. */
  bref?: string;
}

export interface Question {
  code: string;
  /** As asked, in words one reads easily. */
  texte: string;
  /** In a few words, for tables and for what is missing. */
  court: string;
  choix: readonly Choix[];
  /** The answer belongs to the person alone: it may be kept back. */
  sensible?: true;
  /** Asked only after one of these answers to an earlier question. */
  si?: { code: string; parmi: readonly string[] };
}

export interface Questionnaire {
  version: string;
  /** Said at the top of the paper and of the screen. */
  consigne: string;
  questions: readonly Question[];
}

/** Code kept when somebody would rather not say. */
export const REFUS = 'nsp';
/** Code kept when somebody could not be reached. */
export const SANS_REPONSE = 'sans_reponse';

const OUI_NON: readonly Choix[] = [
  { code: 'oui', label: 'Oui' },
  { code: 'non', label: 'Non' },
];
const OUI_NON_REFUS: readonly Choix[] = [...OUI_NON, { code: REFUS, label: 'Ne souhaite pas répondre' }];

const ENTREE: Questionnaire = {
  version: '2026-1',
  consigne:
    'Ces questions portent sur votre situation le jour où votre parcours commence. L’Union européenne les demande pour compter les personnes que le FSE+ aide à financer. Vous pouvez refuser de répondre aux questions marquées d’un astérisque.',
  questions: [
    {
      code: 'situation',
      texte: 'Juste avant d’entrer dans la structure, quelle était votre situation ?',
      court: 'Situation avant l’entrée',
      choix: [
        { code: 'chomage', label: 'Sans emploi et à la recherche d’un emploi', bref: 'Recherche d’emploi' },
        { code: 'inactif', label: 'Sans emploi, sans en chercher', bref: 'Inactivité' },
        { code: 'formation', label: 'En formation ou en études', bref: 'En formation' },
        { code: 'emploi', label: 'En emploi, pour un employeur ou à son compte', bref: 'En emploi' },
      ],
    },
    {
      code: 'duree_recherche',
      texte: 'Depuis combien de temps cherchiez-vous un emploi ?',
      court: 'Durée de la recherche',
      si: { code: 'situation', parmi: ['chomage'] },
      choix: [
        { code: 'moins_6', label: 'Moins de 6 mois' },
        { code: '6_11', label: 'De 6 à 12 mois' },
        { code: '12_23', label: 'De 12 à 24 mois' },
        { code: '24_plus', label: '24 mois ou plus' },
      ],
    },
    {
      code: 'niveau',
      texte: 'Quel est le diplôme le plus élevé que vous avez obtenu, en France ou ailleurs ?',
      court: 'Niveau de diplôme',
      choix: [
        { code: '0_2', label: 'Aucun diplôme, ou le brevet des collèges' },
        { code: '3_4', label: 'CAP, BEP ou baccalauréat' },
        { code: '5_8', label: 'Diplôme après le baccalauréat' },
      ],
    },
    {
      code: 'menage',
      texte: 'Chez vous, quelqu’un d’autre a-t-il un emploi ?',
      court: 'Un emploi dans le foyer',
      choix: [...OUI_NON, { code: 'seul', label: 'Je vis sans autre adulte' }],
    },
    {
      code: 'enfants',
      texte: 'Avez-vous un ou plusieurs enfants à charge ?',
      court: 'Enfants à charge',
      choix: OUI_NON,
    },
    {
      code: 'rural',
      texte: 'Habitez-vous une commune rurale ?',
      court: 'Commune rurale',
      choix: OUI_NON,
    },
    {
      code: 'logement',
      texte: 'Êtes-vous sans logement à vous, ou risquez-vous de le perdre ?',
      court: 'Sans logement stable',
      sensible: true,
      choix: OUI_NON_REFUS,
    },
    {
      code: 'handicap',
      texte: 'Avez-vous une reconnaissance de handicap ?',
      court: 'Reconnaissance de handicap',
      sensible: true,
      choix: OUI_NON_REFUS,
    },
    {
      code: 'nationalite',
      texte: 'Quelle est votre nationalité ?',
      court: 'Nationalité',
      sensible: true,
      choix: [
        { code: 'france', label: 'Française' },
        { code: 'ue', label: 'D’un autre pays de l’Union européenne' },
        { code: 'hors_ue', label: 'D’un pays hors de l’Union européenne' },
        { code: REFUS, label: 'Ne souhaite pas répondre' },
      ],
    },
    {
      code: 'origine',
      texte: 'Vous ou l’un de vos parents, y a-t-il eu une naissance à l’étranger ?',
      court: 'Naissance à l’étranger, ou d’un parent',
      sensible: true,
      choix: OUI_NON_REFUS,
    },
  ],
};

const EMPLOIS = ['cdi', 'cdd_long', 'cdd_court', 'independant', 'siae'] as const;
const SITUATIONS_APRES: readonly Choix[] = [
  { code: 'cdi', label: 'En emploi : CDI ou fonction publique', bref: 'CDI' },
  { code: 'cdd_long', label: 'En emploi : CDD ou intérim de 6 mois ou plus', bref: 'CDD de 6 mois ou plus' },
  {
    code: 'cdd_court',
    label: 'En emploi : CDD ou intérim de moins de 6 mois',
    bref: 'CDD de moins de 6 mois',
  },
  { code: 'independant', label: 'En emploi : à son compte', bref: 'À son compte' },
  { code: 'siae', label: 'En emploi dans une structure d’insertion', bref: 'Dans une SIAE' },
  { code: 'formation', label: 'En formation ou en études', bref: 'En formation' },
  { code: 'recherche', label: 'À la recherche d’un emploi', bref: 'Recherche d’emploi' },
  { code: 'inactif', label: 'Sans emploi, sans en chercher', bref: 'Inactivité' },
  { code: SANS_REPONSE, label: 'Sans réponse : la personne n’a pas pu être jointe', bref: 'Sans réponse' },
];

const SORTIE: Questionnaire = {
  version: '2026-1',
  consigne:
    'Ces questions portent sur votre situation dans les quatre semaines qui suivent votre départ de la structure.',
  questions: [
    {
      code: 'situation',
      texte: 'Quelle est votre situation depuis votre départ ?',
      court: 'Situation à la sortie',
      choix: SITUATIONS_APRES,
    },
    {
      code: 'qualification',
      texte: 'Avez-vous obtenu un diplôme, un titre ou un certificat pendant le parcours ou à sa fin ?',
      court: 'Qualification obtenue',
      choix: OUI_NON,
    },
    {
      code: 'terme',
      texte: 'Le parcours est-il allé au bout de ce qui était prévu ?',
      court: 'Parcours mené au bout',
      choix: OUI_NON,
    },
  ],
};

const SIX_MOIS: Questionnaire = {
  version: '2026-1',
  consigne: 'Ces questions portent sur votre situation six mois après votre départ de la structure.',
  questions: [
    {
      code: 'situation',
      texte: 'Six mois après votre départ, quelle est votre situation ?',
      court: 'Situation à six mois',
      choix: SITUATIONS_APRES,
    },
    {
      code: 'mieux',
      texte:
        'Votre emploi est-il meilleur que celui d’avant le parcours : plus stable, plus d’heures, ou plus qualifié ?',
      court: 'Emploi meilleur qu’avant',
      si: { code: 'situation', parmi: EMPLOIS },
      choix: [...OUI_NON, { code: 'sans_objet', label: 'Pas d’emploi avant le parcours' }],
    },
  ],
};

/** Every version, the current one last. */
const QUESTIONNAIRES: Record<MomentFse, readonly [Questionnaire, ...Questionnaire[]]> = {
  entree: [ENTREE],
  sortie: [SORTIE],
  six_mois: [SIX_MOIS],
};

/** Every question ever asked. */
export const CODES_QUESTIONS = [
  ...new Set(
    CODES_MOMENTS.flatMap((moment) => QUESTIONNAIRES[moment])
      .flatMap(({ questions }) => questions)
      .map(({ code }) => code),
  ),
] as [string, ...string[]];

/** The questionnaire of a version, the current one by default or when nothing knows that version. */
export function questionnaireDe(moment: MomentFse, version?: string): Questionnaire {
  const versions = QUESTIONNAIRES[moment];
  return versions.find((connue) => connue.version === version) ?? versions.at(-1)!;
}

/** Code of the choice made, by question; a question left empty is not there. */
export type Reponses = Record<string, string>;

/** The questions that these answers lead to. */
export function questionsPosees({ questions }: Questionnaire, reponses: Reponses): readonly Question[] {
  return questions.filter(({ si }) => si === undefined || si.parmi.includes(reponses[si.code] ?? ''));
}

/** Questions asked that have no answer. */
export const questionsSansReponse = (questionnaire: Questionnaire, reponses: Reponses): Question[] =>
  reponses.situation === SANS_REPONSE
    ? []
    : questionsPosees(questionnaire, reponses).filter(({ code }) => reponses[code] === undefined);

/** Keeps what answers a question that is asked; names the first answer that cannot be one. */
export function lireReponses(
  questionnaire: Questionnaire,
  saisies: Partial<Reponses>,
): { reponses: Reponses; faute: { code: string; message: string } | null } {
  const donnees = Object.fromEntries(
    Object.entries(saisies).filter(([, valeur]) => valeur !== undefined && valeur !== ''),
  ) as Reponses;
  for (const [code, valeur] of Object.entries(donnees)) {
    const question = questionnaire.questions.find((connue) => connue.code === code);
    if (!question) return { reponses: {}, faute: { code, message: 'Cette question n’est pas posée.' } };
    if (question.choix.some((choix) => choix.code === valeur)) continue;
    return { reponses: {}, faute: { code, message: 'Choisissez une des réponses.' } };
  }
  // Somebody who could not be reached answered nothing else.
  const posees = donnees.situation === SANS_REPONSE ? ['situation'] : null;
  return {
    reponses: Object.fromEntries(
      questionsPosees(questionnaire, donnees)
        .filter(({ code }) => donnees[code] !== undefined && (posees?.includes(code) ?? true))
        .map(({ code }) => [code, donnees[code]!]),
    ),
    faute: null,
  };
}

/** Label of an answer, with the words of the version it was given in. */
export function direReponse(moment: MomentFse, version: string, code: string, reponse: string): string {
  const question = questionnaireDe(moment, version).questions.find((connue) => connue.code === code);
  return question?.choix.find((choix) => choix.code === reponse)?.label ?? reponse;
}

/** The situation said by a line, in a word or two; empty while nobody answered. */
export function direSituation(moment: MomentFse, version: string, { situation }: Reponses): string {
  if (situation === undefined) return '';
  const question = questionnaireDe(moment, version).questions.find(({ code }) => code === 'situation');
  const choix = question?.choix.find(({ code }) => code === situation);
  return choix?.bref ?? choix?.label ?? situation;
}

/** Answers that mean a job, once out. */
export const enEmploi = (situation: string | undefined): boolean =>
  (EMPLOIS as readonly string[]).includes(situation ?? '');
