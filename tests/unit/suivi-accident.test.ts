import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours } from '../../shared/dates.ts';
import {
  type Accident,
  ajouterHeures,
  ajouterHeuresOuvrables,
  declarantDe,
  direReste,
  etapesDe,
  instantDe,
  instantLocal,
  prochaineEtape,
} from '../../shared/immersions/regles-accident.ts';

describe('48 hours without Sundays and holidays', () => {
  test.each([
    ['a Monday', '2026-03-23T10:00', '2026-03-25T10:00'],
    ['a Friday: over the Sunday', '2026-03-27T16:00', '2026-03-30T16:00'],
    ['a Saturday', '2026-03-28T10:00', '2026-03-31T10:00'],
    ['a Sunday: from its end', '2026-03-29T10:00', '2026-04-01T00:00'],
    ['before Easter Monday', '2026-04-03T08:00', '2026-04-07T08:00'],
    ['the eve of 1 May, which is a Friday', '2026-04-30T12:00', '2026-05-04T12:00'],
    ['over the new year', '2026-12-31T15:30', '2027-01-04T15:30'],
    ['the end of February of a leap year', '2028-02-28T09:00', '2028-03-01T09:00'],
    ['from midnight', '2026-03-23T00:00', '2026-03-25T00:00'],
    ['up to midnight of a Saturday', '2026-03-26T00:00', '2026-03-28T00:00'],
  ])('%s', (_, depuis, attendu) => {
    expect(ajouterHeuresOuvrables(depuis, 48)).toBe(attendu);
  });

  test('Alsace and Moselle have Good Friday and 26 December too', () => {
    expect(ajouterHeuresOuvrables('2026-04-02T08:00', 48)).toBe('2026-04-04T08:00');
    expect(ajouterHeuresOuvrables('2026-04-02T08:00', 48, true)).toBe('2026-04-07T08:00');
  });

  test('never earlier than on the clock, never on the day left out but at its start', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(1439), fc.nat(200), (rang, minute, heures) => {
        const depuis = instantLocal(ajouterJours('2025-01-01', rang), minute);
        expect(ajouterHeuresOuvrables(depuis, heures) >= ajouterHeures(depuis, heures)).toBe(true);
      }),
    );
  });
});

test('24 hours are 24 hours, Sunday or not', () => {
  expect(ajouterHeures('2026-03-28T10:05', 24)).toBe('2026-03-29T10:05');
  expect(ajouterHeures('2026-12-31T23:59', 24)).toBe('2027-01-01T23:59');
});

test('an instant of the machine is that of its clock', () => {
  expect(instantDe(new Date('2026-03-24T09:05:59'))).toBe('2026-03-24T09:05');
});

describe('time left, in words', () => {
  test.each([
    ['2026-03-24T15:00', 'il reste 5 h'],
    ['2026-03-24T10:40', 'il reste 40 minutes'],
    ['2026-03-24T10:01', 'il reste 1 minute'],
    ['2026-03-24T10:00', 'il reste 1 minute'],
    ['2026-03-26T09:59', 'il reste 47 h'],
    ['2026-03-26T10:00', 'il reste 2 jours'],
    ['2026-03-26T13:00', 'il reste 2 jours et 3 h'],
    ['2026-03-24T09:59', 'en retard de 1 minute'],
    ['2026-03-24T06:30', 'en retard de 3 h'],
    ['2026-03-21T10:00', 'en retard de 3 jours'],
  ])('%s', (limite, attendu) => {
    expect(direReste(limite, '2026-03-24T10:00').replaceAll('\u00a0', ' ')).toBe(attendu);
  });
});

const ACI = { genre: 'ACI', raisonSociale: 'Les Ateliers du Val' };
const ETTI = { genre: 'ETTI', raisonSociale: 'Val Intérim' };

describe('who declares', () => {
  test.each([
    [ACI, 'maintenu', 'employeur', 'Les Ateliers du Val', true],
    [ACI, 'suspendu', 'prescripteur', 'Les Ateliers du Val', true],
    [ACI, '', 'employeur', 'Les Ateliers du Val', true],
    [ETTI, 'maintenu', 'employeur', 'Val Intérim', true],
    [ETTI, 'suspendu', 'prescripteur', 'Cap emploi 63', false],
    [null, 'maintenu', 'employeur', '', true],
  ] as const)('%j, contract « %s »', (structure, modeContrat, qualite, nom, nous) => {
    expect(declarantDe(structure, { modeContrat, prescripteurNom: 'Cap emploi 63' })).toMatchObject({
      qualite,
      nom,
      nous,
    });
  });
});

describe('steps', () => {
  const ACCIDENT: Accident = {
    date: '2026-03-27',
    heure: 16 * 60,
    informeLe: null,
    transmisLe: null,
    declareLe: null,
  };
  const nous = declarantDe(ACI, { modeContrat: 'maintenu', prescripteurNom: '' });
  const autre = declarantDe(ETTI, { modeContrat: 'suspendu', prescripteurNom: 'Cap emploi 63' });
  const limites = (accident: Partial<Accident>, declarant = nous) =>
    etapesDe({ ...ACCIDENT, ...accident }, declarant).map(({ code, limite }) => [code, limite]);

  test('who declares itself has nothing to pass on', () => {
    expect(limites({})).toEqual([
      ['informe', '2026-03-28T16:00'],
      ['declare', '2026-03-30T16:00'],
    ]);
  });

  test('the 48 hours run from the day the one who declares knew', () => {
    expect(limites({ informeLe: '2026-03-28T09:00' })[1]).toEqual(['declare', '2026-03-31T09:00']);
    expect(limites({ informeLe: '2026-03-28T09:00' }, autre)).toEqual([
      ['informe', '2026-03-28T16:00'],
      ['transmis', null],
      ['declare', '2026-03-31T09:00'],
    ]);
    const transmis = { informeLe: '2026-03-28T09:00', transmisLe: '2026-03-30T10:00' };
    expect(limites(transmis, autre)[2]).toEqual(['declare', '2026-04-01T10:00']);
  });

  test('an unknown hour counts from the start of the day', () => {
    expect(limites({ heure: null })[0]).toEqual(['informe', '2026-03-28T00:00']);
  });

  test('the next step is the first not done, none once declared', () => {
    const prochaine = (accident: Partial<Accident>) =>
      prochaineEtape(etapesDe({ ...ACCIDENT, ...accident }, autre))?.code;
    expect(prochaine({})).toBe('informe');
    expect(prochaine({ informeLe: '2026-03-28T09:00' })).toBe('transmis');
    expect(prochaine({ informeLe: '2026-03-28T09:00', transmisLe: '2026-03-28T09:30' })).toBe('declare');
    expect(prochaine({ declareLe: '2026-03-28T09:00' })).toBeUndefined();
  });
});
