import {
  AssayError,
  type JobKind,
  type Policy,
  type Report,
  type ReportScenarios,
  report as reportSchema,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { reportFigures } from '@assay/domain';
import { keepBlobs, type StoredBlob } from '../blobs/store-blob.ts';
import { computeAside } from '../compute/compute-aside.ts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { measurementOf } from '../measurements/measurement-of.ts';
import { readJsonBlob, storeJsonBlob } from '../sources/json-blob.ts';
import { asJson } from '../sources/source-record.ts';
import { assembleReport, REPORT_STAGES } from './build-report.ts';
import type { ReportRow } from './report-record.ts';
import { summaryOf } from './report-summary.ts';
import type { ReportTables } from './report-tables.ts';

type Stage = (typeof REPORT_STAGES)[number];
type Parts = { [S in Stage]: Report[S] };
type ReportJob = Pick<JobRun<JobKind>, 'actor' | 'signal' | 'step'>;

/** Steps that a report has: its stages, and the count of the scenarios that experts wrote down. */
export const REPORT_STEPS = REPORT_STAGES.length + 1;

export type MadeReport = { report: Report; blob: StoredBlob; policy: Policy };

/** Makes a report, one remembered step for each stage, and judges it. */
export async function makeReport(
  deps: Deps,
  job: ReportJob,
  reportId: string,
  control: {
    /** Reads the tables; asked once in an attempt, and only when they are needed. */
    load: () => Promise<ReportTables>;
    policy: () => Promise<Policy>;
    /** Counts the scenarios of the project among the synthetic rows; null where none was written down. */
    scenarios: () => Promise<ReportScenarios | null>;
    /** Throws when the rows may be read no longer. Asked before each stage. */
    permitted: () => Promise<void>;
    progress: (stage: string, done: number) => Promise<void>;
    /** Before the names of its steps, where a job makes several. */
    prefix?: string;
  },
): Promise<MadeReport> {
  let loading: Promise<ReportTables> | null = null;
  const tables = () => {
    loading ??= control.load();
    return loading;
  };
  const keep = async (result: object) => {
    const blob = await storeJsonBlob(deps, job.actor.orgId, 'report-stage', result);
    await query(deps, job.actor, (t) => keepBlobs(t, [blob], { type: 'report-stage', id: reportId }));
    return blob.key;
  };
  const keys: string[] = [];
  for (const [at, stage] of REPORT_STAGES.entries()) {
    await control.permitted();
    await control.progress(stage, at);
    const key = await job.step(`${control.prefix ?? ''}${stage}`, async () => {
      const result = await computeAside(
        { kind: 'stage', stage, tables: await tables() },
        {
          signal: job.signal,
          progress: (done, total) => {
            const part = total === 0 ? 0 : done / total;
            void control.progress(stage, at + part).catch(() => undefined);
          },
        },
      );
      return keep(result);
    });
    keys.push(key);
  }
  await control.permitted();
  await control.progress('scenarios', REPORT_STAGES.length);
  // The list as it stands now is the one that this report is about, also when it is taken up again.
  const counted = await job.step(`${control.prefix ?? ''}scenarios`, async () =>
    keep({ scenarios: await control.scenarios() }),
  );
  const parts = Object.fromEntries(
    await Promise.all(
      REPORT_STAGES.map(async (stage, at) => [stage, await readJsonBlob(deps, keys[at] ?? '')]),
    ),
  ) as Parts;
  const { scenarios } = (await readJsonBlob(deps, counted)) as Pick<Report, 'scenarios'>;
  const policy = await control.policy();
  const report = reportSchema.parse(assembleReport(await tables(), { ...parts, scenarios }, policy));
  return { report, blob: await storeJsonBlob(deps, job.actor.orgId, 'report', report), policy };
}

/**
 * Writes down a report that was made: its document, its figures, how it was judged.
 *
 * @returns what the audit log says of it
 */
export async function settleReport(
  deps: Deps,
  t: Repositories,
  jobId: string,
  row: ReportRow,
  { report, blob, policy }: MadeReport,
) {
  const inputs = {
    report: row.id,
    document: blob.sha256,
    real: report.inputs.real.sha256,
    synthetic: report.inputs.synthetic.sha256,
    ...(report.inputs.unseen === null ? {} : { unseen: report.inputs.unseen.sha256 }),
  };
  const rows = reportFigures(report).map((figure) =>
    measurementOf(deps.ids.next(), { type: 'report', id: row.id }, jobId, figure, inputs),
  );
  const done = await t.reports.move(row.id, ['RUNNING'], {
    status: 'READY',
    verdict: report.verdict,
    documentKey: blob.key,
    documentSha256: blob.sha256,
    policy: asJson(policy),
    summary: asJson(summaryOf(report)),
    finishedAt: deps.clock.now(),
  });
  if (!done) {
    throw new AssayError('not-ready', 'The report was stopped while it was made.', {
      next: 'Retry it from the page of what it is about.',
    });
  }
  await keepBlobs(t, [blob], { type: 'report', id: row.id });
  // The stages are in the document now.
  await t.blobs.release({ type: 'report-stage', id: row.id });
  for (let start = 0; start < rows.length; start += 1000) {
    await t.measurements.addMany(rows.slice(start, start + 1000));
  }
  await t.reports.addJudgement({
    id: deps.ids.next(),
    reportId: row.id,
    policyRef: row.policyRef,
    policy: asJson(policy),
    gates: asJson(report.gates),
    verdict: report.verdict,
    createdBy: row.createdBy,
  });
  return {
    verdict: report.verdict,
    policy: policy.name,
    sha256: blob.sha256,
    measurements: rows.length,
    red: report.gates
      .filter((gate) => gate.status === 'red' || gate.status === 'failed')
      .map((gate) => gate.id),
  };
}
