import { z } from 'zod';
import { dateCivile, dateOptionnelle, id } from '../champs.ts';
import { formatTableur, livraison } from '../livraison.ts';
import { ecriture, lecture } from '../operation.ts';
import {
  anneeConvention,
  annexeSaisie,
  avertissement,
  conventionFiche,
  conventionModification,
  conventionSaisie,
  conventionsFiltres,
  conventionsListe,
  echeanceDue,
  echeanceSaisie,
  genreConvention,
  jourAnnuel,
  objectifSaisie,
  PARTIES,
  versementSaisie,
} from './schema.ts';

const cle = z.strictObject({ id });
const parId = z.object({ id: z.string() });
const DE_CONVENTION = ['convention', 'organisation'] as const;

/** Parts of one kind; of one convention or several. */
const parties = z.strictObject({
  partie: z.enum(PARTIES),
  ids: z.array(id).min(1, 'Choisissez au moins une ligne.').max(200, '200 lignes au plus.'),
});

/** Conventions with funders: what was agreed, aimed at, paid, and what is to be handed in. */
export const conventionsContrat = {
  'conventions.list': lecture(conventionsFiltres, conventionsListe, DE_CONVENTION),
  'conventions.export': lecture(
    conventionsFiltres.extend({ format: formatTableur }),
    livraison,
    DE_CONVENTION,
  ),
  'conventions.get': lecture(cle, conventionFiche, DE_CONVENTION),
  /** Others of the same funder and kind that run at the same time: said while the form is filled in. */
  'conventions.chevauchements': lecture(
    z.strictObject({
      id: id.nullable().default(null),
      organisationId: id.nullable(),
      genre: genreConvention,
      debut: dateCivile,
      fin: dateCivile,
    }),
    z.array(avertissement),
    DE_CONVENTION,
  ),
  'conventions.create': ecriture(conventionSaisie, parId, ['convention']),
  'conventions.update': ecriture(conventionModification, parId, ['convention']),
  'conventions.archive': ecriture(cle, z.object({}), ['convention']),
  'conventions.restore': ecriture(cle, z.object({}), ['convention']),
  'conventions.saveAnnexe': ecriture(annexeSaisie, parId, ['convention']),
  'conventions.saveVersement': ecriture(versementSaisie, parId, ['convention']),
  'conventions.saveEcheance': ecriture(echeanceSaisie, parId, ['convention']),
  'conventions.archivePartie': ecriture(parties, z.object({}), ['convention']),
  'conventions.restorePartie': ecriture(parties, z.object({}), ['convention']),
  /** `precedent`: what it was before, to take it back. */
  'conventions.saveObjectif': ecriture(objectifSaisie, z.object({ precedent: z.number().nullable() }), [
    'convention',
  ]),
  /** Aims at in a year what another year aimed at, where nothing is aimed at yet. */
  'conventions.reprendreObjectifs': ecriture(
    z.strictObject({ conventionId: id, de: anneeConvention, vers: anneeConvention }),
    z.object({ indicateurs: z.array(z.string()) }),
    ['convention'],
  ),
  /** `renduLe` null: it is to be handed in again. */
  'conventions.rendreEcheance': ecriture(
    z.strictObject({ id, renduLe: dateOptionnelle }),
    z.object({ precedent: z.string().nullable() }),
    ['convention'],
  ),
  /** One bilan for each year of the convention, due on that day of the next one; those there already are left alone. */
  'conventions.genererEcheances': ecriture(
    z.strictObject({ conventionId: id, jour: jourAnnuel }),
    z.object({ ids: z.array(z.string()) }),
    ['convention'],
  ),
  /** Late, or due within a month. */
  'conventions.echeancesDues': lecture(z.strictObject({}), z.array(echeanceDue), DE_CONVENTION),
  /** Keeps a file with a convention; in place of `remplace`, one whose file is lost. */
  'conventions.attach': ecriture(
    z.strictObject({
      conventionId: id,
      nom: z.string().min(1, 'Ce fichier n’a pas de nom.').max(1000, 'Ce nom de fichier est trop long.'),
      contenu: z.base64({ error: 'Ce fichier n’est pas arrivé entier : choisissez-le à nouveau.' }),
      remplace: id.nullable().default(null),
    }),
    parId,
    ['convention'],
  ),
  'conventions.openAttachment': lecture(cle, livraison, []),
};
