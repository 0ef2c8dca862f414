import { describe, expect, test } from 'vitest';
import {
  anneesDe,
  anneeUtile,
  douteNumeroAnnexe,
  echeancesAnnuelles,
  prochaineEcheance,
} from '../../shared/conventions/regles.ts';
import type { EcheanceLue } from '../../shared/conventions/schema.ts';

const echeance = (champs: Partial<EcheanceLue>): EcheanceLue => ({
  id: '1',
  libelle: 'Bilan',
  date: '2026-03-31',
  debut: null,
  fin: null,
  renduLe: null,
  ...champs,
});

describe('the number of an annexe', () => {
  test.each([
    ['', '2026-01-01'],
    ['ACI063260012A1', '2026-01-01'],
    ['aci 063 26 0012 a1', '2026-01-01'],
    ['EI02A26AB12', '2026-05-01'],
    ['ETTI971260001A0M0', '2026-01-01'],
  ])('%s reads well', (numero, debut) => {
    expect(douteNumeroAnnexe(numero, debut)).toBeNull();
  });
  test('another form, or another year, is pointed at', () => {
    expect(douteNumeroAnnexe('0012', '2026-01-01')).toContain('forme habituelle');
    expect(douteNumeroAnnexe('ACI063250012A1', '2026-01-01')).toContain('dit 2025');
  });
});

test('the year that matters is the one of the day, or the nearest', () => {
  const convention = { debut: '2024-09-01', fin: '2026-08-31' };
  expect(anneesDe(convention)).toEqual([2024, 2025, 2026]);
  expect(['2020-01-01', '2025-06-01', '2030-01-01'].map((jour) => anneeUtile(convention, jour))).toEqual([
    2024, 2025, 2026,
  ]);
});

test('29 February falls on the 28th of a common year, and no day is made up beyond 2199', () => {
  const generer = (debut: string, fin: string) =>
    echeancesAnnuelles({ debut, fin, echeances: [] }, '02-29').map(({ date }) => date);
  expect(generer('2026-01-01', '2027-12-31')).toEqual(['2027-02-28', '2028-02-29']);
  expect(generer('2198-01-01', '2199-12-31')).toEqual(['2199-02-28']);
});

test('a bilan already awaited for that day or that period is not doubled', () => {
  const annee = { debut: '2026-01-01', fin: '2026-12-31' };
  const connues = (champs: Partial<EcheanceLue>) => ({ ...annee, echeances: [echeance(champs)] });
  expect(echeancesAnnuelles(connues({ date: '2027-03-31' }), '03-31')).toEqual([]);
  expect(echeancesAnnuelles(connues({ date: '2027-02-15', ...annee }), '03-31')).toEqual([]);
  expect(echeancesAnnuelles(connues({ date: '2027-02-15' }), '03-31')).toHaveLength(1);
});

test('the next thing to hand in is the oldest that was not', () => {
  const liste = [
    echeance({ id: 'tard', date: '2027-03-31' }),
    echeance({ id: 'tot', date: '2026-03-31' }),
    echeance({ id: 'rendu', date: '2025-03-31', renduLe: '2025-03-30' }),
  ];
  expect(prochaineEcheance(liste)?.id).toBe('tot');
  expect(prochaineEcheance(liste.slice(2))).toBeNull();
});
