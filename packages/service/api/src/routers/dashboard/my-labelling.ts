import { myLabellingNumbers } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { labellingFilter, labellingNumbers } from '../../schemas/labelling.ts';

/** What one did oneself: whoever labels sees their own numbers and nobody else's. */
export const myLabellingRoute = projectProcedure('task.work')
  .input(z.object(labellingFilter))
  .output(labellingNumbers)
  .query(({ ctx, input }) => myLabellingNumbers(ctx.deps, ctx.actor, input));
