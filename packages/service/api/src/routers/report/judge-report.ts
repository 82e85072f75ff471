import { gateResult, id, policyRef, verdict } from '@assay/contracts';
import { rejudgeReport } from '@assay/services';
import { z } from 'zod';
import { reportProcedure } from '../../frame/procedures.ts';

export const judgeReportRoute = reportProcedure('report.judge')
  .meta({
    openapi: {
      method: 'POST',
      path: '/reports/{reportId}/judgements',
      summary: 'Judge a report by another policy',
      tags: ['Reports'],
    },
  })
  .input(z.object({ policyRef }))
  .output(z.object({ judgementId: id, verdict, gates: z.array(gateResult) }))
  .mutation(({ ctx, input }) => rejudgeReport(ctx.deps, ctx.actor, input));
