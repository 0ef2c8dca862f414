import { z } from 'zod';
import { id } from '../champs.ts';

import { ecriture, lecture } from '../operation.ts';
import { brouillonGarde } from './brouillon.ts';

/** Parts of the form that may be proposed together, and cleared together. */
export const GROUPES = [
  'tuteur',
  'horaires',
  'activites',
  'evaluation',
  'securite',
  'lieu',
  'transport',
  'referent',
  'contrat',
  'representant',
  'prescripteur',
  'periode',
] as const;
export type Groupe = (typeof GROUPES)[number];

const plage = z.object({ debut: z.number(), fin: z.number() });

const valeurs = z
  .object({
    debut: z.string().nullable(),
    fin: z.string().nullable(),
    horaires: z.array(z.array(plage)),
    metier: z.string(),
    romeCode: z.string(),
    romeVersion: z.string(),
    competences: z.array(z.string()),
    activites: z.string(),
    modalitesEvaluation: z.string(),
    protection: z.string(),
    prevention: z.string(),
    transport: z.string(),
    lieu: z.string(),
    siteId: z.string().nullable(),
    modeContrat: z.enum(['maintenu', 'suspendu']),
    tuteurId: z.string().nullable(),
    tuteurNom: z.string(),
    tuteurFonction: z.string(),
    referentId: z.string().nullable(),
    representantLegal: z.string(),
    prescripteurNom: z.string(),
    prescripteurAdresse: z.string(),
    prescripteurReferent: z.string(),
  })
  .partial();

/** What a form may start from, and the convention it comes from; `null` when it is a mere proposal. */
const reprise = z.object({
  groupe: z.enum(GROUPES),
  origine: z.object({ id: z.string(), numero: z.string() }).nullable(),
  valeurs,
});
export type Reprise = z.output<typeof reprise>;

/** A métier seen before, and why it is proposed. */
const metierConnu = z.object({
  code: z.string(),
  version: z.string(),
  libelle: z.string(),
  source: z.enum(['accueil', 'salarie']),
});
export type MetierConnu = z.output<typeof metierConnu>;

const amorce = z.object({
  reprises: z.array(reprise),
  metiers: z.array(metierConnu),
  /** The host is in one of the three departments that have two more holidays. */
  alsaceMoselle: z.boolean(),
});
export type Amorce = z.output<typeof amorce>;

/** Proposed while the structure has never written its own. */
export const MODALITES_PROPOSEES =
  'Un point à mi-parcours avec la personne et son responsable sur place, une grille remplie ensemble le dernier jour, puis un entretien à trois.';

export const repriseContrat = {
  /** What a new convention between these two can honestly start from: nothing of it is saved. */
  'immersions.prefill': lecture(
    z.strictObject({ salarieId: id.nullable(), organisationId: id.nullable() }),
    amorce,
    ['immersion', 'salarie', 'organisation', 'interlocuteur', 'structure', 'membre'],
  ),
  /** What the current member was typing when the window closed, if anything. */
  'immersions.brouillon': lecture(z.strictObject({}), z.object({ brouillon: brouillonGarde.nullable() }), []),
  'immersions.keepBrouillon': ecriture(
    z.strictObject({ brouillon: brouillonGarde.nullable() }),
    z.object({}),
    [],
  ),
};
