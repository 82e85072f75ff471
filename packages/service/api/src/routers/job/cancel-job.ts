import { cancelJob } from '@assay/services';
import { z } from 'zod';
import { jobProcedure } from '../../frame/procedures.ts';

export const cancelJobRoute = jobProcedure('job.control')
  .meta({
    openapi: {
      method: 'POST',
      path: '/jobs/{jobId}/cancel',
      summary: 'Ask a job to stop',
      description: '`ended` is false while a worker is still stopping it, which takes about a second.',
      tags: ['Jobs'],
    },
  })
  .output(z.object({ ended: z.boolean() }))
  .mutation(({ ctx, input }) => cancelJob(ctx.deps, ctx.actor, input.jobId));
