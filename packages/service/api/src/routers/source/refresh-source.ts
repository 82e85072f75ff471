import { id } from '@assay/contracts';
import { refreshSource } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';

export const refreshSourceRoute = sourceProcedure('source.create')
  .meta({
    openapi: {
      method: 'POST',
      path: '/sources/{sourceId}/versions',
      summary: 'Refresh a source with a finished upload',
      tags: ['Sources'],
    },
  })
  .input(z.object({ uploadId: id }))
  .output(z.object({ versionId: id, jobId: id }))
  .mutation(({ ctx, input }) => refreshSource(ctx.deps, ctx.actor, input));
