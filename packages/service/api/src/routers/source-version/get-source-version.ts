import { getSourceVersion } from '@assay/services';
import { versionProcedure } from '../../frame/procedures.ts';
import { sourceVersionView } from '../../schemas/source.ts';

export const getSourceVersionRoute = versionProcedure('source.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/versions/{versionId}',
      summary: 'Read a source version',
      tags: ['Sources'],
    },
  })
  .output(sourceVersionView)
  .query(({ ctx, input }) => getSourceVersion(ctx.deps, ctx.actor, input));
