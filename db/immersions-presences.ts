import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { ErreurMetier } from '../shared/erreurs.ts';
import { formaterDate } from '../shared/format.ts';
import { calendrier } from '../shared/immersions/horaires.ts';
import { presencesDe } from '../shared/immersions/regles-presences.ts';
import type { suiviContrat } from '../shared/immersions/suivi.ts';
import type { Contexte } from './contexte.ts';
import { joursDe, trouverImmersion } from './immersions.ts';
import { faitesDans, lirePresences } from './immersions-heures-faites.ts';
import { requete } from './requetes.ts';
import { immersion } from './schema/index.ts';

type Entree<N extends keyof typeof suiviContrat> = z.output<(typeof suiviContrat)[N]['entree']>;

const EFFACER = 'DELETE FROM immersion_presence WHERE immersion_id = ? AND date = ?';
const POSER = `
  INSERT INTO immersion_presence (immersion_id, date, minutes, motif, note, updated_at)
  VALUES (@id, @date, @minutes, @motif, @note, @instant)
  ON CONFLICT (immersion_id, date) DO UPDATE
    SET minutes = excluded.minutes, motif = excluded.motif, note = excluded.note, updated_at = excluded.updated_at`;

function verifierJours(
  { debut, fin }: { debut: string | null; fin: string | null },
  prevues: ReadonlyMap<string, number>,
  jours: Entree<'immersions.savePresences'>['jours'],
): void {
  const champs: Record<string, string> = {};
  for (const [rang, { date, minutes, motif }] of jours.entries()) {
    if (debut === null || fin === null)
      champs[`jours.${rang}.date`] = 'L’immersion n’a pas encore ses dates.';
    // A day noted when the dates were others can always be taken off.
    else if (minutes !== null && (date < debut || date > fin))
      champs[`jours.${rang}.date`] = `L’immersion va du ${formaterDate(debut)} au ${formaterDate(fin)}.`;
    else if (minutes !== null && minutes !== (prevues.get(date) ?? 0) && motif === '')
      champs[`jours.${rang}.motif`] = 'Choisissez le motif : il explique l’écart.';
  }
  const [message] = Object.values(champs);
  if (message !== undefined) throw new ErreurMetier('regle', { message, champs });
}

function compter({ db, instant }: Contexte, ligne: typeof immersion.$inferSelect): number | null {
  const minutesFaites = faitesDans(db, ligne.id, joursDe(ligne));
  db.orm.update(immersion).set({ minutesFaites, updatedAt: instant }).where(eq(immersion.id, ligne.id)).run();
  return minutesFaites;
}

function savePresences(contexte: Contexte, { id, jours }: Entree<'immersions.savePresences'>) {
  const { db, instant } = contexte;
  const ligne = trouverImmersion(db, id);
  const prevues = new Map(calendrier(joursDe(ligne)).map(({ date, minutes }) => [date, minutes]));
  verifierJours(ligne, prevues, jours);
  for (const { date, minutes, motif, note } of jours) {
    const commePrevu = minutes === null || (minutes === (prevues.get(date) ?? 0) && note === '');
    if (commePrevu) requete(db, EFFACER).run(id, date);
    else requete(db, POSER).run({ id, date, minutes, motif, note, instant });
  }
  return { minutesFaites: compter(contexte, ligne) };
}

function dropPresences(contexte: Contexte, { id }: { id: string }) {
  const { db } = contexte;
  const ligne = trouverImmersion(db, id);
  const { horsPeriode } = presencesDe(joursDe(ligne), lirePresences(db, id));
  for (const { date } of horsPeriode) requete(db, EFFACER).run(id, date);
  compter(contexte, ligne);
  return { retirees: horsPeriode.length };
}

export const presencesOperations = {
  'immersions.savePresences': savePresences,
  'immersions.dropPresences': dropPresences,
};
