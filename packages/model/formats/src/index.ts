export type { CsvCounts, CsvLimits, CsvScanOptions } from './csv-options.ts';
export { CSV_LIMITS, RAW_LIMIT } from './csv-options.ts';
export type { CanonicalBlock, CsvScanner } from './csv-scanner.ts';
export { createCsvScanner } from './csv-scanner.ts';
export { csvCell, csvLine, escapeFormula, unescapeFormula } from './csv-write.ts';
export type { DetectedFile } from './detect-file.ts';
export { detectFile } from './detect-file.ts';
export { headerNames } from './header-names.ts';
export type {
  ConvertedTo,
  DropReason,
  WriteReport,
  WrittenThing,
} from './images/convert/write-tally.ts';
export { detectImageLabelFormat, type FileHead } from './images/detect-image-label-format.ts';
export {
  CONVERSIONS,
  type Conversion,
  type DocumentThing,
  documentThings,
  type Fate,
  FORMAT_TABLE,
  type FormatRules,
} from './images/format-table.ts';
export type {
  AttributeValues,
  ImageAttribute,
  ImageComment,
  ImageDocument,
  ImageEntry,
  ImageLabel,
  ImageRegion,
  ImageRelation,
  LabelledImage,
  LabelSkeleton,
} from './images/image-document.ts';
export { plainRegion } from './images/image-document.ts';
export {
  IMAGE_LABEL_FORMAT_NAMES,
  type ImageLabelFormat,
  imageLabelFormats,
} from './images/image-label-format.ts';
export type { LabelEvent, LabelProblem, LabelProblemCode } from './images/label-event.ts';
export type { LabelFile, PictureSize, ReadOptions, WrittenFile } from './images/label-file.ts';
export { type ManifestLine, manifestKind, readPictureManifest } from './images/picture-manifest.ts';
export { picturePathIn } from './images/picture-path.ts';
export { readImageLabels } from './images/read-image-labels.ts';
export { writeImageLabels } from './images/write-image-labels.ts';
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
