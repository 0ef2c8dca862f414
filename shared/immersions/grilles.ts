import { z } from 'zod';
import { dateOptionnelle, id, texte, texteRequis } from '../champs.ts';
import type { Champs } from '../erreurs.ts';
import { nomenclature } from '../nomenclatures/nomenclature.ts';

/**
 * The two evaluation grids of an immersion. Each has versions that are never changed once released: answers keep the
 * version they were given to, and read back with its questions. A new wording is a new version, put last.
 */

export interface Degre {
  code: string;
  label: string;
}

export interface Question {
  code: string;
  /** As the person would say it. */
  titre: string;
  /** Degrees to choose from; none is a free text. */
  degres: readonly Degre[];
  /** Writing lines on paper, for a free text. */
  lignes: number;
  /** Said again by the bilan. */
  saillante: boolean;
}

export interface GrilleDecouverte {
  version: string;
  sections: readonly { titre: string; questions: readonly Question[] }[];
}

export interface GrilleValidation {
  version: string;
  /** Levels of a competence, lowest first. */
  niveaux: readonly Degre[];
  /** How often, for the ways of being at work, lowest first. */
  frequences: readonly Degre[];
  savoirEtre: readonly { code: string; titre: string }[];
}

const ACCORD = nomenclature('2026-1', [
  { code: 'oui', label: 'Tout à fait' },
  { code: 'plutot', label: 'Plutôt' },
  { code: 'plutot_pas', label: 'Plutôt pas' },
  { code: 'non', label: 'Pas du tout' },
]).valeurs;

const PROJET = nomenclature('2026-1', [
  { code: 'tient', label: 'Oui, c’est ce que je veux' },
  { code: 'ajuster', label: 'Oui, mais autrement' },
  { code: 'doute', label: 'Je ne sais pas encore' },
  { code: 'ecarte', label: 'Non, autre chose' },
]).valeurs;

const libre = (code: string, titre: string, lignes: number, saillante = false): Question => ({
  code,
  titre,
  degres: [],
  lignes,
  saillante,
});
const accord = (code: string, titre: string): Question => ({
  code,
  titre,
  degres: ACCORD,
  lignes: 1,
  saillante: false,
});

const DECOUVERTE: readonly GrilleDecouverte[] = [
  {
    version: '2026-1',
    sections: [
      {
        titre: 'Le métier',
        questions: [
          libre('essaye', 'Ce que j’ai vu, fait ou essayé', 2),
          libre('appris', 'Ce que je ne savais pas de ce métier', 2),
          libre('plu', 'Ce qui m’a plu', 2, true),
          libre('surpris', 'Ce qui m’a surpris, ou plu moins', 2, true),
        ],
      },
      {
        titre: 'L’accueil et l’équipe',
        questions: [
          accord('attendu', 'On m’attendait, on m’a présenté l’équipe'),
          accord('explique', 'On m’a expliqué le travail et les règles de sécurité'),
          accord('place', 'L’équipe m’a fait une place'),
          accord('aide', 'Je savais à qui poser mes questions'),
        ],
      },
      {
        titre: 'Les conditions de travail',
        questions: [
          accord('horaires', 'Les horaires me vont'),
          accord('rythme', 'Le rythme et les gestes me vont'),
          accord('milieu', 'Le lieu me va : bruit, froid, chaleur, extérieur, hauteur'),
          accord('trajet', 'Je pourrais faire ce trajet tous les jours'),
        ],
      },
      {
        titre: 'Et maintenant',
        questions: [
          {
            code: 'projet',
            titre: 'Ce métier est-il pour moi ?',
            degres: PROJET,
            lignes: 1,
            saillante: true,
          },
          libre('apprendre', 'Ce qu’il me reste à apprendre', 2),
          libre('etape', 'Ma prochaine étape', 2, true),
          accord('conseille', 'Je conseillerais cette immersion à quelqu’un'),
        ],
      },
    ],
  },
];

