import type { ColumnProfile, TableProfile } from '@assay/contracts';

const QUANTILES = [0.25, 0.5, 0.75] as const;

const HEADERS = [
  'column',
  'type',
  'role',
  'rows',
  'missing',
  'distinct',
  'constant',
  'near_key',
  'min',
  'max',
  'mean',
  'sd',
  ...QUANTILES.map((p) => `p${p * 100}`),
  'zeros',
  'outliers_below',
  'outliers_above',
  'first',
  'last',
  'most_frequent',
  'most_frequent_rows',
  'rare_categories',
] as const;

type Cell = string | number | boolean | null | undefined;

/** A cell of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function line(column: ColumnProfile): Cell[] {
  const { numeric, datetime } = column;
  const quantile = (p: number) => numeric?.quantiles.find((each) => each.p === p)?.value;
  return [
    column.name,
    column.type,
    column.role,
    column.rows,
    column.missing,
    column.distinct,
    column.constant,
    column.nearKey,
    numeric?.min,
    numeric?.max,
    numeric?.mean,
    numeric?.sd,
    ...QUANTILES.map(quantile),
    numeric?.zeros,
    numeric?.outliers?.below,
    numeric?.outliers?.above,
    datetime?.min,
    datetime?.max,
    column.top[0]?.value,
    column.top[0]?.count,
    column.rare?.categories,
  ];
}

/** A profile as CSV, a line per column. */
export function profileCsv(profile: TableProfile): string {
  return [HEADERS, ...profile.columns.map(line)]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');
}
