export {
  assembleReport,
  computeStage,
  REPORT_STAGES,
  type ReportParts,
  type ReportStage,
} from './build-report.ts';
export { reportPage } from './html/report-page.ts';
export { prepareTables, type Side } from './prepare-tables.ts';
export type { ReportTables, StageControl } from './report-tables.ts';
