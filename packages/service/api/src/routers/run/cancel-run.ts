import { cancelRun } from '@assay/services';
import { runProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const cancelRunRoute = runProcedure('run.control')
  .meta({ openapi: { method: 'POST', path: '/runs/{runId}/cancel', summary: 'Stop a run', tags: ['Runs'] } })
  .output(done)
  .mutation(({ ctx, input }) => cancelRun(ctx.deps, ctx.actor, input).then(() => isDone));
