import { type Annotation, annotation, type RegionValue } from '@assay/contracts';
import { expect, test } from 'vitest';
import { sceneSchema, testId } from '../label/test-schema.ts';
import { box, region } from '../region/test-regions.ts';
import { answersDiffer } from './answers-differ.ts';
import { labelsOf } from './review-marks.ts';

const [CAR, ROAD] = [testId(11), testId(13)] as const;
const [parts = expect.fail('Nothing is asked.')] = sceneSchema().questions;

const at = (n: number, x: number, labelId: string | null = CAR) => region(n, box(x, 0, 30, 30), labelId);
const said = (...regions: RegionValue[]): Annotation =>
  annotation.parse({
    type: 'assay.annotation',
    version: 1,
    answers: { [parts.id]: { kind: 'regions', regions, relations: [] } },
  });
const silent = annotation.parse({ type: 'assay.annotation', version: 1 });
const differ = (...payloads: Annotation[]) => answersDiffer(parts, payloads, 0);

test('people agree about a picture who found the same things in about the same places', () => {
  expect(differ(said(at(1, 0), at(2, 100)), said(at(3, 103), at(4, 2)), said(at(5, 1), at(6, 99)))).toBe(
    false,
  );
  expect(differ(said(), said())).toBe(false);
  expect(differ(said(at(1, 0)))).toBe(false);
});

test('they differ by a thing, a place, a label, or by having said nothing', () => {
  expect(differ(said(at(1, 0)), said())).toBe(true);
  expect(differ(said(at(1, 0)), said(at(2, 0), at(3, 0)))).toBe(true);
  expect(differ(said(at(1, 0)), said(at(2, 20)))).toBe(true);
  expect(differ(said(at(1, 0)), said(at(2, 0, ROAD)))).toBe(true);
  expect(differ(said(at(1, 0)), said(at(2, 0, null)))).toBe(true);
  expect(differ(said(), silent)).toBe(true);
});

test('whoever of several differs is found: alike in a row is not alike', () => {
  // Each is like the one before it, the last is not like the first.
  const [one, two, three] = [said(at(1, 0)), said(at(2, 8)), said(at(3, 16))];
  expect([differ(one, two), differ(two, three), differ(one, three)]).toEqual([false, false, true]);
  expect(differ(one, two, three)).toBe(true);
  expect(differ(two, one, two)).toBe(false);
});

test('the labels of an answer are those of its regions, each once', () => {
  expect(labelsOf(said(at(1, 0), at(2, 50, ROAD), at(3, 90), at(4, 150, null)), parts.id)).toEqual([
    CAR,
    ROAD,
  ]);
});
