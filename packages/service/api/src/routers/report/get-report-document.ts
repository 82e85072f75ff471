import { report } from '@assay/contracts';
import { getReportDocument } from '@assay/services';
import { reportProcedure } from '../../frame/procedures.ts';

export const getReportDocumentRoute = reportProcedure('report.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/reports/{reportId}',
      summary: 'Read a report: the document as it is judged now',
      tags: ['Reports'],
    },
  })
  .output(report)
  .query(({ ctx, input }) => getReportDocument(ctx.deps, ctx.actor, input));
