import { estDateCivile } from '../dates.ts';
import { formaterDate, formaterDuree, formaterSiret } from '../format.ts';
import { GENRES_FORMATION, RESULTATS_CERTIFICATION } from '../nomenclatures/formation.ts';
import { MODES_CONTRAT, OBJETS } from '../nomenclatures/immersions.ts';
import { label } from '../nomenclatures/nomenclature.ts';
import { CONTRATS, SEXES } from '../nomenclatures/salaries.ts';

/** One mention of an issued paper that the records now say otherwise; both texts are empty when it is too long to be told. */
export interface Difference {
  quoi: string;
  avant: string;
  apres: string;
}

/** Mentions by the path of their data; the first path that begins like theirs names those left out. */
const MENTIONS: Readonly<Record<string, string>> = {
  'structure.raisonSociale': 'Nom de la structure',
  'structure.genre': 'Genre de la structure',
  'structure.siret': 'SIRET de la structure',
  'structure.adresse': 'Adresse de la structure',
  'structure.codePostal': 'Code postal de la structure',
  'structure.ville': 'Ville de la structure',
  'structure.telephone': 'Téléphone de la structure',
  structure: 'Votre structure',
  'beneficiaire.prenom': 'Prénom',
  'beneficiaire.nom': 'Nom',
  'beneficiaire.sexe': 'Sexe',
  'beneficiaire.naissance': 'Date de naissance',
  'beneficiaire.contrat': 'Nature du contrat',
  beneficiaire: 'Bénéficiaire',
  mineur: 'Moins de 18 ans',
  representantLegal: 'Représentant légal',
  'accueil.nom': 'Nom de l’accueil',
  'accueil.adresse': 'Adresse de l’accueil',
  'accueil.siret': 'SIRET de l’accueil',
  'accueil.activite': 'Activité de l’accueil',
  'accueil.conventionCollective': 'Convention collective',
  'accueil.telephone': 'Téléphone de l’accueil',
  accueil: 'Structure d’accueil',
  'tuteur.nom': 'Responsable sur place',
  'tuteur.fonction': 'Fonction du responsable',
  tuteur: 'Responsable sur place',
  'prescripteur.nom': 'Prescripteur',
  'prescripteur.adresse': 'Adresse du prescripteur',
  prescripteurReferent: 'Référent du prescripteur',
  prescripteur: 'Prescripteur',
  'referent.nom': 'Référent',
  'referent.fonction': 'Fonction du référent',
  referent: 'Référent',
  'contrat.nature': 'Nature du contrat',
  'contrat.debut': 'Début du contrat',
  'contrat.fin': 'Fin du contrat',
  'contrat.minutesHebdo': 'Durée hebdomadaire du contrat',
  contrat: 'Contrat de travail',
  renouvelle: 'Convention renouvelée',
  motifRenouvellement: 'Motif du renouvellement',
  numeroImmersionFacilitee: 'N° Immersion Facilitée',
  modeContrat: 'Contrat pendant l’immersion',
  objet: 'Objet',
  objectifs: 'Objectifs',
  modalitesEvaluation: 'Modalités d’évaluation',
  debut: 'Premier jour',
  fin: 'Dernier jour',
  minutes: 'Nombre d’heures',
  jours: 'Nombre de jours',
  horaires: 'Horaires',
  exceptions: 'Jours particuliers',
  calendrier: 'Jours et horaires',
  presences: 'Présences notées',
  feriesTravailles: 'Jours fériés travaillés',
  alsaceMoselle: 'Jours fériés d’Alsace-Moselle',
  lieu: 'Lieu',
  metier: 'Métier',
  romeCode: 'Code ROME',
  competences: 'Compétences visées',
  activites: 'Activités confiées',
  protection: 'Équipements de protection',
  prevention: 'Prévention',
  transport: 'Transport',
  frais: 'Frais annexes',
  formation: 'Intitulé de la formation',
  organisme: 'Organisme de formation',
  formateur: 'Formateur',
  genre: 'Genre de formation',
  'stagiaire.prenom': 'Prénom',
  'stagiaire.nom': 'Nom',
  'stagiaire.sexe': 'Sexe',
  'stagiaire.naissance': 'Date de naissance',
  'stagiaire.adresse': 'Adresse du stagiaire',
  stagiaire: 'Stagiaire',
  creneaux: 'Demi-journées',
  surTempsTravail: 'Sur le temps de travail',
  accessibilite: 'Accès',
  stagiaires: 'Stagiaires',
  partenaires: 'Places des partenaires',
  'suivi.minutesPrevues': 'Heures prévues',
  'suivi.minutesSuivies': 'Heures suivies',
  suivi: 'Présences relevées',
  interrompuLe: 'Interruption',
  objectif: 'Objectifs',
  contenu: 'Contenu',
  certification: 'Certification visée',
  resultat: 'Résultat',
  resultatLe: 'Date du résultat',
  prerequis: 'Prérequis',
  vise: 'Ce que vise la personne',
  attentes: 'Attentes',
  amenagements: 'Aménagements',
  avis: 'Avis de la structure',
  avisNote: 'Avis de la structure',
  signeSalarieLe: 'Signature du stagiaire',
  signeStructureLe: 'Signature de la structure',
  notes: 'Réponses offertes',
  affirmations: 'Réponses',
  questions: 'Réponses',
  consigne: 'Consigne',
  date: 'Date de la réponse',
};

