import { getVersion } from '@assay/services';
import { datasetVersionProcedure } from '../../frame/procedures.ts';
import { versionView } from '../../schemas/version.ts';

export const getVersionRoute = datasetVersionProcedure('version.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/dataset-versions/{versionId}',
      summary: 'Read a version of the dataset',
      tags: ['Versions'],
    },
  })
  .output(versionView)
  .query(({ ctx, input }) => getVersion(ctx.deps, ctx.actor, input));
