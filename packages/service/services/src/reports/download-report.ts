import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { reportPage } from './html/report-page.ts';
import { reportPdf } from './pdf/report-pdf.ts';
import { provenanceOf } from './provenance.ts';
import { readDocument } from './read-reports.ts';
import { requireReport } from './report-record.ts';

export type ReportFile = { fileName: string; contentType: string; content: string | Uint8Array<ArrayBuffer> };

/** A report as a file: its document, or the page to read, to print or to hand on. That it left is on record. */
export async function downloadReport(
  deps: Deps,
  actor: Actor,
  input: { reportId: string; format: 'json' | 'html' | 'pdf' },
): Promise<ReportFile> {
  const { row, provenance } = await query(deps, actor, async (t) => {
    const row = await requireReport(t, input.reportId);
    return { row, provenance: await provenanceOf(t, row) };
  });
  const document = await readDocument(deps, row);
  await recordAccess(deps, actor, {
    action: 'report.downloaded',
    object: { type: 'report', id: row.id },
    projectId: row.projectId,
    details: { format: input.format },
    alsoTouched: row.runId === null ? [] : [{ type: 'run', id: row.runId }],
  });
  const fileName = `report-${row.id}.${input.format}`;
  if (input.format === 'pdf') {
    const content = await reportPdf(document, provenance);
    return { fileName, contentType: 'application/pdf', content };
  }
  return input.format === 'json'
    ? { fileName, contentType: 'application/json; charset=utf-8', content: JSON.stringify(document, null, 2) }
    : { fileName, contentType: 'text/html; charset=utf-8', content: reportPage(document) };
}
