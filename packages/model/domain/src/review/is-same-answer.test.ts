import { type Annotation, annotation, type RegionValue } from '@assay/contracts';
import { expect, test } from 'vitest';
import { isSameAnswer } from './is-same-answer.ts';

const id = (at: number) => `01900000-0000-7000-8000-00000000000${at}`;
const region = (at: number, x = 0): RegionValue => ({
  type: 'region',
  id: id(at),
  geometry: { kind: 'box', version: 1, x, y: 0, width: 9, height: 9 },
  label: null,
  order: 0,
  groupId: null,
});
const drawn = (regions: RegionValue[], rejected: RegionValue[] = []): Annotation =>
  annotation.parse({
    type: 'assay.annotation',
    version: 1,
    answers: {
      [id(0)]: { kind: 'regions', regions, relations: [], ...(rejected.length === 0 ? {} : { rejected }) },
    },
  });

test('what is drawn says the same in any order, and with another verdict on what was proposed', () => {
  const one = drawn([region(1), region(2)]);
  expect(isSameAnswer(one, drawn([region(2), region(1)]))).toBe(true);
  expect(isSameAnswer(one, { ...one, verdict: 'accepted' })).toBe(true);
});

test('a region that moved, went, or was rejected is another answer, and so is another word', () => {
  const one = drawn([region(1), region(2)]);
  expect(isSameAnswer(one, drawn([region(1), region(2, 5)]))).toBe(false);
  expect(isSameAnswer(one, drawn([region(1)]))).toBe(false);
  const proposal = { confidence: null, state: 'rejected', reason: 'duplicate' } as const;
  expect(isSameAnswer(one, drawn([region(1)], [{ ...region(2), proposal }]))).toBe(false);
  expect(isSameAnswer(one, { ...one, comment: 'Half hidden.' })).toBe(false);
});

test('a flag that was set and taken back says nothing, one that stands does', () => {
  const one = drawn([region(1)]);
  expect(isSameAnswer(one, drawn([{ ...region(1), remark: null }]))).toBe(true);
  expect(isSameAnswer(one, drawn([{ ...region(1), remark: { text: '' } }]))).toBe(false);
});
