import { AssayError, anySubjects, reportQuestion, reportStatus } from '@assay/contracts';
import { isRunOpen } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { resolvePolicy } from '../policies/policy-record.ts';
import { requireReadySource } from '../runs/require-ready-source.ts';
import { requireRun, statusOf } from '../runs/run-record.ts';
import { countScenarios } from '../scenarios/count-scenarios.ts';
import { loadTables } from './load-tables.ts';
import { type MadeReport, makeReport, REPORT_STEPS, settleReport } from './make-report.ts';
import { type ReportRow, requireReport } from './report-record.ts';

type Run = JobRun<'validation.run'>;

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

/**
 * Makes a report, judges it by its policy, measures its headline figures, and decides on its run: READY when it passed,
 * BLOCKED otherwise.
 */
export async function validateRun(deps: Deps, run: Run) {
  const { reportId } = run.job.payload;
  const row = await begin(deps, run, reportId);
  const made = await makeReport(deps, run, reportId, {
    load: () => loadTables(deps, run, anySubjects.parse(row.subjects), reportQuestion.parse(row.question)),
    policy: async () =>
      (await query(deps, run.actor, (t) => resolvePolicy(t, row.projectId, row.policyRef))).document,
    scenarios: () =>
      countScenarios(
        deps,
        run.actor,
        { projectId: row.projectId, of: anySubjects.parse(row.subjects).synthetic },
        run.signal,
      ),
    permitted: () => requirePermitted(deps, run, row),
    progress: (stage, done) => run.progress({ stage, done, total: REPORT_STEPS }),
  });
  await finish(deps, run, row, made);
  return { verdict: made.report.verdict, gates: made.report.gates.length };
}

async function finish(deps: Deps, run: Run, row: ReportRow, made: MadeReport): Promise<void> {
  await command(deps, run.actor, async ({ t, record }) => {
    const details = await settleReport(deps, t, run.job.id, row, made);
    if (row.runId !== null) {
      const moved = await t.runs.move(row.runId, ['VALIDATING'], {
        status: made.report.verdict === 'passed' ? 'READY' : 'BLOCKED',
        finishedAt: deps.clock.now(),
      });
      await run.requireMine(t);
      if (!moved) throw new AssayError('not-ready', 'The run was stopped while it was reported on.');
    }
    await record({
      action: 'report.finished',
      object: { type: 'report', id: row.id },
      projectId: row.projectId,
      details,
      alsoTouched: [
        { type: 'job', id: run.job.id },
        ...(row.runId === null ? [] : [{ type: 'run', id: row.runId }]),
      ],
    });
  });
}
