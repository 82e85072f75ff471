import { id } from '@assay/contracts';
import { listReports } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { reportListItem } from '../../schemas/report.ts';

export const listReportsRoute = projectProcedure('report.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/reports',
      summary: 'List reports',
      tags: ['Reports'],
    },
  })
  .input(z.object({ runId: id.optional(), ...pageInput }))
  .output(z.object({ reports: z.array(reportListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listReports(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(({ reports, next }) => ({
      reports,
      cursor: next,
    })),
  );
