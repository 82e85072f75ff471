import { labelSchema } from '@assay/contracts';
import { expect, test } from 'vitest';
import { labelForShape, regionQuestionOf } from './region-question.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [ROAD, CAR, TRAM] = [id(1), id(2), id(3)];

const schema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'image',
  questions: [
    { kind: 'text', id: id(8), name: 'Remark' },
    {
      kind: 'regions',
      id: id(9),
      name: 'Parts',
      labels: [
        { id: TRAM, name: 'Tram', deprecated: true },
        { id: ROAD, name: 'Road', shapes: ['mask'] },
        { id: CAR, name: 'Car', shapes: ['polygon', 'box'] },
      ],
    },
  ],
});
const question = regionQuestionOf(schema) ?? expect.fail('Nothing is drawn.');

test('a region that is added has a label that is drawn so', () => {
  const chosen = (labelId: string, attributes = {}) => ({ labelId, attributes });
  expect(labelForShape(question, chosen(ROAD), 'box')).toEqual(chosen(CAR));
  expect(labelForShape(question, chosen(TRAM), 'box')).toEqual(chosen(CAR));
  expect(labelForShape(question, null, 'box')).toEqual(chosen(CAR));
  expect(labelForShape(question, chosen(CAR, { [id(6)]: 4 }), 'box')).toEqual(chosen(CAR, { [id(6)]: 4 }));
  expect(labelForShape(question, null, 'ellipse')).toBeNull();
});