const VALIDATION: readonly GrilleValidation[] = [
  {
    version: '2026-1',
    niveaux: [
      { code: 'debut', label: 'Ne fait pas encore' },
      { code: 'aide', label: 'Fait avec de l’aide' },
      { code: 'seul', label: 'Fait sans aide' },
      { code: 'montre', label: 'Peut le montrer à d’autres' },
    ],
    frequences: [
      { code: 'rarement', label: 'Rarement' },
      { code: 'parfois', label: 'Parfois' },
      { code: 'souvent', label: 'Souvent' },
      { code: 'toujours', label: 'Toujours' },
    ],
    savoirEtre: [
      { code: 'ponctualite', titre: 'Arrive à l’heure, prévient en cas d’empêchement' },
      { code: 'consignes', titre: 'Comprend et suit les consignes' },
      { code: 'securite', titre: 'Respecte la sécurité, porte ses protections' },
      { code: 'soin', titre: 'Soigne son travail et son poste' },
      { code: 'rythme', titre: 'Tient le rythme demandé' },
      { code: 'initiative', titre: 'Prend des initiatives, demande quand il le faut' },
      { code: 'relations', titre: 'S’entend avec l’équipe et avec les clients' },
      { code: 'remarques', titre: 'Tient compte des remarques' },
    ],
  },
];

/** Apart from the levels: it says nothing of the person. */
export const NON_OBSERVE: Degre = { code: 'non_observe', label: 'Non observé' };

/** The version answers were given to; the latest one for a grid not yet filled, or a version nobody knows. */
function versionDe<G extends { version: string }>(grilles: readonly G[], version?: string): G {
  return grilles.find((grille) => grille.version === version) ?? grilles[grilles.length - 1]!;
}

export const grilleDecouverte = (version?: string, grilles = DECOUVERTE) => versionDe(grilles, version);
export const grilleValidation = (version?: string, grilles = VALIDATION) => versionDe(grilles, version);

export const questionsDe = ({ sections }: GrilleDecouverte): readonly Question[] =>
  sections.flatMap(({ questions }) => questions);

const code = z.string().regex(/^[a-z_]{1,40}$/, 'Cette réponse est inconnue.');
const commentaire = texte(500);

/** Code of the question → what was answered: a text, or the code of a degree. */
const reponsesDecouverte = z.strictObject({
  reponses: z.record(code, texte(2000)),
  commentaire: texte(2000),
});

const reponsesValidation = z.strictObject({
  competences: z
    .array(
      z.strictObject({
        competence: texteRequis(200, 'Dites quelle compétence.'),
        /** Empty until it is judged. */
        niveau: z.union([code, z.literal('')]).default(''),
        commentaire: commentaire.default(''),
      }),
    )
    .max(30, 'Trente compétences au plus.'),
  savoirEtre: z.record(code, z.strictObject({ niveau: z.union([code, z.literal('')]), commentaire })),
  commentaire: texte(2000),
});
export type ReponsesDecouverte = z.output<typeof reponsesDecouverte>;
export type ReponsesValidation = z.output<typeof reponsesValidation>;

const remplie = { id, date: dateOptionnelle, evaluateur: texte(160).default('') };

/** A grid filled on screen, or copied from paper. The version is the operation's business. */
export const evaluationSaisie = z.discriminatedUnion('genre', [
  z.strictObject({ ...remplie, genre: z.literal('decouverte'), reponses: reponsesDecouverte }),
  z.strictObject({ ...remplie, genre: z.literal('validation'), reponses: reponsesValidation }),
]);
export type EvaluationSaisie = z.output<typeof evaluationSaisie>;

const gardee = { version: z.string(), date: z.string().nullable(), evaluateur: z.string() };
export const evaluationDecouverte = z.object({ ...gardee, ...reponsesDecouverte.shape });
export const evaluationValidation = z.object({ ...gardee, ...reponsesValidation.shape });
export type EvaluationDecouverte = z.output<typeof evaluationDecouverte>;
export type EvaluationValidation = z.output<typeof evaluationValidation>;

const INCONNUE = 'Cette réponse n’est pas dans la grille.';

