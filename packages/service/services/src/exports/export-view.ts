import { type ExportFileKind, exportFileKind } from '@assay/contracts';
import type { ExportRow } from './export-record.ts';

export type ExportFile = { kind: ExportFileKind; name: string; sha256: string; bytes: number };

/** The files of an export, the data first. */
export function exportFiles(row: Pick<ExportRow, 'files'>): ExportFile[] {
  return row.files
    .map(({ kind, name, sha256, bytes }) => ({
      kind: exportFileKind.parse(kind),
      name,
      sha256,
      bytes: Number(bytes),
    }))
    .sort((a, b) => exportFileKind.options.indexOf(a.kind) - exportFileKind.options.indexOf(b.kind));
}
