import { MOIS_SORTIE, SITUATIONS_SORTIE } from '../nomenclatures/sorties.ts';
import type { Axe } from './axes.ts';
import type { Devenir, FaitSortie } from './faits.ts';
import { type Indicateur, nombre, type Place, taux } from './indicateur.ts';

const DGEFP = 'Circulaire DGEFP 2008-21 du 10/12/2008';
const ASP = 'ASP, documentation des sorties';
const R5132 = 'Article R. 5132-3 du code du travail, 6°';

const AXES_SORTIE = [
  'sexe',
  'age',
  'niveau',
  'critere',
  'frein',
  'support',
  'prescripteur',
  'motif',
  'contratTrouve',
  'metier',
  'secteur',
  'zone',
  'hote',
  'mois',
] as const satisfies readonly Axe[];

/** Where an exit goes in a rate on those counted. */
const parmiComptees = ({ comptee, aVerifier, exclusion }: FaitSortie, dedans: boolean): Place => {
  if (aVerifier) return 'inconnu';
  if (!comptee) return { exclu: exclusion };
  return dedans ? 'compte' : 'base';
};

const NON_SAISIES =
  'Sans heures saisies, une sortie est jugée sur la seule durée du parcours (ACI, EI), ou reste à vérifier.';

const part = (
  code: string,
  label: string,
  formule: string,
  dedans: (fait: FaitSortie) => boolean,
  reste: Partial<Pick<Indicateur, 'objectif' | 'sens' | 'axes'>> = {},
): Indicateur =>
  taux<'sorties'>({
    code: `sorties.${code}`,
    rubrique: 'sorties',
    label,
    formule,
    base: 'sorties comptées',
    source: 'sorties',
    compte: 'lignes',
    axes: ['sexe', 'age', 'niveau', 'critere', 'support', 'prescripteur'],
    reference: DGEFP,
    reserve: NON_SAISIES,
    place: (fait) => parmiComptees(fait, dedans(fait)),
    ...reste,
  });

const PARENTS = new Map(SITUATIONS_SORTIE.valeurs.map(({ code, parent }) => [code as string, parent]));
const enEmploi = (devenir: Devenir) => PARENTS.get(devenir) === 'emploi';

/** Where an exit goes in what became of people; those asked nothing are apart from those who did not answer. */
const parmiRepondants = (devenir: Devenir, dedans: boolean): Place => {
  switch (devenir) {
    case 'sans_objet':
      return { exclu: 'Retrait des sorties constatées' };
    case 'pas_encore':
      return { exclu: 'Échéance à venir' };
    case 'non_demande':
      return { exclu: 'Non demandé' };
    case 'sans_reponse':
      return 'inconnu';
    default:
      return dedans ? 'compte' : 'base';
  }
};

const SITUATION = { 3: 'situation3', 6: 'situation6', 12: 'situation12' } as const satisfies Record<
  number,
  Axe
>;
const DEVENIR = { 3: 'a3', 6: 'a6', 12: 'a12' } as const;
const VERS_EMPLOI = ['durable', 'transition'];
const REPONDANTS = 'Les « sans réponse » sont les inconnus ; ceux à qui rien n’a été demandé sont à part.';

const devenirs = (mois: (typeof MOIS_SORTIE)[number]): Indicateur[] => {
  const de = (fait: FaitSortie) => fait[DEVENIR[mois]];
  return [
    taux<'sorties'>({
      code: `devenir.emploi_${mois}`,
      rubrique: 'devenir',
      label: `En emploi ${mois} mois après la sortie`,
      formule: `Personnes sorties dans la période qui disent être en emploi ${mois} mois après, rapportées à celles qui ont répondu.`,
      base: 'répondants',
      source: 'sorties',
      compte: 'lignes',
      axes: ['sexe', 'age', 'niveau', 'categorie', 'support'],
      reference: R5132,
      reserve: REPONDANTS,
      place: (fait) => parmiRepondants(de(fait), enEmploi(de(fait))),
    }),
    taux<'sorties'>({
      code: `devenir.maintien_${mois}`,
      rubrique: 'devenir',
      label: `Emploi gardé ${mois} mois après la sortie`,
      formule: `Parmi les personnes sorties vers un emploi durable ou de transition, celles encore en emploi, le même ou un autre, ${mois} mois après.`,
      base: 'répondants sortis vers un emploi',
      source: 'sorties',
      compte: 'lignes',
      axes: ['sexe', 'age', 'niveau', 'categorie', 'support'],
      reference: R5132,
      reserve: REPONDANTS,
      place: (fait) =>
        VERS_EMPLOI.includes(fait.categorie) ? parmiRepondants(de(fait), enEmploi(de(fait))) : null,
    }),
    nombre<'sorties'>({
      code: `devenir.reponses_${mois}`,
      rubrique: 'devenir',
      label: `Situations connues à ${mois} mois`,
      formule: `Personnes sorties dans la période dont la situation ${mois} mois après est connue.`,
      nom: 'personne',
      source: 'sorties',
      compte: 'lignes',
      axes: [SITUATION[mois], 'sexe', 'age', 'categorie'],
      sens: 'hausse',
      reference: R5132,
      reserve: REPONDANTS,
      place: (fait) => parmiRepondants(de(fait), true),
    }),
  ];
};

