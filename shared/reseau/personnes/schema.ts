import { z } from 'zod';
import { courriel, dateOptionnelle, id, telephone, texte, texteRequis } from '../../champs.ts';
import { codeOuvert } from '../../nomenclatures/ouvertes.ts';

/** What identifies a person, wherever they work. */
export const identite = {
  civilite: z.enum(['', 'Mme', 'M.'], { error: 'Cette civilité est inconnue.' }).default(''),
  prenom: texte(80).default(''),
  nom: texteRequis(120, 'Indiquez le nom de cette personne.'),
  telephone: telephone.default(''),
  autreTelephone: telephone.default(''),
  courriel: courriel.default(''),
  note: texte(1000).default(''),
};

/** What a person does, or did, in one organisation. */
export const poste = {
  /** List `qualites`. */
  qualite: codeOuvert,
  intitule: texte(120).default(''),
  debut: dateOptionnelle,
  fin: dateOptionnelle,
};

const datesEnOrdre = ({ debut, fin }: { debut: string | null; fin: string | null }) =>
  debut === null || fin === null || fin >= debut;
const FIN_AVANT_DEBUT = { path: ['fin'], error: 'Le départ ne peut pas précéder l’arrivée.' };

export const interlocuteurSaisie = z
  .strictObject({
    organisationId: id,
    /** Absent: a new person. */
    id: id.optional(),
    /** Which of this person's functions; absent: the present one here, or a new one. */
    fonctionId: id.optional(),
    ...identite,
    ...poste,
  })
  .refine(datesEnOrdre, FIN_AVANT_DEBUT);
export type InterlocuteurSaisie = z.input<typeof interlocuteurSaisie>;

export const personneSaisie = z.strictObject({ id, ...identite });

export const fonctionSaisie = z
  .strictObject({
    /** Absent: one more function. */
    id: id.optional(),
    interlocuteurId: id,
    organisationId: id,
    ...poste,
  })
  .refine(datesEnOrdre, FIN_AVANT_DEBUT);

/** A function taken away, as it has to be handed back to be restored. */
export const fonctionRetiree = z
  .strictObject({ id, interlocuteurId: id, organisationId: id, ...poste })
  .refine(datesEnOrdre, FIN_AVANT_DEBUT);

export const opposition = z.strictObject({
  id,
  /** Day it was said; today when nothing else is known. */
  le: dateOptionnelle,
  note: texte(500).default(''),
});

const organisationCourte = z.object({ id: z.string(), nom: z.string() });

/** A person as one organisation sees them: one line per function held there. */
export const interlocuteur = z.object({
  id: z.string(),
  fonctionId: z.string(),
  civilite: z.string(),
  prenom: z.string(),
  nom: z.string(),
  qualite: z.string(),
  intitule: z.string(),
  telephone: z.string(),
  autreTelephone: z.string(),
  courriel: z.string(),
  note: z.string(),
  debut: z.string().nullable(),
  /** Day this person left the function; null while still there. */
  fin: z.string().nullable(),
  /** Day this person objected to being contacted (art. 21 RGPD); null otherwise. */
  oppositionLe: z.string().nullable(),
  oppositionNote: z.string(),
  /** Other organisations where this person is now. */
  ailleurs: z.array(organisationCourte),
});
export type Interlocuteur = z.output<typeof interlocuteur>;

export const fonctionTenue = z.object({
  id: z.string(),
  organisation: organisationCourte.extend({ ville: z.string(), archivee: z.boolean() }),
  qualite: z.string(),
  intitule: z.string(),
  debut: z.string().nullable(),
  fin: z.string().nullable(),
});
export type FonctionTenue = z.output<typeof fonctionTenue>;

/** Last exchanges shown of a person with each organisation. */
export const ECHANGES_PAR_ORGANISATION = 10;

export const personne = z.object({
  id: z.string(),
  civilite: z.string(),
  prenom: z.string(),
  nom: z.string(),
  telephone: z.string(),
  autreTelephone: z.string(),
  courriel: z.string(),
  note: z.string(),
  oppositionLe: z.string().nullable(),
  oppositionNote: z.string(),
  archivedAt: z.string().nullable(),
  /** The person this one was merged into. */
  fusionneDans: z.object({ id: z.string(), prenom: z.string(), nom: z.string() }).nullable(),
  /** The present ones first, then the latest. */
  fonctions: z.array(fonctionTenue),
  /** Newest first: the last ones with each organisation. */
  echanges: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      canal: z.string(),
      sens: z.string(),
      nature: z.string(),
      resultat: z.string(),
      objet: z.string(),
      texte: z.string(),
      /** `K. Brunet`; empty when nobody is named. */
      auteur: z.string(),
      organisations: z.array(organisationCourte),
    }),
  ),
  /** Exchanges in all. */
  nombreEchanges: z.number(),
  /** Immersions this person tutored, cancelled ones left out. */
  immersions: z.number(),
});
export type Personne = z.output<typeof personne>;

export const personneProche = z.object({
  id: z.string(),
  civilite: z.string(),
  prenom: z.string(),
  nom: z.string(),
  telephone: z.string(),
  courriel: z.string(),
  oppositionLe: z.string().nullable(),
  /** Where they are now, then where they were. */
  organisations: z.array(organisationCourte.extend({ fin: z.string().nullable() })),
});
export type PersonneProche = z.output<typeof personneProche>;
