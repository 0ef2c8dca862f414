import { z } from 'zod';
import { id } from '../champs.ts';
import { codes } from '../nomenclatures/nomenclature.ts';
import { STADES } from '../nomenclatures/reseau.ts';
import { SELECTION_MAX } from './liste.ts';

const stade = z.enum(codes(STADES), { error: 'Ce stade est inconnu.' });

const ids = z.array(id).min(1, 'Choisissez au moins une organisation.').max(SELECTION_MAX);

export const changementVrac = z.union(
  [
    z.strictObject({ ids, stade }),
    /** Null: nobody. */
    z.strictObject({ ids, referentId: id.nullable() }),
    z.strictObject({ ids, archive: z.boolean() }),
  ],
  { error: 'Indiquez une chose à changer, et une seule, sur une organisation au moins.' },
);

/** Each organisation as it was; `apres` is what the change made of all of them. */
const annulation = <C extends string, V extends z.ZodType<string | null>>(champ: C, valeur: V) =>
  z.strictObject({
    champ: z.literal(champ),
    apres: valeur,
    avant: z.array(z.strictObject({ id, valeur })).max(SELECTION_MAX),
  });

/** What `changeMany` did, only where it was otherwise; given back to `undoChangeMany`, it comes undone. */
export const changementFait = z.discriminatedUnion('champ', [
  annulation('stade', stade),
  annulation('referentId', id.nullable()),
  annulation('archive', z.iso.datetime('Cet instant n’existe pas.').nullable()),
]);
export type ChangementFait = z.output<typeof changementFait>;
