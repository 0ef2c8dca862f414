import { z } from 'zod';
import { type CodeErreur, PHRASES } from '../erreurs.ts';
import { livraison } from '../livraison.ts';
import { entretien, lecture, TOUTES } from '../operation.ts';
import { contenu, danger, idSauvegarde, sauvegarde } from './schema.ts';

const rien = z.strictObject({});
const codeErreur = z.enum(Object.keys(PHRASES) as [CodeErreur, ...CodeErreur[]]);

const etat = z.object({
  ouverte: z.boolean(),
  probleme: codeErreur.nullable(),
  exemples: z.boolean(),
  /** Instant of the last verified backup of the structure's own base. */
  derniereSauvegarde: z.string().nullable(),
  /** Instant at which the open base was last found sound. */
  verifieeLe: z.string().nullable(),
  /** Why the last backup of the day could not be made; `null` since one was. */
  echecSauvegarde: codeErreur.nullable(),
});
export type EtatDonnees = z.output<typeof etat>;

export const donneesContrat = {
  /** State of the base; answers even when no base could be opened, as do all the readings of this domain. */
  'donnees.etat': lecture(rien, etat, ['donnees']),
  /** Where the base is, for the page that shows it to its owner; size in bytes. */
  'donnees.place': lecture(
    rien,
    z.object({ dossier: z.string(), taille: z.number().int(), danger: danger.nullable() }),
    ['donnees'],
  ),
  'donnees.backups': lecture(rien, z.array(sauvegarde), ['donnees']),
  /** What a backup and the open base hold: what restoring would change. */
  'donnees.compare': lecture(
    z.strictObject({ id: idSauvegarde }),
    z.object({ sauvegarde: contenu.nullable(), actuelle: contenu.nullable() }),
    ['donnees', 'organisation', 'sollicitation', 'salarie', 'immersion'],
  ),
  /** Puts a backup kept elsewhere into the list, once checked; `contenu` is the file in base64. */
  'donnees.addBackup': entretien(
    z.strictObject({
      contenu: z.base64({ error: 'Ce fichier n’est pas arrivé entier : choisissez-le à nouveau.' }),
    }),
    sauvegarde,
    ['donnees'],
  ),
  /** Hands a backup over as a file, to be kept on another support. */
  'donnees.exportBackup': lecture(z.strictObject({ id: idSauvegarde }), livraison, []),
  /** The whole base as a zip of CSV, with the attachments and the issued papers. Tells how far it is; can be stopped: `annulee`. */
  'donnees.exportTout': lecture(rien, livraison, []),
  'donnees.openFolder': lecture(rien, z.null(), []),
  'donnees.reopen': entretien(rien, etat, TOUTES),
  /** Checks the base, then makes the backup of the day if it is missing. A damaged base is closed: see `probleme`. */
  'donnees.check': entretien(
    z.strictObject({ complet: z.boolean() }),
    /** `piecesPerdues`: names of the attachments and issued papers whose file vanished or was altered. */
    etat.extend({ piecesPerdues: z.array(z.string()) }),
    ['donnees'],
  ),
  'donnees.backupNow': entretien(rien, sauvegarde, ['donnees']),
  /** The base replaced becomes a backup itself. */
  'donnees.restore': entretien(z.strictObject({ id: idSauvegarde }), etat, TOUTES),
  /** Creates the deterministic base of examples and opens it in place of the structure's own, which is untouched. */
  'donnees.openExamples': entretien(rien, etat, TOUTES),
  'donnees.removeExamples': entretien(rien, etat, TOUTES),
};
