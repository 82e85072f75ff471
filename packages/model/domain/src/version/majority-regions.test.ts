import { type AnnotationAnswer, annotation, type ChosenLabel, type RegionValue } from '@assay/contracts';
import { expect, test } from 'vitest';
import { answerText, answerValues, decideLabel, majorityAnswer } from '../index.ts';
import { sceneSchema, testId } from '../label/test-schema.ts';
import { box, region } from '../region/test-regions.ts';

const [CAR, PERSON, ROAD] = [testId(11), testId(12), testId(13)] as const;
const QUESTION = testId(1);
const [DOORS, PARKED] = [testId(111), testId(112)] as const;

const drawn = (...regions: RegionValue[]): AnnotationAnswer => ({ kind: 'regions', regions, relations: [] });
const at = (n: number, x: number, labelId: string, attributes: ChosenLabel['attributes'] = {}) =>
  region(n, box(x, 0, 30, 30), labelId, attributes);

test('what one person drew stands as it was drawn, relations and all', () => {
  const relation = {
    type: 'relation' as const,
    id: testId(3),
    from: testId(1),
    to: testId(2),
    labelId: testId(15),
  };
  const answer: AnnotationAnswer = {
    kind: 'regions',
    regions: [{ ...at(1, 0, PERSON), groupId: testId(9), order: 7 }, at(2, 100, CAR)],
    relations: [relation],
  };
  expect(majorityAnswer([answer])).toEqual({ ok: true, answer, share: 1 });
  // Of several people no relation is decided on.
  expect(majorityAnswer([answer, answer, answer])).toMatchObject({
    ok: true,
    answer: { relations: [], regions: [{ id: testId(1) }, { id: testId(2) }] },
    share: 1,
  });
});

test('what somebody remarks of a region is no part of what all say, nor of a final label', () => {
  const doubted = { ...at(1, 0, CAR), remark: { text: 'A car?' } };
  const three = [drawn(doubted), drawn(doubted), drawn(at(2, 1, CAR))];
  const said = majorityAnswer(three);
  expect(said).toMatchObject({ ok: true, answer: { regions: [{ label: { labelId: CAR } }] }, share: 1 });
  expect(JSON.stringify(said)).not.toContain('remark');
  const annotationOf = (answer: AnnotationAnswer) =>
    annotation.parse({ type: 'assay.annotation', version: 1, answers: { [QUESTION]: answer } });
  const alone = decideLabel(sceneSchema(), [annotationOf(drawn(doubted))], 'majority');
  expect(alone).toMatchObject({ ok: true, method: 'single', answers: { [QUESTION]: drawn(at(1, 0, CAR)) } });
  expect(JSON.stringify(alone)).not.toContain('remark');
});

test('the label that most give to a thing is its label, and none when two are given equally often', () => {
  const labels = (...given: string[]) => majorityAnswer(given.map((labelId, n) => drawn(at(n, 0, labelId))));
  expect(labels(CAR, ROAD, CAR)).toMatchObject({
    answer: { regions: [{ label: { labelId: CAR } }] },
    share: 1,
  });
  expect(labels(CAR, ROAD)).toEqual({ ok: false });
  expect(labels(CAR, ROAD, CAR, ROAD, PERSON)).toEqual({ ok: false });
  const unlabelled = drawn(region(9, box(0, 0, 30, 30)));
  expect(majorityAnswer([drawn(at(1, 0, CAR)), unlabelled, unlabelled])).toMatchObject({
    answer: { regions: [{ label: { labelId: CAR } }] },
  });
});

test('attributes are those that most of the people with that label give', () => {
  const given = (...all: ChosenLabel['attributes'][]) =>
    majorityAnswer(all.map((attributes, n) => drawn(at(n, 0, CAR, attributes))));
  expect(given({ [DOORS]: 4 }, { [DOORS]: 2 }, { [DOORS]: 4, [PARKED]: true })).toMatchObject({
    answer: { regions: [{ label: { labelId: CAR, attributes: { [DOORS]: 4 } } }] },
  });
  expect(given({ [DOORS]: 4 }, { [DOORS]: 2 })).toEqual({ ok: false });
  // Those who called it something else have no say in it.
  const four = (n: number) => drawn(at(n, 0, CAR, { [DOORS]: 4 }));
  const road = (n: number) => drawn(at(n, 0, ROAD, { [DOORS]: 2 }));
  expect(majorityAnswer([four(1), four(2), drawn(at(3, 0, CAR)), road(4), road(5)])).toMatchObject({
    answer: { regions: [{ label: { labelId: CAR, attributes: { [DOORS]: 4 } } }] },
  });
});

test('who gave no answer saw nothing', () => {
  const car = drawn(at(1, 0, CAR));
  expect(majorityAnswer([car, null, null])).toEqual({ ok: true, answer: drawn(), share: 2 / 3 });
  expect(majorityAnswer([car, null])).toEqual({ ok: false });
  expect(majorityAnswer([car, car, null])).toMatchObject({
    answer: { regions: [{ id: testId(1) }] },
    share: 2 / 3,
  });
});

test('an answer in one line names the label of each region', () => {
  const [question = expect.fail('Nothing is asked.')] = sceneSchema().questions;
  const answer = drawn(at(1, 0, CAR), at(2, 50, CAR), region(3, box(0, 0, 1, 1)), at(4, 99, testId(77)));
  expect(answerValues(question, answer)).toEqual(['Car', 'Car', testId(77)]);
  expect(answerText(question, answer)).toBe(`Car; Car; ${testId(77)}`);
  expect(answerText(question, drawn())).toBe('');
});
