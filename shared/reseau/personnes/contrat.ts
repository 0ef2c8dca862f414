import { z } from 'zod';
import { dateOptionnelle, id } from '../../champs.ts';
import { livraison } from '../../livraison.ts';
import { ecriture, lecture } from '../../operation.ts';
import { recherche } from '../schema.ts';
import { cartesLues } from './carte.ts';
import {
  fonctionRetiree,
  fonctionSaisie,
  interlocuteurSaisie,
  opposition,
  personne,
  personneProche,
  personneSaisie,
} from './schema.ts';

const unId = z.strictObject({ id });
const cree = z.object({ id: z.string() });

export const personnesContrat = {
  /** One person, wherever they are and were. Archived ones too: what points at them must open. */
  'reseau.personne': lecture(unId, personne, [
    'interlocuteur',
    'organisation',
    'sollicitation',
    'immersion',
    'membre',
  ]),
  /** People who hold the words in their name, phone or e-mail, those who left their organisation included. */
  'reseau.suggestPersonnes': lecture(
    z.strictObject({ recherche, nombre: z.int().min(1).max(20).default(8) }),
    z.array(personneProche),
    ['interlocuteur', 'organisation'],
  ),
  /** Writes a person and one function in an organisation. Gives the id of the person. */
  'reseau.saveInterlocuteur': ecriture(interlocuteurSaisie, cree, ['interlocuteur', 'organisation']),
  /** Corrects who a person is and how to reach them, in every organisation at once. */
  'reseau.savePersonne': ecriture(personneSaisie, cree, ['interlocuteur', 'organisation']),
  /** Adds a function to someone known, in this organisation or another one, or corrects one. */
  'reseau.saveFonction': ecriture(fonctionSaisie, cree, ['interlocuteur', 'organisation']),
  /** « A quitté » ; `fin` null: is there again. `avant` is what to hand back to undo it. */
  'reseau.endFonction': ecriture(
    z.strictObject({ fonctionId: id, fin: dateOptionnelle }),
    z.object({ avant: z.string().nullable() }),
    ['interlocuteur', 'organisation'],
  ),
  /**
   * Takes back a function written by mistake; who left gets an end instead. The last one archives the person. Handing
   * the answer to `restoreFonction` undoes it.
   */
  'reseau.removeFonction': ecriture(unId, fonctionRetiree, ['interlocuteur', 'organisation']),
  'reseau.restoreFonction': ecriture(fonctionRetiree, cree, ['interlocuteur', 'organisation']),
  /** Takes back a person written by mistake, everywhere. */
  'reseau.removeInterlocuteur': ecriture(unId, cree, ['interlocuteur', 'organisation']),
  'reseau.restoreInterlocuteur': ecriture(unId, cree, ['interlocuteur', 'organisation']),
  /** Objection to being contacted (art. 21 RGPD): kept in the history, left out of every outgoing contact. */
  'reseau.opposer': ecriture(opposition, cree, ['interlocuteur', 'organisation']),
  'reseau.leverOpposition': ecriture(unId, cree, ['interlocuteur', 'organisation']),
  /** The card of a person, or of everyone now in an organisation (those who objected left out). */
  'reseau.exportVcard': lecture(
    z.union([z.strictObject({ interlocuteurId: id }), z.strictObject({ organisationId: id })]),
    livraison,
    ['interlocuteur', 'organisation'],
  ),
  /** Cards of a `.vcf` file, in base64; writes nothing. */
  'reseau.readVcard': lecture(
    z.strictObject({
      contenu: z.base64({ error: 'Ce fichier n’est pas arrivé entier : choisissez-le à nouveau.' }),
    }),
    cartesLues,
    [],
  ),
};
