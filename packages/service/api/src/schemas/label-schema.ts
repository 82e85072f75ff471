import { id, labelQuestionKinds, labelSchema, labelSchemaProblem } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue, personRef } from './common.ts';

export const labelSchemaListItem = z.object({
  id,
  name: z.string(),
  description: z.string(),
  versionId: id,
  number: z.number().int(),
  questions: z.array(z.object({ name: z.string(), kind: z.enum(labelQuestionKinds) })),
  /** How many labels it offers. */
  labels: z.number().int(),
  /** Whether it can be labelled with. */
  sound: z.boolean(),
  createdAt: isoDate,
  updatedAt: isoDate,
  trashedAt: isoDate.nullable(),
  revision: z.number().int(),
});

export const labelSchemaView = z.object({
  id,
  projectId: id,
  name: z.string(),
  description: z.string(),
  revision: z.number().int(),
  createdAt: isoDate,
  versionId: id,
  number: z.number().int(),
  document: labelSchema,
  /** What keeps its newest version from being labelled with, or what one should know. */
  problems: z.array(labelSchemaProblem),
  versions: z.array(
    z.object({
      id,
      number: z.number().int(),
      note: z.string(),
      createdAt: isoDate,
      createdBy: personRef,
    }),
  ),
});

export const labelSchemaVersionView = z.object({
  id,
  labelSchemaId: id,
  labelSchemaName: z.string(),
  number: z.number().int(),
  note: z.string(),
  document: labelSchema,
  createdAt: isoDate,
});

const side = z.object({ labelSchemaId: id, labelSchemaName: z.string(), number: z.number().int() });

export const labelSchemaComparison = z.object({
  before: side,
  after: side,
  differences: z.array(
    z.object({
      change: z.enum([
        'added',
        'removed',
        'renamed',
        'moved',
        'reordered',
        'deprecated',
        'restored',
        'changed',
      ]),
      what: z.enum(['question', 'label', 'attribute', 'option', 'reason', 'relation']),
      id: z.string().nullable(),
      /** Names from the question down. */
      path: z.array(z.string()),
      field: z.string().nullable(),
      before: jsonValue,
      after: jsonValue,
    }),
  ),
});
