import { listSplits } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';
import { splitView } from '../../schemas/source.ts';

export const listSplitsRoute = versionProcedure('source.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/versions/{versionId}/splits',
      summary: 'List splits',
      tags: ['Sources'],
    },
  })
  .output(z.array(splitView))
  .query(({ ctx, input }) => listSplits(ctx.deps, ctx.actor, input));
