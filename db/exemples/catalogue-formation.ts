import type { Entree } from '../../shared/contrat.ts';
import type { Appuis } from './appuis.ts';

type Action = Omit<Entree<'formation.createAction'>, 'organismeId'>;

/** How the cost is shared: thousandths for the OPCO, the Région, the State. */
export interface Montage {
  opco?: number;
  region?: number;
  etat?: number;
}

export interface ActionExemple {
  cle: string;
  action: Action;
  /** Who trains; by the structure itself when absent. */
  organisme?: keyof Appuis;
  montage: Montage;
  /** Times of each half-day, in minutes since midnight. */
  matin: readonly [number, number];
  apresMidi: readonly [number, number];
  /** Half-days a week it takes, Monday first: 0 the morning, 1 the afternoon. */
  semaine: readonly (readonly [jour: number, demi: 0 | 1])[];
}

const JOURNEES: ActionExemple['semaine'] = [
  [1, 0],
  [1, 1],
  [2, 0],
  [2, 1],
  [3, 0],
  [3, 1],
  [4, 0],
  [4, 1],
];
const MATINS: ActionExemple['semaine'] = [
  [2, 0],
  [4, 0],
];
const HORAIRES = { matin: [510, 720], apresMidi: [780, 990] } as const;

const H = 60;
const STAGIAIRE = 'heure_stagiaire' as const;
/** Fourteen euros per hour and trainee, as the OPCO pays short modules. */
const TAUX = 1400;

/** What the imaginary structure organises year after year. */
export const ACTIONS_EXEMPLES: readonly ActionExemple[] = [
  {
    cle: 'secourisme',
    organisme: 'securite',
    montage: { opco: 1000 },
    semaine: JOURNEES,
    ...HORAIRES,
    action: {
      titre: 'Sauveteur secouriste du travail',
      genre: 'habilitation',
      theme: 'securite',
      objectif: 'Porter secours sur le chantier et repérer ce qui peut blesser.',
      contenu: 'Protéger, examiner, alerter, secourir ; mises en situation sur les postes de l’atelier.',
      prerequis: ['Comprendre une consigne orale simple'],
      minutes: 14 * H,
      placesMin: 4,
      placesMax: 10,
      coutMode: 'forfait',
      coutCentimes: 118_000,
    },
  },
  {
    cle: 'chariot',
    organisme: 'securite',
    montage: { opco: 700, region: 300 },
    semaine: JOURNEES,
    ...HORAIRES,
    action: {
      titre: 'Conduite de chariot élévateur',
      genre: 'habilitation',
      theme: 'conduite',
      objectif: 'Conduire un chariot de catégorie 3 en sécurité et passer le test.',
      contenu: 'Prise de poste, circulation, gerbage, chargement d’un camion, test théorique et pratique.',
      prerequis: ['18 ans ou plus', 'Lire un panneau et une plaque de charge', 'Projet en logistique'],
      certification: 'rs',
      certificationCode: 'RS99003',
      certificationTitre: 'Conduite en sécurité de chariots, catégorie 3',
      minutes: 21 * H,
      placesMin: 4,
      placesMax: 8,
      coutMode: 'forfait',
      coutCentimes: 264_000,
    },
  },
  {
    cle: 'haies',
    organisme: 'metiers',
    montage: { opco: 700, region: 300 },
    semaine: JOURNEES,
    ...HORAIRES,
    action: {
      titre: 'Taille et entretien des haies',
      genre: 'module_court',
      theme: 'espaces_verts',
      objectif: 'Tailler une haie au bon moment et avec le bon outil, puis affûter.',
      contenu: 'Reconnaissance des végétaux, tailles, entretien du matériel, chantier école.',
      prerequis: ['Avoir travaillé un mois sur le support espaces verts'],
      minutes: 28 * H,
      placesMin: 6,
      placesMax: 12,
      coutMode: STAGIAIRE,
      coutCentimes: TAUX,
    },
  },
  {
    cle: 'bionettoyage',
    organisme: 'metiers',
    montage: { opco: 700, region: 300 },
    semaine: JOURNEES,
    ...HORAIRES,
    action: {
      titre: 'Bionettoyage des locaux',
      genre: 'module_court',
      theme: 'proprete',
      objectif: 'Nettoyer un local sensible selon un protocole et le tracer.',
      contenu: 'Dosage, sens du propre vers le sale, matériel, fiche de traçabilité.',
      prerequis: ['Lire une étiquette de produit'],
      minutes: 35 * H,
      placesMin: 6,
      placesMax: 10,
      coutMode: STAGIAIRE,
      coutCentimes: TAUX,
    },
  },
  {
    cle: 'caisse',
    organisme: 'metiers',
    montage: { opco: 700, region: 300 },
    semaine: JOURNEES,
    ...HORAIRES,
    action: {
      titre: 'Accueil et tenue de caisse',
      genre: 'module_court',
      theme: 'vente',
      objectif: 'Accueillir un client, encaisser et rendre la monnaie sans erreur.',
      contenu: 'Accueil, moyens de paiement, comptage, situations difficiles.',
      prerequis: ['Compter jusqu’à mille', 'S’exprimer en français à l’oral'],
      minutes: 17.5 * H,
      placesMin: 6,
      placesMax: 12,
      coutMode: STAGIAIRE,
      coutCentimes: TAUX,
    },
  },
  {
    cle: 'cles',
    organisme: 'langue',
    montage: { etat: 1000 },
    semaine: MATINS,
    matin: [510, 720],
    apresMidi: [780, 990],
    action: {
      titre: 'Compétences clés : lire, écrire, compter',
      genre: 'competences_cles',
      theme: 'savoirs_base',
      objectif: 'Lire une consigne, écrire un message court, calculer une surface et une durée.',
      contenu: 'Groupe de huit au plus, à partir des écrits et des mesures du chantier.',
      prerequis: ['Positionnement fait avec la formatrice'],
      accessibilite: 'Rythme adapté, supports agrandis, ordinateur prêté.',
      minutes: 98 * H,
      placesMin: 6,
      placesMax: 8,
      coutMode: STAGIAIRE,
      coutCentimes: TAUX,
    },
  },
  {
    cle: 'numerique',
    montage: {},
    semaine: [[5, 0]],
    matin: [540, 720],
    apresMidi: [780, 990],
    action: {
      titre: 'Le numérique de tous les jours',
      genre: 'atelier',
      theme: 'numerique',
      objectif: 'Faire ses démarches en ligne et envoyer une candidature sans aide.',
      contenu: 'Messagerie, espace personnel, pièces jointes, mots de passe.',
      prerequis: [],
      minutes: 12 * H,
      placesMin: 3,
      placesMax: 6,
      coutMode: 'forfait',
      coutCentimes: 0,
    },
  },
  {
    cle: 'cloture',
    montage: { opco: 700 },
    semaine: JOURNEES,
    ...HORAIRES,
    action: {
      titre: 'Pose de clôtures en situation de travail',
      genre: 'afest',
      theme: 'espaces_verts',
      objectif: 'Poser seul une clôture simple, de l’implantation aux finitions.',
      contenu: 'Alternance de pose accompagnée et de temps d’analyse du geste avec l’encadrant.',
      prerequis: ['Savoir mesurer et prendre un aplomb'],
      minutes: 28 * H,
      placesMin: 2,
      placesMax: 4,
      coutMode: 'forfait',
      coutCentimes: 60_000,
    },
  },
  {
    cle: 'titre',
    organisme: 'metiers',
    montage: { opco: 334, region: 333, etat: 333 },
    semaine: JOURNEES,
    ...HORAIRES,
    action: {
      titre: 'Agent de propreté et d’hygiène, premier bloc',
      genre: 'certifiante',
      theme: 'proprete',
      objectif: 'Valider le premier bloc de compétences du titre.',
      contenu: 'Techniques professionnelles, sécurité, relation au client, entretien devant un jury.',
      prerequis: ['Projet validé dans la propreté', 'Une immersion dans le métier', 'Lire un protocole'],
      certification: 'rncp',
      certificationCode: 'RNCP99002',
      certificationTitre: 'Agent de propreté et d’hygiène',
      minutes: 105 * H,
      placesMin: 6,
      placesMax: 10,
      coutMode: 'forfait',
      coutCentimes: 780_000,
    },
  },
];

