import { id } from '@assay/contracts';
import { createSource } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';

export const createSourceRoute = projectProcedure('source.create')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/sources',
      summary: 'Make a source from a finished upload',
      tags: ['Sources'],
    },
  })
  .input(z.object({ name: nameText, description: z.string().max(4000).default(''), uploadId: id }))
  .output(z.object({ id, versionId: id, jobId: id }))
  .mutation(({ ctx, input }) => createSource(ctx.deps, ctx.actor, input));
