import { AGES_FSE, LIBELLES_AGE_FSE } from '../fse/regles.ts';
import { GENRES_CONVENTION } from '../nomenclatures/bilans.ts';
import {
  GENRES_FORMATION,
  RESULTATS_CERTIFICATION,
  SITUATIONS,
  STATUTS_INSCRIPTION,
} from '../nomenclatures/formation.ts';
import { DECISIONS, OBJECTIFS_ATTEINTS, OBJETS, REALISATIONS } from '../nomenclatures/immersions.ts';
import { type Nomenclature, nomenclature } from '../nomenclatures/nomenclature.ts';
import type { ListeOuverte } from '../nomenclatures/ouvertes.ts';
import { STADES, TAILLES } from '../nomenclatures/reseau.ts';
import {
  CONTRATS,
  CRITERES,
  FREINS,
  GENRES_ENTRETIEN,
  NIVEAUX_FORMATION,
  PREPARATIONS,
  SEXES,
} from '../nomenclatures/salaries.ts';
import { CONTRATS_EMBAUCHE, NATURES, RESULTATS, SENS } from '../nomenclatures/sollicitations.ts';
import { CATEGORIES_SORTIE, CONTRATS_SORTIE, SITUATIONS_SORTIE } from '../nomenclatures/sorties.ts';
import { GENRES_ORGANISATION } from '../nomenclatures/structures.ts';

/** Ages as the ASP counts them: year of the figures less year of birth. */
export const AGES = nomenclature('asp-1', [
  { code: 'moins_26', label: 'Moins de 26 ans' },
  { code: '26_49', label: 'De 26 à 49 ans' },
  { code: '50_plus', label: '50 ans et plus' },
]);

/** Levels of training as the ministry's tables group them. */
export const NIVEAUX = nomenclature('2026-1', [
  { code: 'infra', label: 'Sans CAP ni BEP' },
  { code: 'cap', label: 'CAP ou BEP' },
  { code: 'bac', label: 'Bac' },
  { code: 'sup', label: 'Au-dessus du bac' },
]);

/** Who gives a training. */
export const PROVENANCES = nomenclature('2026-1', [
  { code: 'interne', label: 'Interne' },
  { code: 'externe', label: 'Externe' },
]);

/** Bands of age of the FSE+, on the day of the entry. */
export const AGES_EUROPE = nomenclature(
  'fse-1',
  AGES_FSE.map((code) => ({ code, label: LIBELLES_AGE_FSE[code] })),
);

/** Levels of diploma as the FSE+ groups them (ISCED). */
export const NIVEAUX_EUROPE = nomenclature('fse-1', [
  { code: '0_2', label: 'Sans diplôme, ou brevet des collèges (CITE 0 à 2)' },
  { code: '3_4', label: 'CAP, BEP ou bac (CITE 3 et 4)' },
  { code: '5_8', label: 'Après le bac (CITE 5 à 8)' },
]);

/** Situation on the day of the entry, as the FSE+ counts it. */
export const SITUATIONS_EUROPE = nomenclature('fse-1', [
  { code: 'chomage_long', label: 'Demandeur d’emploi de longue durée' },
  { code: 'chomage', label: 'Autre demandeur d’emploi' },
  { code: 'inactif', label: 'Sans emploi, sans en chercher' },
  { code: 'formation', label: 'En formation ou en études' },
  { code: 'emploi', label: 'En emploi' },
]);

/** Results on leaving, as the FSE+ counts them: several may be true of one person. */
export const RESULTATS_EUROPE = nomenclature('fse-1', [
  { code: 'emploi', label: 'En emploi' },
  { code: 'formation', label: 'En formation' },
  { code: 'qualification', label: 'Qualification obtenue' },
  { code: 'recherche', label: 'Se met à chercher un emploi' },
]);

export const OUI_NON = nomenclature('2026-1', [
  { code: 'oui', label: 'Oui' },
  { code: 'non', label: 'Non' },
]);

/** How an axis is read: a closed list, an open one, time, or names that the base gives. */
interface DefinitionAxe {
  /** After « par »: `nature`, `secteur d’accueil`. */
  par: string;
  liste?: Nomenclature;
  ouverte?: ListeOuverte;
  /** Months, in order, none left out. */
  temps?: true;
  /** A row may be in several lines: they do not add up to the figure, and the page says so. */
  multiple?: true;
}

