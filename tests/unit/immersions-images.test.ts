import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours, ecartJours } from '../../shared/dates.ts';
import {
  bornesDuMois,
  disposer,
  fondDesJours,
  joursDe,
  lireMois,
  moisVoisin,
  nomDeFenetre,
  placeDuJour,
  placeDuNom,
} from '../../shared/immersions/calendrier.ts';
import { cumuler, type PassageCumule } from '../../shared/immersions/cumul.ts';

const PLAFONDS = { mois: 12, jours: 60, conventions: 2 };

const passage = (
  id: string,
  debut: string,
  fin: string,
  renouvelleId: string | null = null,
): PassageCumule => ({
  id,
  debut,
  fin,
  renouvelleId,
});

describe('twelve months with one host', () => {
  test('days from the first to the last, renewals in the days and not in the conventions', () => {
    const cumul = cumuler(
      [
        passage('a', '2026-02-02', '2026-02-27'),
        passage('b', '2026-03-02', '2026-03-17', 'a'),
        passage('c', '2024-03-02', '2024-03-17'),
      ],
      PLAFONDS,
      '2026-06-01',
    );
    expect(cumul).toEqual({
      du: '2025-06-02',
      au: '2026-06-01',
      jours: 42,
      conventions: 1,
      possibleLe: null,
    });
  });

  test('an immersion astride the first day counts its days within', () => {
    const seule = [passage('a', '2025-01-20', '2025-02-10')];
    expect(cumuler(seule, PLAFONDS, '2026-01-31').jours).toBe(10);
    expect(cumuler(seule, PLAFONDS, '2026-02-09').jours).toBe(1);
    expect(cumuler(seule, PLAFONDS, '2026-02-10').jours).toBe(0);
  });

  test('what is agreed later moves the twelve months to its last day', () => {
    const cumul = cumuler([passage('a', '2026-07-06', '2026-07-17')], PLAFONDS, '2026-06-01');
    expect(cumul).toMatchObject({ du: '2025-07-18', au: '2026-07-17', jours: 12 });
  });

  test('sixty days: room again on the day the first one leaves the twelve months', () => {
    const pleins = [passage('a', '2026-01-01', '2026-01-30'), passage('b', '2026-03-01', '2026-03-30', 'a')];
    const { jours, possibleLe } = cumuler(pleins, PLAFONDS, '2026-04-01');
    expect(jours).toBe(60);
    expect(possibleLe).toBe('2027-01-01');
    expect(
      cumuler([pleins[0]!, passage('b', '2026-03-01', '2026-03-29', 'a')], PLAFONDS, '2026-04-01'),
    ).toMatchObject({
      jours: 59,
      possibleLe: null,
    });
  });

  test('two conventions: room again once the first has left', () => {
    const deux = [passage('a', '2026-01-05', '2026-01-09'), passage('b', '2026-03-02', '2026-03-06')];
    expect(cumuler(deux, PLAFONDS, '2026-04-01')).toMatchObject({
      jours: 10,
      conventions: 2,
      possibleLe: '2027-01-09',
    });
  });

  test('29 February: the twelve months before it open on 1 March', () => {
    expect(cumuler([], PLAFONDS, '2028-02-29').du).toBe('2027-03-01');
    expect(cumuler([], PLAFONDS, '2029-02-28').du).toBe('2028-02-29');
  });

  test('the day said possible leaves room, and no day before it from today does', () => {
    const jour = fc.integer({ min: 0, max: 700 }).map((ecart) => ajouterJours('2025-01-01', ecart));
    const passages = fc.array(fc.tuple(jour, fc.integer({ min: 0, max: 31 })), { maxLength: 6 });
    fc.assert(
      fc.property(passages, jour, (tires, today) => {
        const lus = tires.map(([debut, duree], rang) =>
          passage(String(rang), debut, ajouterJours(debut, duree)),
        );
        const { possibleLe, jours, conventions, au } = cumuler(lus, PLAFONDS, today);
        const plein = jours >= PLAFONDS.jours || conventions >= PLAFONDS.conventions;
        expect(possibleLe !== null).toBe(plein);
        if (possibleLe === null) return;
        expect(possibleLe >= today).toBe(true);
        const le = (date: string) =>
          cumuler(
            lus.filter(({ debut }) => debut <= date),
            PLAFONDS,
            date,
          );
        const alors = le(possibleLe);
        expect(alors.jours).toBeLessThan(PLAFONDS.jours);
        expect(alors.conventions).toBeLessThan(PLAFONDS.conventions);
        if (possibleLe > ajouterJours(au, 1)) {
          const veille = le(ajouterJours(possibleLe, -1));
          expect(veille.jours >= PLAFONDS.jours || veille.conventions >= PLAFONDS.conventions).toBe(true);
        }
      }),
    );
  });
});

const barre = (id: string, debut: string, fin: string, renouvelleId: string | null = null) => ({
  id,
  debut,
  fin,
  renouvelleId,
});

