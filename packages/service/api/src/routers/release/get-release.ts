import { getRelease } from '@assay/services';
import { releaseProcedure } from '../../frame/procedures.ts';
import { releaseView } from '../../schemas/release.ts';

export const getReleaseRoute = releaseProcedure('release.read')
  .meta({
    openapi: { method: 'GET', path: '/releases/{releaseId}', summary: 'Read a release', tags: ['Releases'] },
  })
  .output(releaseView)
  .query(({ ctx, input }) => getRelease(ctx.deps, ctx.actor, input));
