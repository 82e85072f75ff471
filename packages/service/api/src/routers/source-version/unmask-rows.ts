import { readRows } from '@assay/services';
import { versionProcedure } from '../../frame/procedures.ts';
import { rowsInput, rowsPage } from '../../schemas/source.ts';

export const unmaskRowsRoute = versionProcedure('source.unmask')
  .input(rowsInput)
  .output(rowsPage)
  .mutation(({ ctx, input }) => readRows(ctx.deps, ctx.actor, input));
