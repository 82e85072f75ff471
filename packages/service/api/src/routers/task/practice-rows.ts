import { batchKind, columnSpec, id, labelSchema } from '@assay/contracts';
import { practiceRows } from '@assay/services';
import { z } from 'zod';
import { batchProcedure } from '../../frame/procedures.ts';
import { jsonValue } from '../../schemas/common.ts';

/** Rows whose answer is known, to practise on before a batch; without the answer. */
export const practiceRowsRoute = batchProcedure('task.work')
  .output(
    z.object({
      batch: z.object({ id, number: z.number(), name: z.string(), kind: batchKind }),
      schema: labelSchema,
      columns: z.array(columnSpec),
      rows: z.array(z.object({ decisionId: id, cells: z.array(jsonValue) })),
    }),
  )
  .query(({ ctx, input }) =>
    practiceRows(ctx.deps, ctx.actor, input).then(({ batch, ...rest }) => ({
      ...rest,
      batch: { ...batch, kind: batchKind.parse(batch.kind) },
    })),
  );
