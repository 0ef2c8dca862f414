import { z } from 'zod';
import { id } from '../champs.ts';
import { livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import {
  argument,
  argumentSaisi,
  courrielRempli,
  entretienSaisi,
  envoi,
  envoiLu,
  envoiNote,
  faitFiche,
  lettreApercue,
  lettres,
  modele,
  modeleSaisi,
  papier,
  preparation,
  rendezVousSaisi,
} from './schema.ts';

const cle = z.strictObject({ id });
const parId = z.object({ id: z.string() });
const adresse = z.object({ adresse: z.string() });
const QUI = ['organisation', 'interlocuteur', 'structure', 'membre', 'reglage'] as const;
const VISITE = ['entretien', 'sollicitation', 'organisation', 'membre', 'nomenclature'] as const;

/** Before, during and after the visit: letters, e-mails, call card, interview, argument sheets. */
export const visitesContrat = {
  /** Letters and e-mails: those shipped, or the structure's copy of them, then its own. */
  'visites.modeles': lecture(z.strictObject({}), z.array(modele), ['modele']),
  'visites.saveModele': ecriture(modeleSaisi, parId, ['modele']),
  'visites.arguments': lecture(z.strictObject({}), z.array(argument), ['modele']),
  'visites.saveArgument': ecriture(argumentSaisi, parId, ['modele']),
  /** A copy of a shipped text goes, and the shipped text is back. */
  'visites.archiveModele': ecriture(cle, parId, ['modele']),
  'visites.restoreModele': ecriture(cle, parId, ['modele']),

  /** Who would receive it, who is left out and why, what is missing for whom. */
  'visites.destinataires': lecture(envoiLu, envoi, QUI),
  'visites.previewLettre': lecture(lettreApercue, adresse, QUI),
  /** One file for all of them; long, can be stopped. */
  'visites.lettresPdf': lecture(lettres, livraison, QUI),
  /** Text of an e-mail; with no addressee, the same for everybody. */
  'visites.courriel': lecture(
    courrielRempli,
    z.object({ objet: z.string(), corps: z.string(), courriel: z.string() }),
    QUI,
  ),
  /** One exchange for the whole mailing, and a follow-up for each organisation; `sollicitations.undoRecord` takes it back. */
  'visites.recordEnvoi': ecriture(
    envoiNote,
    z.object({ id: z.string(), organisations: z.number(), ecartes: z.number() }),
    ['sollicitation', 'relance', 'organisation', 'interlocuteur'],
  ),

  /** Interviews of an organisation, latest first, and what its sheet knows of what they ask. */
  'visites.ofOrganisation': lecture(z.strictObject({ organisationId: id }), preparation, VISITE),
  'visites.saveEntretien': ecriture(entretienSaisi, parId, ['entretien']),
  /** The appointment, and the next action that goes with it; without a date, both are taken back. */
  'visites.setRendezVous': ecriture(rendezVousSaisi, parId, ['entretien', 'relance', 'organisation']),
  /** Keeps an interview with the visit that was logged; null undoes the link. */
  'visites.linkEntretien': ecriture(z.strictObject({ id, sollicitationId: id.nullable() }), parId, [
    'entretien',
    'relance',
    'organisation',
  ]),
  'visites.archiveEntretien': ecriture(cle, parId, ['entretien', 'relance', 'organisation']),
  'visites.restoreEntretien': ecriture(cle, parId, ['entretien', 'relance', 'organisation']),
  /** Writes one fact on the sheet; answers with the one that was there, for the undo. */
  'visites.updateFiche': ecriture(
    z.strictObject({ organisationId: id, fait: faitFiche }),
    z.object({ avant: faitFiche }),
    ['organisation'],
  ),
  /** The appointment as an iCalendar file. */
  'visites.ics': lecture(cle, livraison, VISITE),
  'visites.preview': lecture(papier, adresse, [...VISITE, 'modele', 'structure', 'interlocuteur']),
  'visites.pdf': lecture(papier, livraison, [...VISITE, 'modele', 'structure', 'interlocuteur']),
};
