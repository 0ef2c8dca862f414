import { z } from 'zod';

const mots = z.string().max(5000);
const cle = z.string().max(60).nullable();
const quand = z.string().max(40).nullable();
/** Null where the hours could not be read: JSON has no other word for it. */
const minute = z.number().min(0).max(6000).nullable();
const plages = z.array(z.strictObject({ debut: minute, fin: minute })).max(12);

/** The form of an immersion as it stands on the screen. Nothing in it is true yet: `create` will judge. */
const saisie = z.strictObject({
  salarieId: cle,
  organisationId: cle,
  accueil: z.strictObject({
    adresse: mots,
    codePostal: mots,
    ville: mots,
    siret: mots,
    activite: mots,
    conventionCollective: mots,
  }),
  debut: quand,
  fin: quand,
  horaires: z.array(plages).length(7),
  feriesTravailles: z.boolean(),
  exceptions: z.array(z.strictObject({ date: z.string().max(40), plages })).max(400),
  alsaceMoselle: z.boolean(),
  objet: mots,
  objectifs: mots,
  metier: mots,
  romeCode: mots,
  romeVersion: mots,
  competences: z.array(mots).max(40),
  activites: mots,
  modalitesEvaluation: mots,
  protection: mots,
  prevention: mots,
  transport: mots,
  frais: z
    .array(
      z.strictObject({
        nature: mots,
        precision: mots,
        centimes: z.number().min(0).max(1e12).nullable(),
        payeur: mots,
      }),
    )
    .max(40),
  entretienDate: quand,
  attentesSalarie: mots,
  attentesAccueil: mots,
  attentesStructure: mots,
  lieu: mots,
  siteId: cle,
  modeContrat: mots,
  tuteurId: cle,
  tuteurNom: mots,
  tuteurFonction: mots,
  referentId: cle,
  representantLegal: mots,
  prescripteurNom: mots,
  prescripteurAdresse: mots,
  prescripteurReferent: mots,
  numeroImmersionFacilitee: mots,
  renouvelleId: cle,
  motifRenouvellement: mots,
});

export const brouillonGarde = z.strictObject({
  /** The draft it changes; null for a convention never saved. */
  immersionId: cle,
  /** Instant of the last key, UTC ISO. */
  le: z.string().max(40),
  saisie,
});
export type BrouillonGarde = z.output<typeof brouillonGarde>;
