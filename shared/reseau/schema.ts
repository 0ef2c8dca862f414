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
import { formatTableur } from '../livraison.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { GENRES_ORGANISATION, GENRES_SIAE } from '../nomenclatures/structures.ts';

/** Longest search accepted; the search boxes stop there. */
export const RECHERCHE_MAX = 200;

export const recherche = texte(RECHERCHE_MAX);

const genre = z.enum(['', ...codes(GENRES_ORGANISATION)], { error: 'Ce type d’organisation est inconnu.' });
const genreSiae = z.enum(['', ...codes(GENRES_SIAE)], { error: 'Ce type de SIAE est inconnu.' });

/** Longest texts of an organisation, in characters. */
export const LONGUEURS = {
  nom: 200,
  activite: 500,
  conventionCollective: 200,
  adresse: 300,
  ville: 120,
  site: 300,
  note: 10_000,
} as const;

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
});
export type OrganisationSaisie = z.input<typeof organisationSaisie>;
export type Particuliers = z.output<typeof organisationSaisie>;

/** To create: a name is enough, the rest is empty. */
export const organisationNouvelle = organisationSaisie.partial().required({ nom: true });
export type OrganisationNouvelle = z.output<typeof organisationNouvelle>;

export const organisationModifiee = organisationSaisie.extend({ id });

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
};

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

/** Months without an exchange after which an organisation is dormant. */
export const MOIS_DORMANTE = 6;

const filtres = {
  recherche: recherche.default(''),
  genre: genre.default(''),
  /** Town, however it is spelled; empty for all of them. */
  ville: texte(120).default(''),
  contact: z.enum(['tous', 'jamais', 'dormant', 'relance']).default('tous'),
  /** The archived ones instead of the network. */
  archivees: z.boolean().default(false),
  tri: z.enum(['nom', 'ville', 'echange', 'relance']).default('nom'),
  sens: z.enum(['asc', 'desc']).default('asc'),
};

export const listeFiltres = z.strictObject(filtres);
export type ListeFiltres = z.output<typeof listeFiltres>;

export const listeExport = listeFiltres.extend({ format: formatTableur });
export type ListeExport = z.output<typeof listeExport>;

export const listeDemande = listeFiltres.extend({
  debut: z.int().min(0).max(10_000_000).default(0),
  nombre: z.int().min(1).max(200).default(100),
});

export const organisationLigne = z.object({
  id: z.string(),
  nom: z.string(),
  ville: z.string(),
  codePostal: z.string(),
  genre: z.string(),
  genreSiae: z.string(),
  activite: z.string(),
  telephone: z.string(),
  dernierEchange: z.string().nullable(),
  prochaineRelance: z.string().nullable(),
});
export type OrganisationLigne = z.output<typeof organisationLigne>;

export const villes = z.array(z.object({ ville: z.string(), nombre: z.number() }));

export const liste = z.object({ total: z.number(), lignes: z.array(organisationLigne) });

export const interlocuteur = z.object({
  id: z.string(),
  fonctionId: z.string(),
  civilite: z.string(),
  prenom: z.string(),
  nom: z.string(),
  intitule: z.string(),
  telephone: z.string(),
  courriel: z.string(),
  note: z.string(),
  debut: z.string().nullable(),
  /** Day this person left the function; null while still there. */
  fin: z.string().nullable(),
});
export type Interlocuteur = z.output<typeof interlocuteur>;

export const interlocuteurSaisie = z
  .strictObject({
    organisationId: id,
    /** Absent: a new person. */
    id: id.optional(),
    /** Which of this person's functions; absent: the present one here, or a new one. */
    fonctionId: id.optional(),
    civilite: z.enum(['', 'Mme', 'M.'], { error: 'Cette civilité est inconnue.' }).default(''),
    prenom: texte(80).default(''),
    nom: texteRequis(120, 'Indiquez le nom de cette personne.'),
    intitule: texte(120).default(''),
    telephone: telephone.default(''),
    courriel: courriel.default(''),
    note: texte(1000).default(''),
    debut: dateOptionnelle,
    fin: dateOptionnelle,
  })
  .refine(({ debut, fin }) => debut === null || fin === null || fin >= debut, {
    path: ['fin'],
    error: 'Le départ ne peut pas précéder l’arrivée.',
  });
export type InterlocuteurSaisie = z.input<typeof interlocuteurSaisie>;

export const organisationFiche = z.object({
  id: z.string(),
  ...organisationSaisie.shape,
  archivedAt: z.string().nullable(),
  dernierEchange: z.string().nullable(),
  prochaineRelance: z.string().nullable(),
  /** Still there first, then by name. */
  interlocuteurs: z.array(interlocuteur),
  /** Over the last three years, today included. */
  resume: z.object({
    echanges: z.number(),
    immersions: z.number(),
    derniereVisite: z
      .object({ date: z.string(), auteur: z.object({ prenom: z.string(), nom: z.string() }).nullable() })
      .nullable(),
  }),
});
export type OrganisationFiche = z.output<typeof organisationFiche>;

export const suggestion = z.object({
  id: z.string(),
  nom: z.string(),
  ville: z.string(),
  telephone: z.string(),
  siret: z.string(),
  /** Those still there. */
  interlocuteurs: z.array(
    z.object({ id: z.string(), prenom: z.string(), nom: z.string(), intitule: z.string() }),
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
      organisation: z.object({ id: z.string(), nom: z.string() }),
    }),
  ),
  salaries: z.array(z.object({ id: z.string(), prenom: z.string(), nom: z.string() })),
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
