import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anneesSession,
  coutPedagogique,
  coutsSession,
  ENTIER,
  partsPartenaires,
  poidsPart,
  repartir,
  type SessionACouter,
} from '../../shared/formation/couts.ts';
import { direPart, lirePart } from '../../shared/formation/part.ts';
import { boucler, calculerLignes, type LigneFinancement } from '../../shared/formation/regles-financement.ts';

/** 21 hours at 14 € per hour and trainee, eight trainees, on working time. */
const session = (reste: Partial<SessionACouter> = {}): SessionACouter => ({
  debut: '2026-03-02',
  minutes: 21 * 60,
  surTempsTravail: true,
  placesMax: 12,
  stagiairesPrevus: 8,
  coutMode: 'heure_stagiaire',
  coutCentimes: 1400,
  creneaux: [],
  partenaires: [],
  engages: 0,
  ...reste,
});

const COUT_HORAIRE = () => 1200;
const bref = (couts: ReturnType<typeof coutsSession>) =>
  couts.map(({ phase, exercice, centimes }) => [phase, exercice, centimes]);

describe('a share as it is typed', () => {
  test.each([
    ['70', 700],
    ['70 %', 700],
    ['33,3', 333],
    ['33.33 %', 333],
    ['1/3', 333],
    ['2/3', 667],
    ['0,5', 5],
    ['100', 1000],
    ['', null],
    ['1/0', null],
    ['soixante', null],
    ['-5', null],
  ])('%s', (texte, attendu) => expect(lirePart(texte)).toBe(attendu));

  test('is written as it reads', () => {
    for (const part of [1, 5, 333, 667, 700, 1000]) expect(lirePart(direPart(part))).toBe(part);
  });
});

