export type { CsvCounts, CsvLimits, CsvScanOptions } from './csv-options.ts';
export { CSV_LIMITS, RAW_LIMIT } from './csv-options.ts';
export type { CanonicalBlock, CsvScanner } from './csv-scanner.ts';
export { createCsvScanner } from './csv-scanner.ts';
export { csvCell, csvLine, escapeFormula, unescapeFormula } from './csv-write.ts';
export type { DetectedFile } from './detect-file.ts';
export { detectFile } from './detect-file.ts';
export { headerNames } from './header-names.ts';
export type { ImportFailureReason } from './import-failure.ts';
export { ImportFailure } from './import-failure.ts';
export type { JsonKind } from './json-line.ts';
export { visitJsonLine } from './json-line.ts';
export type { JsonlBlock, JsonlColumn, JsonlScanner } from './jsonl-scanner.ts';
export { createJsonlScanner } from './jsonl-scanner.ts';
export type { LineMap } from './line-map.ts';
export { lineOfRow } from './line-map.ts';
export { isParquetMagic } from './magic-bytes.ts';
export { missingMarkers } from './missing-markers.ts';
export type { SniffedDialect } from './sniff-dialect.ts';
export { fixedDialect, sniffDialect } from './sniff-dialect.ts';
export type { Transcoder } from './transcode.ts';
export { concat, createTranscoder } from './transcode.ts';
export {
  canonicalCell,
  type ExportRecord,
  recordLine,
  recordOfCells,
  type SampleValue,
} from './version/export-record.ts';
export { createCsvCellReader } from './version/read-csv-cells.ts';
export { csvRoots, type ExportRoots, jsonLinesRoots, startExportRoots } from './version/verify-export.ts';
export { decodeSample } from './windows-1252.ts';