/** Sessions in the past and to come: weeks from this week's Monday, and what became of them. */
export const SESSIONS_EXEMPLES: readonly {
  cle: string;
  semaine: number;
  prevus: number;
  statut?: 'envisagee' | 'annulee';
  /** Seats held by a neighbour. */
  partenaire?: string;
}[] = [
  { cle: 'secourisme', semaine: -88, prevus: 8 },
  { cle: 'haies', semaine: -80, prevus: 7 },
  { cle: 'cles', semaine: -76, prevus: 6 },
  { cle: 'bionettoyage', semaine: -62, prevus: 6 },
  { cle: 'chariot', semaine: -58, prevus: 5 },
  { cle: 'titre', semaine: -52, prevus: 6 },
  { cle: 'numerique', semaine: -47, prevus: 4 },
  { cle: 'secourisme', semaine: -40, prevus: 8 },
  { cle: 'caisse', semaine: -34, prevus: 6, statut: 'annulee' },
  { cle: 'haies', semaine: -31, prevus: 6, partenaire: 'Les Prés d’Issarde' },
  { cle: 'cles', semaine: -27, prevus: 6 },
  { cle: 'chariot', semaine: -20, prevus: 5 },
  { cle: 'bionettoyage', semaine: -14, prevus: 6, partenaire: 'Le Fil à l’ouvrage' },
  { cle: 'numerique', semaine: -9, prevus: 4 },
  { cle: 'cloture', semaine: -6, prevus: 3 },
  { cle: 'secourisme', semaine: -3, prevus: 7 },
  { cle: 'cles', semaine: -2, prevus: 6 },
  { cle: 'caisse', semaine: 3, prevus: 6 },
  { cle: 'chariot', semaine: 6, prevus: 6, statut: 'envisagee' },
  { cle: 'titre', semaine: 10, prevus: 6, statut: 'envisagee' },
];
