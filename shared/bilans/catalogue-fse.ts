import { REFUS } from '../fse/questionnaire.ts';
import type { Axe } from './axes.ts';
import type { EtatQuestion, FaitFse, ResultatFse } from './faits.ts';
import { type Indicateur, nombre, type Place, taux } from './indicateur.ts';

const ANNEXE = 'Règlement (UE) 2021/1057, annexe I';
const AXES_FSE = [
  'convention',
  'sexe',
  'ageFse',
  'niveauFse',
  'situationFse',
] as const satisfies readonly Axe[];
const UN_JOUR = { exclu: 'Un jour ou moins' } as const;

/** Share of those who came in, by an answer of the questionnaire: null, nobody said or the person kept it back. */
const part = (
  code: string,
  label: string,
  formule: string,
  dire: (fait: FaitFse) => boolean | null,
): Indicateur =>
  taux<'fse'>({
    code: `fse.${code}`,
    rubrique: 'fse',
    label,
    formule,
    base: 'participants entrés dont la réponse est connue',
    source: 'fse',
    compte: 'lignes',
    axes: ['sexe', 'convention'],
    sens: null,
    reference: ANNEXE,
    place: (fait) => {
      if (!fait.entree) return null;
      if (!fait.participant) return UN_JOUR;
      const dit = dire(fait);
      return dit === null ? 'inconnu' : dit ? 'compte' : 'base';
    },
  });

/** True, false, or null when the question has no answer that can be counted. */
const repond =
  (question: string, ...voulues: string[]) =>
  ({ reponses }: FaitFse): boolean | null => {
    const dite = reponses[question];
    return dite === undefined || dite === REFUS ? null : voulues.includes(dite);
  };

const parmiRepondants = (etat: EtatQuestion, dedans: boolean): Place => {
  switch (etat) {
    case 'pas_encore':
      return { exclu: 'Délai en cours' };
    case 'non_demande':
      return { exclu: 'Non demandé' };
    case 'sans_reponse':
      return 'inconnu';
    case 'repondu':
      return dedans ? 'compte' : 'base';
  }
};

const resultat = (code: ResultatFse, label: string, formule: string): Indicateur =>
  taux<'fse'>({
    code: `fse.resultat_${code}`,
    rubrique: 'fse',
    label,
    formule,
    base: 'participants sortis qui ont répondu',
    source: 'fse',
    compte: 'lignes',
    axes: AXES_FSE,
    reference: ANNEXE,
    place: ({ sortie, participant, etatSortie, resultats }) => {
      if (!sortie) return null;
      return participant ? parmiRepondants(etatSortie, resultats.includes(code)) : UN_JOUR;
    },
  });

