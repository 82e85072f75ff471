import { tableDrift } from '@assay/contracts';
import { getDrift } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';

export const getDriftRoute = versionProcedure('source.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/versions/{versionId}/drift',
      summary: 'Read what drifted from the version before',
      tags: ['Sources'],
    },
  })
  .output(z.object({ drift: tableDrift.extend({ comparedWith: z.string() }).nullable() }))
  .query(({ ctx, input }) => getDrift(ctx.deps, ctx.actor, input).then((drift) => ({ drift })));
