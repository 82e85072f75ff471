import { batchSelection, id } from '@assay/contracts';
import { countBatchRows } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

const count = z.number();

/** How many samples a batch would have. */
export const countBatchRowsRoute = projectProcedure('batch.manage')
  .input(z.object({ runId: id, ...batchSelection.pick({ where: true, size: true, quota: true }).shape }))
  .output(
    z.object({
      rows: count,
      matching: count,
      samples: count,
      /** Of a quota: values, those with fewer rows than it asks for, and the most frequent ones. */
      values: z
        .object({
          all: count,
          short: count,
          most: z.array(
            z.object({
              value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
              rows: count,
              taken: count,
            }),
          ),
        })
        .nullable(),
    }),
  )
  .query(({ ctx, input }) => countBatchRows(ctx.deps, ctx.actor, input));
