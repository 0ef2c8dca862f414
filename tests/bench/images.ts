import { uuidV7 } from '../../electron/ports.ts';
import { ajouterJours } from '../../shared/dates.ts';
import { AUJOURDHUI, type Banc } from './banc.ts';
import type { Mesure } from './mesure.ts';

/** Ten years of the busiest structure. */
const TOTAL = 3_000;
const INSTANT = `${AUJOURDHUI}T11:00:00.000Z`;

/** Brings the base to `TOTAL` immersions, most of them over for long. */
function completer({ db: { sqlite } }: Banc): void {
  const lire = (sql: string) => sqlite.prepare(sql).pluck().all() as string[];
  const salaries = lire('SELECT id FROM salarie ORDER BY id');
  const organisations = lire('SELECT id FROM organisation ORDER BY id');
  const immersion = sqlite.prepare(
    `INSERT INTO immersion (id, numero, statut, salarie_id, organisation_id, objet, debut, fin, horaires, minutes, jours,
       created_at, updated_at)
     VALUES (?, ?, 'terminee', ?, ?, 'decouvrir', ?, ?, '[[],[],[],[],[],[],[]]', 4200, 10, '${INSTANT}', '${INSTANT}')`,
  );
  const deja = sqlite.prepare('SELECT count(*) FROM immersion').pluck().get() as number;
  sqlite.transaction(() => {
    for (let rang = deja; rang < TOTAL; rang += 1) {
      const debut = ajouterJours(AUJOURDHUI, -30 - rang);
      immersion.run(
        uuidV7(),
        `${debut.slice(0, 4)}-8${String(rang).padStart(4, '0')}`,
        salaries[rang % salaries.length],
        organisations[(rang * 11) % organisations.length],
        debut,
        ajouterJours(debut, 11),
      );
    }
  })();
}

/** The list of immersions and the year, once something was written: nothing is remembered. */
export function mesuresImages(banc: Banc): Mesure[] {
  completer(banc);
  const { db, appeler } = banc;
  const ecrire = db.sqlite.prepare('UPDATE immersion SET updated_at = updated_at WHERE rowid = 1');
  const lues = db.sqlite.prepare(
    `SELECT i.*, s.nom, s.prenom, o.nom AS organisation FROM immersion i JOIN salarie s ON s.id = i.salarie_id
     JOIN organisation o ON o.id = i.organisation_id WHERE i.archived_at IS NULL ORDER BY i.debut DESC`,
  );
  return [
    {
      nom: `Liste de ${TOTAL} immersions, cherchée, ses onglets comptés`,
      contre: 'la table jointe, lue en entier',
      buts: { ms: 100 },
      tours: 20,
      preparer: () => ecrire.run(),
      operation: async () => {
        await appeler('immersions.list', { recherche: 'a' });
        await appeler('immersions.comptes', { recherche: 'a' });
      },
      plancher: () => lues.all(),
    },
    {
      nom: `Objectifs de l’année, ${TOTAL} immersions`,
      contre: 'la table jointe, lue en entier',
      buts: { ms: 100 },
      tours: 20,
      operation: () => appeler('immersions.objectifs', { annee: Number(AUJOURDHUI.slice(0, 4)) }),
      plancher: () => lues.all(),
    },
  ];
}
