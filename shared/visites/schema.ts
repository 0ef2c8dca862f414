import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte, texteRequis } from '../champs.ts';
import { codesOuverts } from '../nomenclatures/ouvertes.ts';
import { DESTINATAIRES_MAX } from '../sollicitations/schema.ts';
import { fauteFusion } from './fusion.ts';
import { QUESTIONS, type Reponses } from './grille.ts';

/** Most organisations of one mailing: those that one exchange may reach. */
export const ENVOI_MAX = DESTINATAIRES_MAX;

const TROP = `Un envoi s’adresse à ${ENVOI_MAX} organisations au plus : faites-en plusieurs.`;

/** A text with fields: refused, with a sentence that names it, when a field does not exist. */
const avecChamps = (schema: z.ZodType<string, string>) =>
  schema.superRefine((valeur, ctx) => {
    const faute = fauteFusion(valeur);
    if (faute) ctx.addIssue({ code: 'custom', message: faute });
  });

export const OBJET_MAX = 160;
export const CORPS_MAX = 6000;

const objet = avecChamps(texte(OBJET_MAX));
const corps = avecChamps(texteRequis(CORPS_MAX, 'Écrivez le texte.'));

/** Code of a text that ships with Passerelle; empty for the structure's own. */
const codeLivre = z.string().regex(/^[A-Za-z0-9_]{0,40}$/, 'Ce texte livré est inconnu.');

export const MOYENS = ['courrier', 'courriel'] as const;
export const moyen = z.enum(MOYENS, { error: 'Choisissez courrier ou courriel.' });
export type Moyen = z.output<typeof moyen>;

export const modeleSaisi = z.strictObject({
  id: id.nullable().default(null),
  /** The shipped text this one replaces. */
  code: codeLivre.default(''),
  genre: z.enum(['lettre', 'courriel'], { error: 'Choisissez lettre ou courriel.' }),
  titre: texteRequis(120, 'Donnez un titre à ce modèle.'),
  objet: objet.default(''),
  corps,
});

export const modele = z.object({
  /** Null while it is the shipped text, untouched. */
  id: z.string().nullable(),
  code: z.string(),
  genre: z.enum(['lettre', 'courriel']),
  titre: z.string(),
  objet: z.string(),
  corps: z.string(),
});
export type Modele = z.output<typeof modele>;

export const argumentSaisi = z.strictObject({
  id: id.nullable().default(null),
  code: codeLivre.default(''),
  titre: texteRequis(160, 'Écrivez l’idée reçue, comme vous l’entendez.'),
  reponse: texteRequis(3000, 'Écrivez ce qu’on peut répondre.'),
  exemple: texte(1500).default(''),
  question: texte(400).default(''),
});

export const argument = z.object({
  id: z.string().nullable(),
  code: z.string(),
  titre: z.string(),
  reponse: z.string(),
  exemple: z.string(),
  question: z.string(),
});
export type ArgumentFiche = z.output<typeof argument>;

/** Whom to write to: `interlocuteurId` absent, the one who seems best placed; null, nobody in particular. */
const destinataire = z.strictObject({
  organisationId: id,
  interlocuteurId: id.nullable().optional(),
});
export type DestinataireSaisi = z.output<typeof destinataire>;

const destinataires = z.array(destinataire).max(ENVOI_MAX, TROP);

/** What is being written, possibly half typed: faults are answered, not thrown. */
export const envoiLu = z.strictObject({
  moyen,
  objet: texte(OBJET_MAX).default(''),
  corps: texte(CORPS_MAX).default(''),
  destinataires,
});

const personne = z.object({
  id: z.string(),
  civilite: z.string(),
  prenom: z.string(),
  nom: z.string(),
  intitule: z.string(),
  courriel: z.string(),
  /** Asked not to be contacted any more. */
  opposee: z.boolean(),
});
export type PersonneEnvoi = z.output<typeof personne>;

export const retenu = z.object({
  organisationId: z.string(),
  nom: z.string(),
  ville: z.string(),
  /** Lines of the address block, name first. */
  adresse: z.array(z.string()),
  /** Where an e-mail goes: the person's address, or else the organisation's. */
  courriel: z.string(),
  interlocuteurId: z.string().nullable(),
  personnes: z.array(personne),
});
export type Retenu = z.output<typeof retenu>;

export const envoi = z.object({
  retenus: z.array(retenu),
  /** Left out, and why: the sentence to show. */
  ecartes: z.array(z.object({ organisationId: z.string(), nom: z.string(), motif: z.string() })),
  /** Fields that have no value for somebody, with the sentence to show. */
  manques: z.array(z.object({ champ: z.string(), nombre: z.number(), phrase: z.string() })),
});
export type Envoi = z.output<typeof envoi>;

export const lettreApercue = z.strictObject({ objet, corps, destinataire });

export const lettres = z.strictObject({
  quoi: z.enum(['lettres', 'etiquettes']).default('lettres'),
  objet: objet.default(''),
  corps,
  destinataires,
});

export const courrielRempli = z.strictObject({ objet, corps, destinataire: destinataire.nullable() });

