import type { Report } from '@assay/contracts';
import { z } from 'zod';

/** The few figures of a report that lists show beside its verdict. */
export const reportSummary = z.object({
  shapeError: z.number().nullable(),
  trendError: z.number().nullable(),
  detectionAuc: z.number().nullable(),
  utility: z.number().nullable(),
  dcrShare: z.number().nullable(),
  exactCopies: z.number().nullable(),
  red: z.number().int(),
  amber: z.number().int(),
  notAssessed: z.number().int(),
});
export type ReportSummary = z.infer<typeof reportSummary>;

export function summaryOf(
  report: Pick<Report, 'fidelity' | 'detection' | 'utility' | 'privacy' | 'gates'>,
): ReportSummary {
  const count = (...statuses: readonly string[]) =>
    report.gates.filter((gate) => statuses.includes(gate.status)).length;
  return {
    shapeError: report.fidelity.shapes.error,
    trendError: report.fidelity.trends.error,
    detectionAuc: report.detection.auc,
    utility: report.utility.tstr.rocAuc,
    dcrShare: report.privacy.dcrShare.value,
    exactCopies: report.privacy.exactCopies.count,
    red: count('red', 'failed'),
    amber: count('amber'),
    notAssessed: count('not-assessed'),
  };
}
