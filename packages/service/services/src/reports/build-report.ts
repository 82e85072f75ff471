import type { Policy, Report, Verdict } from '@assay/contracts';
import { judgeReport } from '@assay/domain';
import { drawnNotices } from './drawn-notices.ts';
import type { ReportTables, StageControl } from './report-tables.ts';
import { biasStage } from './stages/bias-stage.ts';
import { detectionStage } from './stages/detection-stage.ts';
import { fidelityStage } from './stages/fidelity-stage.ts';
import { privacyStage } from './stages/privacy-stage.ts';
import { utilityStage } from './stages/utility-stage.ts';
import { validityStage } from './stages/validity-stage.ts';

/** The stages of a report, in the order in which they are computed: each may be computed on its own. */
export const REPORT_STAGES = ['validity', 'fidelity', 'detection', 'utility', 'privacy', 'bias'] as const;
export type ReportStage = (typeof REPORT_STAGES)[number];

/** What the stages left: plain JSON, so that a job can remember each. */
export type ReportParts = Pick<Report, ReportStage>;

const STAGES: { readonly [S in ReportStage]: (tables: ReportTables, control: StageControl) => Report[S] } = {
  validity: validityStage,
  fidelity: fidelityStage,
  detection: detectionStage,
  utility: utilityStage,
  privacy: privacyStage,
  bias: biasStage,
};

/**
 * Computes one stage of a report.
 *
 * @throws what `control.throwIfAborted` throws
 */
export function computeStage<S extends ReportStage>(
  stage: S,
  tables: ReportTables,
  control: StageControl,
): Report[S] {
  control.throwIfAborted();
  return STAGES[stage](tables, control);
}

/** Puts the stages together and judges them by a policy. */
export function assembleReport(
  tables: ReportTables,
  parts: ReportParts & Partial<Pick<Report, 'scenarios'>>,
  policy: Policy,
  number = 1,
): Report {
  const { inputs, question, columns, overlap, notices } = tables;
  const draft: Report = {
    type: 'assay.report',
    version: 1,
    inputs,
    question,
    columns: columns.map(({ name, type, role }) => ({ name, type, role })),
    overlap,
    notices: [...notices, ...drawnNotices(parts)],
    scenarios: null,
    ...parts,
    policy: { name: policy.name, version: number },
    gates: [],
    verdict: 'incomplete' satisfies Verdict,
  };
  return { ...draft, ...judgeReport(draft, policy) };
}
