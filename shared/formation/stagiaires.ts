import { z } from 'zod';
import { dateCivile, dateOptionnelle, id, texte } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { DEMI_JOURNEES, MOTIFS_ARRET, MOTIFS_PRESENCE_FORMATION } from '../nomenclatures/formation.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { ecriture, lecture } from '../operation.ts';
import { resultatCertification, statutInscription, statutSession } from './statuts.ts';

/** Whether the person meets a line of the prerequisites grid. */
export const ACQUIS = ['oui', 'en_partie', 'non'] as const;
/** What the structure thinks of the registration once the fiche is filled. */
export const AVIS = ['favorable', 'reserve', 'defavorable'] as const;

const prerequis = z.object({ libelle: z.string(), acquis: z.enum(['', ...ACQUIS]) });

/** The fiche de positionnement; a row written by an older version lacks what it did not know. */
export const positionnement = z.object({
  prerequis: z.array(prerequis).default([]),
  /** What the person aims at with it, and expects of it. */
  vise: z.string().default(''),
  attentes: z.string().default(''),
  /** How the training is to be fitted to the person: pace, place, material. Nothing of health. */
  amenagements: z.string().default(''),
  avis: z.enum(['', ...AVIS]).default(''),
  avisNote: z.string().default(''),
});
export type Positionnement = z.output<typeof positionnement>;

const personne = z.object({ id: z.string(), prenom: z.string(), nom: z.string() });

/** Something to look at before a person is committed: it warns, and never blocks. */
export const alerte = z.object({
  code: z.enum(['contrat', 'suspension', 'immersion', 'formation', 'absence', 'temps']),
  titre: z.string(),
  phrase: z.string(),
});
export type Alerte = z.output<typeof alerte>;

export const creneau = z.object({
  date: z.string(),
  demi: z.enum(codes(DEMI_JOURNEES)),
  debut: z.number(),
  fin: z.number(),
});

/** What every screen about the trainees says of their session. */
export const sessionSuivie = z.object({
  id: z.string(),
  numero: z.string(),
  /** Of the action, and what tells this session from the others. */
  titre: z.string(),
  genre: z.string(),
  theme: z.string(),
  statut: statutSession,
  debut: z.string(),
  fin: z.string(),
  minutes: z.number(),
  surTempsTravail: z.boolean(),
  placesMin: z.number(),
  placesMax: z.number(),
  /** Lines of the prerequisites grid, as the action says now. */
  prerequis: z.array(z.string()),
  /** A result is expected at the end. */
  viseResultat: z.boolean(),
  archivedAt: z.string().nullable(),
  creneaux: z.array(creneau),
});
export type SessionSuivie = z.output<typeof sessionSuivie>;

const etapes = {
  statut: statutInscription,
  repereLe: z.string(),
  positionneLe: z.string().nullable(),
  valideLe: z.string().nullable(),
  entreLe: z.string().nullable(),
  interrompuLe: z.string().nullable(),
  auBoutLe: z.string().nullable(),
  ecarteLe: z.string().nullable(),
};

const resultat = z.union([z.literal(''), resultatCertification]);

export const inscriptionLigne = z.object({
  id: z.string(),
  salarie: personne.extend({ sexe: z.string(), support: z.string() }),
  ...etapes,
  /** `MOTIFS_ARRET`, empty unless it stopped or did not begin. */
  motif: z.string(),
  motifNote: z.string(),
  resultat,
  resultatLe: z.string().nullable(),
  besoin: z.object({ id: z.string(), theme: z.string(), libelle: z.string() }).nullable(),
  positionnement,
  signeSalarieLe: z.string().nullable(),
  signeStructureLe: z.string().nullable(),
  /** Hours followed, over how many half-days noted; of which the person was absent from. */
  minutesRealisees: z.number(),
  demiNotees: z.number(),
  demiAbsentes: z.number(),
  alertes: z.array(alerte),
});
export type InscriptionLigne = z.output<typeof inscriptionLigne>;

/** How full a session is: the `Remplissage` that every screen says alike. */
const remplissage = z.object({
  min: z.number(),
  max: z.number(),
  nous: z.number(),
  partenaires: z.number(),
  enAttente: z.number(),
});

const suggestion = z.object({
  salarie: personne.extend({ support: z.string() }),
  /** Open need on the theme of the session, if any. */
  besoin: z
    .object({
      id: z.string(),
      libelle: z.string(),
      priorite: z.string(),
      souhaiteLe: z.string().nullable(),
    })
    .nullable(),
  alertes: z.array(alerte),
});
export type Suggestion = z.output<typeof suggestion>;

const presence = z.object({
  date: z.string(),
  demi: z.enum(codes(DEMI_JOURNEES)),
  minutes: z.number(),
  motif: z.union([z.literal(''), z.enum(codes(MOTIFS_PRESENCE_FORMATION))]),
});
export type PresenceNotee = z.output<typeof presence>;

const presences = z.object({
  session: sessionSuivie,
  /** Validated and entered trainees; those who were set aside have no attendance. */
  lignes: z.array(
    z.object({
      inscriptionId: z.string(),
      salarie: personne,
      statut: statutInscription,
      entreLe: z.string().nullable(),
      interrompuLe: z.string().nullable(),
      presences: z.array(presence),
    }),
  ),
});
export type PresencesSession = z.output<typeof presences>;

const inscriptions = z.object({
  session: sessionSuivie,
  remplissage,
  lignes: z.array(inscriptionLigne),
});

