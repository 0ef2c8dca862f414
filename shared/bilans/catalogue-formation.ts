import { MOIS_SITUATION, SITUATIONS } from '../nomenclatures/formation.ts';
import type { Axe } from './axes.ts';
import type { Devenir, FaitStagiaire } from './faits.ts';
import { type Indicateur, nombre, type Place, rapport, taux } from './indicateur.ts';

const AXES_SESSION = [
  'genreFormation',
  'theme',
  'support',
  'provenance',
  'organisme',
] as const satisfies readonly Axe[];
const AXES_STAGIAIRE = [...AXES_SESSION, 'sexe', 'age', 'niveau'] as const satisfies readonly Axe[];
const R5132 = 'Article R. 5132-3 du code du travail, 5°';
const PLAN = 'Plan de formation de l’année, mêmes définitions';
const COMPTES =
  'Au prorata des heures de la période ; sans heures, le dernier jour de l’exercice, ou à ce jour tant qu’il court.';
const MONTANT =
  'Montant réel dès qu’il est connu, montant prévu avant ; part des structures partenaires déduite.';

const PARENTS = new Map(SITUATIONS.valeurs.map(({ code, parent }) => [code as string, parent]));
const SUITE = { 3: 'suite3', 6: 'suite6', 12: 'suite12' } as const satisfies Record<number, Axe>;
const DEVENIR = { 3: 'a3', 6: 'a6', 12: 'a12' } as const;

/** Of a training that ends in the period, where a trainee goes among those who answered. */
const parmiRepondants = ({ finie }: FaitStagiaire, devenir: Devenir, dedans: boolean): Place => {
  if (!finie || devenir === 'sans_objet') return null;
  if (devenir === 'pas_encore') return { exclu: 'Échéance à venir' };
  if (devenir === 'non_demande') return { exclu: 'Non demandé' };
  if (devenir === 'sans_reponse') return 'inconnu';
  return dedans ? 'compte' : 'base';
};

const suites = (mois: (typeof MOIS_SITUATION)[number]): Indicateur[] => {
  const de = (fait: FaitStagiaire) => fait[DEVENIR[mois]];
  const commun = {
    rubrique: 'formation',
    source: 'stagiaires',
    compte: 'lignes',
    reserve: 'Les « sans réponse » sont les inconnus ; ceux à qui rien n’a été demandé sont à part.',
  } as const;
  return [
    taux<'stagiaires'>({
      ...commun,
      code: `formation.dynamiques_${mois}`,
      label: `Situation dynamique ${mois} mois après la formation`,
      formule: `Stagiaires d’une session finie dans la période, en emploi, en formation qualifiante ou dans une autre SIAE ${mois} mois après.`,
      base: 'répondants',
      axes: AXES_STAGIAIRE,
      place: (fait) => parmiRepondants(fait, de(fait), PARENTS.get(de(fait)) === 'dynamique'),
    }),
    taux<'stagiaires'>({
      ...commun,
      code: `formation.durables_${mois}`,
      label: `Emploi durable ${mois} mois après la formation`,
      formule: `Stagiaires d’une session finie dans la période, en CDI ou en CDD de 6 mois ou plus ${mois} mois après.`,
      base: 'répondants',
      axes: AXES_STAGIAIRE,
      place: (fait) => parmiRepondants(fait, de(fait), de(fait) === 'durable'),
    }),
    nombre<'stagiaires'>({
      ...commun,
      code: `formation.reponses_${mois}`,
      label: `Situations connues ${mois} mois après la formation`,
      formule: `Stagiaires d’une session finie dans la période dont la situation ${mois} mois après est connue.`,
      nom: 'stagiaire',
      axes: [SUITE[mois], 'sexe', 'genreFormation'],
      sens: 'hausse',
      place: (fait) => parmiRepondants(fait, de(fait), true),
    }),
  ];
};

/** Candidates of a certification, for the sessions that end in the period. */
const parmiPresentes = ({ finie, engage, resultat, certifiante }: FaitStagiaire, voulu: string): Place => {
  if (!finie || !engage) return null;
  switch (resultat) {
    case 'total':
    case 'partiel':
    case 'echoue':
      return resultat === voulu ? 'compte' : 'base';
    case 'non_presente':
      return { exclu: 'Non présenté' };
    default:
      return certifiante ? 'inconnu' : null;
  }
};

const certification = (code: string, label: string, formule: string, voulu: string): Indicateur =>
  taux<'stagiaires'>({
    code: `formation.${code}`,
    rubrique: 'formation',
    label,
    formule,
    base: 'présentés à la certification',
    source: 'stagiaires',
    compte: 'lignes',
    axes: AXES_STAGIAIRE,
    sens: voulu === 'total' ? 'hausse' : null,
    reference: PLAN,
    reserve: 'Ni les non présentés ni les résultats attendus ne sont dans la base.',
    place: (fait) => parmiPresentes(fait, voulu),
  });

