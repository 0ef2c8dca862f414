import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours } from '../../shared/dates.ts';
import {
  aRetirer,
  dangerEmplacement,
  type Emplacement,
  formaterMoment,
  formaterTaille,
  phraseSauvegarde,
} from '../../shared/donnees/regles.ts';
import { MOTIFS, type Motif } from '../../shared/donnees/schema.ts';

const une = (jour: string, motif: Motif = 'jour', heure = '08-00-00') => ({
  id: `${jour}_${heure}_${motif}`,
  motif,
});

/** The backups left after `jours` days, one made each day and rotation run each time. */
function apres(jours: number, debut = '2025-01-01') {
  let liste: { id: string; motif: Motif }[] = [];
  for (let rang = 0; rang < jours; rang += 1) {
    liste.push(une(ajouterJours(debut, rang)));
    const retirees = new Set(aRetirer(liste));
    liste = liste.filter(({ id }) => !retirees.has(id));
  }
  return liste
    .map(({ id }) => id.slice(0, 10))
    .sort()
    .reverse();
}

describe('rotation', () => {
  test('a week of work is kept whole', () => {
    expect(apres(7)).toHaveLength(7);
    expect(aRetirer([une('2026-03-24'), une('2026-03-24', 'jour', '07-00-00')])).toEqual([
      '2026-03-24_07-00-00_jour',
    ]);
  });

  test('after two years: seven days, four weeks and twelve months, day after day', () => {
    const jours = apres(730);
    expect(jours.slice(0, 7)).toEqual(
      Array.from({ length: 7 }, (_, rang) => ajouterJours('2026-12-31', -rang)),
    );
    expect(new Set(jours.map((jour) => jour.slice(0, 7))).size).toBe(12);
    expect(jours.length).toBeLessThanOrEqual(7 + 4 + 12);
    expect(jours.length).toBeGreaterThanOrEqual(7 + 3 + 10);
  });

  test('a long absence never empties the list', () => {
    const anciennes = [une('2024-01-05'), une('2024-01-06'), une('2024-02-01')];
    expect(aRetirer(anciennes)).toEqual([]);
  });

  test('whatever the list: the newest of each kind stays, and rotating twice removes nothing more', () => {
    const arbitraire = fc.uniqueArray(
      fc
        .record({ rang: fc.integer({ min: 0, max: 900 }), motif: fc.constantFrom(...MOTIFS) })
        .map(({ rang, motif }) => une(ajouterJours('2024-01-01', rang), motif)),
      { selector: ({ id }) => id, maxLength: 80 },
    );
    fc.assert(
      fc.property(arbitraire, (liste) => {
        const retirees = new Set(aRetirer(liste));
        const gardees = liste.filter(({ id }) => !retirees.has(id));
        for (const motif of MOTIFS) {
          const ids = liste
            .filter((s) => s.motif === motif)
            .map(({ id }) => id)
            .sort();
          if (ids.length > 0) expect(retirees.has(ids.at(-1)!)).toBe(false);
        }
        expect(aRetirer(gardees)).toEqual([]);
      }),
    );
  });
});

