import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations.ts';

const OPTIONS = { now: () => new Date('2026-11-22T08:00:00Z'), backup: () => undefined };
const MOMENT = '2026-03-01T08:00:00.000Z';

/** A base as the version before the network in full left it: two organisations, one called, one follow-up answered. */
function baseDAvant(): Sqlite.Database {
  const sqlite = new Sqlite(':memory:');
  migrate(sqlite, MIGRATIONS.slice(0, 1), OPTIONS);
  const organisation = sqlite.prepare(
    `INSERT INTO organisation (id, nom, nom_tri, cherche, dernier_echange, prochaine_relance, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, '${MOMENT}', '${MOMENT}')`,
  );
  organisation.run(
    'o1',
    'Œuvrard-N’Diaye',
    'oeuvrard n diaye',
    'oeuvrard n diaye',
    '2026-03-01',
    '2026-03-10',
  );
  organisation.run('o2', 'Jamais appelée', 'jamais appelee', 'jamais appelee', null, null);
  sqlite.exec(`
    INSERT INTO interlocuteur (id, nom, created_at, updated_at) VALUES ('i1', 'Roche', '${MOMENT}', '${MOMENT}');
    INSERT INTO fonction (id, interlocuteur_id, organisation_id, intitule, updated_at) VALUES ('f1', 'i1', 'o1', 'Gérante', '${MOMENT}');
    INSERT INTO sollicitation (id, date, canal, sens, resultat, texte, created_at, updated_at)
      VALUES ('s1', '2026-03-01', 'visite', 'entrante', 'interessee', 'Une immersion', '${MOMENT}', '${MOMENT}');
    INSERT INTO sollicitation_organisation VALUES ('s1', 'o1');
    INSERT INTO relance (id, organisation_id, sollicitation_id, libelle, echeance, fait_le, reponse_id, created_at, updated_at)
      VALUES ('r1', 'o1', 's1', 'Rappeler', '2026-03-10', NULL, NULL, '${MOMENT}', '${MOMENT}'),
             ('r2', 'o1', NULL, 'Envoyer la grille', '2026-02-10', '2026-03-01', 's1', '${MOMENT}', '${MOMENT}');
  `);
  return sqlite;
}

test('a base of the version before keeps every row, and what can be known is filled in', () => {
  const sqlite = baseDAvant();
  const relances = () =>
    sqlite.prepare('SELECT * FROM relance ORDER BY id').all() as Record<string, unknown>[];
  const avant = relances();
  migrate(sqlite, MIGRATIONS, OPTIONS);
  expect(relances()).toEqual(avant.map((ligne) => ({ ...ligne, evenement: '' })));
  expect(
    sqlite.prepare('SELECT id, stade, dernier_resultat, dernier_sens FROM organisation ORDER BY id').all(),
  ).toEqual([
    { id: 'o1', stade: 'contactee', dernier_resultat: 'interessee', dernier_sens: 'entrante' },
    { id: 'o2', stade: 'a_prospecter', dernier_resultat: '', dernier_sens: '' },
  ]);
  expect(sqlite.prepare('SELECT interlocuteur_id, intitule, qualite FROM fonction').all()).toEqual([
    { interlocuteur_id: 'i1', intitule: 'Gérante', qualite: '' },
  ]);
  expect(
    sqlite.prepare("SELECT rowid FROM organisation_fts WHERE organisation_fts MATCH 'oeuvrard'").all(),
  ).toHaveLength(1);
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
});

test('a follow-up has a day or an event to wait for, never neither', () => {
  const sqlite = baseDAvant();
  migrate(sqlite, MIGRATIONS, OPTIONS);
  const attendre = (evenement: string) =>
    sqlite.prepare("UPDATE relance SET echeance = NULL, evenement = ? WHERE id = 'r1'").run(evenement);
  expect(attendre('après les élections').changes).toBe(1);
  expect(() => attendre('')).toThrow(/CHECK constraint failed: relance_quand/);
});
