import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ajouterJours, ajouterMois } from '../../shared/dates.ts';
import {
  type Demande,
  mesurerSaturation,
  NIVEAUX_SATURATION,
  SATURATION_DEFAUT,
  saturationReglage,
} from '../../shared/reseau/saturation.ts';

const MARDI = '2026-03-24';
const le = (date: string, auteur: string | null = null): Demande => ({ date, auteur });
const demandes = (nombre: number, date = '2026-01-15') => Array.from({ length: nombre }, () => le(date));
const mesurer = (
  posees: readonly Demande[],
  immersions: { debut: string; fin: string }[] = [],
  reglage = {},
  today = MARDI,
) => mesurerSaturation(posees, immersions, { ...SATURATION_DEFAUT, ...reglage }, today);
/** Non-breaking spaces read as plain ones. */
const dit = (phrase: string) => phrase.replaceAll('\u00a0', ' ');

test('nothing asked, and the words of the sheet', () => {
  expect(dit(mesurer([]).phrase)).toBe(
    'Aucune demande en 6 mois ; alerte à 5. Vous pouvez proposer une immersion.',
  );
  const { niveau, charge, phrase } = mesurer(demandes(2), [{ debut: '2025-12-01', fin: '2025-12-12' }]);
  expect([niveau, charge]).toEqual(['soutenue', 3]);
  expect(dit(phrase)).toBe(
    '2 demandes et 1 immersion en 6 mois ; alerte à 5. Vous pouvez proposer une immersion.',
  );
});

test.each([
  [2, 'calme', false],
  [3, 'soutenue', false],
  [4, 'soutenue', true],
  [5, 'saturee', true],
] as const)('%i requests against a threshold of 5: %s', (nombre, niveau, limite) => {
  expect(mesurer(demandes(nombre))).toMatchObject({ niveau, limite });
});

test('one short of the threshold says so before the request', () => {
  expect(dit(mesurer(demandes(4)).phrase)).toBe(
    '4 demandes en 6 mois ; alerte à 5. Une demande de plus atteindrait l’alerte.',
  );
});

test('who called last and the day it will have rested', () => {
  const posees = [...demandes(4, '2025-11-04'), le('2025-12-01', 'D. Morel'), le('2026-03-12', 'K. Brunet')];
  const { phrase, jusquAu, derniere } = mesurer(posees);
  expect(derniere).toEqual({ date: '2026-03-12', auteur: 'K. Brunet' });
  expect(jusquAu).toBe('2026-05-04');
  expect(dit(phrase)).toBe(
    '6 demandes en 6 mois, la dernière le 12/03 par K. Brunet : laissez-la souffler jusqu’au 4 mai.',
  );
});

test('another year is said', () => {
  expect(dit(mesurer(demandes(5, '2025-12-02'), [], { mois: 18 }).phrase)).toBe(
    '5 demandes en 18 mois, la dernière le 02/12/2025 : laissez-la souffler jusqu’au 2 juin 2027.',
  );
});

test('the window opens the day after the same quantième and closes today', () => {
  expect(mesurer([le('2025-09-24')]).demandes).toBe(0);
  expect(mesurer([le('2025-09-25')]).demandes).toBe(1);
  expect(mesurer([le(MARDI)]).demandes).toBe(1);
  expect(mesurer([le('2026-03-25')]).demandes).toBe(0);
});

test('an immersion counts from its first day, and as long as its last one is in the window', () => {
  const accueils = (debut: string, fin: string) => mesurer([], [{ debut, fin }]).immersions;
  expect(accueils('2025-09-10', '2025-09-24')).toBe(0);
  expect(accueils('2025-09-10', '2025-09-25')).toBe(1);
  expect(accueils(MARDI, '2026-04-10')).toBe(1);
  expect(accueils('2026-03-25', '2026-04-10')).toBe(0);
});

