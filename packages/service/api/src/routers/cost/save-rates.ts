import { boundedText, labellingRates } from '@assay/contracts';
import { saveLabellingRates } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoMoment } from '../../schemas/common.ts';

/** Says what work costs, from a moment on or for all of it. */
export const saveRatesRoute = projectProcedure('cost.manage')
  .input(
    z.object({
      /** The number that was seen last; 0 where there were none. */
      known: z.number().int().min(0),
      holdsFrom: isoMoment.nullable().default(null),
      note: boundedText(500).default(''),
      rates: labellingRates,
    }),
  )
  .output(z.object({ number: z.number().int() }))
  .mutation(({ ctx, input }) => saveLabellingRates(ctx.deps, ctx.actor, input));