describe('place of the data', () => {
  const lieu = (autre: Partial<Emplacement>): Emplacement => ({
    chemin: 'C:\\Users\\karine\\AppData\\Local\\Passerelle\\donnees',
    fichiers: ['passerelle.sqlite', 'passerelle.sqlite-wal', 'exemples.sqlite'],
    racines: [],
    distant: false,
    ...autre,
  });

  test.each<[string, Partial<Emplacement>]>([
    ['the usual place', {}],
    ['a long path of Windows', { chemin: '\\\\?\\C:\\Users\\karine\\AppData\\Local\\Passerelle' }],
    ['a folder whose name only begins like a service', { chemin: '/home/k/Dropboxeur/donnees' }],
    [
      'a neighbour of a synchronised folder',
      {
        racines: [{ service: 'OneDrive', chemin: 'C:\\Users\\karine\\OneDrive' }],
        chemin: 'C:\\Users\\karine\\OneDriveLocal\\donnees',
      },
    ],
  ])('%s is safe', (_cas, autre) => expect(dangerEmplacement(lieu(autre))).toBeNull());

  test.each<[string, Partial<Emplacement>, string, string]>([
    [
      'a declared OneDrive root',
      { racines: [{ service: 'OneDrive', chemin: 'D:\\Perso' }], chemin: 'd:\\perso\\Passerelle' },
      'synchronise',
      'OneDrive',
    ],
    [
      'OneDrive of an organisation',
      { chemin: 'C:\\Users\\k\\OneDrive - Les Ateliers\\Passerelle' },
      'synchronise',
      'OneDrive',
    ],
    ['Dropbox', { chemin: '/home/k/Dropbox/passerelle' }, 'synchronise', 'Dropbox'],
    ['Google Drive', { chemin: '/Users/k/Google Drive/passerelle' }, 'synchronise', 'Google Drive'],
    ['Nextcloud', { chemin: '/home/k/Nextcloud/passerelle' }, 'synchronise', 'Nextcloud'],
    ['a share', { chemin: '\\\\serveur\\commun\\passerelle' }, 'reseau', ''],
    ['a share as a long path', { chemin: '\\\\?\\UNC\\serveur\\commun' }, 'reseau', ''],
    ['a file system of another computer', { distant: true, chemin: '/mnt/commun' }, 'reseau', ''],
    [
      'conflict copies',
      { fichiers: ['passerelle.sqlite', 'passerelle (copie en conflit de Karine).sqlite'] },
      'conflit',
      '',
    ],
    [
      'a copy named after a computer',
      { fichiers: ['passerelle.sqlite', 'passerelle-PC-DE-KARINE.sqlite'] },
      'conflit',
      '',
    ],
  ])('%s is recognised', (_cas, autre, genre, service) =>
    expect(dangerEmplacement(lieu(autre))).toEqual({ genre, service }),
  );
});

describe('words', () => {
  const maintenant = new Date('2026-03-24T09:30:00');
  const simple = (instant: string | null) =>
    phraseSauvegarde(
      { derniere: instant && new Date(instant).toISOString(), echec: false, danger: false },
      maintenant,
    );
  const lisible = (texte: string) => texte.replaceAll('\u00a0', ' ');

  test.each([
    ['2026-03-24T08:02:00', 'Sauvegarde vérifiée à 8 h 02', false],
    ['2026-03-23T17:00:00', 'Sauvegarde vérifiée hier à 17 h', false],
    ['2026-03-22T08:00:00', 'Sauvegarde vérifiée le 22/03/2026 à 8 h', false],
    ['2026-03-21T23:59:00', 'Dernière sauvegarde il y a 3 jours', true],
    [null, 'Pas encore de sauvegarde', true],
  ])('%s → %s', (instant, texte, alerte) => {
    const dite = simple(instant);
    expect({ ...dite, texte: lisible(dite.texte) }).toEqual({ texte, alerte });
  });

  test('a failed backup, then a bad place, come before the last good one', () => {
    const derniere = maintenant.toISOString();
    expect(phraseSauvegarde({ derniere, echec: true, danger: true }, maintenant).texte).toBe(
      'Sauvegarde du jour impossible',
    );
    expect(phraseSauvegarde({ derniere, echec: false, danger: true }, maintenant)).toEqual({
      texte: 'Données mal placées',
      alerte: true,
    });
  });

  test('a moment and a size', () => {
    expect(lisible(formaterMoment(maintenant.toISOString(), maintenant))).toBe('aujourd’hui à 9 h 30');
    expect(
      [0, 999, 1500, 999_499, 1_000_000, 13_400_000].map(formaterTaille).map((t) => t.replace(/\s/g, ' ')),
    ).toEqual(['1 ko', '1 ko', '2 ko', '999 ko', '1,0 Mo', '13,4 Mo']);
  });
});
