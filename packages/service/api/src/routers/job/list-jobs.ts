import { id, jobKind, jobStatus } from '@assay/contracts';
import { listJobs } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { jobView } from '../../schemas/job.ts';

export const listJobsRoute = orgProcedure('job.list')
  .meta({ openapi: { method: 'GET', path: '/jobs', summary: 'List jobs', tags: ['Jobs'] } })
  .input(
    z.object({
      kind: jobKind.optional(),
      status: jobStatus.optional(),
      projectId: id.optional(),
      subjectId: id.optional(),
      ...pageInput,
    }),
  )
  .output(z.object({ jobs: z.array(jobView), cursor: pageCursor }))
  .query(({ ctx, input: { cursor, ...filter } }) =>
    listJobs(ctx.deps, ctx.actor, { ...filter, before: cursor }).then(({ jobs, next }) => ({
      jobs,
      cursor: next,
    })),
  );
