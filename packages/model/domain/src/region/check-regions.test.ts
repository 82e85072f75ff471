import {
  type Annotation,
  annotation,
  type Geometry,
  type LabelSchema,
  type ProposalState,
} from '@assay/contracts';
import { expect, test } from 'vitest';
import { checkAnnotation } from '../label/check-annotation.ts';
import { sceneSchema, testId } from '../label/test-schema.ts';
import { box, polygon, region } from './test-regions.ts';

const [CAR, PERSON, ROAD, TRAM] = [testId(11), testId(12), testId(13), testId(14)] as const;
const [SITS_IN, FOLLOWS] = [testId(15), testId(16)] as const;
const at = `answers.${testId(1)}`;
const doors = { [testId(111)]: 4 };
const car = (n: number) => region(n, box(n, 0, 10, 10), CAR, doors);
const person = (n: number, ...joints: readonly string[]) =>
  region(
    n,
    {
      kind: 'skeleton',
      version: 1,
      joints: joints.map((name, x) => ({ name, x, y: n, visibility: 'visible' })),
    },
    PERSON,
  );
const relation = (n: number, from: number, to: number, labelId: string | null = SITS_IN) => ({
  type: 'relation',
  id: testId(n),
  from: testId(from),
  to: testId(to),
  labelId,
});

function answered(regions: readonly object[], relations: readonly object[] = []): Annotation {
  return annotation.parse({
    type: 'assay.annotation',
    version: 1,
    answers: { [testId(1)]: { kind: 'regions', regions, relations } },
  });
}

function problems(
  regions: readonly object[],
  relations: readonly object[] = [],
  schema: LabelSchema = sceneSchema(),
): string[] {
  return checkAnnotation(schema, answered(regions, relations), []).map(
    ({ code, field }) => `${code} ${field}`,
  );
}

test('what was asked for has no problems, and neither has a picture in which nothing was found', () => {
  expect(problems([car(1), person(2, 'foot', 'head')], [relation(3, 2, 1)])).toEqual([]);
  expect(problems([])).toEqual([]);
});

test('a question of regions that was not looked at is not answered', () => {
  const empty = annotation.parse({ type: 'assay.annotation', version: 1 });
  expect(checkAnnotation(sceneSchema(), empty, [])).toMatchObject([{ code: 'missing-answer', field: at }]);
  // When everything that can be drawn is deprecated there is nothing to answer.
  const closed = sceneSchema();
  for (const question of closed.questions) {
    if (question.kind === 'regions') for (const label of question.labels) label.deprecated = true;
  }
  expect(checkAnnotation(closed, empty, [])).toEqual([]);
});

test('an answer of another kind, both ways', () => {
  const text = annotation.parse({
    type: 'assay.annotation',
    version: 1,
    answers: { [testId(1)]: { kind: 'text', text: 'a car' } },
  });
  expect(checkAnnotation(sceneSchema(), text, [])).toMatchObject([{ code: 'wrong-kind', field: at }]);
});

test('labels that are missing, unknown or deprecated, each region by its place', () => {
  expect(
    problems([
      car(1),
      region(2, box(0, 0, 5, 5)),
      region(3, box(0, 0, 5, 5), testId(99)),
      region(4, box(0, 0, 5, 5), TRAM),
    ]),
  ).toEqual([
    `missing-label ${at}.regions.1.label`,
    `unknown-label ${at}.regions.2.label.labelId`,
    `deprecated-label ${at}.regions.3.label.labelId`,
  ]);
  // A kind of relation is no label.
  expect(problems([region(1, box(0, 0, 5, 5), SITS_IN)])).toEqual([
    `unknown-label ${at}.regions.0.label.labelId`,
  ]);
});

test('attributes of the label are asked of each region', () => {
  const inside = `${at}.regions.0.label.attributes`;
  const withValues = (values: Record<string, string | number | boolean>) =>
    problems([region(1, box(0, 0, 9, 9), CAR, values)]);
  expect(withValues({})).toEqual([`missing-attribute ${inside}.${testId(111)}`]);
  expect(withValues({ [testId(111)]: 9 })).toEqual([`out-of-range ${inside}.${testId(111)}`]);
  expect(withValues({ ...doors, [testId(112)]: 'yes' })).toEqual([
    `wrong-attribute ${inside}.${testId(112)}`,
  ]);
  expect(withValues({ ...doors, [testId(113)]: true })).toEqual([
    `unknown-attribute ${inside}.${testId(113)}`,
  ]);
});

test('shapes by which a label is not drawn, and joints that it does not have', () => {
  const drawn = (geometry: Geometry, labelId: string, attributes = {}) =>
    problems([region(1, geometry, labelId, attributes)]);
  const triangle = polygon([0, 0], [9, 0], [9, 9]);
  expect(drawn(triangle, CAR, doors)).toEqual([]);
  expect(drawn(triangle, ROAD)).toEqual([]);
  expect(drawn(triangle, PERSON)).toEqual([`wrong-shape ${at}.regions.0.geometry`]);
  expect(drawn(box(0, 0, 9, 9), ROAD)).toEqual([`wrong-shape ${at}.regions.0.geometry`]);
  expect(drawn({ kind: 'image-class', version: 1 }, ROAD)).toEqual([`wrong-shape ${at}.regions.0.geometry`]);
  expect(problems([person(1, 'head', 'tail')])).toEqual([`wrong-shape ${at}.regions.0.geometry.joints`]);
  const [problem] = checkAnnotation(sceneSchema(), answered([person(1, 'head', 'tail')]), []);
  expect(problem?.message).toContain('“tail”');
});

