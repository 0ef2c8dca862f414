import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formaterTaux } from '../../shared/format.ts';
import { placeDansAnnee, tauxDe } from '../../shared/formation/plan-parties.ts';
import {
  AXES_PLAN,
  additionner,
  codeDe,
  type InscriptionPlan,
  minutesDeLAnnee,
  minutesParMois,
  ordonner,
  type PresenceMois,
  partsDeLAnnee,
  type SeancesMois,
  type SessionPlan,
} from '../../shared/formation/regles-plan.ts';

const session = (reste: Partial<SessionPlan> = {}): SessionPlan => ({
  id: 's',
  numero: 'F2026-001',
  titre: 'Module',
  genre: 'module_court',
  theme: '',
  support: '',
  debut: '2026-03-02',
  fin: '2026-03-03',
  minutes: 420,
  stagiairesPrevus: 0,
  organismeId: null,
  certifiante: false,
  ...reste,
});

const seance = (mois: string, minutes: number, sessionId = 's'): SeancesMois => ({
  sessionId,
  mois,
  minutes,
  demis: 1,
  passees: 0,
});

const inscription = (id: string, reste: Partial<InscriptionPlan> = {}): InscriptionPlan => ({
  id,
  sessionId: 's',
  salarieId: `p${id}`,
  statut: 'valide',
  resultat: '',
  prenom: '',
  nom: '',
  sexe: 'F',
  support: '',
  ...reste,
});

const sansArgent = () => ({ cout: 0, accorde: 0, attendu: 0 });

describe('the year of an hour', () => {
  test('without half-days, all of it on the month the session begins', () => {
    expect([...minutesParMois(session({ minutes: 600 }), [])]).toEqual([['2026-03', 600]]);
  });
  test('astride two years, by the half-days of each, and nothing is lost', () => {
    const parMois = minutesParMois(session({ minutes: 1000 }), [seance('2025-12', 1), seance('2026-01', 2)]);
    expect(minutesDeLAnnee(parMois, 2025)).toBe(333);
    expect(minutesDeLAnnee(parMois, 2026)).toBe(667);
  });
  test('what came of it is counted in its last year alone', () => {
    const faits = {
      sessions: [session({ certifiante: true })],
      seances: [seance('2025-12', 210), seance('2026-01', 210)],
      inscriptions: [inscription('a', { statut: 'au_bout', resultat: 'total' })],
      presences: [],
    };
    const de = (annee: number) => additionner(partsDeLAnnee(faits, sansArgent, annee).parts);
    expect(de(2025)).toMatchObject({ auBout: 0, engagees: 210, certification: { total: 0 } });
    expect(de(2026)).toMatchObject({ auBout: 1, engagees: 210, certification: { total: 1 } });
    expect(de(2027)).toMatchObject({ sessions: 0, engagees: 0 });
  });
});

test('money of a year without an hour of it is there, its trainees are not', () => {
  const { parts } = partsDeLAnnee(
    { sessions: [session()], seances: [], inscriptions: [inscription('a')], presences: [] },
    () => ({ cout: 1001, accorde: 500, attendu: 0 }),
    2027,
  );
  expect(additionner(parts)).toMatchObject({ sessions: 0, stagiaires: 0, cout: 1001, accorde: 500 });
});

test('more engaged than planned: the plan stays what was planned', () => {
  const { parts } = partsDeLAnnee(
    {
      sessions: [session({ stagiairesPrevus: 2, minutes: 100 })],
      seances: [],
      inscriptions: ['a', 'b', 'c'].map((id) => inscription(id)),
      presences: [],
    },
    sansArgent,
    2026,
  );
  expect(parts.map(({ prevues }) => prevues)).toEqual([67, 67, 66]);
});

test('lines come in the order of their list, unknown codes after, nobody last', () => {
  expect(ordonner(['', 'z', 'b', 'a'], ['b', 'c', 'a'])).toEqual(['b', 'a', 'z', '']);
});

