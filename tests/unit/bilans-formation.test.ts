import { expect, test } from 'vitest';
import { couperSession, type SeancesComptees } from '../../shared/bilans/formation.ts';

const seances = (mois: string, minutes: number, dans: number, dernier: string): SeancesComptees => ({
  sessionId: 's',
  mois,
  minutes,
  dans,
  dernier,
  demis: 2,
  passees: 0,
});

test('hours follow the half-days, accounts follow the hours', () => {
  const periode = { debut: '2025-01-01', fin: '2025-12-31' };
  const deux = [seances('2024-12', 420, 0, '2024-12-30'), seances('2025-01', 840, 840, '2025-01-07')];
  const session = { debut: '2024-12-30', minutes: 1680 };
  const coupee = couperSession(session, deux, periode);
  expect(coupee).toMatchObject({ tenue: true, finie: true, minutes: 1120 });
  expect([2024, 2025, 2026].map((annee) => coupee.partDe(annee, '2026-03-24'))).toEqual([0, 1, 0]);
  // Half of January: the accounts of its year weigh for half.
  const quinzaine = couperSession(session, [deux[0]!, seances('2025-01', 840, 420, '2025-01-07')], {
    debut: '2025-01-01',
    fin: '2025-01-06',
  });
  expect(quinzaine).toMatchObject({ tenue: true, finie: false, minutes: 560 });
  expect(quinzaine.partDe(2025, '2026-03-24')).toBe(0.5);
});

test('without half-days, all is on the first day; accounts without hours weigh on the end of their year', () => {
  const session = { debut: '2025-03-10', minutes: 600 };
  const mars = couperSession(session, [], { debut: '2025-03-01', fin: '2025-03-31' });
  expect(mars).toMatchObject({ tenue: true, finie: true, minutes: 600 });
  const avril = couperSession(session, [], { debut: '2025-04-01', fin: '2025-12-31' });
  expect(avril).toMatchObject({ tenue: false, finie: false, minutes: 0 });
  expect(avril.partDe(2025, '2026-03-24')).toBe(0);
  const annee = couperSession(session, [], { debut: '2026-01-01', fin: '2026-03-24' });
  expect(annee.partDe(2026, '2026-03-24')).toBe(1);
  expect(annee.partDe(2026, '2026-06-30')).toBe(0);
});
