import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours } from '../../shared/dates.ts';
import { calendrier } from '../../shared/immersions/horaires.ts';
import {
  CONTENU_VIDE,
  type ContenuPoint,
  type ImmersionSuivie,
  type PointGarde,
  pointsDe,
} from '../../shared/immersions/regles-points.ts';
import { SEMAINE } from '../immersions.ts';

/** Tuesday 7 to Friday 24 April 2026: three weeks, to put a project to the test. */
const TROIS_SEMAINES: ImmersionSuivie = {
  statut: 'signee',
  objet: 'confirmer',
  debut: '2026-04-07',
  fin: '2026-04-24',
  finPrevue: null,
  bilanLe: null,
  horaires: SEMAINE,
  feriesTravailles: false,
};

const LUNDI_PAQUES = '2026-04-06';

const garde = (
  cle: string,
  reste: Partial<PointGarde> = {},
  dit: Partial<ContenuPoint> = {},
): PointGarde => ({
  id: `id-${cle}`,
  cle,
  genre: 'fin',
  echeance: '2026-04-24',
  faitLe: null,
  retire: false,
  contenu: { ...CONTENU_VIDE, ...dit },
  ...reste,
});

const lus = (
  reste: Partial<ImmersionSuivie> = {},
  today = '2026-01-01',
  gardes: readonly PointGarde[] = [],
) =>
  pointsDe({ ...TROIS_SEMAINES, ...reste }, gardes, today).map(({ cle, echeance, etat }) =>
    [cle, echeance.slice(5), etat].join(' '),
  );

const A_VENIR = [
  'debut 04-07 a_venir',
  'semaine-2026-04-06 04-10 a_venir',
  'semaine-2026-04-13 04-17 a_venir',
  'fin 04-24 a_venir',
  'bilan-3 04-27 a_venir',
  'bilan-10 05-04 a_venir',
];

describe('points that follow from the dates', () => {
  test('start, each week, end, then the bilan', () => {
    expect(lus()).toEqual(A_VENIR);
  });

  test.each(['decouvrir', 'recruter', ''])('no weekly point for « %s »', (objet) => {
    expect(lus({ objet })).toEqual(A_VENIR.filter((ligne) => !ligne.startsWith('semaine')));
  });

  test.each(['brouillon', 'refusee', 'annulee'])('none for a convention that is « %s »', (statut) => {
    expect(lus({ statut })).toEqual([]);
  });

  test.each([
    ['one day: the last day says it all', { fin: '2026-04-07' }, ['fin 04-07', 'bilan-3 04-10']],
    // The 9th is a Thursday: three days on is a Sunday.
    ['the bilan is asked for on a working day', { fin: '2026-04-09' }, ['fin 04-09', 'bilan-3 04-13']],
    // Friday 8 May is a holiday, then comes the weekend.
    ['nor on a holiday', { fin: '2026-05-05' }, ['fin 05-05', 'bilan-3 05-11']],
    ['it ends on its last day of presence', { fin: '2026-04-26' }, ['fin 04-24', 'bilan-3 04-29']],
    [
      'a day off moves the end',
      { fin: '2026-04-10', exceptions: [{ date: '2026-04-10', plages: [] }] },
      ['fin 04-09', 'bilan-3 04-13'],
    ],
    ['nothing without hours but the bilan', { horaires: [[], [], [], [], [], [], []] }, ['bilan-3 04-27']],
    ['nothing without dates', { debut: null, fin: null }, []],
  ] as const)('%s', (_, reste, attendus) => {
    const points = lus(reste as Partial<ImmersionSuivie>).map((ligne) => ligne.replace(' a_venir', ''));
    expect(points.filter((ligne) => !/^(debut|semaine|bilan-10)/.test(ligne))).toEqual(attendus);
  });

  test('a holiday of the first day puts the start off, unless it is worked', () => {
    expect(lus({ debut: LUNDI_PAQUES })[0]).toBe('debut 04-07 a_venir');
    expect(lus({ debut: LUNDI_PAQUES, feriesTravailles: true })[0]).toBe('debut 04-06 a_venir');
  });

  test('stopped before its end: the bilan alone is left, counted from the last day there was', () => {
    expect(lus({ fin: '2026-04-15', finPrevue: '2026-04-24', statut: 'terminee' })).toEqual([
      'bilan-3 04-20 a_venir',
      'bilan-10 04-27 a_venir',
    ]);
  });

  test('once the bilan is done nobody asks for it', () => {
    expect(lus({ bilanLe: '2026-04-24' }, '2026-05-10')).toEqual([
      'debut 04-07 passe',
      'semaine-2026-04-06 04-10 passe',
      'semaine-2026-04-13 04-17 passe',
      'fin 04-24 en_retard',
    ]);
  });
});

describe('what is to be done on a day', () => {
  test.each([
    ['2026-04-06', []],
    ['2026-04-07', ['debut du']],
    ['2026-04-08', ['debut en_retard']],
    ['2026-04-10', ['semaine-2026-04-06 du']],
    ['2026-04-16', ['semaine-2026-04-06 en_retard']],
    ['2026-04-24', ['fin du']],
    ['2026-04-26', ['fin en_retard']],
    ['2026-04-27', ['bilan-3 du']],
    ['2026-05-03', ['bilan-3 en_retard']],
    ['2026-05-04', ['bilan-10 du']],
    ['2026-07-23', ['bilan-10 en_retard']],
    // Ninety days after the end.
    ['2026-07-24', []],
  ])('on %s: %j', (today, attendus) => {
    const presses = lus({}, today).filter((ligne) => /(du|en_retard)$/.test(ligne));
    expect(presses.map((ligne) => ligne.replace(/ \d\d-\d\d/, ''))).toEqual(attendus);
  });

  test('a later point that was held lets the earlier ones go', () => {
    expect(lus({}, '2026-04-25', [garde('fin', { faitLe: '2026-04-24' })]).slice(0, 4)).toEqual([
      'debut 04-07 passe',
      'semaine-2026-04-06 04-10 passe',
      'semaine-2026-04-13 04-17 passe',
      'fin 04-24 tenu',
    ]);
  });
});

