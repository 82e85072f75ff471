import { retryJob } from '@assay/services';
import { jobProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const retryJobRoute = jobProcedure('job.control')
  .meta({
    openapi: {
      method: 'POST',
      path: '/jobs/{jobId}/retry',
      summary: 'Open a failed or cancelled job again',
      description: 'It goes on after its finished steps.',
      tags: ['Jobs'],
    },
  })
  .output(done)
  .mutation(async ({ ctx, input }) => {
    await retryJob(ctx.deps, ctx.actor, input.jobId);
    return isDone;
  });
