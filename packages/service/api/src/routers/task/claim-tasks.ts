import {
  batchKind,
  columnSpec,
  id,
  importedProposal,
  labelSchema,
  MOST_GRID_LEASES,
  MOST_LEASES,
  rowLikelihood,
} from '@assay/contracts';
import { claimWork } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { draftView } from '../../schemas/batch.ts';
import { isoDate, jsonValue } from '../../schemas/common.ts';
import { pyramidView } from '../../schemas/image.ts';

/** What a person holds, filled up with what waits for them, and everything that is needed to answer it. */
export const claimTasksRoute = projectProcedure('task.work')
  .input(
    z.object({
      batchId: id.nullable().default(null),
      want: z.number().int().min(1).max(MOST_GRID_LEASES).default(MOST_LEASES),
      /** Are they shown as a grid? Then a page of them is held, all of one batch. */
      grid: z.boolean().default(false),
    }),
  )
  .output(
    z.object({
      tasks: z.array(
        z.object({
          id,
          batchId: id,
          leaseId: id,
          leaseUntil: isoDate,
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
        }),
      ),
      batches: z.array(
        z.object({
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
        }),
      ),
    }),
  )
  .mutation(({ ctx, input }) => claimWork(ctx.deps, ctx.actor, input));
