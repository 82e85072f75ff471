import {
  AssayError,
  anySubjects,
  policyRef,
  type Report,
  reportStatus,
  type Verdict,
  verdict as verdictSchema,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, compareReports as comparisonOf, judgeReport } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { failureOfRow } from '../runs/run-record.ts';
import { policyOf, type ReportRow, requireDocument, requireReport } from './report-record.ts';
import { reportSummary } from './report-summary.ts';

export function verdictOf(row: { verdict: string | null }): Verdict | null {
  return verdictSchema.nullable().parse(row.verdict);
}

/** The document as it is judged now: the figures as computed, gates and verdict by the current policy. */
export async function readDocument(deps: Deps, row: ReportRow): Promise<Report> {
  const report = await requireDocument(deps, row);
  const policy = policyOf(row);
  if (policy === null) return report;
  return {
    ...report,
    ...judgeReport(report, policy),
    policy: { name: policy.name, version: report.policy.version },
  };
}

function listed(row: ReportRow) {
  return {
    id: row.id,
    runId: row.runId,
    releaseId: row.releaseId,
    name: row.name,
    status: reportStatus.parse(row.status),
    verdict: verdictOf(row),
    policyRef: policyRef.parse(row.policyRef),
    policyName: policyOf(row)?.name ?? null,
    summary: reportSummary.nullable().parse(row.summary ?? null),
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
  };
}

/** Reports of a project, newest first. */
export function listReports(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; runId?: string | undefined; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.reports.list(input.projectId, { runId: input.runId }, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    return { reports: page.map(listed), next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
  });
}

async function judgementsOf(t: Repositories, reportId: string) {
  const rows = await t.reports.judgements(reportId);
  const names = await t.members.names(rows.flatMap((row) => row.createdBy ?? []));
  return rows.map((row) => ({
    id: row.id,
    policyRef: row.policyRef,
    policyName: policyOf(row)?.name ?? '',
    verdict: verdictSchema.parse(row.verdict),
    createdAt: row.createdAt,
    createdBy:
      row.createdBy === null ? null : { userId: row.createdBy, name: names.get(row.createdBy) ?? null },
  }));
}

/** A report with its document, once there is one, and how it was judged. */
export async function getReport(deps: Deps, actor: Actor, input: { reportId: string }) {
  const found = await query(deps, actor, async (t) => {
    const row = await requireReport(t, input.reportId);
    const job = await t.jobs.newestFor(row.id);
    return { row, job, judgements: await judgementsOf(t, row.id) };
  });
  const { row, job, judgements } = found;
  return {
    ...listed(row),
    projectId: row.projectId,
    subjects: anySubjects.parse(row.subjects),
    failure: failureOfRow(row),
    job:
      job === null
        ? null
        : {
            id: job.id,
            status: job.status,
            stage: job.stage,
            done: Number(job.done),
            total: job.total === null ? null : Number(job.total),
          },
    document: row.documentKey === null ? null : await readDocument(deps, row),
    judgements,
    revision: row.revision,
  };
}

/** The document alone, for machines. */
export async function getReportDocument(
  deps: Deps,
  actor: Actor,
  input: { reportId: string },
): Promise<Report> {
  const row = await query(deps, actor, (t) => requireReport(t, input.reportId));
  return readDocument(deps, row);
}

/** Two reports of a project side by side. */
export async function compareReports(
  deps: Deps,
  actor: Actor,
  input: { reportId: string; otherReportId: string },
) {
  const { first, second } = await query(deps, actor, async (t) => {
    const before = await requireReport(t, input.reportId);
    const after = await t.reports.get(input.otherReportId);
    if (after === null || after.projectId !== before.projectId) {
      throw new AssayError('not-found', 'There is no such report in this project.', {
        field: 'otherReportId',
      });
    }
    return { first: before, second: after };
  });
  const comparison = comparisonOf(await readDocument(deps, first), await readDocument(deps, second));
  return {
    projectId: first.projectId,
    before: { id: first.id, name: first.name },
    after: { id: second.id, name: second.name },
    ...comparison,
  };
}
