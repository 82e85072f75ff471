import {
  AssayError,
  notFound,
  type Policy,
  policy,
  type Report,
  report as reportSchema,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Deps } from '../frame/deps.ts';
import { readJsonBlob } from '../sources/json-blob.ts';

export type ReportRow = NonNullable<Awaited<ReturnType<Repositories['reports']['get']>>>;

export async function requireReport(t: Repositories, reportId: string): Promise<ReportRow> {
  const row = await t.reports.get(reportId);
  if (row === null) throw notFound('report');
  return row;
}

/** The document of a finished report as it was first judged. */
export async function requireDocument(deps: Deps, row: ReportRow): Promise<Report> {
  if (row.documentKey === null) {
    throw new AssayError('not-ready', 'This report is not finished.', {
      next: 'Wait until it is, or retry it if it was stopped.',
    });
  }
  return reportSchema.parse(await readJsonBlob(deps, row.documentKey));
}

/** The policy that a report is judged by now; null before it is. */
export function policyOf(row: Pick<ReportRow, 'policy'>): Policy | null {
  return row.policy === null ? null : policy.parse(row.policy);
}
