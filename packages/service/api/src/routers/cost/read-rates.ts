import { id, labellingRates } from '@assay/contracts';
import { getLabellingRates } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate, personRef } from '../../schemas/common.ts';

/** Rates as they were saved, the newest first. */
export const readRatesRoute = projectProcedure('cost.read')
  .output(
    z.object({
      /** Of the newest; 0 where none were saved. */
      number: z.number().int(),
      versions: z.array(
        z.object({
          number: z.number().int(),
          /** Null is all work that there ever was. */
          holdsFrom: isoDate.nullable(),
          /** By later ones, for all time. */
          replaced: z.boolean(),
          rates: labellingRates,
          people: z.array(z.object({ userId: id, name: z.string().nullable(), hour: z.number().int() })),
          note: z.string(),
          at: isoDate,
          by: personRef,
        }),
      ),
    }),
  )
  .query(({ ctx, input }) => getLabellingRates(ctx.deps, ctx.actor, input));