export const envoiNote = z.strictObject({
  moyen,
  date: dateCivile,
  objet,
  corps,
  destinataires,
  relance: z
    .strictObject({
      libelle: texteRequis(160, 'Dites ce qu’il y aura à faire.'),
      echeance: dateCivile,
      responsable: z.enum(['moi', 'referent']),
    })
    .nullable()
    .default(null),
});

const MOTS = 600;

/** The call card: what is asked, said before anything else. */
export const appel = z.strictObject({
  objet: texte(MOTS).default(''),
  but: texte(MOTS).default(''),
  contribution: texte(MOTS).default(''),
  temps: texte(120).default(''),
  accroche: texte(1500).default(''),
});
export type Appel = z.output<typeof appel>;
export const APPEL_VIDE: Appel = { objet: '', but: '', contribution: '', temps: '', accroche: '' };

const FORMES = {
  texte: texte(4000).optional(),
  nombre: z.int('Indiquez un nombre entier.').min(0).max(1_000_000).nullable().optional(),
  choix: z
    .string()
    .regex(/^[a-z0-9_]{0,60}$/, 'Cette valeur n’est pas dans la liste.')
    .optional(),
  plusieurs: codesOuverts.unwrap().optional(),
};

/** Answers of the grid: one per question of the present version, none required. */
export const reponses = z.strictObject(
  Object.fromEntries(QUESTIONS.map(({ code, reponse }) => [code, FORMES[reponse.forme]])),
) as unknown as z.ZodType<Reponses, Reponses>;

const heure = z.int().min(0, 'Cette heure n’existe pas.').max(1439, 'Cette heure n’existe pas.').nullable();
const duree = z
  .int('Indiquez une durée en minutes.')
  .min(5, 'Une visite dure au moins 5 minutes.')
  .max(600, 'Une visite dure 10 heures au plus.')
  .nullable();

export const entretienSaisi = z.strictObject({
  /** Null: a new one. */
  id: id.nullable().default(null),
  organisationId: id,
  interlocuteurId: id.nullable().default(null),
  appel: appel.default(APPEL_VIDE),
  grille: reponses.default({}),
});

export const rendezVousSaisi = z.strictObject({
  id,
  date: dateOptionnelle,
  heure: heure.default(null),
  dureeMinutes: duree.default(60),
  lieu: texte(300).default(''),
});

export const entretien = z.object({
  id: z.string(),
  interlocuteurId: z.string().nullable(),
  /** The visit it is kept with, while that visit is not taken back. */
  sollicitation: z.object({ id: z.string(), date: z.string() }).nullable(),
  auteur: z.object({ id: z.string(), nom: z.string() }).nullable(),
  date: z.string().nullable(),
  heure: z.number().nullable(),
  dureeMinutes: z.number().nullable(),
  lieu: z.string(),
  appel: z.object({
    objet: z.string(),
    but: z.string(),
    contribution: z.string(),
    temps: z.string(),
    accroche: z.string(),
  }),
  grille: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.null()])),
  creeLe: z.string(),
  modifieLe: z.string(),
});
export type Entretien = z.output<typeof entretien>;

const metierFiche = z.strictObject({ code: texte(20), version: texte(20), libelle: texteRequis(200, '') });

/** One fact of the sheet that an interview teaches; the value replaces the one there. */
export const faitFiche = z.discriminatedUnion('champ', [
  z.strictObject({ champ: z.literal('effectif'), valeur: z.int().min(0).max(1_000_000).nullable() }),
  z.strictObject({ champ: z.literal('activite'), valeur: texte(500) }),
  z.strictObject({ champ: z.literal('saisonNote'), valeur: texte(1000) }),
  z.strictObject({ champ: z.literal('recruteur'), valeur: z.string().regex(/^[a-z0-9_]{0,60}$/) }),
  z.strictObject({ champ: z.literal('recrutements'), valeur: codesOuverts.unwrap() }),
  z.strictObject({ champ: z.literal('conditions'), valeur: codesOuverts.unwrap() }),
  z.strictObject({ champ: z.literal('motivations'), valeur: codesOuverts.unwrap() }),
  z.strictObject({ champ: z.literal('metiers'), valeur: z.array(metierFiche).max(60) }),
]);
export type FaitFiche = z.output<typeof faitFiche>;

/** What the sheet says today of what the grid asks. */
export const faits = z.object({
  effectif: z.number().nullable(),
  taille: z.string(),
  categorie: z.string(),
  genre: z.string(),
  activite: z.string(),
  saisonNote: z.string(),
  recruteur: z.string(),
  recrutements: z.array(z.string()),
  conditions: z.array(z.string()),
  motivations: z.array(z.string()),
  metiers: z.array(z.object({ code: z.string(), version: z.string(), libelle: z.string() })),
  silence: z.boolean(),
});
export type Faits = z.output<typeof faits>;

export const preparation = z.object({ entretiens: z.array(entretien), faits });

/** Printable pages of a visit. */
export const papier = z.strictObject({
  quoi: z.enum(['appel', 'grille', 'grille_vierge', 'argumentaire']),
  /** The interview it prints; none for a blank grid or the argument sheets. */
  entretienId: id.nullable().default(null),
  organisationId: id.nullable().default(null),
});
