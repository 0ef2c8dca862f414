import { z } from 'zod';
import {
  codePostal,
  courriel,
  dateOptionnelle,
  id,
  siret,
  telephone,
  texte,
  texteRequis,
} from '../champs.ts';
import { immersionLigne } from '../immersions/schema.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { codeOuvert, codesOuverts } from '../nomenclatures/ouvertes.ts';
import { lireNaf } from '../nomenclatures/references.ts';
import { IMPLICATIONS, STADES, TAILLES } from '../nomenclatures/reseau.ts';
import { NATURES } from '../nomenclatures/sollicitations.ts';
import { GENRES_ORGANISATION, GENRES_SIAE } from '../nomenclatures/structures.ts';
import { interlocuteur } from './personnes/schema.ts';
import { fautesRoles } from './regles-organisation.ts';
import { resumeOrganisation } from './resume.ts';

/** Longest search accepted; the search boxes stop there. */
export const RECHERCHE_MAX = 200;

export const recherche = texte(RECHERCHE_MAX);

export const genre = z.enum(['', ...codes(GENRES_ORGANISATION)], {
  error: 'Ce type d’organisation est inconnu.',
});
const genreSiae = z.enum(['', ...codes(GENRES_SIAE)], { error: 'Ce type de SIAE est inconnu.' });

/** Longest texts of an organisation, in characters. */
export const LONGUEURS = {
  nom: 200,
  activite: 500,
  conventionCollective: 200,
  adresse: 300,
  ville: 120,
  site: 300,
  zone: 120,
  precision: 500,
  note: 10_000,
} as const;

/** More salariés than any employer has: a slip of the keyboard. */
export const EFFECTIF_MAX = 3_000_000;

/** The fields one fills give no default: what is left out of a change stays as it is. */
const code = codeOuvert.unwrap();
const plusieursCodes = codesOuverts.unwrap();

const effectif = z.union([z.literal('').transform(() => null), z.int().min(0).max(EFFECTIF_MAX), z.null()], {
  error: 'Indiquez un nombre entier de salariés.',
});

const naf = z.string().transform((valeur, ctx) => {
  if (valeur.trim() === '') return '';
  const lu = lireNaf(valeur);
  if (lu !== null) return lu;
  ctx.addIssue({
    code: 'custom',
    message: 'Un code NAF compte quatre chiffres et une lettre, comme 81.30Z.',
  });
  return z.NEVER;
});

const moisDeSaison = z
  .array(z.int().min(1).max(12), { error: 'Choisissez des mois de l’année.' })
  .max(12)
  .transform((mois) => [...new Set(mois)].sort((a, b) => a - b));

const roles = z
  .array(
    z.strictObject({
      /** Absent: a new one. */
      id: id.optional(),
      role: code.min(1, 'Choisissez un rôle.'),
      debut: dateOptionnelle,
      fin: dateOptionnelle,
    }),
  )
  .max(40)
  .superRefine((valeurs, ctx) => {
    for (const [chemin, message] of Object.entries(fautesRoles(valeurs))) {
      const [rang, champ] = chemin.split('.') as [string, string];
      ctx.addIssue({ code: 'custom', path: [Number(rang), champ], message });
    }
  });

/** A métier of the ROME with the version it was read in, or words alone. */
export const metier = z.strictObject({
  code: z
    .string()
    .regex(/^([A-Z]\d{4})?$/, 'Un code ROME compte une lettre et quatre chiffres, comme A1203.')
    .default(''),
  version: texte(20).default(''),
  libelle: texteRequis(200, 'Dites quel métier s’exerce ici.'),
});
export type Metier = z.output<typeof metier>;

const metiers = z
  .array(metier)
  .max(40, 'Quarante métiers au plus.')
  .transform((choisis) => [
    ...new Map(choisis.map((choisi) => [`${choisi.code} ${choisi.libelle}`, choisi])).values(),
  ]);

