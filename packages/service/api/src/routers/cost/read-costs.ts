import { id } from '@assay/contracts';
import { labelCosts } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { labelCosts as costs } from '../../schemas/cost.ts';

/** What accepted labels cost: by batch, person and label, machine against human. */
export const readCostsRoute = projectProcedure('cost.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/labelling/costs',
      summary: 'Read what accepted labels cost',
      tags: ['Batches'],
    },
  })
  .input(z.object({ batchId: id.nullable().default(null) }))
  .output(costs)
  .query(({ ctx, input }) => labelCosts(ctx.deps, ctx.actor, input));