/** What figures break down by. The code of « Non renseigné » is the empty string. */
export const AXES = {
  mois: { par: 'mois', temps: true },
  nature: { par: 'nature', liste: NATURES },
  sousNature: { par: 'action', ouverte: 'sous_natures' },
  canal: { par: 'moyen', ouverte: 'canaux' },
  resultat: { par: 'résultat', liste: RESULTATS },
  cause: { par: 'cause', ouverte: 'causes' },
  sens: { par: 'sens', liste: SENS },
  secteur: { par: 'secteur', ouverte: 'secteurs' },
  zone: { par: 'zone' },
  taille: { par: 'taille', liste: TAILLES },
  hote: { par: 'type d’organisation', liste: GENRES_ORGANISATION },
  stade: { par: 'stade de la relation', liste: STADES },
  objet: { par: 'objet', liste: OBJETS },
  metier: { par: 'métier' },
  realisation: { par: 'réalisation', liste: REALISATIONS },
  objectifs: { par: 'atteinte des objectifs', liste: OBJECTIFS_ATTEINTS },
  decision: { par: 'décision', liste: DECISIONS },
  contrat: { par: 'contrat', liste: CONTRATS_EMBAUCHE },
  contratTrouve: { par: 'contrat trouvé', liste: CONTRATS_SORTIE },
  contratSiae: { par: 'contrat d’insertion', liste: CONTRATS },
  sexe: { par: 'sexe', liste: SEXES },
  age: { par: 'âge', liste: AGES },
  niveau: { par: 'niveau de formation', liste: NIVEAUX },
  niveauAsp: { par: 'niveau de formation, détaillé', liste: NIVEAUX_FORMATION },
  critere: { par: 'critère d’éligibilité', liste: CRITERES, multiple: true },
  frein: { par: 'frein', liste: FREINS, multiple: true },
  support: { par: 'support d’activité', ouverte: 'supports' },
  prescripteur: { par: 'prescripteur' },
  preparation: { par: 'préparation à l’emploi', liste: PREPARATIONS },
  commune: { par: 'commune' },
  entretien: { par: 'genre d’entretien', liste: GENRES_ENTRETIEN },
  motif: { par: 'motif de sortie' },
  categorie: { par: 'catégorie de sortie', liste: CATEGORIES_SORTIE },
  genreFormation: { par: 'type de formation', liste: GENRES_FORMATION },
  theme: { par: 'thème', ouverte: 'themes_formation' },
  provenance: { par: 'formation interne ou externe', liste: PROVENANCES },
  organisme: { par: 'organisme' },
  statutFormation: { par: 'étape', liste: STATUTS_INSCRIPTION },
  certification: { par: 'résultat de la certification', liste: RESULTATS_CERTIFICATION },
  suite3: { par: 'situation à 3 mois', liste: SITUATIONS },
  suite6: { par: 'situation à 6 mois', liste: SITUATIONS },
  suite12: { par: 'situation à 12 mois', liste: SITUATIONS },
  financeur: { par: 'financeur' },
  convention: { par: 'convention' },
  genreConvention: { par: 'type de convention', liste: GENRES_CONVENTION },
  situation3: { par: 'situation à 3 mois', liste: SITUATIONS_SORTIE },
  situation6: { par: 'situation à 6 mois', liste: SITUATIONS_SORTIE },
  situation12: { par: 'situation à 12 mois', liste: SITUATIONS_SORTIE },
  ageFse: { par: 'âge à l’entrée', liste: AGES_EUROPE },
  niveauFse: { par: 'niveau de diplôme', liste: NIVEAUX_EUROPE },
  situationFse: { par: 'situation à l’entrée', liste: SITUATIONS_EUROPE },
  resultatFse: { par: 'résultat à la sortie', liste: RESULTATS_EUROPE, multiple: true },
} as const satisfies Record<string, DefinitionAxe>;

export type Axe = keyof typeof AXES;
export const CODES_AXES = Object.keys(AXES) as [Axe, ...Axe[]];

export const axe = (code: Axe): DefinitionAxe => AXES[code];

/** Band of `AGES` somebody born on a day belongs to in a year; empty when the birth is not known. */
export function trancheAge(naissance: string, annee: number): string {
  if (naissance === '') return '';
  const age = annee - Number(naissance.slice(0, 4));
  if (age < 26) return 'moins_26';
  return age < 50 ? '26_49' : '50_plus';
}

const NIVEAU_DE: Record<string, string> = {
  '01': 'infra',
  '70': 'infra',
  '60': 'infra',
  '00': 'infra',
  '50': 'infra',
  '51': 'cap',
  '40': 'bac',
  '41': 'bac',
  '30': 'sup',
  '20': 'sup',
  '10': 'sup',
};

/** Group of `NIVEAUX` a level of the ASP belongs to; empty when it is not known. */
export const niveauDe = (code: string): string => NIVEAU_DE[code] ?? '';
