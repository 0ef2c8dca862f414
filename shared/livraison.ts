import { z } from 'zod';

/** What became of a file handed to the host: written where the user chose, refused, shown in another program, or waiting at an address. */
export const livraison = z.discriminatedUnion('etat', [
  z.object({ etat: z.literal('enregistre'), nom: z.string() }),
  z.object({ etat: z.literal('annule') }),
  z.object({ etat: z.literal('ouvert'), nom: z.string() }),
  /** `adresse` is relative to the application's page. */
  z.object({ etat: z.literal('a_telecharger'), adresse: z.string(), nom: z.string() }),
]);
export type Livraison = z.output<typeof livraison>;

/** How a list leaves: a CSV any program reads, or an Excel workbook. */
export const formatTableur = z.enum(['csv', 'xlsx'], { error: 'Choisissez Excel ou CSV.' });
export type FormatTableur = z.output<typeof formatTableur>;