const mois = z.array(z.number()).length(12);
const heuresLigne = z.object({
  salarie: personne.extend({ sexe: z.string(), support: z.string() }),
  /** Minutes engaged and realised, January to December. */
  prevues: mois,
  realisees: mois,
  /** Sessions of the year of the person. */
  sessions: z.array(
    z.object({
      sessionId: z.string(),
      titre: z.string(),
      statut: statutInscription,
      prevues: z.number(),
      realisees: z.number(),
    }),
  ),
});
export type HeuresLigne = z.output<typeof heuresLigne>;

const heures = z.object({ lignes: z.array(heuresLigne), annees: z.array(z.number()) });

const formationSalarie = z.object({
  id: z.string(),
  ...etapes,
  motif: z.string(),
  resultat,
  session: z.object({
    id: z.string(),
    numero: z.string(),
    titre: z.string(),
    genre: z.string(),
    statut: statutSession,
    debut: z.string(),
    fin: z.string(),
    minutes: z.number(),
    organisme: z.string(),
  }),
  minutesRealisees: z.number(),
  demiNotees: z.number(),
});
export type FormationSalarie = z.output<typeof formationSalarie>;

const plusieurs = z
  .array(id)
  .min(1, 'Choisissez au moins une personne.')
  .max(200, 'Deux cents personnes au plus.');

const LUES = ['formation', 'salarie', 'immersion', 'organisation'] as const;
const RIEN = z.object({});
const session = z.strictObject({ sessionId: id });
const annee = z.number({ error: 'Choisissez l’année.' }).int().min(1990).max(2199);
const filtresHeures = z.strictObject({ annee, support: z.string().max(60).default('') });

export const stagiairesContrat = {
  /** Trainees of a session, what is to be looked at for each, and how full it is. */
  'formation.inscriptions': lecture(session, inscriptions, LUES),
  /** Those one would think of: a need on the theme first; `recherche` finds anybody. */
  'formation.suggestions': lecture(
    session.extend({
      recherche: texte(200).default(''),
      nombre: z.number().int().min(1).max(60).default(20),
    }),
    z.object({ lignes: z.array(suggestion), total: z.number() }),
    LUES,
  ),
  /**
   * Spots people for a session, those of the needs included; an open need on the theme is tied by itself. Whoever is
   * on it already is left as is, whoever was taken off comes back.
   */
  'formation.inscrire': ecriture(
    session.extend({ salarieIds: z.array(id).max(200), besoinIds: z.array(id).max(200).default([]) }),
    z.object({ ids: z.array(z.string()) }),
    ['formation'],
  ),
  /** Registered by mistake: off the list, until put back. One who came in is interrupted instead. */
  'formation.desinscrire': ecriture(z.strictObject({ ids: plusieurs }), RIEN, ['formation']),
  'formation.reinscrire': ecriture(z.strictObject({ ids: plusieurs }), RIEN, ['formation']),
  /** The same step for one or several; without a day, the one that makes sense for each. */
  'formation.avancer': ecriture(
    z.strictObject({
      ids: plusieurs,
      statut: statutInscription,
      le: dateOptionnelle,
      motif: z.enum(['', ...codes(MOTIFS_ARRET)], { error: 'Choisissez la raison.' }).default(''),
      motifNote: texte(500).default(''),
    }),
    RIEN,
    ['formation'],
  ),
  /** Takes the last step back: the undo of `avancer`, and the correction of a slip. */
  'formation.revenir': ecriture(z.strictObject({ ids: plusieurs }), RIEN, ['formation']),
  /** Results of one or several; answers with those there were, for the undo. */
  'formation.saveResultat': ecriture(
    z.strictObject({
      resultats: z
        .array(z.strictObject({ id, resultat, le: dateOptionnelle }))
        .min(1)
        .max(200),
    }),
    z.object({
      avant: z.array(z.object({ id: z.string(), resultat, le: z.string().nullable() })),
    }),
    ['formation'],
  ),
  /** The fiche de positionnement; filling it positions whoever was only spotted. */
  'formation.savePositionnement': ecriture(
    z.strictObject({
      id,
      prerequis: z
        .array(z.strictObject({ libelle: texte(300), acquis: z.enum(['', ...ACQUIS]).default('') }))
        .max(40, 'Quarante lignes au plus.'),
      vise: texte(2000).default(''),
      attentes: texte(2000).default(''),
      amenagements: texte(2000).default(''),
      avis: z.enum(['', ...AVIS]).default(''),
      avisNote: texte(2000).default(''),
      signeSalarieLe: dateOptionnelle,
      signeStructureLe: dateOptionnelle,
    }),
    RIEN,
    ['formation'],
  ),
  'formation.presences': lecture(session, presences, LUES),
  /** Half-days as they went; null takes a note off. A first presence makes a validated person enter. */
  'formation.savePresences': ecriture(
    session.extend({
      presences: z
        .array(
          z.strictObject({
            inscriptionId: id,
            date: dateCivile,
            demi: z.enum(codes(DEMI_JOURNEES)),
            minutes: z
              .number({ error: 'Écrivez une durée : 1 h 30.' })
              .int('Écrivez une durée : 1 h 30.')
              .min(0, 'Une durée ne peut pas être négative.')
              .max(720, 'Une demi-journée ne dure pas plus de douze heures.')
              .nullable(),
            motif: z.enum(['', ...codes(MOTIFS_PRESENCE_FORMATION)]).default(''),
          }),
        )
        .min(1)
        .max(4000, 'Trop de demi-journées à la fois.'),
    }),
    RIEN,
    ['formation'],
  ),
  /** Hours engaged and realised of a year, by person and month. */
  'formation.heures': lecture(filtresHeures, heures, LUES),
  'formation.heuresExport': lecture(filtresHeures.extend({ format: formatTableur }), livraison, LUES),
  /** Trainings of a person, the latest first. */
  'formation.parSalarie': lecture(z.strictObject({ salarieId: id }), z.array(formationSalarie), LUES),
};
