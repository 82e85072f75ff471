import { id } from '@assay/contracts';
import { controlNumbers } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { labellingFilter, controlNumbers as numbers } from '../../schemas/labelling.ts';

/** How often gold was answered rightly and planted faults were caught, by all, by person and by kind of fault. */
export const controlsRoute = projectProcedure('dashboard.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/labelling/controls',
      summary: 'Read what became of control tasks',
      tags: ['Batches'],
    },
  })
  .input(z.object({ ...labellingFilter, personId: id.nullable().default(null) }))
  .output(numbers)
  .query(({ ctx, input }) => controlNumbers(ctx.deps, ctx.actor, input));
