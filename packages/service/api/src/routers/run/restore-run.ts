import { restoreRun } from '@assay/services';
import { trashedRunProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const restoreRunRoute = trashedRunProcedure('run.delete')
  .output(done)
  .mutation(({ ctx, input }) => restoreRun(ctx.deps, ctx.actor, input).then(() => isDone));
