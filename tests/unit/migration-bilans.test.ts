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
const contratId = idDeRang(5);

/** A base as the version before wrote it. */
function remplirAvant(chemin: string): void {
  const sqlite = new Sqlite(chemin);
  migrate(sqlite, MIGRATIONS.slice(0, 4), OPTIONS);
  sqlite.exec(`
    INSERT INTO structure (id, raison_sociale, genre, ville, updated_at)
      VALUES (1, 'Les Ateliers du Val', 'ACI', 'Riom', '${MOMENT}');
    INSERT INTO organisation (id, nom, nom_tri, cherche, created_at, updated_at)
      VALUES ('${idDeRang(2)}', 'Œuvrard & fils', 'oeuvrard fils', 'oeuvrard fils', '${MOMENT}', '${MOMENT}');
    INSERT INTO salarie (id, prenom, nom, nom_tri, sexe, naissance, created_at, updated_at)
      VALUES ('${salarieId}', 'Aminata', 'N’Diaye', 'n diaye aminata', 'F', '1991-07-14', '${MOMENT}', '${MOMENT}');
    INSERT INTO contrat (id, salarie_id, nature, debut, fin, minutes_hebdo, suite, updated_at)
      VALUES ('${contratId}', '${salarieId}', 'cddi', '2025-03-01', '2025-10-31', 1560, 'emploi', '${MOMENT}');
    INSERT INTO seuil (code, depuis, valeur, reference, updated_at)
      VALUES ('cumulJours', '2026-01-01', 45, 'accord', '${MOMENT}');
    INSERT INTO sollicitation (id, date, canal, sens, resultat, created_at, updated_at)
      VALUES ('${idDeRang(7)}', '2025-05-12', 'telephone', 'sortante', 'accord', '${MOMENT}', '${MOMENT}');
    INSERT INTO sollicitation_organisation (sollicitation_id, organisation_id)
      VALUES ('${idDeRang(7)}', '${idDeRang(2)}');
  `);
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

test('people, contracts, exchanges and thresholds cross as they were', async () => {
  const { reussir, depot } = franchir();
  expect(await reussir('salaries.get', { id: salarieId })).toMatchObject({
    prenom: 'Aminata',
    contrats: [{ id: contratId, debut: '2025-03-01', fin: '2025-10-31', suite: 'emploi' }],
  });
  expect(await reussir('parametres.seuils', {})).toMatchObject([{ code: 'cumulJours', valeur: 45 }]);
  expect(depot.base().sqlite.pragma('foreign_key_check')).toEqual([]);
});

test('the years before are told at once: a bilan of last year counts what was noted then', async () => {
  const { reussir } = franchir();
  const { id } = await reussir('bilans.ouvrir', {
    profil: 'ddets',
    debut: '2025-01-01',
    fin: '2025-12-31',
  });
  const { bilan } = await reussir('bilans.get', { id });
  const valeurs = new Map(
    bilan.sections.flatMap(({ lignes }) => lignes.map(({ code, mesure }) => [code, mesure.valeur])),
  );
  expect(valeurs.get('publics.presents')).toBe(1);
  expect(valeurs.get('entonnoir.offres')).toBe(0);
  expect(valeurs.get('sorties.dynamiques')).toBeNull();
  const { sansSortie } = await reussir('sorties.list', {});
  expect(sansSortie.map(({ salarie }) => salarie.id)).toEqual([salarieId]);
});

test('what is sent from then on is guarded', async () => {
  const { reussir, appeler } = franchir();
  const { id } = await reussir('bilans.ouvrir', {
    profil: 'reseau',
    debut: '2025-01-01',
    fin: '2025-12-31',
  });
  expect((await appeler('sollicitations.archive', { id: idDeRang(7) })).ok).toBe(true);
  await reussir('sollicitations.restore', { id: idDeRang(7) });
  await reussir('bilans.emettre', { id });
  expect(await appeler('sollicitations.archive', { id: idDeRang(7) })).toMatchObject({
    ok: false,
    error: { code: 'fige' },
  });
});