test('ids that stand for two things', () => {
  expect(problems([car(1), { ...car(2), id: testId(1) }])).toEqual([`id-twice ${at}.regions.1.id`]);
  expect(problems([car(1), car(2)], [relation(1, 1, 2)])).toEqual([`id-twice ${at}.relations.0.id`]);
  expect(problems([car(1), car(2)], [relation(3, 1, 2), relation(3, 2, 1)])).toEqual([
    `id-twice ${at}.relations.1.id`,
  ]);
});

test('relations with a loose end', () => {
  expect(problems([car(1)], [relation(3, 1, 2)])).toEqual([`unknown-region ${at}.relations.0.to`]);
  expect(problems([car(1)], [relation(3, 2, 1)])).toEqual([`unknown-region ${at}.relations.0.from`]);
  // A relation leads to regions, never to a relation.
  expect(problems([car(1), car(2)], [relation(3, 1, 2), relation(4, 1, 3)])).toEqual([
    `unknown-region ${at}.relations.1.to`,
  ]);
});

test('relations of no kind, of one that is not asked for, and of one that is deprecated', () => {
  expect(
    problems(
      [car(1), car(2)],
      [relation(3, 1, 2, null), relation(4, 1, 2, CAR), relation(5, 1, 2, FOLLOWS), relation(6, 1, 2)],
    ),
  ).toEqual([
    `unknown-relation ${at}.relations.0.labelId`,
    `unknown-relation ${at}.relations.1.labelId`,
    `deprecated-relation ${at}.relations.2.labelId`,
  ]);
});

test('a proposal has to be looked at, and what was rejected stands beside the drawing', () => {
  const proposed = (n: number, state: ProposalState) => ({
    ...car(n),
    proposal: { confidence: 0.5, state, reason: state === 'rejected' ? 'duplicate' : null },
  });
  expect(problems([proposed(1, 'accepted'), proposed(2, 'fixed')])).toEqual([]);
  const open = [car(1), proposed(2, 'open'), proposed(3, 'open')];
  expect(problems(open)).toEqual([`open-proposal ${at}.regions.1.proposal`]);
  expect(problems([car(1), proposed(2, 'rejected')])).toEqual([`open-proposal ${at}.regions.1.proposal`]);
  const beside = (...rejected: readonly object[]) =>
    checkAnnotation(
      sceneSchema(),
      annotation.parse({
        type: 'assay.annotation',
        version: 1,
        answers: { [testId(1)]: { kind: 'regions', regions: [car(1)], relations: [], rejected } },
      }),
      [],
    ).map(({ code, field }) => `${code} ${field}`);
  // What was rejected needs no label.
  expect(beside({ ...proposed(2, 'rejected'), label: null })).toEqual([]);
  expect(beside(proposed(2, 'accepted'))).toEqual([`open-proposal ${at}.rejected.0.proposal`]);
  expect(beside(car(2))).toEqual([`open-proposal ${at}.rejected.0.proposal`]);
  expect(beside(proposed(1, 'rejected'))).toEqual([`id-twice ${at}.rejected.0.id`]);
});

test('a track is known by its first key frame, goes forward, ends with its sequence, and is drawn as its label is', () => {
  const moving = (n: number, keys: readonly [number, Geometry | null][], frames = 10) => ({
    ...car(n),
    geometry: keys[0]?.[1] ?? box(n, 0, 10, 10),
    track: { version: 1, frames, keyFrames: keys.map(([frame, geometry]) => ({ frame, geometry })) },
  });
  const [here, there] = [box(1, 0, 10, 10), box(50, 0, 10, 10)];
  const fine = moving(1, [
    [2, here],
    [5, there],
    [7, null],
  ]);
  expect(problems([fine])).toEqual([]);
  const wrong = `wrong-track ${at}.regions.0.track`;
  expect(problems([{ ...fine, geometry: there }])).toEqual([wrong]);
  for (const keys of [
    [
      [5, here],
      [2, there],
    ],
    [
      [2, here],
      [2, there],
    ],
    [[10, here]],
    [
      [2, null],
      [3, here],
    ],
  ] as [number, Geometry | null][][]) {
    expect(problems([moving(1, keys)])).toEqual([wrong]);
  }
  const triangle = { kind: 'point', version: 1, x: 1, y: 1 } as const;
  expect(
    problems([
      moving(1, [
        [2, here],
        [5, triangle],
      ]),
    ]),
  ).toEqual([`wrong-shape ${at}.regions.0.track.keyFrames.1.geometry`]);
  expect(problems([fine, car(2)])).toEqual([`wrong-track ${at}.regions`]);
  expect(problems([fine, moving(2, [[2, here]], 11)])).toEqual([`wrong-track ${at}.regions`]);
});
