import { jobStatus } from '@assay/contracts';
import { jobCounts } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

export const countJobsRoute = orgProcedure('job.list')
  .output(z.record(jobStatus, z.number().int()))
  .query(({ ctx }) => jobCounts(ctx.deps, ctx.actor));
