import { labelSchema, type RegionValue, type Track } from '@assay/contracts';
import { expect, test } from 'vitest';
import { box, region } from '../region/test-regions.ts';
import { proposeAnswers, verdictOnProposal } from './propose-answers.ts';
import { sceneSchema, testId } from './test-schema.ts';

const schema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: testId(1),
      name: 'Income',
      corrects: 'income',
      labels: [
        { id: testId(11), name: '<=50K' },
        { id: testId(12), name: '>50K' },
        { id: testId(13), name: 'unknown', deprecated: true },
      ],
    },
    { kind: 'rating', id: testId(2), name: 'Score', corrects: 'score', min: 1, max: 5 },
    { kind: 'text', id: testId(3), name: 'City', corrects: 'city' },
    { kind: 'text', id: testId(4), name: 'Remark' },
  ],
});
const single = (labelId: string) => ({ kind: 'single' as const, label: { labelId, attributes: {} } });

test('a column proposes the label that is called like its value', () => {
  expect(proposeAnswers(schema, { income: ' >50k ', score: '4', city: 'Oslo' })).toEqual({
    [testId(1)]: single(testId(12)),
    [testId(2)]: { kind: 'rating', value: 4 },
    [testId(3)]: { kind: 'text', text: 'Oslo' },
  });
  expect(proposeAnswers(schema, { income: 'unknown', score: 9, city: '' })).toEqual({});
  expect(proposeAnswers(schema, { income: null, score: '', city: null })).toEqual({});
});

test('a proposal is accepted when every answer stands as proposed', () => {
  const proposed = proposeAnswers(schema, { income: '>50K', city: 'Oslo' });
  expect(verdictOnProposal(proposed, { ...proposed, [testId(4)]: { kind: 'text', text: 'fine' } })).toBe(
    'accepted',
  );
  expect(verdictOnProposal(proposed, { ...proposed, [testId(1)]: single(testId(11)) })).toBe('corrected');
  expect(verdictOnProposal(proposed, {})).toBe('corrected');
  expect(verdictOnProposal({}, proposed)).toBeNull();
});

test('a column proposes no regions', () => {
  expect(proposeAnswers(sceneSchema(), { Parts: 'Car', image: testId(9) })).toEqual({});
});

test('a drawing is accepted when every region stands as proposed, and corrected when one was moved at all', () => {
  const [car, road] = [region(1, box(0, 0, 20, 10), testId(11)), region(2, box(5, 5, 9, 9), testId(13))];
  const drawing = (...regions: RegionValue[]) => ({
    [testId(1)]: { kind: 'regions' as const, regions, relations: [] },
  });
  const verdict = (...regions: RegionValue[]) => verdictOnProposal(drawing(car, road), drawing(...regions));
  expect(verdict(car, road)).toBe('accepted');
  // In whatever order and under whatever ids they come.
  expect(verdict({ ...road, id: testId(8), order: 0 }, { ...car, id: testId(9) })).toBe('accepted');
  // What was added to a label does not change it.
  expect(verdict({ ...car, label: { labelId: testId(11), attributes: { [testId(111)]: 4 } } }, road)).toBe(
    'accepted',
  );
  expect(verdict({ ...car, geometry: box(0, 0, 20, 10.25) }, road)).toBe('corrected');
  expect(verdict({ ...car, label: { labelId: testId(13), attributes: {} } }, road)).toBe('corrected');
  expect(verdict({ ...car, label: null }, road)).toBe('corrected');
  expect(verdict(car)).toBe('corrected');
  expect(verdict(car, road, road)).toBe('corrected');
  expect(verdict(car, car)).toBe('corrected');
  // That there is nothing is a proposal too.
  expect(verdictOnProposal(drawing(), drawing())).toBe('accepted');
  expect(verdictOnProposal(drawing(), drawing(car))).toBe('corrected');
  expect(verdictOnProposal(drawing(), {})).toBe('corrected');
});

test('a drawing of a sequence is corrected when a region was moved or ended in any frame', () => {
  const through = (...keyFrames: Track['keyFrames']) => ({
    [testId(1)]: {
      kind: 'regions' as const,
      regions: [
        {
          ...region(1, box(0, 0, 20, 10), testId(11)),
          track: { version: 1 as const, frames: 80, keyFrames },
        },
      ],
      relations: [],
    },
  });
  const first = { frame: 0, geometry: box(0, 0, 20, 10) };
  const proposed = through(first, { frame: 40, geometry: box(30, 0, 20, 10) });
  expect(verdictOnProposal(proposed, structuredClone(proposed))).toBe('accepted');
  expect(verdictOnProposal(proposed, through(first, { frame: 40, geometry: box(31, 0, 20, 10) }))).toBe(
    'corrected',
  );
  expect(verdictOnProposal(proposed, through(first, { frame: 40, geometry: null }))).toBe('corrected');
});
