import { id } from '@assay/contracts';
import { countGoldRows } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

/** How many samples could be gold in a batch: those that experts decided under the same label schema. */
export const countGoldRoute = projectProcedure('batch.manage')
  .input(z.object({ runId: id, labelSchemaVersionId: id }))
  .output(z.object({ rows: z.number(), atLeast: z.boolean() }))
  .query(({ ctx, input }) => countGoldRows(ctx.deps, ctx.actor, input));