/** Participants of the FSE+: who came in, who left, and with what results. */
export const FSE: readonly Indicateur[] = [
  nombre({
    code: 'fse.entrees',
    rubrique: 'fse',
    label: 'Participants entrés',
    formule:
      'Participations commencées dans la période ; une nouvelle entrée après une sortie en est une autre.',
    nom: 'participation',
    source: 'fse',
    compte: 'lignes',
    axes: [...AXES_FSE, 'mois'],
    sens: 'hausse',
    reference: ANNEXE,
    reserve: 'Une participation d’un jour ou moins ne se compte pas.',
    place: ({ entree, participant }) => (entree ? (participant ? 'compte' : UN_JOUR) : null),
  }),
  nombre({
    code: 'fse.personnes',
    rubrique: 'fse',
    label: 'Participants suivis',
    formule:
      'Personnes dont une participation court un jour au moins de la période, chacune comptée une fois.',
    nom: 'personne',
    source: 'fse',
    compte: 'personnes',
    axes: ['sexe'],
    sens: 'hausse',
    reference: ANNEXE,
    place: ({ entree, enCours, sortie, participant }) =>
      entree || enCours || sortie ? (participant ? 'compte' : UN_JOUR) : null,
  }),
  part(
    'chomeurs',
    'Demandeurs d’emploi à l’entrée',
    'Participants entrés sans emploi et qui en cherchaient un.',
    repond('situation', 'chomage'),
  ),
  part(
    'longue_duree',
    'Demandeurs d’emploi de longue durée à l’entrée',
    'Participants entrés qui cherchaient un emploi depuis 12 mois, ou 6 mois avant 25 ans.',
    ({ longueDuree }) => longueDuree,
  ),
  part(
    'inactifs',
    'Inactifs à l’entrée',
    'Participants entrés sans emploi et qui n’en cherchaient pas, en formation ou non.',
    repond('situation', 'inactif', 'formation'),
  ),
  part(
    'en_emploi',
    'En emploi à l’entrée',
    'Participants entrés qui avaient un emploi, salarié ou à leur compte.',
    repond('situation', 'emploi'),
  ),
  part(
    'peu_diplomes',
    'Sans diplôme ou brevet des collèges',
    'Participants entrés dont le plus haut diplôme est au plus le brevet (CITE 0 à 2).',
    repond('niveau', '0_2'),
  ),
  part(
    'rural',
    'Habitants d’une commune rurale',
    'Participants entrés qui disent habiter une commune rurale.',
    repond('rural', 'oui'),
  ),
  part(
    'logement',
    'Sans logement stable',
    'Participants entrés sans logement à eux, ou menacés de le perdre.',
    repond('logement', 'oui'),
  ),
  part(
    'handicap',
    'Handicap reconnu',
    'Participants entrés avec une reconnaissance de handicap.',
    repond('handicap', 'oui'),
  ),
  part(
    'hors_ue',
    'Ressortissants de pays hors de l’Union',
    'Participants entrés d’une nationalité hors de l’Union européenne.',
    repond('nationalite', 'hors_ue'),
  ),
  part(
    'origine',
    'Nés à l’étranger, ou un parent',
    'Participants entrés nés à l’étranger, ou dont un parent l’est.',
    repond('origine', 'oui'),
  ),
  taux({
    code: 'fse.completes',
    rubrique: 'fse',
    label: 'Entrées au questionnaire complet',
    formule: 'Participations commencées dans la période dont aucune réponse d’entrée ne manque.',
    base: 'participants entrés',
    source: 'fse',
    compte: 'lignes',
    axes: ['convention'],
    place: ({ entree, participant, manquantes }) =>
      entree && participant ? (manquantes === 0 ? 'compte' : 'base') : null,
  }),
  nombre({
    code: 'fse.sorties',
    rubrique: 'fse',
    label: 'Participants sortis',
    formule: 'Participations finies dans la période.',
    nom: 'participation',
    source: 'fse',
    compte: 'lignes',
    axes: [...AXES_FSE, 'resultatFse'],
    reference: ANNEXE,
    place: ({ sortie, participant }) => (sortie ? (participant ? 'compte' : UN_JOUR) : null),
  }),
  resultat(
    'emploi',
    'En emploi à la sortie',
    'Participants sortis en emploi, y compris à leur compte, dans les quatre semaines.',
  ),
  resultat(
    'formation',
    'En formation à la sortie',
    'Participants sortis en formation ou en études, dans les quatre semaines.',
  ),
  resultat(
    'qualification',
    'Qualification obtenue à la sortie',
    'Participants sortis qui ont obtenu un diplôme, un titre ou un certificat.',
  ),
  resultat(
    'recherche',
    'Se mettent à chercher un emploi',
    'Participants inactifs à l’entrée qui cherchent un emploi à la sortie.',
  ),
  taux({
    code: 'fse.emploi_6',
    rubrique: 'fse',
    label: 'En emploi six mois après la sortie',
    formule:
      'Participants dont le sixième mois après la sortie tombe dans la période, en emploi à cette date.',
    base: 'répondants',
    source: 'fse',
    compte: 'lignes',
    axes: AXES_FSE,
    reference: ANNEXE,
    place: ({ sixMoisDu, participant, etatSixMois, emploiSixMois }) =>
      sixMoisDu ? (participant ? parmiRepondants(etatSixMois, emploiSixMois) : UN_JOUR) : null,
  }),
  taux({
    code: 'fse.mieux_6',
    rubrique: 'fse',
    label: 'Emploi meilleur six mois après',
    formule:
      'Parmi ceux qui avaient un emploi à l’entrée, participants dont l’emploi est meilleur six mois après la sortie.',
    base: 'répondants en emploi à l’entrée',
    source: 'fse',
    compte: 'lignes',
    axes: AXES_FSE,
    reference: ANNEXE,
    place: ({ sixMoisDu, participant, etatSixMois, mieux, reponses }) => {
      if (!sixMoisDu || reponses.situation !== 'emploi') return null;
      return participant ? parmiRepondants(etatSixMois, mieux === true) : UN_JOUR;
    },
  }),
];
