import { tableProfile } from '@assay/contracts';
import { getProfile } from '@assay/services';
import { versionProcedure } from '../../frame/procedures.ts';

export const getProfileRoute = versionProcedure('source.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/versions/{versionId}/profile',
      summary: 'Read the profile',
      tags: ['Sources'],
    },
  })
  .output(tableProfile)
  .query(({ ctx, input }) => getProfile(ctx.deps, ctx.actor, input));
