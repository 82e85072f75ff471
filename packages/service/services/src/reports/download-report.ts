import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { reportPage } from './html/report-page.ts';
import { readDocument } from './read-reports.ts';
import { requireReport } from './report-record.ts';

export type ReportFile = { fileName: string; contentType: string; text: string };

/** A report as a file: its document, or the page to print. That it left is on record. */
export async function downloadReport(
  deps: Deps,
  actor: Actor,
  input: { reportId: string; format: 'json' | 'html' },
): Promise<ReportFile> {
  const row = await query(deps, actor, (t) => requireReport(t, input.reportId));
  const document = await readDocument(deps, row);
  await recordAccess(deps, actor, {
    action: 'report.downloaded',
    object: { type: 'report', id: row.id },
    projectId: row.projectId,
    details: { format: input.format },
    alsoTouched: row.runId === null ? [] : [{ type: 'run', id: row.runId }],
  });
  const fileName = `report-${row.id}.${input.format}`;
  return input.format === 'json'
    ? { fileName, contentType: 'application/json; charset=utf-8', text: JSON.stringify(document, null, 2) }
    : { fileName, contentType: 'text/html; charset=utf-8', text: reportPage(document) };
}
