import { annotation } from '@assay/contracts';
import { expect, test } from 'vitest';
import { annotationOf, answerField, changeOf, fieldsOf } from './draft-fields.ts';

const question = '01900000-0000-7000-8000-000000000001';
const label = '01900000-0000-7000-8000-000000000002';

const whole = annotation.parse({
  type: 'assay.annotation',
  version: 1,
  answers: { [question]: { kind: 'single', label: { labelId: label, attributes: {} } } },
  realism: { verdict: 'implausible', reasons: ['age'] },
  artefact: true,
  artefactNote: 'Repeats itself.',
  comment: 'Looks odd.',
});

test('an annotation becomes fields and comes back the same', () => {
  expect(annotationOf(fieldsOf(whole))).toEqual(whole);
  const nothing = annotation.parse({ type: 'assay.annotation', version: 1 });
  expect(fieldsOf(nothing)).toEqual({});
  expect(annotationOf({})).toEqual(nothing);
});

test('fields that cannot be read are left out', () => {
  const read = annotationOf({
    [answerField(question)]: { kind: 'gone' },
    realism: 'yes',
    comment: 'kept',
    unknown: 1,
    artefact: null,
  });
  expect(read).toEqual(annotation.parse({ type: 'assay.annotation', version: 1, comment: 'kept' }));
});

test('a change names what differs, and what goes', () => {
  expect(changeOf({ a: 1, b: 2, c: { d: 1 } }, { a: 1, b: 3, e: 4, c: { d: 1 } })).toEqual({ b: 3, e: 4 });
  expect(changeOf({ a: 1 }, {})).toEqual({ a: null });
});
