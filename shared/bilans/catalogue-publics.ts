import { label } from '../nomenclatures/nomenclature.ts';
import { CRITERES } from '../nomenclatures/salaries.ts';
import type { Axe } from './axes.ts';
import { codesDuFait, type Indicateur, nombre, taux } from './indicateur.ts';

/** What people break down by, whatever is counted of them. */
export const AXES_PERSONNE = [
  'sexe',
  'age',
  'niveau',
  'critere',
  'support',
  'prescripteur',
  'commune',
] as const satisfies readonly Axe[];

const AXES_SALARIE = [
  'sexe',
  'age',
  'niveau',
  'niveauAsp',
  'critere',
  'frein',
  'contratSiae',
  'support',
  'prescripteur',
  'preparation',
  'commune',
] as const satisfies readonly Axe[];

const ASP = 'ASP, tableau des bénéficiaires';
const CRITERES_FICHE =
  'Tel que noté dans les critères d’éligibilité de la fiche : un critère qui n’y est pas compte comme absent.';

/** Criteria that funders ask the share of. */
const CRITERES_SUIVIS = [
  ['rsa', 'Bénéficiaires du RSA'],
  ['ass', 'Allocataires de l’ASS'],
  ['aah', 'Allocataires de l’AAH'],
  ['detld', 'Demandeurs d’emploi depuis 24 mois ou plus'],
  ['deld', 'Demandeurs d’emploi depuis 12 à 24 mois'],
  ['th', 'Travailleurs handicapés'],
  ['parent_isole', 'Parents isolés'],
  ['sans_hebergement', 'Sans hébergement stable'],
  ['refugie', 'Réfugiés et demandeurs d’asile'],
  ['detention', 'Sortants de détention ou sous main de justice'],
  ['qpv', 'Habitants d’un quartier prioritaire'],
  ['frr', 'Habitants d’une zone rurale à revitaliser'],
] as const satisfies readonly (readonly [(typeof CRITERES)['valeurs'][number]['code'], string])[];

const part = (code: string, nom: string, formule: string, axe: Axe, voulu: string): Indicateur =>
  taux({
    code: `publics.${code}`,
    rubrique: 'publics',
    label: nom,
    formule,
    base: axe === 'niveau' ? 'salariés en parcours dont le niveau est connu' : 'salariés en parcours',
    source: 'salaries',
    compte: 'personnes',
    axes: (['sexe', 'age', 'niveau', 'support'] as const).filter((autre) => autre !== axe),
    sens: null,
    reference: ASP,
    reserve: axe === 'critere' ? CRITERES_FICHE : '',
    place: (fait) => {
      const lus = codesDuFait(fait, axe);
      if (lus.includes(voulu)) return 'compte';
      return axe !== 'critere' && lus[0] === '' ? 'inconnu' : 'base';
    },
  });

/** Who works with the structure: present, come in, and who they are. */
export const PUBLICS: readonly Indicateur[] = [
  nombre({
    code: 'publics.presents',
    rubrique: 'publics',
    label: 'Salariés en parcours',
    formule:
      'Personnes sous contrat d’insertion un jour au moins de la période, chacune comptée une fois ; une sortie notée met fin au contrat resté ouvert.',
    nom: 'personne',
    source: 'salaries',
    compte: 'personnes',
    axes: AXES_SALARIE,
    sens: 'hausse',
    reference: ASP,
    place: () => 'compte',
  }),
  nombre({
    code: 'publics.entrees',
    rubrique: 'publics',
    label: 'Entrées en parcours',
    formule:
      'Personnes dont le premier contrat du parcours commence dans la période ; un contrat qui suit une sortie ouvre un nouveau parcours.',
    nom: 'personne',
    source: 'salaries',
    compte: 'personnes',
    axes: AXES_SALARIE,
    sens: 'hausse',
    reference: 'Article R. 5132-3 du code du travail, 2°',
    place: ({ entree }) => (entree ? 'compte' : null),
  }),
  nombre({
    code: 'publics.presents_fin',
    rubrique: 'publics',
    label: 'Toujours en parcours à la fin de la période',
    formule: 'Personnes dont un contrat court encore après le dernier jour de la période.',
    nom: 'personne',
    source: 'salaries',
    compte: 'personnes',
    axes: AXES_SALARIE,
    place: ({ present }) => (present ? 'compte' : null),
  }),
  nombre({
    code: 'publics.travailles',
    rubrique: 'publics',
    label: 'Salariés ayant travaillé',
    formule: 'Salariés en parcours avec une heure au moins saisie dans les mois de la période.',
    nom: 'personne',
    source: 'salaries',
    compte: 'personnes',
    axes: AXES_SALARIE,
    sens: 'hausse',
    reference: ASP,
    reserve: 'Les personnes dont aucune heure n’est saisie sont dites à part.',
    place: ({ heuresPayees }) => {
      if (heuresPayees === null) return 'inconnu';
      return heuresPayees >= 60 ? 'compte' : null;
    },
  }),
  part('femmes', 'Femmes', 'Femmes parmi les salariés en parcours de la période.', 'sexe', 'F'),
  part(
    'jeunes',
    'Moins de 26 ans',
    'Personnes de moins de 26 ans : année de la période moins année de naissance.',
    'age',
    'moins_26',
  ),
  part(
    'seniors',
    '50 ans et plus',
    'Personnes de 50 ans et plus : année de la période moins année de naissance.',
    'age',
    '50_plus',
  ),
  part(
    'sans_diplome',
    'Sans CAP ni BEP',
    'Personnes entrées sans diplôme, ou sans le CAP ou le BEP préparé.',
    'niveau',
    'infra',
  ),
  ...CRITERES_SUIVIS.map(([critere, nom]) =>
    part(
      critere,
      nom,
      `Salariés en parcours dont la fiche porte le critère « ${label(CRITERES, critere)} ».`,
      'critere',
      critere,
    ),
  ),
];
