import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations.ts';
import { type Essai, essai, idDeRang } from '../appui.ts';
import { dossierVide } from '../fixtures/depot.ts';

const OPTIONS = { now: () => new Date('2026-11-22T08:00:00Z'), backup: () => undefined };
const MOMENT = '2026-03-01T08:00:00.000Z';

const salarieId = idDeRang(4);
const immersionId = idDeRang(6);

/** Papers issued by the version before: several editions, one about a follow-up point, one whose PDF was not kept. */
const PAPIERS = [
  { id: 'p1', genre: 'convention', objet: '', edition: 1, sha256: 'a'.repeat(64), taille: 4096 },
  { id: 'p2', genre: 'convention', objet: '', edition: 2, sha256: '', taille: 0 },
  { id: 'p3', genre: 'note', objet: 'point-1', edition: 1, sha256: 'b'.repeat(64), taille: 2048 },
];

/** A base as the version before wrote it. */
function remplirAvant(chemin: string): void {
  const sqlite = new Sqlite(chemin);
  migrate(sqlite, MIGRATIONS.slice(0, 3), OPTIONS);
  sqlite.exec(`
    INSERT INTO structure (id, raison_sociale, genre, ville, updated_at)
      VALUES (1, 'Les Ateliers du Val', 'ACI', 'Riom', '${MOMENT}');
    INSERT INTO membre (id, prenom, nom, created_at, updated_at)
      VALUES ('${idDeRang(1)}', 'Karine', 'Brunet', '${MOMENT}', '${MOMENT}');
    INSERT INTO organisation (id, nom, nom_tri, cherche, created_at, updated_at)
      VALUES ('${idDeRang(2)}', 'Œuvrard & fils', 'oeuvrard fils', 'oeuvrard fils', '${MOMENT}', '${MOMENT}');
    INSERT INTO salarie (id, prenom, nom, nom_tri, sexe, naissance, telephone, cherche, created_at, updated_at, archived_at)
      VALUES ('${salarieId}', 'Aminata', 'N’Diaye', 'n diaye aminata', 'F', '1991-07-14', '0612345678', 'aminata n diaye', '${MOMENT}', '${MOMENT}', NULL),
             ('${idDeRang(14)}', 'Noël', 'Œuvrard', 'oeuvrard noel', 'H', '1975-12-25', '', 'noel oeuvrard', '${MOMENT}', '${MOMENT}', '${MOMENT}');
    INSERT INTO contrat (id, salarie_id, nature, debut, fin, minutes_hebdo, updated_at)
      VALUES ('${idDeRang(5)}', '${salarieId}', 'cddi', '2025-09-01', '2026-02-28', 1560, '${MOMENT}'),
             ('${idDeRang(15)}', '${salarieId}', 'cddi', '2026-03-01', NULL, NULL, '${MOMENT}');
    INSERT INTO immersion (id, numero, statut, salarie_id, organisation_id, debut, fin, horaires, created_at, updated_at)
      VALUES ('${immersionId}', '2026-001', 'prete', '${salarieId}', '${idDeRang(2)}', '2026-04-07', '2026-04-17', '[[],[],[],[],[],[],[]]', '${MOMENT}', '${MOMENT}');
  `);
  const papier = sqlite.prepare(
    `INSERT INTO document_emis (id, immersion_id, genre, objet_id, edition, emis_le, auteur_id, donnees, sha256, taille)
     VALUES (?, ?, ?, ?, ?, '${MOMENT}', '${idDeRang(1)}', '{"dit":"mot à mot"}', ?, ?)`,
  );
  for (const { id, genre, objet, edition, sha256, taille } of PAPIERS)
    papier.run(id, immersionId, genre, objet, edition, sha256, taille);
  sqlite.close();
}

let e: Essai | undefined;
afterEach(() => e?.fermer());

/** The application of today, opened on that base. */
function franchir(): Essai {
  const dossier = dossierVide();
  remplirAvant(join(dossier, 'passerelle.sqlite'));
  e = essai(dossier);
  return e;
}

test('issued papers cross word for word, each still of its immersion', () => {
  const { sqlite } = franchir().depot.base();
  expect(sqlite.prepare('SELECT * FROM document_emis ORDER BY id').all()).toEqual(
    PAPIERS.map(({ id, genre, objet, edition, sha256, taille }) => ({
      id,
      immersion_id: immersionId,
      session_id: null,
      genre,
      objet_id: objet,
      edition,
      emis_le: MOMENT,
      auteur_id: idDeRang(1),
      donnees: '{"dit":"mot à mot"}',
      sha256,
      taille,
    })),
  );
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
});

test('a paper belongs to an immersion or to a session, never to both nor to none', () => {
  const { sqlite } = franchir().depot.base();
  const poser = (immersion: string | null, session: string | null) =>
    sqlite
      .prepare(
        `INSERT INTO document_emis (id, immersion_id, session_id, genre, edition, emis_le, donnees)
         VALUES ('neuf', ?, ?, 'convention', 9, '${MOMENT}', '{}')`,
      )
      .run(immersion, session);
  expect(() => poser(null, null)).toThrow(/CHECK/);
  expect(() => poser(immersionId, idDeRang(99))).toThrow(/CHECK/);
  poser(immersionId, null);
});

test('people and their contracts cross as they were; what nobody said yet is empty', async () => {
  const { reussir, depot } = franchir();
  const { sqlite } = depot.base();
  expect(await reussir('salaries.get', { id: salarieId })).toMatchObject({
    prenom: 'Aminata',
    nom: 'N’Diaye',
    sexe: 'F',
    naissance: '1991-07-14',
    telephone: '0612345678',
    contrats: [
      { id: idDeRang(5), nature: 'cddi', debut: '2025-09-01', fin: '2026-02-28', minutesHebdo: 1560 },
      { id: idDeRang(15), nature: 'cddi', debut: '2026-03-01', fin: null, minutesHebdo: null },
    ],
  });
  expect(
    sqlite.prepare('SELECT ville, permis, horaires_possibles, prescripteur_id, support FROM salarie').all(),
  ).toEqual(
    Array(2).fill({ ville: '', permis: '[]', horaires_possibles: '[]', prescripteur_id: null, support: '' }),
  );
  expect((await reussir('salaries.list', { etat: 'archives' })).length).toBe(1);
  expect((await reussir('immersions.list', {})).lignes).toMatchObject([{ numero: '2026-001' }]);
});

test('a contract taken away frees the one that renewed it', () => {
  const { sqlite } = franchir().depot.base();
  sqlite.prepare('UPDATE contrat SET renouvelle_id = ? WHERE id = ?').run(idDeRang(5), idDeRang(15));
  sqlite.prepare('DELETE FROM contrat WHERE id = ?').run(idDeRang(5));
  expect(sqlite.prepare('SELECT renouvelle_id FROM contrat').pluck().all()).toEqual([null]);
});
