import { z } from 'zod';
import { physicalType } from './table.ts';

/**
 * A way of writing numbers. `pattern` is a whole-value regular expression that RE2 (DuckDB) and JavaScript read
 * alike; the gatherer counts values per convention with it, the decision about the column is made in `domain`.
 */
export type NumberConvention = {
  readonly decimal: '.' | ',';
  readonly thousands: ',' | '.' | ' ' | "'" | '_' | null;
  readonly pattern: string;
};

const grouped = (group: string, point: string) =>
  `^[+-]?(\\d+|[1-9]\\d{0,2}(${group}\\d{3})+)(${point}\\d+)?([eE][+-]?\\d{1,3})?$`;

/** Tried on every text column, in this order of preference. */
export const NUMBER_CONVENTIONS: readonly NumberConvention[] = [
  { decimal: '.', thousands: null, pattern: '^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?$' },
  { decimal: '.', thousands: ',', pattern: grouped(',', '\\.') },
  { decimal: ',', thousands: null, pattern: '^[+-]?(\\d+,?\\d*|,\\d+)([eE][+-]?\\d{1,3})?$' },
  { decimal: ',', thousands: '.', pattern: grouped('\\.', ',') },
  { decimal: ',', thousands: ' ', pattern: grouped(' ', ',') },
  { decimal: '.', thousands: ' ', pattern: grouped(' ', '\\.') },
  { decimal: '.', thousands: "'", pattern: grouped("'", '\\.') },
  { decimal: '.', thousands: '_', pattern: grouped('_', '\\.') },
];

/** Whole-value patterns for the plain counts of `numberFacts`. Case is ignored for the last two. */
export const INTEGER_PATTERN = '^[+-]?\\d+$';
export const LEADING_ZERO_PATTERN = '^[+-]?0\\d+$';
export const INFINITY_PATTERN = '^[+-]?(inf|infinity|∞)$';
export const NAN_PATTERN = '^[+-]?nan$';

/** A way of writing dates. A value matches when `pattern` matches and strptime with `format` reads it. */
export type DatetimeCandidate = {
  readonly format: string;
  readonly pattern: string;
  readonly physical: 'DATE' | 'TIMESTAMP' | 'TIMESTAMPTZ';
  /** Which of day and month comes first, where both are numbers and the year is not first. */
  readonly order: 'day-first' | 'month-first' | null;
};

type DateShape = Omit<DatetimeCandidate, 'physical'>;

const separated = (separator: string, escaped: string): DateShape[] => [
  {
    format: `%m${separator}%d${separator}%Y`,
    pattern: `\\d{1,2}${escaped}\\d{1,2}${escaped}\\d{4}`,
    order: 'month-first',
  },
  {
    format: `%d${separator}%m${separator}%Y`,
    pattern: `\\d{1,2}${escaped}\\d{1,2}${escaped}\\d{4}`,
    order: 'day-first',
  },
  {
    format: `%m${separator}%d${separator}%y`,
    pattern: `\\d{1,2}${escaped}\\d{1,2}${escaped}\\d{2}`,
    order: 'month-first',
  },
  {
    format: `%d${separator}%m${separator}%y`,
    pattern: `\\d{1,2}${escaped}\\d{1,2}${escaped}\\d{2}`,
    order: 'day-first',
  },
];

const DATES: readonly DateShape[] = [
  { format: '%Y-%m-%d', pattern: '\\d{4}-\\d{1,2}-\\d{1,2}', order: null },
  { format: '%Y/%m/%d', pattern: '\\d{4}/\\d{1,2}/\\d{1,2}', order: null },
  ...separated('/', '/'),
  ...separated('.', '\\.'),
  ...separated('-', '-'),
  { format: '%d %b %Y', pattern: '\\d{1,2} [A-Za-z]{3} \\d{4}', order: null },
  { format: '%d-%b-%Y', pattern: '\\d{1,2}-[A-Za-z]{3}-\\d{4}', order: null },
  { format: '%d %B %Y', pattern: '\\d{1,2} [A-Za-z]{4,9} \\d{4}', order: null },
  { format: '%b %d %Y', pattern: '[A-Za-z]{3} \\d{1,2} \\d{4}', order: null },
  { format: '%b %d, %Y', pattern: '[A-Za-z]{3} \\d{1,2}, \\d{4}', order: null },
  { format: '%B %d, %Y', pattern: '[A-Za-z]{4,9} \\d{1,2}, \\d{4}', order: null },
];

/** What may follow a date. Zones go with ISO dates only. */
const TIMES = [
  { format: ' %H:%M', pattern: ' \\d{1,2}:\\d{2}' },
  { format: ' %H:%M:%S', pattern: ' \\d{1,2}:\\d{2}:\\d{2}' },
  { format: ' %I:%M %p', pattern: ' \\d{1,2}:\\d{2} [AaPp][Mm]' },
  { format: ' %I:%M:%S %p', pattern: ' \\d{1,2}:\\d{2}:\\d{2} [AaPp][Mm]' },
] as const;