describe('calendar', () => {
  const AVRIL = bornesDuMois('2026-04');

  test('a month has its days, its week-ends, its holidays', () => {
    const jours = joursDe(AVRIL.du, AVRIL.au);
    expect(jours).toHaveLength(30);
    expect(jours.filter(({ finDeSemaine }) => finDeSemaine).map(({ date }) => date.slice(8))).toEqual([
      '04',
      '05',
      '11',
      '12',
      '18',
      '19',
      '25',
      '26',
    ]);
    expect(jours.filter(({ ferie }) => ferie)).toMatchObject([
      { date: '2026-04-06', ferie: 'lundi de Pâques' },
    ]);
    expect(bornesDuMois('2028-02').au).toBe('2028-02-29');
    expect(moisVoisin('2026-01', -1)).toBe('2025-12');
    expect(nomDeFenetre(AVRIL)).toBe('avril 2026');
    expect(nomDeFenetre({ du: '2026-04-01', au: '2026-04-29' })).toBe('du 01/04/2026 au 29/04/2026');
    expect(fondDesJours(joursDe('2026-04-01', '2026-04-03'), '#eee')).toBe('none');
    expect(placeDuJour('2026-04-01', AVRIL)).toBeCloseTo(0.5 / 30);
    expect(placeDuJour('2026-05-01', AVRIL)).toBeNull();
  });

  test.each([null, '', '2026', '2026-13', '2026-4', '1800-01', 'x'])('%j is no month', (dit) => {
    expect(lireMois(dit)).toBeNull();
  });

  test('what goes beyond the month is cut, and says so', () => {
    const { barres } = disposer(
      [barre('a', '2026-03-23', '2026-04-03'), barre('b', '2026-04-20', '2026-05-08')],
      AVRIL,
    );
    expect(barres).toMatchObject([
      { depart: 0, largeur: 3, avant: true, apres: false },
      { depart: 19, largeur: 11, avant: false, apres: true },
    ]);
    expect(disposer([barre('a', '2026-03-01', '2026-03-31')], AVRIL).barres).toEqual([]);
  });

  test('two at once have a lane each; a renewal follows what it renews in the same lane', () => {
    const { barres, etages, simultanees } = disposer(
      [
        barre('c', '2026-04-13', '2026-04-17', 'b'),
        barre('a', '2026-04-01', '2026-04-10'),
        barre('b', '2026-04-07', '2026-04-11'),
      ],
      AVRIL,
    );
    expect(barres.map(({ barre: { id }, etage }) => [id, etage])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
    ]);
    expect({ etages, simultanees }).toEqual({ etages: 2, simultanees: 2 });
    expect(barres[2]!.lien).toEqual({ depart: 11, largeur: 1 });
    expect(barres[0]!.lien).toBeNull();
  });

  test('a name is written beside a bar that is too short for it, on the side it may use', () => {
    const nom = { depart: 5, largeur: 20, aGauche: false };
    const place = placeDuNom({ largeur: 2, nom }, 10, 40);
    const dehors =
      'min(clamp(0px, (6.55em - 5.000%) * 9999, 5.000%), clamp(0px, (45.000% - 6.55em) * 9999, 5.000%))';
    expect(place).toEqual({ left: `calc(12.500% + ${dehors})`, width: `calc(50.000% - ${dehors})` });
    expect(placeDuNom({ largeur: 2, nom: { ...nom, aGauche: true } }, 10, 40)).toEqual({
      left: '12.500%',
      width: place.width,
    });
  });

  test('at the end of the month, a short bar has its name on its left', () => {
    const [seule] = disposer([barre('a', '2026-04-29', '2026-04-30')], AVRIL).barres;
    expect(seule!.nom).toEqual({ depart: 16, largeur: 14, aGauche: true });
  });

  test('bars of one lane never share a day, nor do their names', () => {
    const jour = fc.integer({ min: -20, max: 50 }).map((ecart) => ajouterJours(AVRIL.du, ecart));
    fc.assert(
      fc.property(fc.array(fc.tuple(jour, fc.integer({ min: 0, max: 30 })), { maxLength: 12 }), (tires) => {
        const toutes = tires.map(([debut, duree], rang) =>
          barre(String(rang), debut, ajouterJours(debut, duree), rang % 3 === 2 ? String(rang - 1) : null),
        );
        const { barres } = disposer(toutes, AVRIL);
        const jours = ecartJours(AVRIL.du, AVRIL.au) + 1;
        for (const une of barres) {
          expect(une.largeur).toBeGreaterThan(0);
          expect(une.depart + une.largeur).toBeLessThanOrEqual(jours);
          for (const autre of barres) {
            if (autre === une || autre.etage !== une.etage) continue;
            expect(
              une.depart + une.largeur <= autre.depart || autre.depart + autre.largeur <= une.depart,
            ).toBe(true);
            const nom = une.nom;
            expect(
              nom.depart + nom.largeur <= autre.depart || autre.depart + autre.largeur <= nom.depart,
            ).toBe(true);
          }
        }
      }),
    );
  });
});
