import { policyRef, reportQuestion, reportSubjects } from '@assay/contracts';
import { startReport } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { nameText } from '../../schemas/common.ts';
import { reportOrdered } from '../../schemas/report.ts';

export const startReportRoute = projectProcedure('report.start')
  .meta({
    openapi: {
      method: 'POST',
      path: '/projects/{projectId}/reports',
      summary: 'Report between two tables',
      tags: ['Reports'],
    },
  })
  .input(
    z.object({
      name: nameText.optional(),
      subjects: reportSubjects,
      question: reportQuestion.omit({ seed: true }).partial().optional(),
      policyRef: policyRef.optional(),
    }),
  )
  .output(reportOrdered)
  .mutation(({ ctx, input }) => startReport(ctx.deps, ctx.actor, input));
