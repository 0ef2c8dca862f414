import { z } from 'zod';
import { id } from '../champs.ts';
import { livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import { brouillons } from './brouillon.ts';
import { embaucheCorrigee, embaucheNotee } from './embauche.ts';
import { histoire, histoireSalarie } from './histoire.ts';
import { journalComptes, journalDemande, journalExport, journalFiltres, journalPage } from './journal.ts';
import {
  evenementArrive,
  relance,
  relanceDeplacee,
  relancePrevue,
  relanceReportee,
  relancesDeLEchange,
  relancesDues,
  sollicitationCorrigee,
  sollicitationNotee,
} from './schema.ts';

const cle = z.strictObject({ id });
const parId = z.object({ id: z.string() });
const ECHANGE = ['sollicitation', 'relance', 'organisation', 'interlocuteur'] as const;
const RELANCE = ['relance', 'organisation'] as const;
const EMBAUCHE = ['embauche'] as const;
const HISTOIRE = [...ECHANGE, 'membre', 'salarie', 'embauche'] as const;

export const sollicitationsContrat = {
  'sollicitations.record': ecriture(
    sollicitationNotee,
    z.object({
      id: z.string(),
      organisationIds: z.array(z.string()),
      /** What was created on the way, for `undoRecord`. */
      creations: z.array(z.string()),
    }),
    ECHANGE,
  ),
  /** Takes back a whole `record`: the exchange, its follow-ups, and what it created on the way. */
  'sollicitations.undoRecord': ecriture(
    z.strictObject({ id, creations: z.array(id).max(2).default([]) }),
    parId,
    ECHANGE,
  ),
  /** The history of an organisation: exchanges, immersions, hires, interviews. */
  'sollicitations.ofOrganisation': lecture(z.strictObject({ organisationId: id }), histoire, [
    ...HISTOIRE,
    'immersion',
    'entretien',
  ]),
  'sollicitations.ofSalarie': lecture(z.strictObject({ salarieId: id }), histoireSalarie, HISTOIRE),
  /** Every exchange of the structure, newest first, a page at a time. */
  'sollicitations.journal': lecture(journalDemande, journalPage, HISTOIRE),
  'sollicitations.journalComptes': lecture(journalFiltres, journalComptes, HISTOIRE),
  /** The journal as filtered, whole. */
  'sollicitations.exportJournal': lecture(journalExport, livraison, HISTOIRE),
  'sollicitations.update': ecriture(sollicitationCorrigee, parId, ECHANGE),
  /** The follow-ups it promised go with it; those it had answered are due again. */
  'sollicitations.archive': ecriture(cle, parId, ECHANGE),
  'sollicitations.restore': ecriture(cle, parId, ECHANGE),
  /** Due list of the current member (with what nobody is in charge of), or of the whole team. */
  'sollicitations.relances': lecture(z.strictObject({ qui: z.enum(['moi', 'equipe']) }), relancesDues, [
    ...ECHANGE,
    'membre',
    'reglage',
  ]),
  'sollicitations.relancesOf': lecture(
    z.strictObject({ organisationId: id }),
    z.object({ lignes: z.array(relance) }),
    [...ECHANGE, 'membre'],
  ),
  'sollicitations.relancesOfExchange': lecture(
    z.strictObject({ sollicitationId: id, qui: z.enum(['moi', 'equipe']) }),
    relancesDeLEchange,
    [...ECHANGE, 'membre', 'reglage'],
  ),
  'sollicitations.planRelance': ecriture(relancePrevue, parId, RELANCE),
  'sollicitations.completeRelance': ecriture(cle, parId, RELANCE),
  'sollicitations.uncompleteRelance': ecriture(cle, parId, RELANCE),
  /** To another day, or until something awaited happens. */
  'sollicitations.postponeRelance': ecriture(relanceReportee, relanceDeplacee, RELANCE),
  /** What was awaited happened: the follow-up is due today, or on the day given. */
  'sollicitations.eventHappened': ecriture(evenementArrive, relanceDeplacee, RELANCE),
  'sollicitations.archiveRelance': ecriture(cle, parId, RELANCE),
  'sollicitations.restoreRelance': ecriture(cle, parId, RELANCE),
  /** A hire is a fact of the network: it changes nothing to the contracts of the salarié. */
  'sollicitations.recordEmbauche': ecriture(embaucheNotee, parId, EMBAUCHE),
  'sollicitations.updateEmbauche': ecriture(embaucheCorrigee, parId, EMBAUCHE),
  'sollicitations.archiveEmbauche': ecriture(cle, parId, EMBAUCHE),
  'sollicitations.restoreEmbauche': ecriture(cle, parId, EMBAUCHE),
  /** Keeps a file with an exchange; in place of `remplace`, an attachment whose file is lost. */
  'sollicitations.attach': ecriture(
    z.strictObject({
      sollicitationId: id,
      nom: z.string().min(1, 'Ce fichier n’a pas de nom.').max(1000, 'Ce nom de fichier est trop long.'),
      contenu: z.base64({ error: 'Ce fichier n’est pas arrivé entier : choisissez-le à nouveau.' }),
      remplace: id.nullable().default(null),
    }),
    parId,
    ['sollicitation'],
  ),
  'sollicitations.openAttachment': lecture(cle, livraison, []),
  'sollicitations.archiveAttachment': ecriture(cle, parId, ['sollicitation']),
  'sollicitations.restoreAttachment': ecriture(cle, parId, ['sollicitation']),
  /** What the current member left unfinished in *Noter*, latest first; nobody shows it but the window that asks. */
  'sollicitations.brouillons': lecture(z.strictObject({}), brouillons, []),
  'sollicitations.keepBrouillons': ecriture(brouillons, z.object({}), []),
};
