import { expect, it } from 'vitest';
import { type BatchDraft, dueDay, dueMoment, emptyBatch, problemsOf, selectionOf } from './draft.ts';

const NOW = new Date('2026-05-04T12:00:00');
const whole: BatchDraft = {
  ...emptyBatch,
  name: 'Species',
  runId: 'r',
  labelSchemaId: 's',
  labelSchemaVersionId: 'v',
};
const said = (part: Partial<BatchDraft>, whereReads = true) =>
  problemsOf({ ...whole, ...part }, whereReads, NOW).map(({ field, code }) => `${field} ${code}`);

it('says what is missing in the order of the page, and nothing of a draft that can be sent', () => {
  expect(said({})).toEqual([]);
  expect(problemsOf(emptyBatch, false, NOW).map(({ field }) => field)).toEqual([
    'runId',
    'where',
    'labelSchemaVersionId',
    'name',
  ]);
  expect(said({ take: 'size', size: null })).toEqual(['size missing']);
  expect(said({ take: 'all', size: null })).toEqual([]);
  expect(said({ take: 'quota', quotaEach: 0 })).toEqual(['quotaColumn missing', 'quotaEach missing']);
});

it('asks for as many people as answer a sample, and for a day to come', () => {
  expect(said({ assignment: 'named' })).toEqual(['people missing']);
  expect(said({ assignment: 'named', overlap: 2, people: ['a'] })).toEqual(['people fewer-than-overlap']);
  expect(said({ assignment: 'named', overlap: 2, people: ['a', 'b'] })).toEqual([]);
  expect(said({ due: '2026-05-03' })).toEqual(['due past']);
  // All of that day is left.
  expect(said({ due: '2026-05-04' })).toEqual([]);
});

it('writes and reads the day of a due date alike', () => {
  expect(dueDay(dueMoment('2026-12-31')?.toISOString() ?? null)).toBe('2026-12-31');
  expect(dueDay(null)).toBe('');
  expect(dueMoment('')).toBeNull();
});

it('takes a size or a quota, whichever is chosen', () => {
  const all = { op: 'true' } as const;
  expect(selectionOf({ ...whole, take: 'quota', quotaColumn: 'sex' }, all, 'x')).toMatchObject({
    size: null,
    quota: { column: 'sex', each: 20 },
    order: 'shuffled',
    seed: 'x',
  });
  expect(selectionOf(whole, all, 'x')).toMatchObject({ size: 100, quota: null });
  expect(selectionOf({ ...whole, take: 'all' }, all, 'x')).toMatchObject({ size: null, quota: null });
});
