import { describe, expect, test } from 'vitest';
import type { Horaires } from '../../shared/immersions/horaires.ts';
import { dossier, niveau, trouver } from '../dossier-immersion.ts';
import { SEMAINE } from '../immersions.ts';

const tousLesJours = (...plages: [number, number][]): Horaires =>
  [0, 1, 2, 3, 4, 5, 6].map(() => plages.map(([debut, fin]) => ({ debut: debut * 60, fin: fin * 60 })));
const certainsJours = (jours: readonly number[], ...plages: [number, number][]): Horaires =>
  tousLesJours(...plages).map((lues, rang) => (jours.includes(rang) ? lues : []));

/** From Monday to Sunday. */
const SEMAINE_PLEINE = { debut: '2026-04-13', fin: '2026-04-19' };

const mineure = { salarie: { naissance: '2009-01-01' } };
const avecParent = { representantLegal: 'Sophie Diallo' };

describe('night', () => {
  /** From Monday evening to Tuesday morning. */
  const nuit: Horaires = SEMAINE.map((_, rang) =>
    rang === 0 ? [{ debut: 21 * 60, fin: 1440 }] : rang === 1 ? [{ debut: 0, fin: 5 * 60 }] : [],
  );

  test('written on two days, it is said as one presence', () => {
    const lu = dossier({ horaires: nuit, debut: '2026-04-13', fin: '2026-04-14' });
    expect(trouver(lu, 'nuit')?.titre).toBe(
      'Présence de nuit : 21\u00a0h le 13/04/2026 à 5\u00a0h le 14/04/2026, 8 h de suite',
    );
    expect(niveau(lu, 'nuit-coupee')).toBeUndefined();
    expect(niveau(lu, 'repos')).toBeUndefined();
  });

  test.each([
    ['2026-04-14', '2026-04-20', 'La nuit du 13/04/2026 est coupée à minuit'],
    ['2026-04-13', '2026-04-13', 'La nuit du 13/04/2026 est coupée à minuit'],
  ])('from %s to %s, half of it is lost', (debut, fin, titre) => {
    expect(trouver(dossier({ horaires: nuit, debut, fin }), 'nuit-coupee')).toMatchObject({
      niveau: 'a_voir',
      titre,
    });
  });

  test('it begins at 22 h under 18, and is forbidden there', () => {
    const soir = (fin: number) => dossier({ ...avecParent, horaires: tousLesJours([18, fin]) }, mineure);
    expect(niveau(soir(22), 'nuit')).toBeUndefined();
    expect(trouver(soir(22.5), 'nuit')).toMatchObject({ reference: 'L3163-2' });
  });
});

describe('under 18', () => {
  test.each([
    ['semaine', SEMAINE, 'juste'],
    ['semaine', certainsJours([0, 1, 2, 3, 4, 5], [9, 15]), 'a_voir'],
    ['repos', certainsJours([0, 1, 2, 3, 4], [7, 12], [16, 19]), undefined],
    ['repos', certainsJours([0, 1, 2, 3, 4], [7, 12], [16, 19.5]), 'a_voir'],
  ])('%s: limits of their own', (code, horaires, attendu) => {
    expect(niveau(dossier({ ...avecParent, ...SEMAINE_PLEINE, horaires }, mineure), code)).toBe(attendu);
  });
});

test.each([
  [[0, 1, 2, 3, 4, 5], undefined],
  [[0, 1, 2, 3, 4, 5, 6], 'a_voir'],
])('days %j of the week: %s', (jours, attendu) => {
  expect(
    niveau(dossier({ ...SEMAINE_PLEINE, horaires: certainsJours(jours, [9, 12]) }), 'jours-semaine'),
  ).toBe(attendu);
});

describe('holidays', () => {
  test('all those worked are named; the first of May is apart', () => {
    const lu = { debut: '2026-05-01', fin: '2026-05-08', feriesTravailles: true };
    expect(trouver(dossier(lu), 'ferie')).toMatchObject({
      titre: 'Présence 2 jours fériés : 01/05/2026 (fête du Travail), 08/05/2026 (Victoire de 1945)',
      reference: 'L3133-4',
    });
    expect(trouver(dossier({ ...lu, debut: '2026-05-02' }), 'ferie')).toMatchObject({ reference: 'L3133-1' });
    expect(niveau(dossier({ ...lu, feriesTravailles: false }), 'ferie')).toBeUndefined();
  });

  test('a day of its own on a holiday is a presence on a holiday', () => {
    const exceptions = [{ date: '2026-05-08', plages: [{ debut: 540, fin: 720 }] }];
    expect(niveau(dossier({ debut: '2026-05-04', fin: '2026-05-12', exceptions }), 'ferie')).toBe('a_voir');
    const repos = [{ date: '2026-05-08', plages: [] }];
    expect(
      niveau(dossier({ debut: '2026-05-04', fin: '2026-05-12', exceptions: repos }), 'ferie'),
    ).toBeUndefined();
  });

  const alsace = (codePostal: string, alsaceMoselle: boolean, debut: string, reste = {}) => {
    const { accueil } = dossier().saisie;
    const fin = debut;
    return dossier({ debut, fin, alsaceMoselle, accueil: { ...accueil, codePostal }, ...reste });
  };
  test.each([
    ['67000', false, '2026-04-03', 'a_voir'],
    ['68100', false, '2026-12-26', 'a_voir'],
    ['57000', false, '2026-04-02', undefined],
    ['57000', true, '2026-04-03', undefined],
    ['88000', false, '2026-04-03', undefined],
    ['88000', true, '2026-04-03', 'a_voir'],
    ['', true, '2026-04-03', undefined],
  ])('at %s, Alsace and Moselle ticked %s, on %s: %s', (codePostal, coche, debut, attendu) => {
    expect(niveau(alsace(codePostal, coche, debut), 'alsace-moselle')).toBe(attendu);
  });

  test('the postcode is the one of the site, when there is one', () => {
    const site = {
      id: 'x',
      nom: 'Annexe',
      siret: '',
      adresse: '1 quai',
      codePostal: '67000',
      ville: 'Strasbourg',
    };
    const lu = dossier(
      { debut: '2026-04-03', fin: '2026-04-03', siteId: 'x' },
      { organisation: { sites: [site] } },
    );
    expect(trouver(lu, 'alsace-moselle')?.phrase).toContain('67000');
  });
});

describe('days of their own', () => {
  const jour = (date: string) => ({ date, plages: [{ debut: 540, fin: 720 }] });
  test.each([
    [['2026-04-07', '2026-04-17'], undefined],
    [['2026-04-07', '2026-04-06'], 'debut'],
    [['2026-04-18', '2026-04-08'], 'fin'],
  ])('%j: out of the period, see %s', (dates, champ) => {
    expect(trouver(dossier({ exceptions: dates.map(jour) }), 'exception-hors')?.champ).toBe(champ);
  });

  test('twice the same', () => {
    const exceptions = ['2026-04-08', '2026-04-09', '2026-04-08'].map(jour);
    expect(trouver(dossier({ exceptions }), 'exception-double')).toMatchObject({ champ: 'exceptions.2' });
  });
});
