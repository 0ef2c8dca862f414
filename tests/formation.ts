import type { Entree } from '../shared/contrat.ts';
import type { Essai } from './appui.ts';

let rang = 0;
/** An id of its own kind, away from those that operations make. */
const prochain = () => `01900000-0000-7000-9000-${String(++rang).padStart(12, '0')}`;

/** A salarié under contract all along 2026. */
export async function ajouterSalarie(
  e: Essai,
  prenom: string,
  nom: string,
  reste: Partial<Entree<'salaries.create'>> = {},
): Promise<string> {
  const { id } = await e.reussir('salaries.create', {
    prenom,
    nom,
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '',
    contrats: [{ nature: 'cddi', debut: '2026-01-05', fin: '2026-12-31', minutesHebdo: 1560 }],
    ...reste,
  });
  return id;
}

/** A session straight in the base, for what only reads it. */
export function poserSession(
  e: Essai,
  session: {
    theme?: string;
    titre?: string;
    debut: string;
    fin: string;
    placesMin?: number;
    placesMax?: number;
    numero?: string;
  },
): { actionId: string; sessionId: string } {
  const { sqlite } = e.depot.base();
  const { theme = 'numerique', titre = 'Messagerie et démarches en ligne', debut, fin } = session;
  const { placesMin = 4, placesMax = 8 } = session;
  const [actionId, sessionId] = [prochain(), prochain()];
  sqlite
    .prepare(
      `INSERT INTO action_formation (id, titre, genre, theme, places_min, places_max, created_at, updated_at)
       VALUES (?, ?, 'module_court', ?, ?, ?, '', '')`,
    )
    .run(actionId, titre, theme, placesMin, placesMax);
  sqlite
    .prepare(
      `INSERT INTO session_formation (id, numero, action_id, statut, debut, fin, minutes, places_min, places_max,
         cout_mode, cout_centimes, created_at, updated_at)
       VALUES (?, ?, ?, 'confirmee', ?, ?, 1260, ?, ?, 'heure_stagiaire', 1400, '', '')`,
    )
    .run(sessionId, session.numero ?? `F-${sessionId.slice(-4)}`, actionId, debut, fin, placesMin, placesMax);
  return { actionId, sessionId };
}

/** Somebody on a session straight in the base, at a step of its life. */
export function poserInscription(
  e: Essai,
  inscription: { sessionId: string; salarieId: string; besoinId?: string; statut?: string },
): string {
  const { sessionId, salarieId, besoinId = null, statut = 'valide' } = inscription;
  const id = prochain();
  e.depot
    .base()
    .sqlite.prepare(
      `INSERT INTO inscription (id, session_id, salarie_id, besoin_id, statut, repere_le, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, '2026-01-10', '', '')`,
    )
    .run(id, sessionId, salarieId, besoinId, statut);
  return id;
}

export function mettreInscription(e: Essai, id: string, statut: string): void {
  e.depot.base().sqlite.prepare('UPDATE inscription SET statut = ? WHERE id = ?').run(statut, id);
}

/** A training of two days, 9–12 and 13–17: a name and a kind are all that is asked. */
export const actionDe = (
  reste: Partial<Entree<'formation.createAction'>> = {},
): Entree<'formation.createAction'> => ({
  titre: 'Gestes et postures',
  genre: 'module_court',
  minutes: 14 * 60,
  placesMin: 6,
  placesMax: 12,
  coutCentimes: 1400,
  ...reste,
});

/** Half-days of these days, 9–12 and 13–17. */
export const journees = (...dates: string[]) =>
  dates.flatMap((date) => [
    { date, demi: 'matin' as const, debut: 540, fin: 720 },
    { date, demi: 'apres_midi' as const, debut: 780, fin: 1020 },
  ]);

/** A session of that training: Tuesday 7 and Wednesday 8 April 2026, 14 hours. */
export const sessionDe = (
  actionId: string,
  reste: Partial<Entree<'formation.createSession'>> = {},
): Entree<'formation.createSession'> => ({
  actionId,
  debut: '2026-04-07',
  fin: '2026-04-08',
  minutes: 14 * 60,
  placesMin: 6,
  placesMax: 12,
  stagiairesPrevus: 8,
  coutCentimes: 1400,
  creneaux: journees('2026-04-07', '2026-04-08'),
  ...reste,
});

/** An action and a session of it. */
export async function ajouterSession(
  e: Essai,
  reste: Partial<Entree<'formation.createSession'>> = {},
  action: Partial<Entree<'formation.createAction'>> = {},
): Promise<{ actionId: string; sessionId: string }> {
  const { id: actionId } = await e.reussir('formation.createAction', actionDe(action));
  const { id: sessionId } = await e.reussir('formation.createSession', sessionDe(actionId, reste));
  return { actionId, sessionId };
}
