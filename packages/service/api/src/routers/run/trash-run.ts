import { trashRun } from '@assay/services';
import { runProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const trashRunRoute = runProcedure('run.delete')
  .output(done)
  .mutation(({ ctx, input }) => trashRun(ctx.deps, ctx.actor, input).then(() => isDone));