describe('a shared amount', () => {
  test('loses and makes no cent, whatever the shares', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000_000),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }),
        (centimes, poids) => {
          const sur = poids.reduce((somme, lu) => somme + lu, 0);
          const parts = repartir(centimes, poids, sur);
          expect(parts.reduce((somme, lu) => somme + lu, 0)).toBe(centimes);
          parts.forEach((part, rang) => {
            expect(Math.abs(part - (centimes * poids[rang]!) / sur)).toBeLessThan(1);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  test('70 / 30 of an odd amount, three thirds, a part that leaves the rest, nothing at all', () => {
    expect(repartir(1001, [700, 300].map(poidsPart), ENTIER)).toEqual([701, 300]);
    expect(repartir(100_000, [333, 333, 334].map(poidsPart), ENTIER)).toEqual([33_334, 33_333, 33_333]);
    expect(repartir(100_000, [333, 666].map(poidsPart), ENTIER)).toEqual([33_333, 66_667]);
    expect(repartir(1000, [poidsPart(500)], ENTIER)).toEqual([500]);
    expect(repartir(1000, [], ENTIER)).toEqual([]);
    expect(repartir(1000, [1], 0)).toEqual([0]);
  });
});

describe('the cost of a session', () => {
  test('per hour and trainee: those planned until somebody is engaged', () => {
    expect(coutPedagogique(session())).toBe(8 * 21 * 1400);
    expect(coutPedagogique(session({ engages: 6 }))).toBe(6 * 21 * 1400);
    expect(coutPedagogique(session({ stagiairesPrevus: 0 }))).toBe(0);
    // 17 h 30 at 13,33 €: rounded once, at the end.
    expect(coutPedagogique(session({ minutes: 1050, coutCentimes: 1333, stagiairesPrevus: 7 }))).toBe(
      163_293,
    );
  });

  test('flat: minus what partners bear, by their share or their seats', () => {
    const forfait = session({ coutMode: 'forfait', coutCentimes: 120_000 });
    expect(coutPedagogique(forfait)).toBe(120_000);
    const partage = { ...forfait, partenaires: [{ places: 4, part: null }] };
    expect(partsPartenaires(partage)).toEqual([40_000]);
    expect(coutPedagogique(partage)).toBe(80_000);
    expect(coutPedagogique({ ...forfait, partenaires: [{ places: 4, part: 250 }] })).toBe(90_000);
    // More seats than the session has, or shares above the whole: never more than the price.
    expect(coutPedagogique({ ...forfait, placesMax: 2, partenaires: [{ places: 4, part: null }] })).toBe(0);
    const tout = [
      { places: 1, part: 800 },
      { places: 1, part: 700 },
    ];
    expect(coutPedagogique({ ...forfait, partenaires: tout })).toBe(0);
  });

  test('wages of the hours on working time, and nothing on one’s own time', () => {
    expect(bref(coutsSession(session(), [], COUT_HORAIRE))).toEqual([
      ['pedagogique', 2026, 8 * 21 * 1400],
      ['salaires', 2026, 8 * 21 * 1200],
    ]);
    expect(bref(coutsSession(session({ surTempsTravail: false }), [], COUT_HORAIRE))).toEqual([
      ['pedagogique', 2026, 8 * 21 * 1400],
    ]);
  });

  test('over two years, by the hours of each; wages at the cost of each year', () => {
    const creneaux = [
      { date: '2026-12-30', debut: 540, fin: 720 },
      { date: '2026-12-31', debut: 540, fin: 720 },
      { date: '2027-01-04', debut: 540, fin: 720 },
    ];
    const deux = session({ debut: '2026-12-30', minutes: 540, creneaux, stagiairesPrevus: 2 });
    expect(anneesSession(deux, creneaux)).toEqual([
      { annee: 2026, minutes: 360, premier: '2026-12-30' },
      { annee: 2027, minutes: 180, premier: '2027-01-04' },
    ]);
    expect(bref(coutsSession(deux, [], (date) => (date < '2027-01-01' ? 1200 : 1300)))).toEqual([
      ['pedagogique', 2026, 2 * 6 * 1400],
      ['pedagogique', 2027, 2 * 3 * 1400],
      ['salaires', 2026, 2 * 6 * 1200],
      ['salaires', 2027, 2 * 3 * 1300],
    ]);
  });

  test('typed costs stand in place of the formula of their phase, real ones before planned ones', () => {
    const saisis = [
      { phase: 'pedagogique', exercice: 2026, prevuCentimes: 200_000, reelCentimes: 190_000 },
      { phase: 'pedagogique', exercice: 2026, prevuCentimes: 5000, reelCentimes: null },
      { phase: 'ingenierie', exercice: 2027, prevuCentimes: 30_000, reelCentimes: null },
    ];
    expect(coutsSession(session({ surTempsTravail: false }), saisis, COUT_HORAIRE)).toEqual([
      {
        phase: 'ingenierie',
        exercice: 2027,
        prevuCentimes: 30_000,
        reelCentimes: null,
        centimes: 30_000,
        calcule: false,
      },
      {
        phase: 'pedagogique',
        exercice: 2026,
        prevuCentimes: 205_000,
        reelCentimes: 195_000,
        centimes: 195_000,
        calcule: false,
      },
    ]);
  });
});

describe('funding lines', () => {
  const ligne = (reste: Partial<LigneFinancement> = {}): LigneFinancement => ({
    organisationId: 'opco',
    phase: 'pedagogique',
    exercice: 2026,
    part: 700,
    prevuCentimes: null,
    mouvements: [],
    ...reste,
  });
  const couts = coutsSession(session({ surTempsTravail: false }), [], COUT_HORAIRE);
  const une = (reste: Partial<LigneFinancement>) => calculerLignes([ligne(reste)], couts)[0]!;
  const avec = (...mouvements: [string, number][]) =>
    une({ mouvements: mouvements.map(([genre, centimes]) => ({ genre, centimes })) });

  test('shares follow the cost of their phase and year, amounts stay', () => {
    const deux = calculerLignes(
      [ligne(), ligne({ part: 300 }), ligne({ part: null, prevuCentimes: 5000 })],
      couts,
    );
    expect(deux.map(({ retenu }) => retenu)).toEqual([164_640, 70_560, 5000]);
    expect(une({ exercice: 2027 }).retenu).toBe(0);
    expect(une({ phase: 'annexes' }).retenu).toBe(0);
  });

  test('each step of a line, and what is still to come', () => {
    expect(avec()).toMatchObject({ etat: 'a_demander', retenu: 164_640, accorde: 0 });
    expect(avec(['demande', 150_000])).toMatchObject({ etat: 'demande', retenu: 150_000 });
    expect(avec(['demande', 150_000], ['accorde', 120_000])).toMatchObject({
      etat: 'accorde',
      retenu: 120_000,
      aRecevoir: 120_000,
    });
    expect(avec(['demande', 150_000], ['refuse', 150_000])).toMatchObject({ etat: 'refuse', retenu: 0 });
    expect(avec(['refuse', 1])).toMatchObject({ etat: 'refuse', retenu: 0 });
    expect(avec(['demande', 150_000], ['refuse', 50_000])).toMatchObject({
      etat: 'demande',
      retenu: 100_000,
    });
    expect(avec(['accorde', 1000], ['avance', 800], ['facture', 1000])).toMatchObject({
      etat: 'facture',
      aRecevoir: 1000,
      aRembourser: 800,
    });
    expect(avec(['accorde', 1000], ['avance', 800], ['verse', 300])).toMatchObject({
      etat: 'verse_en_partie',
      aRecevoir: 700,
      aRembourser: 500,
    });
    expect(avec(['accorde', 1000], ['verse', 1000])).toMatchObject({ etat: 'solde', aRecevoir: 0 });
    expect(avec(['verse', 400])).toMatchObject({ etat: 'verse_en_partie', aRecevoir: 0 });
  });

  test('what remains to the structure, with and without own funds', () => {
    const lignes = [ligne(), ligne({ organisationId: null, part: 200 })];
    const calculees = calculerLignes(lignes, couts).map((lue, rang) => ({
      ...lue,
      organisationId: lignes[rang]!.organisationId,
    }));
    expect(calculees[1]!.etat).toBe('propres');
    expect(boucler(235_200, calculees)).toEqual({
      cout: 235_200,
      financeurs: 164_640,
      accorde: 0,
      propres: 47_040,
      resteACharge: 70_560,
      ecart: 23_520,
    });
    expect(boucler(100_000, calculees)).toMatchObject({ resteACharge: 0, ecart: -111_680 });
  });
});
