import {
  AssayError,
  metricCatalog,
  type Report,
  reportQuestion,
  report as reportSchema,
  reportStatus,
  reportSubjects,
} from '@assay/contracts';
import type { NewMeasurement } from '@assay/db';
import { isRunOpen, type ReportFigure, reportFigures } from '@assay/domain';
import { canonicalJson } from '@assay/ledger';
import { keepBlobs } from '../blobs/store-blob.ts';
import { computeAside } from '../compute/compute-aside.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { resolvePolicy } from '../policies/policy-record.ts';
import { requireReadySource } from '../runs/require-ready-source.ts';
import { requireRun, statusOf } from '../runs/run-record.ts';
import { readJsonBlob, storeJsonBlob } from '../sources/json-blob.ts';
import { asJson } from '../sources/source-record.ts';
import { assembleReport, REPORT_STAGES } from './build-report.ts';
import { loadDataset } from './load-dataset.ts';
import { prepareTables } from './prepare-tables.ts';
import { type ReportRow, requireReport } from './report-record.ts';
import { summaryOf } from './report-summary.ts';
import type { ReportTables } from './report-tables.ts';

type Run = JobRun<'validation.run'>;
type Stage = (typeof REPORT_STAGES)[number];
type Parts = { [S in Stage]: Report[S] };

