import { askedBatchKind, id } from '@assay/contracts';
import { forecastBatch } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { forecast } from '../../schemas/batch.ts';

/** How long a batch would take that is not made yet. */
export const forecastBatchRoute = projectProcedure('batch.manage')
  .input(
    z.object({
      kind: askedBatchKind,
      labelSchemaId: id.nullable().default(null),
      tasks: z.number().int().min(0).max(20_000_000),
      /** Whom it is for; null is anybody. */
      people: z.array(id).max(1000).nullable().default(null),
    }),
  )
  .output(forecast)
  .query(({ ctx, input }) => forecastBatch(ctx.deps, ctx.actor, input));
