import { z } from 'zod';
import { id } from '../champs.ts';
import { ecriture, lecture } from '../operation.ts';
import {
  doublon,
  doublonRecherche,
  liste,
  listeDemande,
  organisationFiche,
  organisationModifiee,
  organisationNouvelle,
  recherche,
  suggestion,
} from './schema.ts';

const unId = z.strictObject({ id });
const cree = z.object({ id: z.string() });

export const reseauContrat = {
  'reseau.list': lecture(listeDemande, liste, ['organisation', 'interlocuteur', 'sollicitation', 'relance']),
  'reseau.get': lecture(unId, organisationFiche, [
    'organisation',
    'interlocuteur',
    'sollicitation',
    'relance',
    'immersion',
    'membre',
  ]),
  /** For pickers: best match first; an empty search gives the most recently contacted. */
  'reseau.suggest': lecture(
    z.strictObject({ recherche: recherche.default(''), nombre: z.int().min(1).max(20).default(8) }),
    z.array(suggestion),
    ['organisation', 'interlocuteur', 'sollicitation'],
  ),
  /** Organisations that look like the one being typed; shown, never blocking. */
  'reseau.doublons': lecture(doublonRecherche, z.array(doublon), ['organisation']),
  'reseau.create': ecriture(organisationNouvelle, cree, ['organisation']),
  'reseau.update': ecriture(organisationModifiee, cree, ['organisation']),
  'reseau.archive': ecriture(unId, cree, ['organisation']),
  'reseau.restore': ecriture(unId, cree, ['organisation']),
};
