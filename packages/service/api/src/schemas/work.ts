import { batchKind, columnSpec, id, importedProposal, labelSchema, rowLikelihood } from '@assay/contracts';
import { z } from 'zod';
import { draftView } from './batch.ts';
import { jsonValue } from './common.ts';
import { pyramidView } from './image.ts';

/** What is needed to answer a task, besides what it is held under. */
export const servedTask = z.object({
  id,
  batchId: id,
  item: z.number(),
  row: z.number(),
  cells: z.array(jsonValue),
  likelihood: rowLikelihood.nullable(),
  proposal: importedProposal.nullable(),
  draft: draftView,
  /** What is looked at, where rows are pictures; its pixels are at `/api/tasks/<id>/picture/<file>`. */
  picture: z
    .object({
      id,
      path: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      /** Of a sequence; null of a single picture. Frames are at the same address with `?frame=<number from 0>`. */
      frames: z.number().int().nullable(),
      pyramid: pyramidView.nullable(),
    })
    .nullable(),
});

/** The batch of a task that somebody answers, with what it asks. */
export const workBatch = z.object({
  id,
  number: z.number(),
  name: z.string(),
  description: z.string(),
  kind: batchKind,
  runId: id,
  guidelineId: id.nullable(),
  /** Null of a blind test. */
  labelSchemaVersionId: id.nullable(),
  schema: labelSchema,
  columns: z.array(columnSpec),
  samples: z.number(),
  /** Does an import of prelabels propose answers, and not the rows themselves? */
  prelabels: z.boolean(),
});
