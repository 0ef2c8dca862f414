import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours } from '../../shared/dates.ts';
import {
  AXES_ANNEE,
  attenduAu,
  calculerAnnee,
  cleMetier,
  compterFigure,
  direObjectif,
  dureesDe,
  FIGURES_ANNEE,
  type ImmersionVecue,
  retenues,
} from '../../shared/immersions/objectifs.ts';

function vecue(id: string, reste: Partial<ImmersionVecue> = {}): ImmersionVecue {
  return {
    id,
    debut: '2026-02-02',
    fin: '2026-02-13',
    jours: 10,
    minutes: 4200,
    renouvelleId: null,
    salarieId: 's',
    organisationId: 'o',
    objet: 'confirmer',
    hote: 'marchand',
    secteur: 'espaces_verts',
    metier: '',
    romeCode: '',
    sexe: 'F',
    bilan: null,
    embauche: false,
    ...reste,
  };
}

const TODAY = '2026-06-30';
const CONNUS = { objet: ['decouvrir', 'confirmer', 'recruter'] };

describe('the year', () => {
  test('begun in the year and up to today; what comes later is apart', () => {
    const annee = calculerAnnee(
      [
        vecue('a', { debut: '2025-12-31', fin: '2026-01-15' }),
        vecue('b', { debut: '2026-01-01' }),
        vecue('c', { debut: TODAY, fin: TODAY }),
        vecue('d', { debut: '2026-07-01' }),
        vecue('e', { debut: '2025-06-30' }),
        vecue('f', { debut: '2025-07-01' }),
      ],
      [{ axe: 'total', code: '', nombre: 30 }],
      CONNUS,
      2026,
      TODAY,
    );
    expect(annee.total).toEqual({
      code: '',
      valeur: 2,
      precedent: 1,
      precedentEntier: 3,
      objectif: 30,
      attendu: 15,
    });
    expect(annee.aVenir).toBe(1);
    expect(annee.axes.objet.map(({ code, valeur }) => [code, valeur])).toEqual([
      ['decouvrir', 0],
      ['confirmer', 2],
      ['recruter', 0],
    ]);
  });

  test('a year over has no pace, a year to come has nothing done', () => {
    const toutes = [vecue('a', { debut: '2025-05-05' }), vecue('b', { debut: '2027-01-04' })];
    const passee = calculerAnnee(toutes, [{ axe: 'total', code: '', nombre: 3 }], {}, 2025, TODAY);
    expect(passee).toMatchObject({
      enCours: false,
      aVenir: 0,
      total: { valeur: 1, attendu: null, objectif: 3 },
    });
    const future = calculerAnnee(toutes, [], {}, 2027, TODAY);
    expect(future).toMatchObject({ enCours: false, aVenir: 1, total: { valeur: 0, precedentEntier: 0 } });
  });

  test('a bilan that is not closed is missing once the last day is past', () => {
    const bilan = { realisation: 'complete', objectifs: 'oui', decision: 'embauche' };
    const { axes } = calculerAnnee(
      [
        vecue('a', { fin: '2026-06-29' }),
        vecue('b', { fin: TODAY }),
        vecue('c', { bilan }),
        vecue('d', { bilan: { realisation: '', objectifs: '', decision: '' } }),
      ],
      [],
      { realisation: ['complete', 'partielle'] },
      2026,
      TODAY,
    );
    expect(axes.realisation.map(({ code, valeur }) => [code, valeur])).toEqual([
      ['complete', 1],
      ['partielle', 0],
      ['manquant', 1],
      ['pas_finie', 1],
      ['', 1],
    ]);
  });

  test('with renewals, a convention and its renewal are one immersion, of the year of the first', () => {
    const toutes = [
      vecue('a', { debut: '2025-12-01', jours: 10, minutes: 600 }),
      vecue('b', { debut: '2026-01-05', jours: 5, minutes: 300, renouvelleId: 'a' }),
      vecue('c', { debut: '2026-02-02', jours: 8, minutes: 480 }),
      vecue('d', { debut: '2026-03-02', jours: 4, minutes: 240, renouvelleId: 'c' }),
    ];
    expect(dureesDe(toutes, 2026, TODAY)).toEqual({
      sans: { nombre: 3, jours: 17, minutes: 1020 },
      avec: { nombre: 1, jours: 12, minutes: 720 },
    });
    expect(dureesDe(toutes, 2025, TODAY)).toEqual({
      sans: { nombre: 1, jours: 10, minutes: 600 },
      avec: { nombre: 1, jours: 15, minutes: 900 },
    });
    expect(dureesDe([], 2026, TODAY).avec).toEqual({ nombre: 0, jours: 0, minutes: 0 });
  });

  test.each([
    [30, '2026-01-01', 0],
    [365, '2026-01-01', 1],
    [30, '2026-06-30', 15],
    [30, '2026-12-31', 30],
    [366, '2028-02-29', 60],
    [0, '2026-05-05', 0],
  ])('an even pace towards %i is, on %s, %i', (objectif, jour, attendu) => {
    expect(attenduAu(objectif, jour)).toBe(attendu);
  });

  test('an aim in words: what is done, out of what, and what the pace would be', () => {
    const mesure = { code: '', valeur: 14, precedent: 0, precedentEntier: 0, objectif: 30, attendu: 16 };
    expect(direObjectif(mesure).replace(/\u00a0/g, ' ')).toBe(
      '14 sur 30 ; au rythme de l’année : 16 attendues à ce jour',
    );
    expect(direObjectif({ ...mesure, attendu: null })).toBe('14 sur 30');
    expect(direObjectif({ ...mesure, objectif: null })).toBe('');
  });

  test('a métier is its ROME code, typed or chosen, else its words', () => {
    expect(cleMetier({ romeCode: 'A1203', metier: 'Ouvrier' })).toBe('A1203');
    expect(cleMetier({ romeCode: '', metier: 'A1203 Ouvrier paysagiste' })).toBe('A1203');
    expect(cleMetier({ romeCode: '', metier: ' Œuvrier  Paysagiste' })).toBe(
      cleMetier({ romeCode: '', metier: 'oeuvrier paysagiste' }),
    );
    expect(cleMetier({ romeCode: '', metier: '' })).toBe('');
  });
});