/** Worked out from the others, of no word on the paper, or of its letterhead alone: a new logo withdraws no convention. */
const TUES: ReadonlySet<string> = new Set([
  'version',
  'signataires',
  'numero',
  'declarant',
  'structure.logo',
  'structure.courriel',
  'structure.conventionNumero',
]);

const LISTES = {
  objet: OBJETS,
  modeContrat: MODES_CONTRAT,
  'contrat.nature': CONTRATS,
  'beneficiaire.sexe': SEXES,
  'stagiaire.sexe': SEXES,
  genre: GENRES_FORMATION,
  resultat: RESULTATS_CERTIFICATION,
} as const;

function mentionDe(chemin: string): string {
  for (let court = chemin; court !== ''; court = court.slice(0, Math.max(0, court.lastIndexOf('.')))) {
    const mention = MENTIONS[court];
    if (mention) return mention;
  }
  return 'Autre mention';
}

/** Longer texts are not quoted: the paper is beside. */
const LONG = 120;

function dire(chemin: string, valeur: unknown): string | null {
  if (valeur === null || valeur === undefined || valeur === '') return 'rien';
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (typeof valeur === 'number')
    return chemin.toLowerCase().includes('minutes') ? formaterDuree(valeur) : String(valeur);
  if (Array.isArray(valeur) && valeur.every((celle) => typeof celle === 'string'))
    return dire(chemin, valeur.join(', '));
  if (typeof valeur !== 'string' || valeur.length > LONG) return null;
  if (chemin in LISTES) return label(LISTES[chemin as keyof typeof LISTES] as typeof OBJETS, valeur);
  if (estDateCivile(valeur)) return formaterDate(valeur);
  return chemin.endsWith('siret') ? formaterSiret(valeur) : valeur;
}

const estGroupe = (valeur: unknown): valeur is Record<string, unknown> =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/** What a paper says no more as the records do, mention by mention; a field that was not frozen then counts for nothing. */
export function differencesDe(fige: Record<string, unknown>, actuel: Record<string, unknown>): Difference[] {
  const trouvees = new Map<string, Difference>();
  const comparer = (avant: Record<string, unknown>, apres: Record<string, unknown>, racine: string) => {
    for (const [cle, ancienne] of Object.entries(avant)) {
      const chemin = racine + cle;
      if (!(cle in apres) || TUES.has(chemin)) continue;
      const nouvelle = apres[cle];
      if (JSON.stringify(ancienne) === JSON.stringify(nouvelle)) continue;
      if (estGroupe(ancienne) && estGroupe(nouvelle)) {
        comparer(ancienne, nouvelle, `${chemin}.`);
        continue;
      }
      const quoi = mentionDe(chemin);
      const [dite, redite] = [dire(chemin, ancienne), dire(chemin, nouvelle)];
      const quotable = dite !== null && redite !== null && dite !== redite && !trouvees.has(quoi);
      trouvees.set(quoi, { quoi, avant: quotable ? dite : '', apres: quotable ? redite : '' });
    }
  };
  comparer(fige, actuel, '');
  return [...trouvees.values()];
}
