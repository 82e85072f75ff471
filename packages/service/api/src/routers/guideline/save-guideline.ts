import { guideline, id } from '@assay/contracts';
import { saveGuidelineVersion } from '@assay/services';
import { z } from 'zod';
import { guidelineProcedure } from '../../frame/procedures.ts';

export const saveGuidelineRoute = guidelineProcedure('guideline.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/guidelines/{guidelineId}/versions',
      summary: 'Save a guideline as its next version',
      tags: ['Guidelines'],
    },
  })
  .input(
    z.object({
      revision: z.number().int(),
      document: guideline,
      note: z.string().max(500).default(''),
      /** Answered questions that this version says itself. */
      resolves: z.array(id).max(50).default([]),
    }),
  )
  .output(z.object({ versionId: id, number: z.number().int() }))
  .mutation(({ ctx, input }) => saveGuidelineVersion(ctx.deps, ctx.actor, input));
