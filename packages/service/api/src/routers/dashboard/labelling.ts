import { id } from '@assay/contracts';
import { labellingNumbers } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { labellingFilter, labellingNumbers as numbers } from '../../schemas/labelling.ts';

/** What everybody did, by person, day, label and reason. */
export const labellingRoute = projectProcedure('dashboard.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/labelling',
      summary: 'Read the numbers of labelling',
      tags: ['Batches'],
    },
  })
  .input(z.object({ ...labellingFilter, personId: id.nullable().default(null) }))
  .output(numbers)
  .query(({ ctx, input }) => labellingNumbers(ctx.deps, ctx.actor, input));
