import {
  AssayError,
  type FailureText,
  failureText,
  notFound,
  type RunStatus,
  runStatus,
  type TableManifest,
  tableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { hasRunRows } from '@assay/domain';

export type RunRow = NonNullable<Awaited<ReturnType<Repositories['runs']['get']>>>;

export async function requireRun(t: Repositories, runId: string): Promise<RunRow> {
  const row = await t.runs.get(runId);
  if (row === null) throw notFound('run');
  return row;
}

/** A run that is asked for as one of a project. */
export async function requireRunOf(t: Repositories, projectId: string, runId: string): Promise<RunRow> {
  const row = await requireRun(t, runId);
  if (row.projectId === projectId) return row;
  throw new AssayError('not-found', 'There is no such run in this project.', { field: 'runId' });
}

export function statusOf(row: RunRow): RunStatus {
  return runStatus.parse(row.status);
}

/** The rows of a run, once they are all there. */
export function requireRows(row: RunRow): TableManifest {
  if (!hasRunRows(statusOf(row)) || row.manifest === null) {
    throw new AssayError('not-ready', `Run ${row.number} has no rows yet.`, {
      next: 'Wait until it is generated, or retry it if it was stopped.',
    });
  }
  return tableManifest.parse(row.manifest);
}

/** The run that a job works on, itself or by its report. */
export async function runOfJob(
  t: Repositories,
  job: { subjectType: string; subjectId: string },
): Promise<RunRow | null> {
  if (job.subjectType === 'run') return t.runs.get(job.subjectId);
  if (job.subjectType !== 'report') return null;
  const report = await t.reports.get(job.subjectId);
  return report === null || report.runId === null ? null : t.runs.get(report.runId);
}

/** Why a run or report failed; null when it did not. */
export function failureOfRow(row: { failure: unknown }): FailureText | null {
  return failureText.nullable().parse(row.failure ?? null);
}
