import { labelSchema } from '@assay/contracts';
import { expect, test } from 'vitest';
import { proposeAnswers, verdictOnProposal } from './propose-answers.ts';
import { testId } from './test-schema.ts';

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
