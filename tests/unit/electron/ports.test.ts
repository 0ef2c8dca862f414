import { expect, test } from 'vitest';
import { uuidV7 } from '../../../electron/ports.ts';

test('identifiers made in one millisecond keep the order they were made in, and none is twice the same', () => {
  const faits = Array.from({ length: 10_000 }, () => uuidV7());
  expect(faits.toSorted()).toEqual(faits);
  expect(new Set(faits).size).toBe(faits.length);
  for (const id of faits)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
