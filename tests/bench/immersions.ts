import { uuidV7 } from '../../electron/ports.ts';
import { ajouterJours, lundiDe } from '../../shared/dates.ts';
import { saisieComplete } from '../immersions.ts';
import { AUJOURDHUI, type Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

/** More than any structure has at once. */
const EN_COURS = 300;
const INSTANT = `${AUJOURDHUI}T11:00:00.000Z`;

/** A complete draft, and as many immersions under way as `EN_COURS`; returns the draft and one of them. */
export async function chargerImmersions(
  banc: Banc,
): Promise<{ brouillon: string; enCours: string; salarieId: string; organisationId: string }> {
  const { sqlite } = banc.db;
  const premier = (table: string) =>
    sqlite.prepare(`SELECT id FROM ${table} ORDER BY id LIMIT 1`).pluck().get() as string;
  const salaries = sqlite.prepare('SELECT id FROM salarie ORDER BY id').pluck().all() as string[];
  const organisations = sqlite.prepare('SELECT id FROM organisation ORDER BY id').pluck().all() as string[];
  const referentId = premier('membre');
  const lundi = lundiDe(AUJOURDHUI);
  const horaires = JSON.stringify(saisieComplete(salaries[0]!, organisations[0]!, { referentId }).horaires);
  const immersion = sqlite.prepare(
    `INSERT INTO immersion (id, numero, statut, salarie_id, organisation_id, objet, debut, fin, horaires, minutes, jours,
       tuteur_nom, referent_id, created_at, updated_at)
     VALUES (?, ?, 'signee', ?, ?, 'confirmer', ?, ?, ?, 6300, 15, 'Léa Martin', ?, '${INSTANT}', '${INSTANT}')`,
  );
  const ids: string[] = [];
  sqlite.transaction(() => {
    for (let rang = 0; rang < EN_COURS; rang += 1) {
      const id = uuidV7();
      ids.push(id);
      const debut = ajouterJours(lundi, -7 * (rang % 3));
      immersion.run(
        id,
        `2026-9${String(rang).padStart(4, '0')}`,
        salaries[rang % salaries.length],
        organisations[(rang * 7) % organisations.length],
        debut,
        ajouterJours(debut, 18),
        horaires,
        referentId,
      );
    }
  })();
  const [salarieId, organisationId] = [salaries.at(-1)!, organisations.at(-1)!];
  const { id: brouillon } = await banc.appeler(
    'immersions.create',
    saisieComplete(salarieId, organisationId, { referentId }),
  );
  return { brouillon, enCours: ids[0]!, salarieId, organisationId };
}

/** What is done all day long with immersions. */
export function mesuresImmersions(
  { db, appeler }: Banc,
  { brouillon, enCours, salarieId, organisationId }: Awaited<ReturnType<typeof chargerImmersions>>,
): Mesure[] {
  const referentId = db.sqlite.prepare('SELECT id FROM membre ORDER BY id LIMIT 1').pluck().get() as string;
  const nue = db.sqlite.prepare('UPDATE immersion SET activites = ?, updated_at = ? WHERE id = ?');
  const lire = db.sqlite.prepare(
    'SELECT * FROM immersion i JOIN salarie s ON s.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id WHERE i.id = ?',
  );
  const lues = db.sqlite.prepare(
    `SELECT * FROM immersion i JOIN salarie s ON s.id = i.salarie_id JOIN organisation o ON o.id = i.organisation_id
     WHERE i.archived_at IS NULL AND i.debut <= ? AND i.fin >= ?`,
  );
  return [
    {
      nom: 'Enregistrer un brouillon d’immersion',
      contre: 'le même UPDATE, nu',
      buts: { ms: 50 },
      tours: 40,
      operation: (tour) =>
        appeler('immersions.update', {
          id: brouillon,
          ...saisieComplete(salarieId, organisationId, { referentId, activites: `Trier, ${tour}.` }),
        }),
      plancher: (tour) => nue.run(`Trier, ${tour}.`, INSTANT, brouillon),
    },
    {
      nom: 'Page d’une immersion, ses onglets lus',
      contre: 'la ligne jointe, préparée',
      buts: { ms: 50 },
      tours: 40,
      operation: async () => {
        await appeler('immersions.get', { id: enCours });
        await appeler('immersions.checks', { id: enCours });
        await appeler('immersions.suivi', { id: enCours });
        await appeler('immersions.bilan', { id: enCours });
        await appeler('immersions.papiers', { id: enCours });
      },
      plancher: () => lire.get(enCours),
    },
    {
      nom: `Aujourd’hui avec ${EN_COURS} immersions en cours`,
      contre: 'ces immersions lues, préparées',
      buts: { ms: 100 },
      tours: 20,
      operation: async () => {
        await appeler('aujourdhui.get', { qui: 'equipe' });
        await appeler('immersions.suiviDuJour', { qui: 'equipe' });
      },
      plancher: () => lues.all(AUJOURDHUI, AUJOURDHUI),
    },
  ];
}
