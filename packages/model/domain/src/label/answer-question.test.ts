import type { AnnotationAnswer } from '@assay/contracts';
import { expect, test } from 'vitest';
import { answerByKey } from './answer-question.ts';
import { birdSchema, testId } from './test-schema.ts';

const [species, damage, realistic, remark, cells] = birdSchema().questions;

/** The answer after these keys, one after the other. */
function press(question: typeof species, keys: string, column: string | null = null) {
  if (question === undefined) throw new Error('The question is gone.');
  let answer: AnnotationAnswer | null = null;
  for (const key of keys) {
    const next = answerByKey(question, answer, key, column);
    if (next !== undefined) answer = next;
  }
  return answer;
}

test('a key gives its label, another one replaces it, the same takes it back', () => {
  expect(press(species, '1')).toEqual({ kind: 'single', label: { labelId: testId(12), attributes: {} } });
  expect(press(species, '12')).toMatchObject({ label: { labelId: testId(13) } });
  expect(press(species, '11')).toBeNull();
  expect(press(species, '9')).toBeNull();
});

test('several labels stand beside one another, and what was said of one stays', () => {
  if (damage?.kind !== 'multiple') throw new Error('Damage is gone.');
  const keyed = { ...damage, labels: damage.labels.map((label, at) => ({ ...label, key: String(at + 1) })) };
  const first = press(keyed, '1');
  if (first?.kind !== 'multiple') throw new Error('Nothing was given.');
  const said = { ...first, labels: first.labels.map((label) => ({ ...label, attributes: { a: true } })) };
  expect(answerByKey(keyed, said, '2')).toEqual({
    kind: 'multiple',
    labels: [
      { labelId: testId(21), attributes: { a: true } },
      { labelId: testId(22), attributes: {} },
    ],
  });
  expect(press(keyed, '1221')).toBeNull();
});

test('digits are the steps of a rating, within its range', () => {
  expect(press(realistic, '4')).toEqual({ kind: 'rating', value: 4 });
  expect(press(realistic, '49')).toEqual({ kind: 'rating', value: 4 });
  expect(press(realistic, '44')).toBeNull();
  expect(press(remark, '4')).toBeNull();
});

test('reasons flag the cell that is looked at, if it is asked about', () => {
  expect(press(cells, '1', 'speed')).toEqual({
    kind: 'cells',
    flags: [{ column: 'speed', reasonId: testId(51), note: '', span: null }],
  });
  expect(press(cells, '11', 'speed')).toBeNull();
  expect(press(cells, '1', 'remarks')).toBeNull();
  expect(press(cells, '1')).toBeNull();
});