export const organisationSaisie = z.strictObject({
  nom: texteRequis(LONGUEURS.nom, 'Indiquez le nom de cette organisation.'),
  genre,
  /** Kept only when `genre` is `siae`. */
  genreSiae,
  activite: texte(LONGUEURS.activite),
  conventionCollective: texte(LONGUEURS.conventionCollective),
  siret,
  adresse: texte(LONGUEURS.adresse),
  codePostal,
  ville: texte(LONGUEURS.ville),
  telephone,
  autreTelephone: telephone,
  courriel,
  autreCourriel: courriel,
  site: texte(LONGUEURS.site),
  note: texte(LONGUEURS.note),
  /** What kind of body it is. */
  categorie: code,
  effectif,
  /** Follows `effectif` when there is one. */
  taille: z.enum(['', ...codes(TAILLES)], { error: 'Cette taille est inconnue.' }),
  naf,
  nafVersion: texte(20),
  secteur: code,
  zone: texte(LONGUEURS.zone),
  stade: z.enum(codes(STADES), { error: 'Choisissez où en est la relation.' }),
  /** Nature of action → how far it is ready to go; what is not there is not known. */
  implication: z.partialRecord(z.enum(codes(NATURES)), z.enum(codes(IMPLICATIONS)), {
    error: 'Ce degré d’implication est inconnu.',
  }),
  /** Months of high season, 1 to 12. */
  saison: moisDeSaison,
  saisonNote: texte(LONGUEURS.precision),
  conditions: plusieursCodes,
  conditionsNote: texte(LONGUEURS.precision),
  recrutements: plusieursCodes,
  recruteur: code,
  motivations: plusieursCodes,
  recrutementNote: texte(LONGUEURS.note),
  /** The one person of the team it deals with. */
  referentId: id.nullable(),
  origine: code,
  originePrecision: texte(LONGUEURS.precision),
  roles,
  metiers,
});
export type OrganisationSaisie = z.input<typeof organisationSaisie>;
export type Particuliers = z.output<typeof organisationSaisie>;

/** To create: a name is enough, the rest is empty. */
export const organisationNouvelle = organisationSaisie.partial().required({ nom: true });
export type OrganisationNouvelle = z.output<typeof organisationNouvelle>;

/** What is left out stays as it is. */
export const organisationModifiee = organisationSaisie.partial().extend({ id });
export type OrganisationModifiee = z.output<typeof organisationModifiee>;

export const ORGANISATION_VIDE: Particuliers = {
  nom: '',
  genre: '',
  genreSiae: '',
  activite: '',
  conventionCollective: '',
  siret: '',
  adresse: '',
  codePostal: '',
  ville: '',
  telephone: '',
  autreTelephone: '',
  courriel: '',
  autreCourriel: '',
  site: '',
  note: '',
  categorie: '',
  effectif: null,
  taille: '',
  naf: '',
  nafVersion: '',
  secteur: '',
  zone: '',
  stade: 'a_prospecter',
  implication: {},
  saison: [],
  saisonNote: '',
  conditions: [],
  conditionsNote: '',
  recrutements: [],
  recruteur: '',
  motivations: [],
  recrutementNote: '',
  referentId: null,
  origine: '',
  originePrecision: '',
  roles: [],
  metiers: [],
};

/** Another place of the organisation, where one goes or works. */
export const siteSaisie = z.strictObject({
  organisationId: id,
  /** Absent: a new site. */
  id: id.optional(),
  nom: texteRequis(LONGUEURS.nom, 'Donnez un nom à ce site : « Dépôt de Gerzat », « Magasin »…'),
  siret: siret.default(''),
  adresse: texte(LONGUEURS.adresse).default(''),
  codePostal: codePostal.default(''),
  ville: texte(LONGUEURS.ville).default(''),
  telephone: telephone.default(''),
  conditions: codesOuverts,
  note: texte(2000).default(''),
});
export type SiteSaisie = z.output<typeof siteSaisie>;

/** « Ne plus contacter »: a reason of the list, or one in words. */
export const silenceSaisie = z
  .strictObject({ id, motif: codeOuvert, note: texte(1000).default('') })
  .refine(({ motif, note }) => motif !== '' || note !== '', {
    path: ['motif'],
    error: 'Choisissez une raison, ou dites-la en quelques mots.',
  });

/** What is typed so far, as it is: half a phone number is no error here. */
export const doublonRecherche = z.strictObject({
  /** The organisation being edited, never its own duplicate. */
  id: id.optional(),
  nom: texte(200).default(''),
  ville: texte(120).default(''),
  siret: texte(40).default(''),
  telephone: texte(40).default(''),
  courriel: texte(254).default(''),
});

