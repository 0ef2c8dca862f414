import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import type { SeuilPropre, seuilSaisie } from '../shared/parametres/seuils.ts';
import type { Contexte } from './contexte.ts';
import type { Base } from './open.ts';
import { requete } from './requetes.ts';

/** The thresholds the structure reads otherwise than Passerelle, by code and first day. */
export const readSeuils = (db: Base): SeuilPropre[] =>
  requete(
    db,
    'SELECT code, depuis, valeur, reference FROM seuil ORDER BY code, depuis',
  ).all() as SeuilPropre[];

function save(
  { db, instant }: Contexte,
  { code, depuis, valeur, reference }: z.output<typeof seuilSaisie>,
): SeuilPropre[] {
  requete(
    db,
    `INSERT INTO seuil (code, depuis, valeur, reference, updated_at)
     VALUES (@code, @depuis, @valeur, @reference, @instant)
     ON CONFLICT (code, depuis) DO UPDATE SET valeur = @valeur, reference = @reference, updated_at = @instant`,
  ).run({ code, depuis, valeur, reference, instant });
  return readSeuils(db);
}

function forget({ db }: Contexte, { code, depuis }: { code: string; depuis: string }): SeuilPropre[] {
  const { changes } = requete(db, 'DELETE FROM seuil WHERE code = ? AND depuis = ?').run(code, depuis);
  if (changes === 0) throw new ErreurMetier('introuvable');
  return readSeuils(db);
}

export const seuilsOperations = {
  'parametres.seuils': ({ db }: Contexte) => readSeuils(db),
  'parametres.saveSeuil': save,
  'parametres.forgetSeuil': forget,
};
