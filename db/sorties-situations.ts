import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import type { sortiesContrat } from '../shared/sorties/contrat.ts';
import { categorieDe } from '../shared/sorties/motifs.ts';
import type { Contexte } from './contexte.ts';
import { requete } from './requetes.ts';
import { estSuivie, readMotifs } from './sorties-lecture.ts';

type Entree<N extends keyof typeof sortiesContrat> = z.output<(typeof sortiesContrat)[N]['entree']>;
type Sortie<N extends keyof typeof sortiesContrat> = z.output<(typeof sortiesContrat)[N]['sortie']>;
type Dite = NonNullable<Sortie<'sorties.saveSituation'>['precedent']>;

function readDite({ db }: Contexte, sortieId: string, mois: number): Dite | null {
  const sql = 'SELECT date, situation, note FROM situation_sortie WHERE sortie_id = ? AND mois = ?';
  return (requete(db, sql).get(sortieId, mois) as Dite | undefined) ?? null;
}

function refuserDate(message: string): never {
  throw new ErreurMetier('regle', { message, champs: { date: message } });
}

function save(contexte: Contexte, saisie: Entree<'sorties.saveSituation'>): Sortie<'sorties.saveSituation'> {
  const { db, today, instant } = contexte;
  const { sortieId, mois, date } = saisie;
  const sortie = requete(db, 'SELECT date, motif FROM sortie WHERE id = ? AND archived_at IS NULL').get(
    sortieId,
  ) as { date: string; motif: string } | undefined;
  if (!sortie) throw new ErreurMetier('introuvable', { message: 'Cette sortie a été retirée.' });
  if (!estSuivie(categorieDe(sortie.motif, sortie.date, readMotifs(db))))
    throw new ErreurMetier('regle', {
      message: 'Cette sortie est retirée de celles qui comptent : la suite ne se demande pas.',
    });
  if (date > today) refuserDate('Cette date n’est pas encore passée.');
  if (date <= sortie.date) refuserDate(`La personne est sortie le ${formaterDate(sortie.date)}.`);
  const precedent = readDite(contexte, sortieId, mois);
  requete(
    db,
    `INSERT INTO situation_sortie (sortie_id, mois, date, situation, note, updated_at)
     VALUES (@sortieId, @mois, @date, @situation, @note, @instant)
     ON CONFLICT (sortie_id, mois) DO UPDATE SET date = excluded.date, situation = excluded.situation,
       note = excluded.note, updated_at = excluded.updated_at`,
  ).run({ ...saisie, instant });
  return { precedent };
}

function remove(
  contexte: Contexte,
  { sortieId, mois }: Entree<'sorties.removeSituation'>,
): Sortie<'sorties.removeSituation'> {
  const precedent = readDite(contexte, sortieId, mois);
  requete(contexte.db, 'DELETE FROM situation_sortie WHERE sortie_id = ? AND mois = ?').run(sortieId, mois);
  return { precedent };
}

export const sortiesSituationsOperations = {
  'sorties.saveSituation': save,
  'sorties.removeSituation': remove,
};
