import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lireRecherche } from '../../db/recherche.ts';
import { ordreDe } from '../../db/reseau-liste.ts';
import { selectionner, sqlSelection } from '../../db/reseau-selection.ts';
import { normaliser } from '../../shared/normaliser.ts';
import { type ListeFiltres, listeFiltres } from '../../shared/reseau/liste.ts';
import { AUJOURDHUI, type Essai, essai } from '../appui.ts';

const NOMS = [
  'Boulangerie Faure',
  'Boulangerie',
  'Bouchon du Sud',
  'Garage Mounier',
  'Le Fournil',
  'Hôtel Roux',
];
const VILLES = ['', 'Riom', 'Saint-Étienne', 'Bourg'];
const RECHERCHES = [
  '',
  'b',
  'bo',
  'bou',
  'boulang',
  'gerie',
  'ou fau',
  'ga mou',
  'riom',
  'hotel ro',
  'etienne bou',
];

const tirer = fc.record({
  nom: fc.constantFrom(...NOMS),
  ville: fc.constantFrom(...VILLES),
  genre: fc.constantFrom('', 'marchand' as const),
});
const filtrer: fc.Arbitrary<ListeFiltres> = fc
  .record({
    recherche: fc.constantFrom(...RECHERCHES),
    genre: fc.constantFrom('', '', '', 'marchand' as const),
    ville: fc.constantFrom('', '', '', 'Riom'),
    contact: fc.constantFrom('tous', 'tous', 'tous', 'jamais' as const, 'relance' as const),
    archivees: fc.constantFrom(false, false, false, true),
    tri: fc.constantFrom('nom', 'ville', 'echange', 'relance'),
    sens: fc.constantFrom('asc', 'desc'),
  })
  .map((tires) => listeFiltres.parse(tires));

/** Pulls the dates of the list out of a number, so that many are equal and some are absent. */
const jour = (tirage: number) => (tirage % 4 === 0 ? null : `2026-0${1 + (tirage % 4)}-15`);

/** What SQLite answers by itself: every match read, then sorted. */
function parSql(e: Essai, filtres: ListeFiltres): string[] {
  const selection = selectionner({ db: e.depot.base(), today: AUJOURDHUI }, filtres);
  if (selection === null) return [];
  return e.depot
    .base()
    .sqlite.prepare(sqlSelection('o.id', selection, `ORDER BY ${ordreDe(filtres)}`))
    .pluck()
    .all(selection.valeurs) as string[];
}

/** What the words mean, read from the texts without any index. */
function parTextes(e: Essai, { recherche, archivees }: ListeFiltres): string[] {
  const lue = lireRecherche(recherche);
  const textes = e.depot
    .base()
    .sqlite.prepare(
      `SELECT id, nom_tri, cherche || ' ' || cherche_personnes AS texte FROM organisation WHERE archived_at IS ${archivees ? 'NOT' : ''} NULL`,
    )
    .all() as { id: string; nom_tri: string; texte: string }[];
  return textes
    .filter(({ nom_tri, texte }) => {
      if (lue.genre === 'initiale') return nom_tri.startsWith(normaliser(recherche));
      if (lue.genre !== 'mots') return true;
      return (
        lue.parties.every((mot) => texte.includes(mot)) &&
        lue.debuts.every((mot) => ` ${texte}`.includes(` ${mot}`))
      );
    })
    .map(({ id }) => id);
}

test('property: whatever was asked and written before, a page is the one that plain SQL reads', async () => {
  const e = essai();
  try {
    const { sqlite } = e.depot.base();
    const ids: string[] = [];
    const gestes = fc.array(
      fc.record({
        cree: fc.option(tirer),
        change: fc.option(fc.record({ rang: fc.nat(), archive: fc.boolean(), date: fc.nat(99) })),
        filtres: filtrer,
        debut: fc.nat(4),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(gestes, async (suite) => {
        for (const { cree, change, filtres, debut } of suite) {
          if (cree) ids.push((await e.reussir('reseau.create', cree)).id);
          if (change && ids.length > 0) {
            sqlite
              .prepare(
                'UPDATE organisation SET archived_at = ?, dernier_echange = ?, prochaine_relance = ? WHERE id = ?',
              )
              .run(
                change.archive ? AUJOURDHUI : null,
                jour(change.date),
                jour(change.date >> 2),
                ids[change.rang % ids.length],
              );
          }
          const page = await e.reussir('reseau.list', { ...filtres, debut, nombre: 7 });
          const attendues = parSql(e, filtres);
          expect({ total: page.total, ids: page.lignes.map(({ id }) => id) }).toEqual({
            total: attendues.length,
            ids: attendues.slice(debut, debut + 7),
          });
          if (filtres.genre === '' && filtres.ville === '' && filtres.contact === 'tous')
            expect([...attendues].sort()).toEqual(parTextes(e, filtres).sort());
        }
      }),
      { numRuns: 60 },
    );
  } finally {
    e.fermer();
  }
});