export const doublon = z.object({
  id: z.string(),
  nom: z.string(),
  ville: z.string(),
  /** First thing the two have in common, the surest first. */
  motif: z.enum(['siret', 'telephone', 'courriel', 'nom']),
});
export type Doublon = z.output<typeof doublon>;

export const villes = z.array(z.object({ ville: z.string(), nombre: z.number() }));

const membreCite = z.object({ id: z.string(), prenom: z.string(), nom: z.string() });

export const siteFiche = z.object({
  id: z.string(),
  nom: z.string(),
  siret: z.string(),
  adresse: z.string(),
  codePostal: z.string(),
  ville: z.string(),
  telephone: z.string(),
  conditions: z.array(z.string()),
  note: z.string(),
});
export type SiteFiche = z.output<typeof siteFiche>;

export const silence = z.object({
  le: z.string(),
  motif: z.string(),
  note: z.string(),
  /** Who of the team wrote it down. */
  par: membreCite.nullable(),
});
export type Silence = z.output<typeof silence>;

export const organisationFiche = z.object({
  id: z.string(),
  ...organisationSaisie.shape,
  /** What the NAF code means, in the version it was read in; empty when that version's labels are not known. */
  nafLibelle: z.string(),
  referent: membreCite.nullable(),
  /** Not archived, by name. */
  sites: z.array(siteFiche),
  silence: silence.nullable(),
  /** The organisation this one was merged into. */
  fusionneeDans: z.object({ id: z.string(), nom: z.string() }).nullable(),
  archivedAt: z.string().nullable(),
  dernierEchange: z.string().nullable(),
  prochaineRelance: z.string().nullable(),
  /** Still there first, then by name. */
  interlocuteurs: z.array(interlocuteur),
  /** Over the last three years, today included. */
  resume: resumeOrganisation,
});
export type OrganisationFiche = z.output<typeof organisationFiche>;

export const suggestion = z.object({
  id: z.string(),
  nom: z.string(),
  ville: z.string(),
  telephone: z.string(),
  siret: z.string(),
  /** True when it must not be contacted any more. */
  silence: z.boolean(),
  /** Those still there. */
  interlocuteurs: z.array(
    z.object({
      id: z.string(),
      prenom: z.string(),
      nom: z.string(),
      intitule: z.string(),
      /** Objected to being contacted. */
      opposition: z.boolean(),
    }),
  ),
});
export type Suggestion = z.output<typeof suggestion>;

/** Lines of each kind that the search for everything gives, best first. */
export const TROUVAILLES_MAX = 6;

export const trouvailles = z.object({
  organisations: z.array(
    z.object({ id: z.string(), nom: z.string(), ville: z.string(), telephone: z.string() }),
  ),
  interlocuteurs: z.array(
    z.object({
      id: z.string(),
      prenom: z.string(),
      nom: z.string(),
      intitule: z.string(),
      telephone: z.string(),
      opposition: z.boolean(),
      /** Where this person is now. */
      organisations: z.array(z.object({ id: z.string(), nom: z.string() })),
    }),
  ),
  salaries: z.array(z.object({ id: z.string(), prenom: z.string(), nom: z.string() })),
  /** By number, person or host; those being prepared first, then the latest. */
  immersions: z.array(
    immersionLigne.pick({
      id: true,
      numero: true,
      statut: true,
      salarie: true,
      organisation: true,
      debut: true,
      fin: true,
      finPrevue: true,
      signatures: true,
      bilanLe: true,
    }),
  ),
  /** By number, title or certification; latest first. */
  sessions: z.array(
    z.object({ id: z.string(), numero: z.string(), titre: z.string(), debut: z.string(), fin: z.string() }),
  ),
  /** By title, number, funder or kind; those that run first. `organisation` is the funder, '' when not known. */
  conventions: z.array(
    z.object({
      id: z.string(),
      intitule: z.string(),
      numero: z.string(),
      organisation: z.string(),
      debut: z.string(),
      fin: z.string(),
    }),
  ),
  /** Latest first. */
  sollicitations: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      canal: z.string(),
      texte: z.string(),
      organisation: z.object({ id: z.string(), nom: z.string() }),
    }),
  ),
});
export type Trouvailles = z.output<typeof trouvailles>;