/** What the answers hold that the grid does not ask or does not offer, by path. */
export function fautesDecouverte(grille: GrilleDecouverte, { reponses }: ReponsesDecouverte): Champs {
  const connues = new Map(questionsDe(grille).map((question) => [question.code, question]));
  const champs: Champs = {};
  for (const [cle, reponse] of Object.entries(reponses)) {
    const question = connues.get(cle);
    const offerte =
      question !== undefined &&
      (reponse === '' ||
        question.degres.length === 0 ||
        question.degres.some((degre) => degre.code === reponse));
    if (!offerte) champs[`reponses.reponses.${cle}`] = INCONNUE;
  }
  return champs;
}

const permis = (degres: readonly Degre[], niveau: string) =>
  niveau === '' || niveau === NON_OBSERVE.code || degres.some((degre) => degre.code === niveau);

/** The same for competences and ways of being at work; one competence is judged once. */
export function fautesValidation(
  grille: GrilleValidation,
  { competences, savoirEtre }: ReponsesValidation,
): Champs {
  const champs: Champs = {};
  const vues = new Set<string>();
  for (const [rang, { competence, niveau }] of competences.entries()) {
    const lue = competence.toLocaleLowerCase('fr');
    if (vues.has(lue))
      champs[`reponses.competences.${rang}.competence`] = 'Cette compétence est déjà dans la grille.';
    vues.add(lue);
    if (!permis(grille.niveaux, niveau)) champs[`reponses.competences.${rang}.niveau`] = INCONNUE;
  }
  for (const [cle, { niveau }] of Object.entries(savoirEtre)) {
    const connu = grille.savoirEtre.some((item) => item.code === cle);
    if (!connu || !permis(grille.frequences, niveau)) champs[`reponses.savoirEtre.${cle}`] = INCONNUE;
  }
  return champs;
}

/** Label of a degree; its code when a later version knew it and this one does not. */
export const libelleDegre = (degres: readonly Degre[], cherche: string): string =>
  [...degres, NON_OBSERVE].find((degre) => degre.code === cherche)?.label ?? cherche;

/** How many answers a grid holds out of how many it asks. */
export function avancementDecouverte(evaluation: EvaluationDecouverte): { remplies: number; total: number } {
  const questions = questionsDe(grilleDecouverte(evaluation.version));
  const remplies = questions.filter((question) => (evaluation.reponses[question.code] ?? '') !== '').length;
  return { remplies, total: questions.length };
}

export function avancementValidation(evaluation: EvaluationValidation): { remplies: number; total: number } {
  const { savoirEtre } = grilleValidation(evaluation.version);
  const niveaux = [
    ...evaluation.competences.map(({ niveau }) => niveau),
    ...savoirEtre.map((item) => evaluation.savoirEtre[item.code]?.niveau ?? ''),
  ];
  return { remplies: niveaux.filter((niveau) => niveau !== '').length, total: niveaux.length };
}

/** Competences of each level, highest first, then those not observed; levels nobody is at are left out. */
export function competencesParNiveau({ version, competences }: EvaluationValidation): {
  niveau: string;
  competences: string[];
}[] {
  const degres = [...grilleValidation(version).niveaux.toReversed(), NON_OBSERVE];
  return degres
    .map((degre) => ({
      niveau: degre.label,
      competences: competences
        .filter(({ niveau }) => niveau === degre.code)
        .map(({ competence }) => competence),
    }))
    .filter(({ competences: celles }) => celles.length > 0);
}

/** What the bilan says again of the questionnaire: its main answers, those given only. */
export function reponsesSaillantes({
  version,
  reponses,
}: EvaluationDecouverte): { titre: string; reponse: string }[] {
  return questionsDe(grilleDecouverte(version)).flatMap(({ code: cle, titre, degres, saillante }) => {
    const reponse = reponses[cle] ?? '';
    if (!saillante || reponse === '') return [];
    return [{ titre, reponse: degres.length > 0 ? libelleDegre(degres, reponse) : reponse }];
  });
}

/** Which grid is proposed first; the other one stays possible. */
export const grilleProposee = (objet: string): 'decouverte' | 'validation' =>
  objet === 'decouvrir' ? 'decouverte' : 'validation';
