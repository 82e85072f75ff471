import {
  askedBatchKind,
  batchAssignment,
  batchControls,
  batchPriority,
  batchSelection,
  boundedText,
  id,
  overlap,
  reviewRate,
} from '@assay/contracts';
import { createBatch } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoMoment, nameText } from '../../schemas/common.ts';

export const createBatchRoute = projectProcedure('batch.manage')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/batches',
      summary: 'Make a labelling batch',
      tags: ['Batches'],
    },
  })
  .input(
    z.object({
      kind: askedBatchKind.default('label'),
      name: nameText,
      description: boundedText(4000).default(''),
      runId: id,
      labelSchemaVersionId: id,
      guidelineId: id.nullable().default(null),
      investigation: z.boolean().default(false),
      selection: batchSelection,
      overlap: overlap.default(1),
      /** Null is what the rules of review say. */
      reviewRate: reviewRate.nullable().default(null),
      priority: batchPriority.default(1),
      dueAt: isoMoment.nullable().default(null),
      assignment: batchAssignment.default('pull'),
      people: z.array(id).max(1000).default([]),
      controls: batchControls.default(batchControls.parse({})),
      /** An import of prelabels that proposes answers; only rows that it knows are taken then. */
      prelabelImportId: id.nullable().default(null),
    }),
  )
  .output(z.object({ batchId: id, jobId: id }))
  .mutation(({ ctx, input }) => createBatch(ctx.deps, ctx.actor, input));
