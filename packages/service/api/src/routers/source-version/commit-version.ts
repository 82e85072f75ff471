import { columnEdit, id } from '@assay/contracts';
import { commitVersion } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';

export const commitVersionRoute = versionProcedure('source.create')
  .meta({
    openapi: {
      method: 'POST',
      path: '/versions/{versionId}/commit',
      summary: 'Import a reviewed version',
      tags: ['Sources'],
    },
  })
  .input(z.object({ revision: z.number().int(), columns: z.array(columnEdit).max(20_000).default([]) }))
  .output(z.object({ jobId: id }))
  .mutation(({ ctx, input }) => commitVersion(ctx.deps, ctx.actor, input));
