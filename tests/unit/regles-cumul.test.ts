import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours, ajouterMois } from '../../shared/dates.ts';
import {
  clotureDe,
  dateDe,
  fenetresAuBord,
  fenetresDeFinDeMois,
  joursCommuns,
  moisPlusTard,
  rangDe,
} from '../../shared/immersions/fenetre.ts';
import { AILLEURS, type Autre, autre, dossier, niveau, trouver } from '../dossier-immersion.ts';

const avec = (...immersions: Autre[]) => ({ salarie: { immersions } });

describe('the window of twelve months', () => {
  const jour = fc.integer({ min: 0, max: 1500 }).map((rang) => rangDe('2023-06-01') + rang);
  const periode = fc
    .tuple(jour, fc.integer({ min: 0, max: 60 }))
    .map(([debut, duree]) => ({ debut, fin: debut + duree }));

  test('the worst of the windows that are tried is the worst of all', () => {
    fc.assert(
      fc.property(
        fc.array(periode, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, 6, 12),
        (periodes, mois) => {
          const celle = periodes[0]!;
          const pire = (fenetres: { debut: number; fin: number }[]) => {
            const lues = fenetres.map((bornes) => periodes.map((lue) => joursCommuns(lue, bornes)));
            return [
              Math.max(...lues.map((communs) => communs.reduce((somme, lu) => somme + lu, 0))),
              Math.max(...lues.map((communs) => communs.filter((lu) => lu > 0).length)),
            ];
          };
          const toutes: { debut: number; fin: number }[] = [];
          for (let debut = celle.debut - 31 * (mois + 1); debut <= celle.fin; debut += 1) {
            const bornes = { debut, fin: clotureDe(debut, mois) };
            if (joursCommuns(celle, bornes) > 0) toutes.push(bornes);
          }
          const bords = [...fenetresAuBord(periodes, mois), ...fenetresDeFinDeMois(celle, mois)].filter(
            (bornes) => joursCommuns(celle, bornes) > 0,
          );
          expect(pire(bords)).toEqual(pire(toutes));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('days as numbers and days as texts are the same days, leap years and month ends included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -40, max: 40 }), (rang, mois) => {
        const date = ajouterJours('1980-01-01', rang);
        expect(dateDe(rangDe(date))).toBe(date);
        expect(dateDe(moisPlusTard(rangDe(date), mois))).toBe(ajouterMois(date, mois));
      }),
    );
  });
});

describe('the sentences name the figures and the dates', () => {
  const avant = autre('2026-02-03', '2026-02-27', { numero: '2026-004' });

  test('what is done already, since when, both counts, and how late it may end', () => {
    const long = autre('2026-03-02', '2026-03-31', { numero: '2026-009', renouvelleId: 'i-2026-02-03' });
    expect(trouver(dossier({}, avec(avant, long)), 'cumul')).toMatchObject({
      niveau: 'bloquant',
      titre: 'Cumul dans cet accueil : 66 jours sur 60',
      phrase:
        '55 jours déjà faits chez ce même accueil depuis le 03/02/2026 (2026-004, 2026-009) ; 60 au plus. Avec celle-ci : 66 jours de calendrier, 50 jours de présence. Finissez le 11/04/2026 au plus tard.',
    });
    expect(niveau(dossier({ fin: '2026-04-11' }, avec(avant, long)), 'cumul')).toBe('juste');
    expect(niveau(dossier({ fin: '2026-04-12' }, avec(avant, long)), 'cumul')).toBe('bloquant');
  });

  test('nothing yet', () => {
    expect(trouver(dossier(), 'cumul')?.phrase).toBe(
      'Première convention avec cet accueil en 12 mois ; en tout 11 jours de calendrier, 9 jours de présence.',
    );
  });

  test('one convention too many says which ones, and from when it is possible', () => {
    const lu = avec(
      autre('2025-06-02', '2025-06-06', { numero: 'A' }),
      autre('2025-11-03', '2025-11-14', { numero: 'B' }),
    );
    expect(trouver(dossier({}, lu), 'cumul')?.phrase).toBe(
      '2 conventions au plus, et il y a déjà la A du 02/06/2025 au 06/06/2025, la B du 03/11/2025 au 14/11/2025. Possible à partir du 06/06/2026.',
    );
    const plus = { debut: '2026-06-06', fin: '2026-06-10' };
    expect(niveau(dossier(plus, lu), 'cumul')).toBe('juste');
    expect(niveau(dossier({ ...plus, debut: '2026-06-05' }, lu), 'cumul')).toBe('bloquant');
  });
});

test('days of presence are counted when the structure says so', () => {
  const passe = avec(
    autre('2026-01-05', '2026-02-04'),
    autre('2026-02-05', '2026-03-04', { renouvelleId: 'i-2026-01-05' }),
  );
  expect(niveau(dossier({}, passe), 'cumul')).toBe('bloquant');
  const seuils = [{ code: 'cumulDecompte' as const, depuis: '2026-01-01', valeur: 2, reference: '' }];
  expect(trouver(dossier({}, { ...passe, seuils }), 'cumul')).toMatchObject({
    niveau: 'juste',
    titre: 'Cumul dans cet accueil : 52 jours sur 60',
    seuil: expect.stringContaining('Jours de présence, au lieu de Jours de calendrier'),
  });
});

test('a draft never blocks: it is looked at', () => {
  const autres = [
    autre('2025-11-03', '2025-11-14'),
    autre('2025-06-02', '2025-06-06', { statut: 'brouillon' }),
  ];
  expect(trouver(dossier({}, avec(...autres)), 'cumul')).toMatchObject({
    niveau: 'a_voir',
    phrase: expect.stringContaining('Brouillons compris.'),
  });
});

test('neither a refused convention nor another host counts; two records of one SIRET are one host', () => {
  const siret = '424 143 089 00037';
  const compte = (...autres: Autre[]) => trouver(dossier({}, avec(...autres)), 'cumul')?.titre;
  expect(compte(autre('2025-11-03', '2025-11-14', { statut: 'refusee' }))).toContain('11 jours');
  expect(compte(autre('2025-11-03', '2025-11-14', { organisation: AILLEURS }))).toContain('11 jours');
  expect(compte(autre('2025-11-03', '2025-11-14', { organisation: { ...AILLEURS, siret } }))).toContain(
    '23 jours',
  );
  expect(
    compte(autre('2025-11-03', '2025-11-14', { organisation: { ...AILLEURS, siret: '42414308900037' } })),
  ).toContain('23 jours');
});

describe('two immersions at once', () => {
  const ailleurs = { organisation: AILLEURS, numero: '2026-020' };

  test('the hours that cross are named; other hours of the same day too', () => {
    const meme = autre('2026-04-08', '2026-04-10', ailleurs);
    expect(trouver(dossier({}, avec(meme)), 'chevauchement')?.phrase).toBe(
      'Chez Ailleurs, du 08/04/2026 au 10/04/2026. Attendue aux deux endroits le 08/04/2026 de 9\u00a0h à 12\u00a0h.',
    );
    const soir = [0, 1, 2, 3, 4, 5, 6].map(() => [{ debut: 1080, fin: 1140 }]);
    expect(trouver(dossier({}, avec({ ...meme, horaires: soir })), 'chevauchement')?.phrase).toContain(
      '3 jours en commun dès le 08/04/2026, à d’autres heures.',
    );
    const dimanche = [0, 1, 2, 3, 4, 5, 6].map((rang) => (rang === 6 ? [{ debut: 540, fin: 720 }] : []));
    expect(trouver(dossier({}, avec({ ...meme, horaires: dimanche })), 'chevauchement')?.phrase).toContain(
      'Aucun jour de présence en commun',
    );
  });

  test.each([
    [13 * 60, undefined],
    [13 * 60 + 1, 'a_voir'],
  ])('35 h here and %i minutes elsewhere in a week: %s', (minutes, attendu) => {
    const samedi = [0, 1, 2, 3, 4, 5, 6].map((rang) => (rang === 5 ? [{ debut: 0, fin: minutes }] : []));
    const lu = avec(autre('2026-04-13', '2026-04-19', { ...ailleurs, horaires: samedi }));
    expect(niveau(dossier({}, lu), 'semaine-cumulee')).toBe(attendu);
  });
});
