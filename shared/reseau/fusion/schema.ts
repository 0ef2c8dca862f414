import { z } from 'zod';
import { id } from '../../champs.ts';

export const genreFusion = z.enum(['organisation', 'interlocuteur'], {
  error: 'Ce genre de fiche est inconnu.',
});
export type GenreFusion = z.output<typeof genreFusion>;

/** What two records are compared on, in the order of the screen. `joint`: both can be kept together. */
export const CHAMPS_FUSION = {
  organisation: [
    { champ: 'nom', label: 'Nom' },
    { champ: 'genre', label: 'Type' },
    { champ: 'categorie', label: 'Catégorie' },
    { champ: 'siret', label: 'SIRET' },
    { champ: 'adresse', label: 'Adresse' },
    { champ: 'telephone', label: 'Téléphone' },
    { champ: 'autreTelephone', label: 'Autre téléphone' },
    { champ: 'courriel', label: 'Courriel' },
    { champ: 'autreCourriel', label: 'Autre courriel' },
    { champ: 'site', label: 'Site' },
    { champ: 'activite', label: 'Activité' },
    { champ: 'naf', label: 'Code NAF' },
    { champ: 'secteur', label: 'Secteur' },
    { champ: 'effectif', label: 'Effectif' },
    { champ: 'conventionCollective', label: 'Convention collective' },
    { champ: 'zone', label: 'Zone' },
    { champ: 'stade', label: 'Stade' },
    { champ: 'implication', label: 'Volonté d’implication' },
    { champ: 'referent', label: 'Référent' },
    { champ: 'silence', label: 'Ne plus contacter' },
    { champ: 'saison', label: 'Saison', joint: true },
    { champ: 'conditions', label: 'Conditions d’accueil', joint: true },
    { champ: 'recrutements', label: 'Façons de recruter', joint: true },
    { champ: 'recruteur', label: 'Qui recrute' },
    { champ: 'motivations', label: 'Motivations', joint: true },
    { champ: 'recrutementNote', label: 'À savoir sur le recrutement', joint: true },
    { champ: 'origine', label: 'Origine du contact' },
    { champ: 'note', label: 'Note', joint: true },
  ],
  interlocuteur: [
    { champ: 'civilite', label: 'Civilité' },
    { champ: 'prenom', label: 'Prénom' },
    { champ: 'nom', label: 'Nom' },
    { champ: 'telephone', label: 'Téléphone' },
    { champ: 'autreTelephone', label: 'Autre téléphone' },
    { champ: 'courriel', label: 'Courriel' },
    { champ: 'note', label: 'Note', joint: true },
  ],
} as const satisfies Record<GenreFusion, readonly { champ: string; label: string; joint?: true }[]>;

export const choixChamp = z.enum(['garde', 'absorbe', 'joint']);
export type ChoixChamp = z.output<typeof choixChamp>;

const noms = [
  ...new Set([...CHAMPS_FUSION.organisation, ...CHAMPS_FUSION.interlocuteur].map(({ champ }) => champ)),
];

export const paireFusion = z.strictObject({ genre: genreFusion, gardeId: id, absorbeId: id });

export const fusionDemandee = paireFusion.extend({
  /** Which of the two each field comes from; the sensible choice for those left out. */
  champs: z.strictObject(Object.fromEntries(noms.map((champ) => [champ, choixChamp.optional()]))).default({}),
});

const fiche = z.object({
  id: z.string(),
  nom: z.string(),
  /** What tells it apart: town, organisations, number of exchanges. */
  detail: z.string(),
  creeLe: z.string(),
});

export const comparaison = z.object({
  garde: fiche,
  absorbe: fiche,
  champs: z.array(
    z.object({
      champ: z.string(),
      label: z.string(),
      garde: z.string(),
      absorbe: z.string(),
      different: z.boolean(),
      joint: z.boolean(),
      propose: choixChamp,
    }),
  ),
  /** What follows to the kept record: `12 échanges`. */
  suivent: z.array(z.string()),
});
export type Comparaison = z.output<typeof comparaison>;

export const fusionFaite = z.object({
  id: z.string(),
  genre: genreFusion,
  fusionneLe: z.string(),
  annuleLe: z.string().nullable(),
  auteur: z.string(),
  garde: z.object({ id: z.string(), nom: z.string() }),
  absorbe: z.object({ id: z.string(), nom: z.string() }),
  /** Why it cannot be undone now; empty when it can. */
  empechement: z.string(),
});
export type FusionFaite = z.output<typeof fusionFaite>;

export const MOTIFS_DOUBLON = {
  siret: 'même SIRET',
  siren: 'même SIREN, même ville',
  courriel: 'même courriel',
  telephone: 'même téléphone',
  nom: 'même nom, même ville',
  personne: 'même nom, même organisation',
} as const;

export const ficheDouble = z.object({
  id: z.string(),
  nom: z.string(),
  detail: z.string(),
  echanges: z.number(),
});

export const paireDouble = z.object({
  genre: genreFusion,
  /** The one with more history first: the one to keep, most often. */
  fiches: z.tuple([ficheDouble, ficheDouble]),
  motifs: z.array(z.enum(Object.keys(MOTIFS_DOUBLON) as (keyof typeof MOTIFS_DOUBLON)[])),
});
export type PaireDouble = z.output<typeof paireDouble>;

/** Pairs of each kind given at once, the surest first. */
export const PAIRES_MAX = 100;
