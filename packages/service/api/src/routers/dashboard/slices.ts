import { id } from '@assay/contracts';
import { sliceNumbers } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { labellingFilter, sliceNumbers as numbers } from '../../schemas/labelling.ts';

/** Answers and time at work by slice: while batches are left to be looked through, each question looks through more. */
export const slicesRoute = projectProcedure('dashboard.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/labelling/slices',
      summary: 'Read the numbers of labelling by slice',
      tags: ['Batches'],
    },
  })
  .input(z.object({ ...labellingFilter, personId: id.nullable().default(null) }))
  .output(numbers)
  .query(({ ctx, input }) => sliceNumbers(ctx.deps, ctx.actor, input));
