import { retryRun } from '@assay/services';
import { runProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const retryRunRoute = runProcedure('run.control')
  .meta({
    openapi: {
      method: 'POST',
      path: '/runs/{runId}/retry',
      summary: 'Go on with a stopped run',
      tags: ['Runs'],
    },
  })
  .output(done)
  .mutation(({ ctx, input }) => retryRun(ctx.deps, ctx.actor, input).then(() => isDone));
