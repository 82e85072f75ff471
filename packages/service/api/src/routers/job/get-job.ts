import { getJob } from '@assay/services';
import { z } from 'zod';
import { jobProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';
import { jobView } from '../../schemas/job.ts';

export const getJobRoute = jobProcedure('job.read')
  .meta({ openapi: { method: 'GET', path: '/jobs/{jobId}', summary: 'Read a job', tags: ['Jobs'] } })
  .output(jobView.extend({ steps: z.array(z.object({ name: z.string(), finishedAt: isoDate })) }))
  .query(({ ctx, input }) => getJob(ctx.deps, ctx.actor, input.jobId));
