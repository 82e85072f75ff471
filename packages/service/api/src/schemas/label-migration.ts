import { id, migrationProblem } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, personRef } from './common.ts';
import { labelSchemaComparison } from './label-schema.ts';

const count = z.number().int();

const operationWords = z.object({
  kind: z.enum([
    'rename',
    'deprecate',
    'move',
    'merge',
    'split',
    'add-option',
    'widen',
    'require',
    'drop-attribute',
  ]),
  what: z.enum(['question', 'label', 'attribute', 'option', 'reason', 'relation']).nullable(),
  /** Names from the question down. */
  path: z.array(z.string()),
  names: z.array(z.string()),
  to: z.string().nullable(),
});

/** What a migration would do. */
export const migrationPlan = z.object({
  /** Of the label schema, to apply it upon. */
  revision: count,
  /** The version that it begins at. */
  number: count,
  problems: z.array(migrationProblem),
  differences: labelSchemaComparison.shape.differences,
  /** False where there are more annotations than were looked at. */
  exact: z.boolean(),
  reach: z.object({
    batches: count,
    annotations: count,
    openTasks: count,
    heldTasks: count,
    drafts: count,
    drawings: count,
    decisions: count,
  }),
  versions: z.array(z.object({ id, number: count, batches: count })),
  operations: z.array(
    z.object({
      words: operationWords,
      annotations: count,
      /** How often the label, region, flag or relation was given. */
      given: count,
      /** Of which somebody has to decide. */
      undecided: count,
      examples: z.array(
        z.object({ batchId: id, batchNumber: count, batchName: z.string(), item: count, row: z.number() }),
      ),
    }),
  ),
});

export const migrationHistory = z.object({
  /** Of the label schema. */
  revision: count,
  migrations: z.array(
    z.object({
      id,
      fromVersionId: id,
      fromNumber: count,
      toVersionId: id,
      toNumber: count,
      operations: z.array(operationWords),
      undoes: id.nullable(),
      undone: z.boolean(),
      undoable: z.boolean(),
      note: z.string(),
      batches: count,
      createdAt: isoDate,
      createdBy: personRef,
    }),
  ),
});

export const migrated = z.object({ migrationId: id, versionId: id, number: count, batches: count });
