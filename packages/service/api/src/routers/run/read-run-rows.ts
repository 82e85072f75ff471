import { readRunRows } from '@assay/services';
import { runProcedure } from '../../frame/procedures.ts';
import { rowsInput, rowsPage } from '../../schemas/source.ts';

export const readRunRowsRoute = runProcedure('run.readRows')
  .input(rowsInput.omit({ unmask: true }))
  .output(rowsPage)
  .query(({ ctx, input }) => readRunRows(ctx.deps, ctx.actor, input));
