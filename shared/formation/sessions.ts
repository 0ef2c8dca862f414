import { z } from 'zod';
import { dateCivile, id } from '../champs.ts';
import { livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import { actionFiche, actionLigne, actionModification, actionSaisie, actionsFiltres } from './action.ts';
import { calendrierContrat } from './calendrier.ts';
import {
  sessionsComptes,
  sessionsDemande,
  sessionsExport,
  sessionsFacettes,
  sessionsFiltres,
  sessionsPage,
} from './liste-sessions.ts';
import { sessionFiche, sessionModification, sessionSaisie, statutDemande } from './session.ts';

const parId = z.strictObject({ id });
const cree = z.object({ id: z.string() });
const rien = z.object({});

export const sessionsContrat = {
  ...calendrierContrat,
  'formation.actions': lecture(actionsFiltres, z.array(actionLigne), ['formation', 'organisation']),
  'formation.action': lecture(parId, actionFiche, ['formation', 'organisation']),
  'formation.createAction': ecriture(actionSaisie, cree, ['formation']),
  'formation.updateAction': ecriture(actionModification, cree, ['formation']),
  'formation.archiveAction': ecriture(parId, rien, ['formation']),
  'formation.restoreAction': ecriture(parId, rien, ['formation']),
  'formation.sessions': lecture(sessionsDemande, sessionsPage, ['formation', 'organisation', 'membre']),
  'formation.sessionsComptes': lecture(sessionsFiltres, sessionsComptes, ['formation']),
  'formation.sessionsFacettes': lecture(z.strictObject({}), sessionsFacettes, [
    'formation',
    'organisation',
    'nomenclature',
  ]),
  'formation.sessionsExport': lecture(sessionsExport, livraison, ['formation']),
  'formation.session': lecture(parId, sessionFiche, [
    'formation',
    'organisation',
    'membre',
    'salarie',
    'structure',
  ]),
  'formation.createSession': ecriture(sessionSaisie, cree, ['formation']),
  'formation.updateSession': ecriture(sessionModification, cree, ['formation']),
  'formation.changeStatutSession': ecriture(statutDemande, rien, ['formation']),
  'formation.archiveSession': ecriture(parId, rien, ['formation']),
  'formation.restoreSession': ecriture(parId, rien, ['formation']),
  /** The same session from another first day: its half-days follow, its trainees do not. */
  'formation.duplicateSession': ecriture(z.strictObject({ id, debut: dateCivile }), cree, ['formation']),
};
