import { getReport } from '@assay/services';
import { reportProcedure } from '../../frame/procedures.ts';
import { reportView } from '../../schemas/report.ts';

export const getReportRoute = reportProcedure('report.read')
  .output(reportView)
  .query(({ ctx, input }) => getReport(ctx.deps, ctx.actor, input));
