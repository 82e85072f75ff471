import type { JobStatus } from '@assay/contracts';
import { jobStatus } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { timeLeftMs } from '@assay/domain';
import type { JsonValue } from '../frame/command.ts';
import { type JobFailure, jobFailure } from './job-failure.ts';

/** A job as people see it. */
export type JobView = {
  id: string;
  kind: string;
  status: JobStatus;
  projectId: string | null;
  subject: { type: string; id: string };
  stage: string | null;
  done: number;
  total: number | null;
  unit: string | null;
  /** Units per second. */
  rate: number | null;
  timeLeftMs: number | null;
  attempt: number;
  /** Also while it waits for another try: why the last one failed. */
  failure: JobFailure | null;
  result: JsonValue;
  orderedBy: { id: string; name: string } | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  cancelRequested: boolean;
  revision: number;
};

type Row = NonNullable<Awaited<ReturnType<Repositories['jobs']['get']>>>;

export function jobView(row: Row, names: ReadonlyMap<string, string>): JobView {
  const done = Number(row.done);
  const total = row.total === null ? null : Number(row.total);
  const status = jobStatus.parse(row.status);
  return {
    id: row.id,
    kind: row.kind,
    status,
    projectId: row.projectId,
    subject: { type: row.subjectType, id: row.subjectId },
    stage: row.stage,
    done,
    total,
    unit: row.unit,
    rate: row.rate,
    timeLeftMs: status === 'RUNNING' ? timeLeftMs({ done, total, rate: row.rate }) : null,
    attempt: row.attempt,
    failure: jobFailure.safeParse(row.error).data ?? null,
    result: row.result as JsonValue,
    orderedBy:
      row.createdBy === null
        ? null
        : { id: row.createdBy, name: names.get(row.createdBy) ?? 'Former member' },
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    cancelRequested: row.cancelRequestedAt !== null,
    revision: row.revision,
  };
}

/** Views of many rows, with the names of who ordered them. */
export async function jobViews(t: Repositories, rows: readonly Row[]): Promise<JobView[]> {
  const names = await t.members.names(rows.flatMap((row) => row.createdBy ?? []));
  return rows.map((row) => jobView(row, names));
}
