import { type LabelSchema, labelSchema } from '@assay/contracts';
import type { ApiSession } from '../../api-session.ts';

const id = (n: number) => `01a1fe00-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** What an answer has to name: two questions and some labels of the first. */
export const LABELLED = { group: id(1), groups: [id(12), id(14), id(11)], plausible: id(2) } as const;

/** Questions of every kind about a row of wages. */
const document = (occupation: string): LabelSchema =>
  labelSchema.parse({
    type: 'assay.label-schema',
    version: 1,
    subject: 'row',
    questions: [
      {
        kind: 'single',
        id: id(1),
        name: 'Occupation group',
        prompt: 'To which group does the work belong?',
        labels: [
          { id: id(11), name: occupation, colour: 'teal', key: '1' },
          { id: id(12), name: 'Teaching', parentId: id(11), colour: 'indigo', key: '2' },
          {
            id: id(13),
            name: 'Health',
            parentId: id(11),
            colour: 'green',
            key: '3',
            description: 'Also who cares for others without a degree in it.',
            attributes: [{ kind: 'boolean', id: id(131), name: 'With shifts', required: true }],
          },
          { id: id(14), name: 'Trade', colour: 'orange', key: '4' },
          { id: id(15), name: 'Other', colour: 'grey', key: '5', deprecated: true },
        ],
      },
      {
        kind: 'rating',
        id: id(2),
        name: 'Plausible',
        prompt: 'Could this person exist?',
        min: 1,
        max: 5,
        minWords: 'Never',
        maxWords: 'Certainly',
      },
      {
        kind: 'cells',
        id: id(3),
        name: 'Wrong cells',
        required: false,
        columns: ['hourly_wage', 'age'],
        reasons: [
          { id: id(31), name: 'Impossible', key: '1' },
          { id: id(32), name: 'Does not fit the rest', key: '2' },
        ],
      },
      { kind: 'text', id: id(4), name: 'Remark', required: false, maxLength: 200 },
    ],
  });

/** A label schema of two versions, made once however often pictures are taken. */
export async function makeLabelSchema({ api }: ApiSession, projectId: string): Promise<string> {
  const name = 'Wages, one row after the other';
  const { labelSchemas } = await api.labelSchema.list.query({ projectId, search: name });
  if (labelSchemas[0] !== undefined) return labelSchemas[0].id;
  const made = await api.labelSchema.create.mutate({
    projectId,
    name,
    description: 'For the first look at rows that were made',
    document: document('Services'),
  });
  const { revision } = await api.labelSchema.get.query({ labelSchemaId: made.id });
  await api.labelSchema.save.mutate({
    labelSchemaId: made.id,
    revision,
    document: document('Public and private services'),
    note: 'Both kinds of services',
  });
  return made.id;
}
