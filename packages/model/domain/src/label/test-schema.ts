import { type LabelSchema, labelSchema } from '@assay/contracts';

/** The id number `n` of the tests. */
export const testId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** One question of each kind, about a row of birds. */
export function birdSchema(): LabelSchema {
  return labelSchema.parse({
    type: 'assay.label-schema',
    version: 1,
    subject: 'row',
    questions: [
      {
        kind: 'single',
        id: testId(1),
        name: 'Species',
        labels: [
          { id: testId(11), name: 'Bird' },
          {
            id: testId(12),
            name: 'Goose',
            parentId: testId(11),
            key: '1',
            attributes: [
              { kind: 'number', id: testId(121), name: 'How many', required: true, min: 1, integer: true },
              {
                kind: 'single',
                id: testId(122),
                name: 'Age',
                options: [
                  { id: testId(1221), name: 'Young' },
                  { id: testId(1222), name: 'Egg', deprecated: true },
                ],
              },
              { kind: 'boolean', id: testId(123), name: 'Ringed' },
              { kind: 'text', id: testId(124), name: 'Ring', maxLength: 3 },
            ],
          },
          { id: testId(13), name: 'Swan', parentId: testId(11), key: '2' },
          { id: testId(14), name: 'Dodo', deprecated: true },
        ],
      },
      {
        kind: 'multiple',
        id: testId(2),
        name: 'Damage',
        required: false,
        labels: [
          { id: testId(21), name: 'Engine' },
          { id: testId(22), name: 'Wing' },
        ],
      },
      { kind: 'rating', id: testId(3), name: 'Realistic', min: 1, max: 5 },
      { kind: 'text', id: testId(4), name: 'Remark', required: false, corrects: 'remarks', maxLength: 5 },
      {
        kind: 'cells',
        id: testId(5),
        name: 'Wrong cells',
        required: false,
        columns: ['height', 'speed'],
        reasons: [
          { id: testId(51), name: 'Impossible', key: '1' },
          { id: testId(52), name: 'Odd', deprecated: true },
        ],
      },
    ],
  });
}

/** Parts of a picture: labels of every kind of shape, a skeleton, attributes, relations. */
export function sceneSchema(): LabelSchema {
  return labelSchema.parse({
    type: 'assay.label-schema',
    version: 1,
    subject: 'image',
    questions: [
      {
        kind: 'regions',
        id: testId(1),
        name: 'Parts',
        labels: [
          {
            id: testId(11),
            name: 'Car',
            key: '1',
            shapes: ['box', 'polygon'],
            attributes: [
              { kind: 'number', id: testId(111), name: 'Doors', required: true, min: 2, max: 5 },
              { kind: 'boolean', id: testId(112), name: 'Parked' },
            ],
          },
          {
            id: testId(12),
            name: 'Person',
            shapes: ['skeleton', 'box'],
            skeleton: {
              joints: ['head', 'hand', 'foot'],
              bones: [
                [0, 1],
                [0, 2],
              ],
            },
          },
          { id: testId(13), name: 'Road', shapes: ['mask', 'polygon'], colour: 'brown' },
          { id: testId(14), name: 'Tram', deprecated: true },
        ],
        relations: [
          { id: testId(15), name: 'sits in' },
          { id: testId(16), name: 'follows', deprecated: true },
        ],
      },
    ],
  });
}
