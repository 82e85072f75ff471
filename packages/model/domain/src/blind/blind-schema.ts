import type { Annotation, BlindOrigin, LabelSchema } from '@assay/contracts';

const ORIGIN = '0199a000-b11d-7000-8000-000000000001';
const REAL = '0199a000-b11d-7000-8000-000000000002';
const SYNTHETIC = '0199a000-b11d-7000-8000-000000000003';
const TELLS = '0199a000-b11d-7000-8000-000000000004';
const UNLIKELY = '0199a000-b11d-7000-8000-000000000005';
const UNFITTING = '0199a000-b11d-7000-8000-000000000006';

/** What a blind test asks of each row. */
export const BLIND_SCHEMA: LabelSchema = {
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: ORIGIN,
      name: 'Real or synthetic',
      prompt: 'Is this a real row, or was it made by a generator?',
      required: true,
      corrects: null,
      labels: [
        {
          id: REAL,
          name: 'Real',
          description: 'It was collected.',
          parentId: null,
          colour: 'teal',
          key: 'r',
          attributes: [],
          deprecated: false,
        },
        {
          id: SYNTHETIC,
          name: 'Synthetic',
          description: 'A generator made it.',
          parentId: null,
          colour: 'orange',
          key: 'y',
          attributes: [],
          deprecated: false,
        },
      ],
    },
    {
      kind: 'cells',
      id: TELLS,
      name: 'What gives it away',
      prompt: 'Mark the cells that made you say so, if any did.',
      required: false,
      columns: null,
      reasons: [
        {
          id: UNLIKELY,
          name: 'Unlikely value',
          description: 'The value by itself is odd.',
          key: 'v',
          deprecated: false,
        },
        {
          id: UNFITTING,
          name: 'Does not fit the rest',
          description: 'The value is odd beside others of the row.',
          key: 'w',
          deprecated: false,
        },
      ],
    },
  ],
};

/** What an answer in a blind test says of the row; null where it says nothing. */
export function saidOrigin(answer: Annotation): BlindOrigin | null {
  const said = answer.answers[ORIGIN];
  if (said?.kind !== 'single') return null;
  if (said.label.labelId === REAL) return 'real';
  return said.label.labelId === SYNTHETIC ? 'synthetic' : null;
}

/** Columns with a mark in an answer of a blind test. */
export function markedColumns(answer: Annotation): string[] {
  const marks = answer.answers[TELLS];
  return marks?.kind === 'cells' ? [...new Set(marks.flags.map(({ column }) => column))] : [];
}
