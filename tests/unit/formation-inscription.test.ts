import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ajouterJours } from '../../shared/dates.ts';
import { minutesParJour } from '../../shared/formation/heures.ts';
import { type Agenda, alertesDe } from '../../shared/formation/regles-disponibilite.ts';
import {
  type Etapes,
  jourParDefaut,
  precedentDe,
  refusDuPas,
  suivantsDe,
} from '../../shared/formation/regles-inscription.ts';
import { STATUTS_FINIS } from '../../shared/formation/statuts.ts';
import { journee } from '../stagiaires.ts';

const SESSION = { statut: 'confirmee', debut: '2026-03-16', fin: '2026-03-20' } as const;
const inscrite = (reste: Partial<Etapes> = {}): Etapes => ({
  statut: 'repere',
  repereLe: '2026-03-01',
  positionneLe: null,
  valideLe: null,
  entreLe: null,
  auBoutLe: null,
  interrompuLe: null,
  ecarteLe: null,
  ...reste,
});

describe('steps', () => {
  test('what is over leads nowhere, and no end comes before an entry', () => {
    for (const statut of STATUTS_FINIS) expect(suivantsDe(statut)).toEqual([]);
    expect(suivantsDe('valide')).not.toContain('au_bout');
  });

  test('back to the last step that was dated, skipped ones left out', () => {
    expect(precedentDe(inscrite())).toBeNull();
    expect(precedentDe(inscrite({ statut: 'entre', entreLe: '2026-03-16' }))).toBe('repere');
    expect(
      precedentDe(inscrite({ statut: 'ecarte', positionneLe: '2026-03-02', ecarteLe: '2026-03-03' })),
    ).toBe('positionne');
    expect(precedentDe(inscrite({ statut: 'au_bout', entreLe: '2026-03-16', auBoutLe: '2026-03-20' }))).toBe(
      'entre',
    );
  });

  test('the day proposed is always accepted once the session has begun', () => {
    for (const today of ['2026-03-16', '2026-03-18', '2026-03-20', '2026-06-01']) {
      const valide = inscrite({ statut: 'valide', valideLe: '2026-03-10' });
      const le = jourParDefaut(valide, 'entre', SESSION, today);
      expect(le).toBe('2026-03-16');
      expect(refusDuPas(valide, { statut: 'entre', le, motif: '' }, SESSION, today)).toBeNull();
    }
  });

  test('days at the limits of the session', () => {
    const valide = inscrite({ statut: 'valide', valideLe: '2026-03-10' });
    const entrer = (le: string) =>
      refusDuPas(valide, { statut: 'entre', le, motif: '' }, SESSION, '2026-12-31')?.champ ?? null;
    expect(['2026-03-15', '2026-03-16', '2026-03-20', '2026-03-21'].map(entrer)).toEqual([
      'le',
      null,
      null,
      'le',
    ]);
  });
});

describe('hours laid on days', () => {
  test('always add up to those of the session', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 300 })), {
          maxLength: 40,
        }),
        (minutes, jours) => {
          const creneaux = jours.map(([rang, duree]) => ({
            date: ajouterJours('2026-01-01', rang),
            debut: 540,
            fin: 540 + duree,
          }));
          const laid = [...minutesParJour({ debut: '2026-01-01', minutes }, creneaux).values()];
          expect(laid.reduce((somme, valeur) => somme + valeur, 0)).toBe(minutes);
          expect(laid.every((valeur) => valeur >= 0)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what is to be looked at', () => {
  const contrat = { debut: '2026-01-01', fin: '2026-12-31', minutesHebdo: 1560, suspensions: [] };
  const agenda = (reste: Partial<Agenda> = {}): Agenda => ({
    contrats: [contrat],
    absences: [],
    immersions: [],
    formations: [],
    ...reste,
  });
  const session = {
    debut: '2026-03-16',
    fin: '2026-03-17',
    minutes: 840,
    surTempsTravail: true,
    creneaux: [...journee('2026-03-16'), ...journee('2026-03-17')],
  };
  const codes = (reste: Partial<Agenda>, autre = session) =>
    alertesDe(agenda(reste), autre).map(({ code }) => code);

  test('nothing of a person who is free', () => {
    expect(codes({})).toEqual([]);
    // Another training the same week, at other hours.
    const ailleurs = { numero: 'F1', titre: 'Français', debut: '2026-03-16', fin: '2026-03-20' };
    expect(codes({ formations: [{ ...ailleurs, creneaux: journee('2026-03-18') }] })).toEqual([]);
    expect(codes({ formations: [{ ...ailleurs, creneaux: [] }] })).toEqual(['formation']);
  });

  test('a contract that ends on the last day is enough, a day before is not', () => {
    expect(codes({ contrats: [{ ...contrat, fin: '2026-03-17' }] })).toEqual([]);
    expect(codes({ contrats: [{ ...contrat, fin: '2026-03-16' }] })).toEqual(['contrat']);
    expect(codes({ contrats: [] })).toEqual(['contrat']);
  });

  test('a suspension counts on its half-days, and one for the training itself does not', () => {
    const suspendu = (motif: string, debut: string) => ({
      contrats: [{ ...contrat, suspensions: [{ debut, fin: null, motif }] }],
    });
    expect(codes(suspendu('cdd', '2026-03-17'))).toEqual(['suspension']);
    expect(codes(suspendu('cdd', '2026-03-18'))).toEqual([]);
    expect(codes(suspendu('formation', '2026-03-01'))).toEqual([]);
  });

  test('more hours in a week than the contract, and hours outside work', () => {
    const longue = {
      ...session,
      minutes: 2100,
      fin: '2026-03-20',
      creneaux: [16, 17, 18, 19, 20].flatMap((jour) => journee(`2026-03-${jour}`)),
    };
    const [alerte] = alertesDe(agenda(), longue);
    expect(alerte?.phrase).toBe('Pour un contrat de 26 h : 9 h de plus, à payer ou à récupérer.');
    expect(codes({}, { ...session, surTempsTravail: false })).toEqual(['temps']);
  });
});
