import { z } from 'zod';
import { id } from '../champs.ts';
import { ecriture, lecture } from '../operation.ts';
import { bilanContrat } from './bilan.ts';
import { imagesContrat } from './images.ts';
import { papiersContrat } from './papiers.ts';
import { repriseContrat } from './reprise.ts';
import {
  controle,
  immersionApercu,
  immersionFiche,
  immersionModification,
  immersionSaisie,
  parties,
} from './schema.ts';
import { suiviContrat } from './suivi.ts';
import { vieContrat } from './vie.ts';

const TABLES = ['immersion', 'salarie', 'organisation', 'interlocuteur', 'structure', 'membre'] as const;

/** The checks also look at the thresholds, at what was asked of the host and at the trainings of the person. */
const CONTROLEES = [...TABLES, 'reglage', 'sollicitation', 'nomenclature', 'formation'] as const;

export const immersionsContrat = {
  'immersions.get': lecture(z.strictObject({ id }), immersionFiche, TABLES),
  /** What the form needs to know of the people chosen in it. */
  'immersions.parties': lecture(
    z.strictObject({ salarieId: id.nullable(), organisationId: id.nullable() }),
    parties,
    CONTROLEES,
  ),
  'immersions.create': ecriture(immersionSaisie, z.object({ id: z.string(), numero: z.string() }), [
    'immersion',
    'organisation',
  ]),
  /** Drafts only: a convention made ready to sign is first taken back with `immersions.changeStatut`. */
  'immersions.update': ecriture(immersionModification, z.object({ id: z.string() }), [
    'immersion',
    'organisation',
  ]),
  'immersions.checks': lecture(z.strictObject({ id }), z.array(controle), CONTROLEES),
  /** Publishes the sheet of what is typed, saved or not. */
  'immersions.preview': lecture(immersionApercu, z.object({ adresse: z.string() }), TABLES),
  ...papiersContrat,
  ...bilanContrat,
  ...repriseContrat,
  ...suiviContrat,
  ...vieContrat,
  ...imagesContrat,
};
