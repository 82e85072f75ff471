import {
  type ExportFileKind,
  exportFileKind,
  type PictureLabelReport,
  pictureLabelReport,
} from '@assay/contracts';
import type { ExportRow } from './export-record.ts';

export type ExportFile = {
  kind: ExportFileKind;
  name: string;
  sha256: string;
  bytes: number;
  /** Of labels of pictures: what the format made of them. */
  report: PictureLabelReport | null;
};

/** The files of an export, the data first. */
export function exportFiles(row: Pick<ExportRow, 'files'>): ExportFile[] {
  return row.files
    .map(({ kind, name, sha256, bytes, report }) => ({
      kind: exportFileKind.parse(kind),
      name,
      sha256,
      bytes: Number(bytes),
      report: pictureLabelReport.nullable().parse(report),
    }))
    .sort((a, b) => exportFileKind.options.indexOf(a.kind) - exportFileKind.options.indexOf(b.kind));
}
