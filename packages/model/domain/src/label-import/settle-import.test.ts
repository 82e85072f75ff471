import type { Annotation } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlacedRecord, settleImport } from './settle-import.ts';

const QUESTION = '01931b90-4b2c-7c10-8a1d-2f3a4b5c6d7e';
const said = (value: number): Annotation => ({
  type: 'assay.annotation',
  version: 1,
  answers: { [QUESTION]: { kind: 'rating', value } },
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
});
const record = (line: number, row: number, source: string, value: number): PlacedRecord => ({
  line,
  row,
  source,
  confidence: null,
  at: null,
  payload: said(value),
});
const codes = (of: ReturnType<typeof settleImport>) => of.problems.map(({ line, code }) => [line, code]);

test('of one person and row one answer is taken, and none where they differ', () => {
  const records = [
    record(2, 0, 'Ann', 1),
    record(3, 0, 'Ann', 1),
    record(4, 0, 'Ben', 2),
    record(5, 1, 'Ann', 1),
    record(6, 1, 'Ann', 2),
  ];
  const people = settleImport('labels', records, []);
  expect(people.taken.map(({ line }) => line)).toEqual([2, 4]);
  expect(codes(people)).toEqual([
    [3, 'duplicate'],
    [5, 'conflict'],
    [6, 'conflict'],
  ]);
  // A row has one known answer, whoever vouches for it.
  expect(settleImport('gold', records, []).taken).toEqual([]);
});

test('what was imported before stands', () => {
  const known = [{ row: 0, source: 'Ann', payload: { ...said(1), comment: 'Other words' } }];
  const again = settleImport('labels', [record(2, 0, 'Ann', 1), record(3, 0, 'Ben', 1)], known);
  expect(again.taken.map(({ line }) => line)).toEqual([3]);
  expect(codes(again)).toEqual([[2, 'duplicate']]);
  expect(codes(settleImport('labels', [record(2, 0, 'Ann', 2)], known))).toEqual([[2, 'conflict']]);
  expect(settleImport('prelabels', [record(2, 0, 'Ann', 2)], []).taken).toHaveLength(1);
});

test('no more people answer a row than a sample can have', () => {
  const crowd = Array.from({ length: 25 }, (_, i) => record(i + 2, 0, `P${i}`, 1));
  const { taken, problems } = settleImport('labels', crowd, []);
  expect(taken).toHaveLength(20);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['too-many']));
});

const NAMES = ['Ann', 'Ben', 'Cleo'];
const records = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 2 })),
  { maxLength: 30 },
);

test('every record is taken or has one problem; what is taken can be taken again as nothing new', () => {
  fc.assert(
    fc.property(records, fc.constantFrom('labels' as const, 'gold' as const), (lines, use) => {
      const placed = lines.map(([row, source, value], at) => record(at + 2, row, source, value));
      const { taken, problems } = settleImport(use, placed, []);
      expect(taken.length + problems.length).toBe(placed.length);
      const seen = new Set([...taken, ...problems].map(({ line }) => line));
      expect(seen.size).toBe(placed.length);
      const again = settleImport(use, taken, taken);
      expect(again.taken).toEqual([]);
      expect(again.problems.every(({ code }) => code === 'duplicate')).toBe(true);
    }),
    { numRuns: process.env.ASSAY_SOAK === '1' ? 10_000 : 100 },
  );
});
