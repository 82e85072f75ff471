import { router } from '../../frame/trpc.ts';
import { compareReportsRoute } from './compare-reports.ts';
import { getReportRoute } from './get-report.ts';
import { getReportDocumentRoute } from './get-report-document.ts';
import { judgeReportRoute } from './judge-report.ts';
import { listReportsRoute } from './list-reports.ts';
import { startReportRoute } from './start-report.ts';
import { tryPolicyRoute } from './try-policy.ts';

export const reportRouter = router({
  compare: compareReportsRoute,
  document: getReportDocumentRoute,
  get: getReportRoute,
  judge: judgeReportRoute,
  list: listReportsRoute,
  start: startReportRoute,
  tryPolicy: tryPolicyRoute,
});