describe('against an oracle', () => {
  const jour = fc.integer({ min: 0, max: 1400 }).map((ecart) => ajouterJours('2024-01-01', ecart));
  const une = fc.record({
    debut: jour,
    duree: fc.integer({ min: 0, max: 30 }),
    jours: fc.integer({ min: 0, max: 22 }),
    salarieId: fc.constantFrom('s1', 's2', 's3'),
    organisationId: fc.constantFrom('o1', 'o2', 'o3', 'o4'),
    objet: fc.constantFrom('', 'decouvrir', 'confirmer', 'recruter'),
    hote: fc.constantFrom('', 'marchand', 'public'),
    secteur: fc.constantFrom('', 'x', 'y'),
    metier: fc.constantFrom('', 'A1203 Ouvrier', 'cuisinier'),
    sexe: fc.constantFrom('F', 'H'),
    embauche: fc.boolean(),
    bilan: fc.option(
      fc.record({
        realisation: fc.constantFrom('', 'complete'),
        objectifs: fc.constantFrom('', 'oui'),
        decision: fc.constantFrom('', 'embauche'),
      }),
    ),
    renouvelle: fc.boolean(),
  });
  const toutes = fc.array(une, { maxLength: 25 }).map((tirees) =>
    tirees.map(({ duree, renouvelle, ...reste }, rang) =>
      vecue(String(rang), {
        ...reste,
        fin: ajouterJours(reste.debut, duree),
        minutes: reste.jours * 420,
        // Never one of a chain: a renewal is not renewed.
        renouvelleId: renouvelle && rang % 2 === 1 && !tirees[rang - 1]!.renouvelle ? String(rang - 1) : null,
      }),
    ),
  );

  test('each breakdown adds up to the year, each figure is the number of its rows', () => {
    fc.assert(
      fc.property(toutes, jour, fc.constantFrom(2024, 2025, 2026, 2027), (immersions, today, annee) => {
        const resultat = calculerAnnee(immersions, [], CONNUS, annee, today);
        // Written another way: one pass over the texts of the dates.
        const attendues = immersions.filter(
          ({ debut }) => debut.startsWith(`${annee}-`) && debut.localeCompare(today) <= 0,
        );
        expect(resultat.total.valeur).toBe(attendues.length);
        expect(resultat.personnes.valeur).toBe(new Set(attendues.map((i) => i.salarieId)).size);
        expect(resultat.organisations.valeur).toBe(new Set(attendues.map((i) => i.organisationId)).size);
        expect(resultat.embauches.valeur).toBe(attendues.filter((i) => i.embauche).length);
        expect(resultat.total.precedentEntier).toBe(
          immersions.filter(({ debut }) => debut.slice(0, 4) === String(annee - 1)).length,
        );
        for (const axe of AXES_ANNEE) {
          const lignes = resultat.axes[axe];
          expect(new Set(lignes.map(({ code }) => code)).size).toBe(lignes.length);
          expect(lignes.reduce((somme, { valeur }) => somme + valeur, 0)).toBe(attendues.length);
          for (const { code, valeur } of lignes)
            expect(retenues(immersions, { annee, figure: axe, code }, today)).toHaveLength(valeur);
        }
        for (const figure of FIGURES_ANNEE) {
          const lues = retenues(immersions, { annee, figure, code: '' }, today);
          expect(compterFigure(figure, lues)).toBeLessThanOrEqual(lues.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('over all the years, nothing is lost whether renewals are joined or not', () => {
    fc.assert(
      fc.property(toutes, (immersions) => {
        const fin = '2028-12-31';
        const annees = [2024, 2025, 2026, 2027].map((annee) => dureesDe(immersions, annee, fin));
        const somme = (cle: 'sans' | 'avec') =>
          annees.reduce((total, durees) => total + durees[cle].jours, 0);
        const jours = immersions.reduce((total, immersion) => total + immersion.jours, 0);
        expect(somme('sans')).toBe(jours);
        expect(somme('avec')).toBe(jours);
      }),
      { numRuns: 60 },
    );
  });
});