/** Takes a report up, and the run that it decides on with it. */
async function begin(deps: Deps, run: Run, reportId: string): Promise<ReportRow> {
  return command(deps, run.actor, async ({ t, record }) => {
    const row = await requireReport(t, reportId);
    const status = reportStatus.parse(row.status);
    if (
      status !== 'RUNNING' &&
      !(await t.reports.move(reportId, ['QUEUED', 'FAILED', 'CANCELLED'], { status: 'RUNNING' }))
    ) {
      throw new AssayError('not-ready', 'This report is finished already.');
    }
    if (row.runId !== null) {
      const of = await requireRun(t, row.runId);
      const was = statusOf(of);
      if (
        was !== 'VALIDATING' &&
        !(await t.runs.move(of.id, ['GENERATED', 'READY', 'BLOCKED'], { status: 'VALIDATING' }))
      ) {
        throw new AssayError('not-ready', `The run is ${was.toLowerCase()}: it is not reported on.`, {
          next: 'Retry the run from its page.',
        });
      }
    }
    await record({
      action: 'report.begun',
      object: { type: 'report', id: reportId },
      projectId: row.projectId,
      details: { attempt: run.job.attempt },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
    return row;
  });
}

/** Consent may be withdrawn between two stages: then no further one reads the rows. */
async function requirePermitted(deps: Deps, run: Run, row: ReportRow): Promise<void> {
  const { runId } = row;
  if (runId === null) return;
  await query(deps, run.actor, async (t) => {
    const of = await requireRun(t, runId);
    if (!isRunOpen(statusOf(of))) {
      throw new AssayError('not-ready', `The run is ${statusOf(of).toLowerCase()}: it is not reported on.`);
    }
    if (of.sourceId !== null) {
      await requireReadySource(t, of.sourceId, of.sourceVersionId, deps.clock.now());
    }
  });
}

async function load(deps: Deps, run: Run, row: ReportRow): Promise<ReportTables> {
  const subjects = reportSubjects.parse(row.subjects);
  const real = await loadDataset(deps, run, subjects.real);
  const synthetic = await loadDataset(deps, run, subjects.synthetic);
  const unseen = subjects.unseen === null ? null : await loadDataset(deps, run, subjects.unseen);
  return prepareTables({
    real,
    synthetic,
    unseen,
    columns: real.columns.map(({ name, type, role }) => ({ name, type, role })),
    question: reportQuestion.parse(row.question),
  });
}

/**
 * Makes a report, one remembered step per stage, judges it by its policy, measures its headline figures, and decides
 * on its run: READY when it passed, BLOCKED otherwise.
 */
export async function validateRun(deps: Deps, run: Run) {
  const { reportId } = run.job.payload;
  const row = await begin(deps, run, reportId);
  let loading: Promise<ReportTables> | null = null;
  const tables = () => {
    loading ??= load(deps, run, row);
    return loading;
  };
  const keys: string[] = [];
  for (const [at, stage] of REPORT_STAGES.entries()) {
    await requirePermitted(deps, run, row);
    await run.progress({ stage, done: at, total: REPORT_STAGES.length });
    const key = await run.step(stage, async () => {
      const result = await computeAside(
        { kind: 'stage', stage, tables: await tables() },
        {
          signal: run.signal,
          progress: (done, total) => {
            const part = total === 0 ? 0 : done / total;
            void run.progress({ stage, done: at + part, total: REPORT_STAGES.length }).catch(() => undefined);
          },
        },
      );
      const blob = await storeJsonBlob(deps, run.actor.orgId, 'report-stage', result);
      await query(deps, run.actor, (t) => keepBlobs(t, [blob], { type: 'report-stage', id: reportId }));
      return blob.key;
    });
    keys.push(key);
  }
  const parts = Object.fromEntries(
    await Promise.all(
      REPORT_STAGES.map(async (stage, at) => [stage, await readJsonBlob(deps, keys[at] ?? '')]),
    ),
  ) as Parts;
  const judged = await assemble(deps, run, row, await tables(), parts);
  await finish(deps, run, row, judged);
  return { verdict: judged.report.verdict, gates: judged.report.gates.length };
}

async function assemble(deps: Deps, run: Run, row: ReportRow, tables: ReportTables, parts: Parts) {
  const policy = await query(deps, run.actor, (t) => resolvePolicy(t, row.projectId, row.policyRef));
  const report = reportSchema.parse(assembleReport(tables, parts, policy.document));
  const blob = await storeJsonBlob(deps, run.actor.orgId, 'report', report);
  return { report, blob, policy: policy.document };
}

async function finish(
  deps: Deps,
  run: Run,
  row: ReportRow,
  { report, blob, policy }: Awaited<ReturnType<typeof assemble>>,
): Promise<void> {
  const inputs = {
    report: row.id,
    document: blob.sha256,
    real: report.inputs.real.sha256,
    synthetic: report.inputs.synthetic.sha256,
    ...(report.inputs.unseen === null ? {} : { unseen: report.inputs.unseen.sha256 }),
  };
  const rows = reportFigures(report).map((figure) =>
    measurementOf(deps.ids.next(), row.id, run.job.id, figure, inputs),
  );
  await command(deps, run.actor, async ({ t, record }) => {
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
        next: 'Retry it from the page of its run.',
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
    if (row.runId !== null) {
      const moved = await t.runs.move(row.runId, ['VALIDATING'], {
        status: report.verdict === 'passed' ? 'READY' : 'BLOCKED',
        finishedAt: deps.clock.now(),
      });
      await run.requireMine(t);
      if (!moved) throw new AssayError('not-ready', 'The run was stopped while it was reported on.');
    }
    await record({
      action: 'report.finished',
      object: { type: 'report', id: row.id },
      projectId: row.projectId,
      details: {
        verdict: report.verdict,
        policy: policy.name,
        sha256: blob.sha256,
        measurements: rows.length,
        red: report.gates
          .filter((gate) => gate.status === 'red' || gate.status === 'failed')
          .map((gate) => gate.id),
      },
      alsoTouched: [
        { type: 'job', id: run.job.id },
        ...(row.runId === null ? [] : [{ type: 'run', id: row.runId }]),
      ],
    });
  });
}

function measurementOf(
  id: string,
  reportId: string,
  jobId: string,
  figure: ReportFigure,
  inputs: Record<string, string>,
): NewMeasurement {
  const { method, version } = metricCatalog[figure.metric];
  return {
    id,
    metric: figure.metric,
    method,
    methodVersion: version,
    subjectType: 'report',
    subjectId: reportId,
    slice: { ...figure.slice },
    sliceKey: canonicalJson({ ...figure.slice }),
    value: figure.value,
    reason: figure.value === null ? (figure.reason ?? 'undefined') : null,
    numerator: figure.numerator === undefined ? null : BigInt(figure.numerator),
    denominator: figure.denominator === undefined ? null : BigInt(figure.denominator),
    low: figure.interval?.low ?? null,
    high: figure.interval?.high ?? null,
    confidence: figure.interval === undefined || figure.interval === null ? null : 0.95,
    n: BigInt(figure.n),
    inputs,
    jobId,
  };
}