const ISO_TIMES: readonly { format: string; pattern: string; zone: boolean }[] = [' ', 'T'].flatMap((gap) => [
  { format: `${gap}%H:%M`, pattern: `${gap}\\d{2}:\\d{2}`, zone: false },
  { format: `${gap}%H:%M:%S`, pattern: `${gap}\\d{2}:\\d{2}:\\d{2}`, zone: false },
  { format: `${gap}%H:%M:%S.%f`, pattern: `${gap}\\d{2}:\\d{2}:\\d{2}\\.\\d{1,6}`, zone: false },
  { format: `${gap}%H:%M:%S%z`, pattern: `${gap}\\d{2}:\\d{2}:\\d{2}[+-]\\d{2}(:?\\d{2})?`, zone: true },
  {
    format: `${gap}%H:%M:%S.%f%z`,
    pattern: `${gap}\\d{2}:\\d{2}:\\d{2}\\.\\d{1,6}[+-]\\d{2}(:?\\d{2})?`,
    zone: true,
  },
  { format: `${gap}%H:%M:%SZ`, pattern: `${gap}\\d{2}:\\d{2}:\\d{2}Z`, zone: true },
  { format: `${gap}%H:%M:%S.%fZ`, pattern: `${gap}\\d{2}:\\d{2}:\\d{2}\\.\\d{1,6}Z`, zone: true },
]);

/**
 * Every datetime format that a column is tried against. A format that ends in a literal `Z` is UTC. Gatherers may
 * skip a column whose sample shows no candidate.
 */
export const DATETIME_CANDIDATES: readonly DatetimeCandidate[] = [
  ...DATES.map((date) => ({ ...date, pattern: `^${date.pattern}$`, physical: 'DATE' as const })),
  ...ISO_TIMES.map((time) => ({
    format: `%Y-%m-%d${time.format}`,
    pattern: `^\\d{4}-\\d{1,2}-\\d{1,2}${time.pattern}$`,
    physical: time.zone ? ('TIMESTAMPTZ' as const) : ('TIMESTAMP' as const),
    order: null,
  })),
  ...DATES.slice(1).flatMap((date) =>
    TIMES.map((time) => ({
      format: `${date.format}${time.format}`,
      pattern: `^${date.pattern}${time.pattern}$`,
      physical: 'TIMESTAMP' as const,
      order: date.order,
    })),
  ),
];

const count = z.number().int().min(0);

/** How many values each number convention reads. Conventions that read none may be left out. */
export const conventionFacts = z.object({
  decimal: z.enum(['.', ',']),
  thousands: z.enum([',', '.', ' ', "'", '_']).nullable(),
  matched: count,
  /** Of the matched: values with a decimal separator or an exponent. */
  withFraction: count,
  /** Of the matched: values with at least one thousands separator. */
  withThousands: count,
});
export type ConventionFacts = z.infer<typeof conventionFacts>;

export const numberFacts = z.object({
  integer: count,
  leadingZero: count,
  /** Of `integer`: outside -2^63 .. 2^63-1. */
  beyondInt64: count,
  infinity: count,
  nan: count,
  /** Values with more than 17 significant digits, which DOUBLE cannot keep. */
  overPrecise: count,
  conventions: z.array(conventionFacts),
});
export type NumberFacts = z.infer<typeof numberFacts>;

export const datetimeFacts = z.object({
  /** Values that at least one candidate reads. */
  any: count,
  /** Values whose day and month can be swapped and give another date (both at most 12, not equal). */
  swappable: count,
  matches: z.array(z.object({ format: z.string().max(64), matched: count })),
});
export type DatetimeFacts = z.infer<typeof datetimeFacts>;

/**
 * What is known about one column before its type is decided: gathered once over all rows (DuckDB or Node), after
 * trimming and after missing-value markers were taken out. All counts are of rows, `rows - missing` values in all.
 */
export const columnFacts = z.object({
  index: count,
  name: z.string().min(1).max(256),
  sourceName: z.string().max(4096),
  /** The type that a typed file (Parquet) states; null where values are text. Texts below are then its renderings. */
  stored: physicalType.nullable(),
  rows: count,
  missing: count,
  /** Distinct values, missing not counted; an estimate above the gatherer's limit says so. */
  distinct: count,
  distinctIsEstimate: z.boolean(),
  /** In code points; 0 when all are missing. */
  minLength: count,
  maxLength: count,
  meanLength: z.number().min(0),
  /** Values with at least two runs of inner white space: three words or more. */
  manyWords: count,
  numbers: numberFacts,
  datetimes: datetimeFacts,
  /** Most frequent first, up to 64; complete when `distinct` is at most its length. Values cut at 256. */
  frequent: z.array(z.object({ value: z.string().max(256), count })).max(64),
  /** Seeded random values, up to 200, cut at 256. */
  sample: z.array(z.string().max(256)).max(200),
  /** Of the finite numbers read by the best convention; null where there are none. */
  numericMin: z.number().nullable(),
  numericMax: z.number().nullable(),
});
export type ColumnFacts = z.infer<typeof columnFacts>;
