import { listColumns } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';
import { columnView } from '../../schemas/source.ts';

export const listColumnsRoute = versionProcedure('source.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/versions/{versionId}/columns',
      summary: 'List columns with their dictionary',
      tags: ['Sources'],
    },
  })
  .input(
    z.object({
      search: z.string().max(200).default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
  )
  .output(z.object({ columns: z.array(columnView), total: z.number().int() }))
  .query(({ ctx, input }) => listColumns(ctx.deps, ctx.actor, input));
