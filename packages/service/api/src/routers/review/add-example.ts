import { guidelineExample, id } from '@assay/contracts';
import { addSampleExample } from '@assay/services';
import { z } from 'zod';
import { reviewItemProcedure } from '../../frame/procedures.ts';

/** Makes a sample an example in a guideline, in a new version of it. */
export const addExampleRoute = reviewItemProcedure('guideline.write')
  .input(
    z.object({
      guidelineId: id,
      revision: z.number().int(),
      columns: z.array(z.string().min(1).max(256)).min(1).max(200),
      ...guidelineExample.pick({ verdict: true, title: true, why: true }).shape,
    }),
  )
  .output(z.object({ versionId: id, number: z.number() }))
  .mutation(({ ctx, input }) => addSampleExample(ctx.deps, ctx.actor, input));
