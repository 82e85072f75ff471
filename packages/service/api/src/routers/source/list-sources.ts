import { listSources } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { sourceListItem } from '../../schemas/source.ts';

export const listSourcesRoute = projectProcedure('source.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/sources',
      summary: 'List sources',
      tags: ['Sources'],
    },
  })
  .input(z.object({ search: z.string().max(200).default(''), ...pageInput }))
  .output(z.object({ sources: z.array(sourceListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listSources(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ sources, next }) => ({
      sources,
      cursor: next,
    })),
  );
