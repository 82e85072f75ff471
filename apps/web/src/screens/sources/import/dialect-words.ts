import type { Dialect, TextEncoding } from '@assay/contracts';

export const DELIMITERS = [
  { name: 'comma', value: ',' },
  { name: 'semicolon', value: ';' },
  { name: 'tab', value: '\t' },
  { name: 'pipe', value: '|' },
] as const;

export const ENCODINGS: readonly TextEncoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-2',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'mixed',
];

/** Markers of missing values as one line that a person edits; the empty string is always one and is not shown. */
export function missingToText(missing: Dialect['missing']): string {
  return missing.filter((marker) => marker !== '').join(', ');
}

/** The line back as markers: trimmed, each once, the empty string among them. */
export function missingFromText(text: string): string[] {
  const markers = text
    .split(',')
    .map((marker) => marker.trim())
    .filter((marker) => marker !== '' && marker.length <= 64);
  return [...new Set(['', ...markers])].slice(0, 64);
}

/** The dialect that a file is read with when nothing could be detected. */
export function plainDialect(fileName: string): Dialect {
  const format = /\.(jsonl|ndjson)$/i.test(fileName)
    ? 'jsonl'
    : /\.parquet$/i.test(fileName)
      ? 'parquet'
      : /\.(tsv|tab)$/i.test(fileName)
        ? 'tsv'
        : 'csv';
  const delimited = format === 'csv' || format === 'tsv';
  return {
    format,
    encoding: 'utf-8',
    delimiter: delimited ? (format === 'tsv' ? '\t' : ',') : null,
    quote: delimited ? '"' : null,
    escape: delimited ? 'double' : null,
    header: true,
    skipLines: 0,
    missing: [''],
  };
}