test('a rate without base says so, and what is left to enter is said', () => {
  const vides = additionner([]);
  expect(tauxDe({ figures: vides, demis: { passees: 0, saisies: 0 } })).toMatchObject([
    { taux: '—', base: 'aucune heure engagée', apart: '' },
    { taux: '—', base: 'aucune fin notée' },
    { taux: '—', base: 'aucun candidat présenté' },
  ]);
  const [, , certification] = tauxDe({
    figures: {
      ...vides,
      certification: { total: 94, partiel: 10, echoue: 5, nonPresente: 3, attente: 1 },
    },
    demis: { passees: 3, saisies: 1 },
  });
  expect(certification).toMatchObject({
    taux: formaterTaux(94, 109),
    base: '94 certifiés sur 109 présentés',
    apart: '10 en partie ; 3 non présentés ; 1 sans résultat connu',
  });
});

test('the bar of a session stays within its year', () => {
  expect(placeDansAnnee(2026, { debut: '2025-11-01', fin: '2027-02-01' })).toEqual({
    left: '0.00%',
    width: '100.00%',
  });
  expect(placeDansAnnee(2026, { debut: '2026-12-31', fin: '2026-12-31' })).toEqual({
    left: '99.73%',
    width: '0.27%',
  });
});

test('any facts: every breakdown adds up to the year, month by month too', () => {
  const code = fc.constantFrom('', 'a', 'b');
  const entier = fc.integer({ min: 0, max: 5000 });
  const sessions = fc.array(
    fc.record({
      genre: code,
      theme: code,
      support: code,
      organismeId: fc.constantFrom(null, 'x', 'y'),
      debut: fc.constantFrom('2025-12-30', '2026-01-05', '2026-12-28', '2024-05-01'),
      minutes: entier,
      stagiairesPrevus: fc.integer({ min: 0, max: 15 }),
      mois: fc.uniqueArray(fc.constantFrom('2025-12', '2026-01', '2026-02', '2027-01'), { maxLength: 3 }),
      inscrits: fc.array(
        fc.record({
          statut: fc.constantFrom('repere', 'valide', 'entre', 'au_bout', 'interrompu'),
          sexe: fc.constantFrom('F', 'H'),
          support: code,
          presence: entier,
        }),
        { maxLength: 6 },
      ),
      cout: entier,
      accorde: entier,
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(sessions, (tirees) => {
      const inscriptions: InscriptionPlan[] = [];
      const presences: PresenceMois[] = [];
      for (const [rang, { inscrits }] of tirees.entries())
        for (const [place, { presence, ...reste }] of inscrits.entries()) {
          const id = `${rang}.${place}`;
          inscriptions.push(inscription(id, { ...reste, sessionId: String(rang), salarieId: `p${place}` }));
          presences.push({ inscriptionId: id, mois: '2026-02', minutes: presence, demis: 1 });
        }
      const { parts, parMois } = partsDeLAnnee(
        {
          sessions: tirees.map(({ mois: _, inscrits: __, ...reste }, rang) =>
            session({ ...reste, id: String(rang) }),
          ),
          seances: tirees.flatMap(({ mois }, rang) => mois.map((un) => seance(un, 210, String(rang)))),
          inscriptions,
          presences,
        },
        ({ id }) => ({ ...tirees[Number(id)]!, attendu: 1 }),
        2026,
      );
      const total = additionner(parts);
      for (const axe of AXES_PLAN) {
        const lignes = [...Map.groupBy(parts, (part) => codeDe(axe, part)).values()].map(additionner);
        for (const cle of ['inscriptions', 'prevues', 'engagees', 'realisees', 'cout', 'accorde'] as const)
          expect(lignes.reduce((somme, ligne) => somme + ligne[cle], 0)).toBe(total[cle]);
      }
      for (const cle of ['prevues', 'engagees', 'realisees'] as const)
        expect(parMois.reduce((somme, mois) => somme + mois[cle], 0)).toBe(total[cle]);
      expect(total.cout).toBe(tirees.reduce((somme, { cout }) => somme + cout, 0));
    }),
    { numRuns: 60 },
  );
});