/** Exits: which count, what they are, and what became of people. */
export const SORTIES: readonly Indicateur[] = [
  nombre({
    code: 'sorties.total',
    rubrique: 'sorties',
    label: 'Sorties constatées',
    formule: 'Sorties dont la date tombe dans la période, comptées ou non.',
    nom: 'sortie',
    source: 'sorties',
    compte: 'lignes',
    axes: ['categorie', ...AXES_SORTIE],
    reference: R5132,
    place: () => 'compte',
  }),
  nombre({
    code: 'sorties.comptees',
    rubrique: 'sorties',
    label: 'Sorties comptées',
    formule:
      'Sorties au-dessus des seuils de durée et d’heures du genre de structure, hors retraits ; les autres sont à part, avec la raison.',
    nom: 'sortie',
    source: 'sorties',
    compte: 'lignes',
    axes: ['categorie', ...AXES_SORTIE],
    reference: ASP,
    reserve: NON_SAISIES,
    place: (fait) => parmiComptees(fait, true),
  }),
  part(
    'dynamiques',
    'Sorties dynamiques',
    'Emploi durable, emploi de transition et sorties positives, rapportés aux sorties comptées.',
    ({ dynamique }) => dynamique,
    { objectif: 'objectifDynamiques', axes: ['categorie', ...AXES_SORTIE] },
  ),
  part(
    'durables',
    'Sorties en emploi durable',
    'CDI, CDD ou intérim de 6 mois ou plus, fonction publique, création d’entreprise, rapportés aux sorties comptées.',
    ({ categorie }) => categorie === 'durable',
    { objectif: 'objectifDurables' },
  ),
  part(
    'transition',
    'Sorties en emploi de transition',
    'CDD ou intérim de moins de 6 mois et contrats aidés de droit commun, rapportés aux sorties comptées.',
    ({ categorie }) => categorie === 'transition',
    { sens: null },
  ),
  part(
    'positives',
    'Sorties positives',
    'Formation qualifiante, contrat dans une autre SIAE et autres sorties reconnues, rapportés aux sorties comptées.',
    ({ categorie }) => categorie === 'positive',
    { sens: null },
  ),
  part(
    'emploi',
    'Sorties vers l’emploi',
    'Emploi durable et emploi de transition, rapportés aux sorties comptées.',
    ({ categorie }) => VERS_EMPLOI.includes(categorie),
  ),
  part(
    'autres',
    'Autres sorties',
    'Chômage, inactivité et sans nouvelle, rapportés aux sorties comptées.',
    ({ categorie }) => categorie === 'autre',
    { sens: 'baisse' },
  ),
  nombre({
    code: 'sorties.retraits',
    rubrique: 'sorties',
    label: 'Retraits des sorties constatées',
    formule: 'Longs congés, décès, décisions de justice, fautes graves, transferts, fins de période d’essai.',
    nom: 'sortie',
    source: 'sorties',
    compte: 'lignes',
    axes: ['motif', 'sexe', 'age'],
    reference: ASP,
    place: ({ categorie }) => (categorie === 'retrait' ? 'compte' : null),
  }),
  nombre({
    code: 'sorties.non_comptees',
    rubrique: 'sorties',
    label: 'Sorties sous les seuils',
    formule: 'Sorties que la durée du parcours ou les heures ne suffisent pas à faire compter.',
    nom: 'sortie',
    source: 'sorties',
    compte: 'lignes',
    axes: ['categorie', 'motif', 'sexe', 'age'],
    reference: ASP,
    place: ({ comptee, aVerifier, categorie }) =>
      comptee || aVerifier || categorie === 'retrait' ? null : 'compte',
  }),
  nombre({
    code: 'sorties.comptees_asp',
    rubrique: 'sorties',
    label: 'Sorties que le code de l’ASP compterait',
    formule:
      'Les mêmes sorties, jugées avec l’arrondi du code de l’ASP : plus de 2,65 mois ou 150 heures au moins.',
    nom: 'sortie',
    source: 'sorties',
    compte: 'lignes',
    axes: ['categorie', 'sexe', 'age'],
    reference: 'Code publié par le pilotage de l’inclusion',
    reserve: 'Pour comparaison : les autres chiffres suivent la règle documentée.',
    place: ({ compteeAsp, aVerifierAsp }) => (aVerifierAsp ? 'inconnu' : compteeAsp ? 'compte' : null),
  }),
  nombre({
    code: 'sorties.doutes',
    rubrique: 'sorties',
    label: 'Sorties comptées sans heures saisies',
    formule: 'Sorties comptées sur la seule durée du parcours : aucune heure n’est saisie pour l’année.',
    nom: 'sortie',
    source: 'sorties',
    compte: 'lignes',
    axes: ['categorie', 'sexe', 'support'],
    sens: 'baisse',
    place: ({ doute }) => (doute ? 'compte' : null),
  }),
  ...MOIS_SORTIE.flatMap(devenirs),
];
