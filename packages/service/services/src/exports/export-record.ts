import { type ExportStatus, exportStatus, notFound } from '@assay/contracts';
import type { Repositories } from '@assay/db';

export type ExportRow = NonNullable<Awaited<ReturnType<Repositories['versionExports']['get']>>>;

export async function requireExport(t: Repositories, exportId: string): Promise<ExportRow> {
  const row = await t.versionExports.get(exportId);
  if (row === null) throw notFound('export');
  return row;
}

export function exportStatusOf(row: { status: string }): ExportStatus {
  return exportStatus.parse(row.status);
}
