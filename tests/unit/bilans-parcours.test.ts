import { expect, test } from 'vitest';
import { debutsDeParcours, finEffective } from '../../shared/bilans/parcours.ts';

const contrat = (debut: string, fin: string | null = null) => ({ debut, fin });

test('a contract that follows an exit opens another parcours; gaps do not', () => {
  const contrats = [contrat('2025-03-01', '2025-04-30'), contrat('2024-01-01', '2024-06-30')];
  expect(debutsDeParcours(contrats, [])).toEqual(['2024-01-01']);
  expect(debutsDeParcours(contrats, ['2024-06-30'])).toEqual(['2024-01-01', '2025-03-01']);
  // One that begins on the day of the exit belongs to the parcours it ends.
  expect(debutsDeParcours(contrats, ['2025-03-01'])).toEqual(['2024-01-01']);
  expect(debutsDeParcours([], ['2025-03-01'])).toEqual([]);
});

test('an exit ends the contract left open, and no other', () => {
  expect(finEffective(contrat('2025-01-01'), [])).toBeNull();
  expect(finEffective(contrat('2025-01-01'), ['2024-12-31', '2025-05-02'])).toBe('2025-05-02');
  expect(finEffective(contrat('2025-01-01', '2025-03-31'), ['2025-05-02'])).toBe('2025-03-31');
  expect(finEffective(contrat('2025-01-01', '2025-03-31'), ['2025-02-01'])).toBe('2025-02-01');
});
