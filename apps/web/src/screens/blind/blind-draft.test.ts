import { expect, it } from 'vitest';
import { blindProblems, emptyBlindTest } from './blind-draft.ts';

const NOW = new Date('2026-06-01T12:00:00Z');
const whole = { ...emptyBlindTest, name: 'Can anybody tell?', runId: 'r' };
const fieldsOf = (part: Partial<typeof whole>, most: number | null = 100) =>
  blindProblems({ ...whole, ...part }, most, NOW).map(({ field }) => field);

it('asks for a run, a name, a size that there are rows for, and enough people', () => {
  expect(fieldsOf({})).toEqual([]);
  expect(blindProblems(emptyBlindTest, null, NOW).map(({ field }) => field)).toEqual(['runId', 'name']);
  expect(fieldsOf({ size: 101 })).toEqual(['size']);
  expect(fieldsOf({ size: 101 }, null)).toEqual([]);
  expect(fieldsOf({ size: 9 })).toEqual(['size']);
  expect(fieldsOf({ size: null, overlap: null, due: '2026-05-01' })).toEqual(['size', 'overlap', 'due']);
  expect(fieldsOf({ assignment: 'named', people: ['a'], overlap: 2 })).toEqual(['people']);
});
