import { getReadiness } from '@assay/services';
import { sourceProcedure } from '../../frame/procedures.ts';
import { readiness } from '../../schemas/source.ts';

export const getReadinessRoute = sourceProcedure('source.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/sources/{sourceId}/readiness',
      summary: 'Say whether a run may start and what is missing',
      tags: ['Sources'],
    },
  })
  .output(readiness)
  .query(({ ctx, input }) => getReadiness(ctx.deps, ctx.actor, input));