test('what an immersion weighs', () => {
  const deux = [
    { debut: '2026-01-05', fin: '2026-01-16' },
    { debut: '2026-03-23', fin: '2026-04-03' },
  ];
  expect(mesurer([], deux, { poidsImmersion: 0 })).toMatchObject({ charge: 0, niveau: 'calme' });
  expect(dit(mesurer([], deux, { poidsImmersion: 0 }).phrase)).toMatch(/^Aucune demande en 6 mois/);
  const lourdes = mesurer(demandes(1), deux, { poidsImmersion: 2 });
  expect(lourdes).toMatchObject({ charge: 5, niveau: 'saturee', jusquAu: '2026-07-15' });
  expect(dit(lourdes.phrase)).toBe(
    '1 demande et 2 immersions (chacune comptée pour 2) en 6 mois, la dernière demande le 15/01 : laissez-la souffler jusqu’au 15 juillet.',
  );
});

test('a day that a month lacks is forgotten on the first of the next', () => {
  expect(mesurer(demandes(5, '2026-08-31'), [], {}, '2026-09-01').jusquAu).toBe('2027-03-01');
});

test('the settings hold between 1 and 36 months, 1 and 50 requests', () => {
  for (const [champ, bons, mauvais] of [
    ['mois', [1, 36], [0, 37, 1.5]],
    ['seuil', [1, 50], [0, 51, 2.5]],
    ['poidsImmersion', [0, 5], [-1, 6]],
    ['alerteA', [0.1, 1], [0, 1.1]],
  ] as const) {
    for (const valeur of bons)
      expect(saturationReglage.safeParse({ ...SATURATION_DEFAUT, [champ]: valeur }).success).toBe(true);
    for (const valeur of mauvais)
      expect(saturationReglage.safeParse({ ...SATURATION_DEFAUT, [champ]: valeur }).success).toBe(false);
  }
});

const jours = fc.integer({ min: -500, max: 30 }).map((ecart) => ajouterJours(MARDI, ecart));
const tirees = fc.array(
  jours.map((date) => le(date)),
  { maxLength: 20 },
);
const accueillies = fc.array(
  fc.tuple(jours, fc.nat(40)).map(([debut, duree]) => ({ debut, fin: ajouterJours(debut, duree) })),
  { maxLength: 6 },
);
const reglages = fc.record({
  mois: fc.integer({ min: 1, max: 36 }),
  seuil: fc.integer({ min: 1, max: 50 }),
  poidsImmersion: fc.integer({ min: 0, max: 5 }),
  alerteA: fc.constantFrom(0.1, 0.6, 1),
});
const rang = (niveau: (typeof NIVEAUX_SATURATION)[number]) => NIVEAUX_SATURATION.indexOf(niveau);

test('property: one more request never makes it look less asked', () => {
  fc.assert(
    fc.property(tirees, accueillies, reglages, jours, (posees, immersions, reglage, date) => {
      const avant = mesurer(posees, immersions, reglage);
      const apres = mesurer([...posees, le(date)], immersions, reglage);
      expect(rang(apres.niveau)).toBeGreaterThanOrEqual(rang(avant.niveau));
      expect(apres.charge).toBeGreaterThanOrEqual(avant.charge);
      if (avant.jusquAu) expect(apres.jusquAu! >= avant.jusquAu).toBe(true);
    }),
  );
});

test('property: it is under the threshold on the day said, and was not the day before', () => {
  fc.assert(
    fc.property(tirees, accueillies, reglages, (posees, immersions, reglage) => {
      // What has not begun would count later: « if nothing is asked until then » leaves it out.
      const faites = posees.filter(({ date }) => date <= MARDI);
      const commencees = immersions.filter(({ debut }) => debut <= MARDI);
      const { jusquAu, niveau } = mesurer(faites, commencees, reglage);
      expect(jusquAu === null).toBe(niveau !== 'saturee');
      if (jusquAu === null) return;
      expect(jusquAu > MARDI).toBe(true);
      expect(jusquAu <= ajouterJours(ajouterMois(ajouterJours(MARDI, 70), reglage.mois), 4)).toBe(true);
      expect(mesurer(faites, commencees, reglage, jusquAu).niveau).not.toBe('saturee');
      expect(mesurer(faites, commencees, reglage, ajouterJours(jusquAu, -1)).niveau).toBe('saturee');
    }),
  );
});
