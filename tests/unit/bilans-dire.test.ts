import { expect, test } from 'vitest';
import {
  direAtteint,
  direAvecUnite,
  direBase,
  direEcart,
  direReserves,
  direValeur,
  direVise,
} from '../../shared/bilans/dire.ts';

/** Spaces that do not break read as spaces. */
const lu = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ');

test('each unit reads as people say it; nothing is a dash, never a zero', () => {
  const cas = [
    ['nombre', 1204, '1 204'],
    ['minutes', 36_750, '612 h 30'],
    ['centimes', 1_250_000, '12 500 €'],
    ['centimes', 1_250_050, '12 500,50 €'],
    ['etp', 842, '8,42'],
    ['quotient', 155, '1,55'],
    ['taux', 640, '64 %'],
    ['taux', 641, '64,1 %'],
    ['taux', null, '—'],
  ] as const;
  for (const [unite, valeur, attendu] of cas) expect(lu(direValeur(unite, valeur))).toBe(attendu);
  expect(lu(direAvecUnite('etp', 842))).toBe('8,42 ETP');
});

test('a rate never goes without its base; a quotient says both its terms in their units', () => {
  const taux = { code: 'reseau.accords', genre: 'taux', base: 'échanges' } as const;
  expect(lu(direBase(taux, { valeur: 640, numerateur: 16, denominateur: 25 }))).toBe('16 sur 25 échanges');
  expect(lu(direBase(taux, { valeur: null, numerateur: 0, denominateur: 0 }))).toBe(
    'pas de taux : 0 échanges',
  );
  const rapport = { code: 'immersions.duree_moyenne', genre: 'rapport', base: 'immersions' } as const;
  expect(lu(direBase(rapport, { valeur: 1337, numerateur: 18_720, denominateur: 14 }))).toBe(
    '312 h sur 14 immersions',
  );
  const nombre = { code: 'reseau.echanges', genre: 'nombre', base: 'touchant 521 organisations' } as const;
  expect(direBase(nombre, { valeur: 412, numerateur: null, denominateur: null })).toBe(nombre.base);
});

test('what is set apart says why; a code this version no longer knows is still told', () => {
  const rien = { code: 'immersions.embauche', exclus: [], inconnus: 0, horsFiltre: false };
  expect(direReserves(rien)).toEqual([]);
  expect(
    direReserves({
      ...rien,
      exclus: [
        { raison: 'Pas encore finie', nombre: 3 },
        { raison: 'Retrait', nombre: 1 },
      ],
      inconnus: 2,
      horsFiltre: true,
    }).map(lu),
  ).toEqual([
    'Hors du compte : 4 (Pas encore finie : 3 ; Retrait : 1)',
    'Réponse inconnue : 2',
    'Le filtre du profil ne s’applique pas à ce chiffre',
  ]);
  expect(direReserves({ ...rien, code: 'disparu', exclus: [{ raison: 'Retrait', nombre: 1 }] })[0]).toContain(
    '1 (Retrait)',
  );
});

test('change: a percentage on a large base, the difference itself on a small one, points for a rate', () => {
  const cas = [
    ['nombre', 112, 100, '+12 %'],
    ['nombre', 20, 19, '+1'],
    ['nombre', 17, 20, '−15 %'],
    ['nombre', 1001, 1000, 'stable'],
    ['nombre', 5, 5, '='],
    ['nombre', 5, null, ''],
    ['minutes', 60 * 12, 60 * 10, '+2 h'],
    ['minutes', 60 * 30, 60 * 20, '+50 %'],
    ['taux', 640, 615, '+2,5 points'],
    ['taux', 600, 615, '−1,5 point'],
    ['taux', null, 615, ''],
    ['etp', 842, 800, '+0,42'],
    ['centimes', 150_000, 100_000, '+50 %'],
  ] as const;
  for (const [unite, valeur, avant, attendu] of cas)
    expect(lu(direEcart(unite, valeur, avant))).toBe(attendu);
});

test('an objective says its side, and whether it is reached in words', () => {
  const vise = {
    unite: 'taux',
    objectif: { valeur: 600, source: 'Convention' },
    atteint: true,
    sens: 'hausse',
  } as const;
  expect([lu(direVise(vise)), direAtteint(vise)]).toEqual(['60 %', 'Atteint']);
  expect(lu(direVise({ ...vise, sens: 'baisse' }))).toBe('au plus 60 %');
  expect([direVise({ ...vise, objectif: null }), direAtteint({ atteint: null })]).toEqual(['', '']);
  expect(direAtteint({ atteint: false })).toBe('Non atteint');
});

test('a base that names its unit says it once', () => {
  const realisation = { code: 'etp.realisation', genre: 'rapport', base: 'ETP conventionnés' } as const;
  expect(lu(direBase(realisation, { valeur: 1126, numerateur: 1239, denominateur: 1100 }))).toBe(
    '12,39 ETP sur 11,00 ETP conventionnés',
  );
});
