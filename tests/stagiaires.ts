import type { Essai } from './appui.ts';
import { idDeRang } from './appui.ts';

/** Two half-days a day, 9–12 and 13–17: seven hours. */
export const journee = (date: string) => [
  { date, demi: 'matin', debut: 540, fin: 720 },
  { date, demi: 'apres_midi', debut: 780, fin: 1020 },
];

interface Seance {
  titre: string;
  genre: string;
  theme: string;
  certification: string;
  statut: string;
  debut: string;
  fin: string;
  minutes: number;
  surTempsTravail: boolean;
  placesMin: number;
  placesMax: number;
  prerequis: string[];
  creneaux: { date: string; demi: string; debut: number; fin: number }[];
}

/** A session in any state, past ones included, with its action: its id. `rang` tells it from the others. */
export function poserSession(e: Essai, rang: number, reste: Partial<Seance> = {}): string {
  const { sqlite } = e.depot.base();
  const seance: Seance = {
    titre: 'Gestes et postures',
    genre: 'module_court',
    theme: 'securite',
    certification: '',
    statut: 'confirmee',
    debut: '2026-03-16',
    fin: '2026-03-17',
    minutes: 840,
    surTempsTravail: true,
    placesMin: 2,
    placesMax: 3,
    prerequis: ['Lire une consigne', 'Compter'],
    creneaux: [...journee('2026-03-16'), ...journee('2026-03-17')],
    ...reste,
  };
  const [actionId, id] = [idDeRang(700_000 + rang), idDeRang(800_000 + rang)];
  sqlite
    .prepare(
      `INSERT INTO action_formation (id, titre, genre, theme, certification, prerequis, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, '', '')`,
    )
    .run(
      actionId,
      seance.titre,
      seance.genre,
      seance.theme,
      seance.certification,
      JSON.stringify(seance.prerequis),
    );
  sqlite
    .prepare(
      `INSERT INTO session_formation (id, numero, action_id, statut, debut, fin, minutes, sur_temps_travail, places_min,
         places_max, cout_mode, cout_centimes, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'heure_stagiaire', 1400, '', '')`,
    )
    .run(
      id,
      `F${seance.debut.slice(0, 4)}-${String(rang).padStart(3, '0')}`,
      actionId,
      seance.statut,
      seance.debut,
      seance.fin,
      seance.minutes,
      Number(seance.surTempsTravail),
      seance.placesMin,
      seance.placesMax,
    );
  const creneau = sqlite.prepare('INSERT INTO session_creneau VALUES (?, ?, ?, ?, ?)');
  for (const { date, demi, debut, fin } of seance.creneaux) creneau.run(id, date, demi, debut, fin);
  return id;
}

/** Salariés under contract all year: their ids, in the order of their names. */
export async function equipe(e: Essai, nombre: number): Promise<string[]> {
  const ids: string[] = [];
  for (let rang = 0; rang < nombre; rang += 1) {
    const { id } = await e.reussir('salaries.create', {
      prenom: ['Aminata', 'Bruno', 'Chloé', 'Driss', 'Elif', 'Fanny'][rang] ?? `Prénom ${rang}`,
      nom: `Nom${String(rang).padStart(2, '0')}`,
      sexe: rang % 2 === 0 ? 'F' : 'H',
      naissance: '1991-07-14',
      telephone: '',
      contrats: [{ nature: 'cddi', debut: '2026-01-01', fin: '2026-12-31', minutesHebdo: 1560 }],
    });
    ids.push(id);
  }
  return ids;
}