describe('held, moved, added, taken off', () => {
  test('a moved point keeps its day while the dates stand', () => {
    const deplace = garde('fin', { echeance: '2026-04-23' }, { prevu: '2026-04-24' });
    expect(lus({}, '2026-01-01', [deplace])).toContain('fin 04-23 a_venir');
    // The end is put off: the move was made from another day.
    expect(lus({ fin: '2026-04-29' }, '2026-01-01', [deplace])).toContain('fin 04-29 a_venir');
  });

  test('moved dates carry the points along; those held stay what they were', () => {
    const tenu = garde('semaine-2026-04-06', {
      genre: 'semaine',
      echeance: '2026-04-10',
      faitLe: '2026-04-10',
    });
    expect(lus({ debut: '2026-05-18', fin: '2026-05-22' }, '2026-01-01', [tenu])).toEqual([
      'semaine-2026-04-06 04-10 tenu',
      'debut 05-18 a_venir',
      'fin 05-22 a_venir',
      'bilan-3 05-26 a_venir',
      'bilan-10 06-01 a_venir',
    ]);
    expect(lus({ statut: 'annulee' }, '2026-05-01', [tenu])).toEqual(['semaine-2026-04-06 04-10 tenu']);
  });

  test('an added point stays until it is done, unless the immersion does not take place', () => {
    const ajoute = garde('x', { genre: 'libre', echeance: '2026-04-09' }, { titre: 'Essayer la caisse' });
    expect(lus({}, '2026-04-20', [ajoute])).toContain('x 04-09 en_retard');
    expect(lus({ fin: '2026-04-15', finPrevue: '2026-04-24' }, '2026-04-20', [ajoute])).toContain(
      'x 04-09 en_retard',
    );
    expect(lus({ statut: 'annulee' }, '2026-04-20', [ajoute])).toEqual([]);
  });

  test('a point taken off is not asked for any more', () => {
    expect(lus({}, '2026-01-01', [garde('fin', { retire: true })])).toEqual(
      A_VENIR.filter((ligne) => !ligne.startsWith('fin')),
    );
  });

  test('the next point agreed on comes by itself, unless its day has one already', () => {
    const tenu = (prochain: string) =>
      garde('debut', { genre: 'debut', echeance: '2026-04-07', faitLe: '2026-04-07' }, { prochain });
    expect(lus({}, '2026-04-08', [tenu('2026-04-14')])).toContain('suite-id-debut 04-14 a_venir');
    expect(lus({}, '2026-04-16', [tenu('2026-04-14')])).toContain('suite-id-debut 04-14 en_retard');
    expect(lus({}, '2026-04-08', [tenu('2026-04-10')]).join()).not.toContain('suite-');
    const repris = garde('suite-id-debut', { genre: 'suite', echeance: '2026-04-10', faitLe: '2026-04-10' });
    expect(lus({}, '2026-04-12', [tenu('2026-04-10'), repris])).toContain('suite-id-debut 04-10 tenu');
  });
});

const jourQuelconque = fc.integer({ min: 0, max: 1500 }).map((rang) => ajouterJours('2025-01-01', rang));
const immersionQuelconque = fc
  .record({
    debut: jourQuelconque,
    duree: fc.integer({ min: 0, max: 62 }),
    objet: fc.constantFrom('confirmer', 'decouvrir'),
    feriesTravailles: fc.boolean(),
    travailles: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    absents: fc.array(fc.integer({ min: 0, max: 62 }), { maxLength: 5 }),
  })
  .map(
    ({ debut, duree, travailles, absents, ...reste }): ImmersionSuivie => ({
      ...TROIS_SEMAINES,
      ...reste,
      debut,
      fin: ajouterJours(debut, duree),
      horaires: travailles.map((travaille) => (travaille ? [{ debut: 540, fin: 720 }] : [])),
      exceptions: absents.map((rang) => ({ date: ajouterJours(debut, rang), plages: [] })),
    }),
  );

describe('whatever the dates', () => {
  test('what happens on the spot falls on a day of presence, once a day; keys are their own', () => {
    fc.assert(
      fc.property(immersionQuelconque, jourQuelconque, (immersion, today) => {
        const points = pointsDe(immersion, [], today);
        const presents = new Set(calendrier(immersion).map(({ date }) => date));
        const surPlace = points.filter(({ genre }) => genre !== 'bilan').map(({ echeance }) => echeance);
        expect(surPlace.every((jour) => presents.has(jour))).toBe(true);
        expect(new Set(surPlace).size).toBe(surPlace.length);
        expect(new Set(points.map(({ cle }) => cle)).size).toBe(points.length);
        expect(surPlace.length > 0).toBe(presents.size > 0);
      }),
    );
  });

  test('one point at most is to be done at a time', () => {
    fc.assert(
      fc.property(immersionQuelconque, jourQuelconque, (immersion, today) => {
        const presses = pointsDe(immersion, [], today).filter(
          ({ etat }) => etat === 'du' || etat === 'en_retard',
        );
        expect(presses.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
