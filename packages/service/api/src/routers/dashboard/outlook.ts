import { labellingOutlook } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { batchOutlook } from '../../schemas/labelling.ts';

/** How far each batch is that waits for answers, and when it may be done. */
export const outlookRoute = projectProcedure('batch.read')
  .output(z.array(batchOutlook))
  .query(({ ctx, input }) => labellingOutlook(ctx.deps, ctx.actor, input));
