import { expect, test } from 'vitest';
import { drawnChange } from './region.ts';

const id = '01931b84-bd7e-7c1b-992a-314b5c6d7f80';
const change = { clientId: id, step: 1, baseRevision: 0, added: [], updated: [], removed: [id] };

test('a change counts from its first step, and from a revision that can be asked for', () => {
  expect(drawnChange.parse(change)).toEqual(change);
  for (const refused of [
    { step: 0 },
    { step: 1.5 },
    { baseRevision: -1 },
    // The database counts with 32 bits.
    { baseRevision: 2 ** 31 },
    { removed: ['1'] },
    { updated: [{ id, values: { order: Number.NaN } }] },
  ]) {
    expect(drawnChange.safeParse({ ...change, ...refused }).success).toBe(false);
  }
});
