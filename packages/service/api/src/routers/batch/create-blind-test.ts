import { batchAssignment, batchPriority, blindSize, boundedText, id, overlap } from '@assay/contracts';
import { createBlindTest } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoMoment, nameText } from '../../schemas/common.ts';

/** Asks people which rows are real: some of the run, some of its source where the terms let them be shown. */
export const createBlindTestRoute = projectProcedure('batch.manage')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/blind-tests',
      summary: 'Make a blind test',
      tags: ['Batches'],
    },
  })
  .input(
    z.object({
      name: nameText,
      description: boundedText(4000).default(''),
      runId: id,
      size: blindSize,
      overlap: overlap.default(1),
      priority: batchPriority.default(1),
      dueAt: isoMoment.nullable().default(null),
      assignment: batchAssignment.default('pull'),
      people: z.array(id).max(1000).default([]),
    }),
  )
  .output(z.object({ batchId: id, jobId: id }))
  .mutation(({ ctx, input }) => createBlindTest(ctx.deps, ctx.actor, input));
