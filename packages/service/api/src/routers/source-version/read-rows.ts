import { readRows } from '@assay/services';
import { versionProcedure } from '../../frame/procedures.ts';
import { rowsInput, rowsPage } from '../../schemas/source.ts';

export const readRowsRoute = versionProcedure('source.readRows')
  .input(rowsInput.omit({ unmask: true }))
  .output(rowsPage)
  .query(({ ctx, input }) => readRows(ctx.deps, ctx.actor, { ...input, unmask: null }));
