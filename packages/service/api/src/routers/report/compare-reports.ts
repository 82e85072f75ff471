import { id } from '@assay/contracts';
import { compareReports } from '@assay/services';
import { z } from 'zod';
import { reportProcedure } from '../../frame/procedures.ts';
import { reportComparison } from '../../schemas/report.ts';

export const compareReportsRoute = reportProcedure('report.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/reports/{reportId}/comparison',
      summary: 'Put two reports side by side',
      tags: ['Reports'],
    },
  })
  .input(z.object({ otherReportId: id }))
  .output(reportComparison)
  .query(({ ctx, input }) => compareReports(ctx.deps, ctx.actor, input));
