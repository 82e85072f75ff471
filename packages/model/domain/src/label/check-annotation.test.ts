import { type Annotation, annotation } from '@assay/contracts';
import { expect, test } from 'vitest';
import { checkAnnotation } from './check-annotation.ts';
import { birdSchema, testId } from './test-schema.ts';

const columns = ['height', 'speed', 'remarks'];
const goose = (attributes: Record<string, unknown>) => ({
  kind: 'single',
  label: { labelId: testId(12), attributes },
});
const rating = { kind: 'rating', value: 4 };

function payload(answers: Record<string, unknown>): Annotation {
  return annotation.parse({
    type: 'assay.annotation',
    version: 1,
    answers: { [testId(1)]: goose({ [testId(121)]: 3 }), [testId(3)]: rating, ...answers },
  });
}

function problems(answers: Record<string, unknown>): string[] {
  return checkAnnotation(birdSchema(), payload(answers), columns).map(
    ({ code, field }) => `${code} ${field}`,
  );
}

test('what is whole has no problems', () => {
  expect(problems({})).toEqual([]);
  expect(
    problems({
      [testId(1)]: goose({
        [testId(121)]: 3,
        [testId(122)]: testId(1221),
        [testId(123)]: false,
        [testId(124)]: '🦢🦢🦢',
      }),
      [testId(2)]: { kind: 'multiple', labels: [] },
      [testId(4)]: { kind: 'text', text: 'Geese' },
      [testId(5)]: {
        kind: 'cells',
        flags: [
          { column: 'height', reasonId: testId(51) },
          { column: 'height', reasonId: testId(51), span: { from: 0, to: 2 } },
        ],
      },
    }),
  ).toEqual([]);
});

test('required answers and attributes that are missing', () => {
  const empty = annotation.parse({ type: 'assay.annotation', version: 1 });
  expect(checkAnnotation(birdSchema(), empty, columns)).toMatchObject([
    { code: 'missing-answer', questionId: testId(1), field: `answers.${testId(1)}` },
    { code: 'missing-answer', questionId: testId(3) },
  ]);
  expect(problems({ [testId(1)]: goose({}) })).toEqual([
    `missing-attribute answers.${testId(1)}.label.attributes.${testId(121)}`,
  ]);
});

test('labels, options, reasons and questions that are not offered', () => {
  const chosen = (n: number) => ({ kind: 'single', label: { labelId: testId(n) } });
  const at = `answers.${testId(1)}.label`;
  expect(problems({ [testId(1)]: chosen(21) })).toEqual([`unknown-label ${at}.labelId`]);
  expect(problems({ [testId(1)]: chosen(14) })).toEqual([`deprecated-label ${at}.labelId`]);
  expect(problems({ [testId(1)]: goose({ [testId(121)]: 3, [testId(122)]: testId(1222) }) })).toEqual([
    `wrong-attribute ${at}.attributes.${testId(122)}`,
  ]);
  expect(problems({ [testId(9)]: rating })).toEqual([`unknown-question answers.${testId(9)}`]);
  const flag = (column: string, reason: number) => ({ column, reasonId: testId(reason) });
  const inside = `answers.${testId(5)}.flags`;
  expect(
    problems({
      [testId(5)]: {
        kind: 'cells',
        flags: [flag('speed', 52), flag('remarks', 51), flag('speed', 99), flag('speed', 99)],
      },
    }),
  ).toEqual([
    `deprecated-reason ${inside}.0.reasonId`,
    `unknown-column ${inside}.1.column`,
    `unknown-reason ${inside}.2.reasonId`,
    `unknown-reason ${inside}.3.reasonId`,
    `flag-twice ${inside}.3`,
  ]);
});

test('answers of another kind or type, out of range, or too long', () => {
  expect(problems({ [testId(3)]: { kind: 'text', text: 'four' } })).toEqual([
    `wrong-kind answers.${testId(3)}`,
  ]);
  expect(problems({ [testId(3)]: { kind: 'rating', value: 6 } })).toEqual([
    `out-of-range answers.${testId(3)}.value`,
  ]);
  expect(problems({ [testId(4)]: { kind: 'text', text: 'Geese!' } })).toEqual([
    `too-long answers.${testId(4)}.text`,
  ]);
  const attribute = (n: number, value: unknown) =>
    problems({ [testId(1)]: goose({ [testId(121)]: 3, [testId(n)]: value }) });
  const at = `answers.${testId(1)}.label.attributes`;
  expect(attribute(121, 0)).toEqual([`out-of-range ${at}.${testId(121)}`]);
  expect(attribute(121, 1.5)).toEqual([`wrong-attribute ${at}.${testId(121)}`]);
  expect(attribute(121, 'three')).toEqual([`wrong-attribute ${at}.${testId(121)}`]);
  expect(attribute(123, 1)).toEqual([`wrong-attribute ${at}.${testId(123)}`]);
  expect(attribute(124, '🦢🦢🦢🦢')).toEqual([`too-long ${at}.${testId(124)}`]);
  expect(attribute(99, true)).toEqual([`unknown-attribute ${at}.${testId(99)}`]);
  expect(
    problems({
      [testId(2)]: { kind: 'multiple', labels: [{ labelId: testId(21) }, { labelId: testId(21) }] },
    }),
  ).toEqual([`label-twice answers.${testId(2)}.labels.1`]);
});

test('a column that the row does not have is not corrected', () => {
  const answered = payload({ [testId(4)]: { kind: 'text', text: 'Geese' } });
  expect(checkAnnotation(birdSchema(), answered, ['height'])).toMatchObject([{ code: 'unknown-column' }]);
});

test('texts are stored as they are, or not at all', () => {
  const text = (value: string) =>
    annotation.safeParse({ type: 'assay.annotation', version: 1, comment: value }).success;
  expect(text('🦢'.repeat(4000))).toBe(true);
  expect(text('🦢'.repeat(4001))).toBe(false);
  expect(text('a\0b')).toBe(false);
  expect(text('\ud83e')).toBe(false);
});
