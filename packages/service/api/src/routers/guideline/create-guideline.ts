import { guideline, id } from '@assay/contracts';
import { createGuideline } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const createGuidelineRoute = projectProcedure('guideline.write')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/guidelines',
      summary: 'Make a guideline',
      tags: ['Guidelines'],
    },
  })
  .input(z.object({ name: nameText, description: z.string().max(4000).default(''), document: guideline }))
  .output(z.object({ id, versionId: id }))
  .mutation(({ ctx, input }) => createGuideline(ctx.deps, ctx.actor, input));
