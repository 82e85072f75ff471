import { getSource } from '@assay/services';
import { sourceProcedure } from '../../frame/procedures.ts';
import { sourceView } from '../../schemas/source.ts';

export const getSourceRoute = sourceProcedure('source.read')
  .meta({
    openapi: { method: 'GET', path: '/sources/{sourceId}', summary: 'Read a source', tags: ['Sources'] },
  })
  .output(sourceView)
  .query(({ ctx, input }) => getSource(ctx.deps, ctx.actor, input));