/** Trainings: what the yearly plan shows, over any period. */
export const FORMATION: readonly Indicateur[] = [
  nombre({
    code: 'formation.sessions',
    rubrique: 'formation',
    label: 'Sessions de formation',
    formule: 'Sessions ni annulées ni retirées dont une demi-journée au moins tombe dans la période.',
    nom: 'session',
    source: 'sessions',
    compte: 'lignes',
    axes: [...AXES_SESSION, 'mois'],
    sens: 'hausse',
    reference: PLAN,
    place: ({ tenue }) => (tenue ? 'compte' : null),
  }),
  nombre({
    code: 'formation.stagiaires',
    rubrique: 'formation',
    label: 'Stagiaires',
    formule: 'Personnes engagées sur une session de la période, chacune comptée une fois.',
    nom: 'personne',
    source: 'stagiaires',
    compte: 'personnes',
    axes: ['sexe', 'age', 'niveau', 'critere'],
    sens: 'hausse',
    reference: R5132,
    place: ({ engage }) => (engage ? 'compte' : null),
  }),
  nombre({
    code: 'formation.inscriptions',
    rubrique: 'formation',
    label: 'Inscriptions en formation',
    formule:
      'Inscriptions validées, entrées, allées au bout ou interrompues : une personne à deux sessions compte deux fois.',
    nom: 'inscription',
    source: 'stagiaires',
    compte: 'lignes',
    axes: [...AXES_STAGIAIRE, 'statutFormation', 'mois'],
    sens: 'hausse',
    reference: PLAN,
    place: ({ engage }) => (engage ? 'compte' : null),
  }),
  nombre({
    code: 'formation.entres',
    rubrique: 'formation',
    label: 'Personnes entrées en formation',
    formule:
      'Personnes entrées dans une session de la période, allées au bout ou non, chacune comptée une fois.',
    nom: 'personne',
    source: 'stagiaires',
    compte: 'personnes',
    axes: ['sexe', 'age', 'niveau', 'critere'],
    sens: 'hausse',
    reference: R5132,
    place: ({ entre }) => (entre ? 'compte' : null),
  }),
  nombre({
    code: 'formation.reperes',
    rubrique: 'formation',
    label: 'Repérés ou positionnés',
    formule: 'Inscriptions sur une session de la période que la structure n’a pas encore validées.',
    nom: 'inscription',
    source: 'stagiaires',
    compte: 'lignes',
    axes: [...AXES_STAGIAIRE, 'statutFormation'],
    place: ({ engage }) => (engage ? null : 'compte'),
  }),
  nombre({
    code: 'formation.heures_prevues',
    rubrique: 'formation',
    label: 'Heures de formation prévues',
    formule: 'Stagiaires prévus des sessions, fois les heures d’un stagiaire dans la période.',
    source: 'sessions',
    compte: 'minutes',
    axes: AXES_SESSION,
    reference: PLAN,
    combien: ({ prevues }) => prevues,
    place: ({ tenue }) => (tenue ? 'compte' : null),
  }),
  nombre({
    code: 'formation.heures_engagees',
    rubrique: 'formation',
    label: 'Heures de formation engagées',
    formule: 'Inscriptions engagées, fois les heures de leur session dans la période.',
    source: 'stagiaires',
    compte: 'minutes',
    axes: AXES_STAGIAIRE,
    sens: 'hausse',
    reference: PLAN,
    place: ({ engage }) => (engage ? 'compte' : null),
  }),
  nombre({
    code: 'formation.heures_realisees',
    rubrique: 'formation',
    label: 'Heures de formation suivies',
    formule: 'Heures de présence saisies, demi-journée par demi-journée, pour les jours de la période.',
    source: 'stagiaires',
    compte: 'minutes',
    axes: AXES_STAGIAIRE,
    sens: 'hausse',
    reference: PLAN,
    combien: ({ realisees }) => realisees,
    place: ({ engage }) => (engage ? 'compte' : null),
  }),
  rapport({
    code: 'formation.assiduite',
    rubrique: 'formation',
    label: 'Heures suivies sur heures engagées',
    formule: 'Heures de présence saisies, rapportées aux heures engagées.',
    base: 'heures engagées',
    unite: 'taux',
    numerateur: 'formation.heures_realisees',
    denominateur: 'formation.heures_engagees',
    axes: AXES_STAGIAIRE,
    sens: 'hausse',
    reserve: 'Une demi-journée pas encore saisie compte comme non suivie.',
  }),
  rapport({
    code: 'formation.heures_par_stagiaire',
    rubrique: 'formation',
    label: 'Heures de formation par stagiaire',
    formule: 'Heures suivies divisées par les stagiaires.',
    base: 'stagiaires',
    unite: 'minutes',
    numerateur: 'formation.heures_realisees',
    denominateur: 'formation.stagiaires',
    axes: ['sexe', 'age', 'niveau'],
    sens: 'hausse',
  }),
  taux({
    code: 'formation.au_bout',
    rubrique: 'formation',
    label: 'Allés au bout de leur formation',
    formule: 'Inscriptions allées au bout, rapportées à celles allées au bout ou interrompues.',
    base: 'inscriptions finies',
    source: 'stagiaires',
    compte: 'lignes',
    axes: AXES_STAGIAIRE,
    reference: PLAN,
    reserve:
      'Pour les sessions finies dans la période ; les inscriptions sans issue notée sont les inconnus.',
    place: ({ finie, engage, statut }) => {
      if (!finie || !engage) return null;
      if (statut === 'au_bout') return 'compte';
      return statut === 'interrompu' ? 'base' : 'inconnu';
    },
  }),
  certification(
    'certifies',
    'Certification obtenue',
    'Certifiés en entier, rapportés aux présentés : certifiés, certifiés en partie et échoués.',
    'total',
  ),
  certification(
    'certifies_en_partie',
    'Certification obtenue en partie',
    'Certifiés en partie, rapportés aux présentés.',
    'partiel',
  ),
  certification('echoues', 'Certification manquée', 'Échoués, rapportés aux présentés.', 'echoue'),
  nombre({
    code: 'formation.certifications',
    rubrique: 'formation',
    label: 'Candidats à une certification',
    formule:
      'Inscriptions engagées sur une session certifiante finie dans la période, présentées ou non, et toutes celles dont un résultat est noté.',
    nom: 'inscription',
    source: 'stagiaires',
    compte: 'lignes',
    axes: ['certification', ...AXES_STAGIAIRE],
    sens: 'hausse',
    reference: PLAN,
    place: ({ finie, engage, certifiante, resultat }) =>
      finie && engage && (certifiante || resultat !== '') ? 'compte' : null,
  }),
  nombre({
    code: 'formation.diplomes',
    rubrique: 'formation',
    label: 'Stagiaires diplômés',
    formule: 'Personnes certifiées en entier au terme d’une session finie dans la période.',
    nom: 'personne',
    source: 'stagiaires',
    compte: 'personnes',
    axes: ['sexe', 'age', 'niveau'],
    sens: 'hausse',
    place: ({ finie, engage, resultat }) => (finie && engage && resultat === 'total' ? 'compte' : null),
  }),
  nombre({
    code: 'formation.cout',
    rubrique: 'formation',
    label: 'Coût des formations',
    formule: 'Ingénierie, coûts pédagogiques, salaires pendant la formation et frais annexes.',
    source: 'sessions',
    compte: 'centimes',
    axes: AXES_SESSION,
    reference: PLAN,
    reserve: `${MONTANT} ${COMPTES}`,
    place: () => 'compte',
  }),
  nombre({
    code: 'formation.accorde',
    rubrique: 'formation',
    label: 'Financements accordés',
    formule: 'Accordé par les financeurs pour ces formations.',
    source: 'sessions',
    compte: 'centimes',
    axes: AXES_SESSION,
    sens: 'hausse',
    reference: PLAN,
    reserve: COMPTES,
    combien: ({ accorde }) => accorde,
    place: () => 'compte',
  }),
  nombre({
    code: 'formation.attendu',
    rubrique: 'formation',
    label: 'Financements attendus',
    formule: 'Compté sur les financeurs sans accord encore ; ni fonds propres ni demandes refusées.',
    source: 'sessions',
    compte: 'centimes',
    axes: AXES_SESSION,
    reference: PLAN,
    reserve: COMPTES,
    combien: ({ attendu }) => attendu,
    place: () => 'compte',
  }),
  nombre({
    code: 'formation.reste',
    rubrique: 'formation',
    label: 'Reste à charge des formations',
    formule: 'Coût moins l’accordé et l’attendu.',
    source: 'sessions',
    compte: 'centimes',
    axes: AXES_SESSION,
    sens: 'baisse',
    reference: PLAN,
    reserve: COMPTES,
    combien: ({ centimes = 0, accorde, attendu }) => centimes - accorde - attendu,
    place: () => 'compte',
  }),
  rapport({
    code: 'formation.cout_par_stagiaire',
    rubrique: 'formation',
    label: 'Coût par stagiaire',
    formule: 'Coût des formations divisé par les stagiaires.',
    base: 'stagiaires',
    unite: 'centimes',
    numerateur: 'formation.cout',
    denominateur: 'formation.stagiaires',
  }),
  ...MOIS_SITUATION.flatMap(suites),
];
