import { expect, test } from 'vitest';
import {
  fenetreFrise,
  graduations,
  marquesDe,
  partDe,
  pistesDe,
  placeDe,
} from '../../shared/salaries/frise.ts';
import type { Moment, Trait } from '../../shared/salaries/parcours.ts';

const JOUR = '2026-03-24';
const trait = (sorte: Trait['sorte'], debut: string, fin: string | null): Trait => ({
  ...{ sorte, id: `${sorte} ${debut}`, debut, fin, libelle: 'Texte', precision: '' },
  pauses: [],
  prolongeDepuis: null,
});
const moment = (date: string): Moment => ({
  sorte: 'entretien',
  id: date,
  date,
  libelle: 'Suivi',
  precision: '',
});

test('the whole parcours in whole months, today among them; a PASS does not push the rest into a corner', () => {
  const contrat = trait('contrat', '2025-09-15', '2026-09-14');
  expect(fenetreFrise([contrat], [], JOUR, 'tout')).toEqual({ du: '2025-09-01', au: '2026-09-30' });
  expect(fenetreFrise([contrat, trait('pass', '2025-08-20', '2027-08-19')], [], JOUR, 'tout')).toEqual({
    du: '2025-08-01',
    au: '2026-09-30',
  });
  expect(fenetreFrise([trait('contrat', '2026-03-01', null)], [], JOUR, 'tout')).toEqual({
    du: '2026-03-01',
    au: '2026-08-31',
  });
  expect(fenetreFrise([], [moment('2024-02-29')], JOUR, 'tout')).toEqual({
    du: '2024-02-01',
    au: '2026-03-31',
  });
  expect(fenetreFrise([], [], JOUR, 'trimestre')).toEqual({ du: '2026-02-07', au: '2026-05-08' });
});

test('marks of the time are far enough apart, the year said at each January and at the first', () => {
  const an = graduations({ du: '2025-11-01', au: '2026-04-30' });
  expect(an.map(({ label }) => label)).toEqual(['nov. 2025', 'déc.', 'janv. 2026', 'févr.', 'mars', 'avr.']);
  expect(an[0]!.place).toBe(0);
  expect(graduations({ du: '2020-01-01', au: '2026-12-31' }).length).toBeLessThanOrEqual(14);
  expect(graduations({ du: '1990-01-01', au: '2120-12-31' }).length).toBeLessThanOrEqual(14);
});

test('bars of one lane never share a day; what has no end goes to the edge', () => {
  const fenetre = { du: '2026-01-01', au: '2026-12-31' };
  const [contrats] = pistesDe(
    [trait('contrat', '2025-09-01', '2026-03-31'), trait('contrat', '2026-03-01', null)],
    fenetre,
  );
  expect(contrats).toMatchObject({ sorte: 'contrat', rangee: { etages: 2 } });
  expect(contrats!.rangee.barres).toMatchObject([
    { avant: true, depart: 0, largeur: 90 },
    { barre: { ouverte: true }, depart: 59, largeur: 306 },
  ]);
  expect(pistesDe([trait('contrat', '2024-09-01', '2025-03-31')], fenetre)).toEqual([]);
});

test('a suspension covers its share of what is seen of the bar', () => {
  const fenetre = { du: '2026-01-01', au: '2026-12-31' };
  const barre = { debut: '2025-12-01', fin: '2026-01-10' };
  expect(partDe({ debut: '2026-01-06', fin: null }, barre, fenetre)).toEqual({ depart: 0.5, largeur: 0.5 });
  expect(partDe({ debut: '2025-12-01', fin: '2025-12-31' }, barre, fenetre)).toBeNull();
});

test('moments too close are one mark, others are not', () => {
  const fenetre = { du: '2026-01-01', au: '2026-12-31' };
  const [entretiens] = marquesDe(
    [moment('2025-12-31'), moment('2026-03-01'), moment('2026-03-03'), moment('2026-04-01')],
    fenetre,
  );
  expect(entretiens!.marques.map(({ moments }) => moments.length)).toEqual([2, 1]);
  expect(placeDe('2026-01-01', fenetre)).toBe(0);
});
