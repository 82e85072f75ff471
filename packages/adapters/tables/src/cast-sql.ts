import {
  type ColumnSpec,
  DATETIME_CANDIDATES,
  NUMBER_CONVENTIONS,
  type PhysicalType,
} from '@assay/contracts';
import { normalisedNumber } from './facts-sql.ts';
import { literalSql } from './sql-text.ts';

const DEFAULT_TRUE = ['true', 't', 'yes', 'y', '1'];
const DEFAULT_FALSE = ['false', 'f', 'no', 'n', '0'];

/**
 * SQL that reads `value` (text, or the type `stored` of a typed file) into the column's physical type, and gives
 * NULL where it does not fit: never a rounded or guessed value.
 */
export function castSql(value: string, stored: PhysicalType | null, spec: ColumnSpec): string {
  if (spec.physical === 'VARCHAR') return `CAST(${value} AS VARCHAR)`;
  if (stored === spec.physical) return value;
  if (stored === 'BIGINT' && spec.physical === 'DOUBLE') return `CAST(${value} AS DOUBLE)`;
  if (stored === 'DOUBLE' && spec.physical === 'BIGINT') {
    return `CASE WHEN isfinite(${value}) AND ${value} = trunc(${value}) THEN TRY_CAST(${value} AS BIGINT) END`;
  }
  if (stored === 'DATE' && spec.physical.startsWith('TIMESTAMP')) return `CAST(${value} AS ${spec.physical})`;
  if (stored === 'TIMESTAMP' && spec.physical === 'TIMESTAMPTZ') return `CAST(${value} AS TIMESTAMPTZ)`;
  const text = stored === null || stored === 'VARCHAR' ? value : `CAST(${value} AS VARCHAR)`;
  return textCast(text, spec);
}

function textCast(text: string, spec: ColumnSpec): string {
  switch (spec.physical) {
    case 'BIGINT':
    case 'DOUBLE':
      return numberCast(text, spec);
    case 'BOOLEAN':
      return booleanCast(text, spec);
    default:
      return datetimeCast(text, spec);
  }
}

const matches = (text: string, pattern: string): string => `regexp_matches(${text}, ${literalSql(pattern)})`;

/** Without regard to case. IN would become a join of its own for each column: megabytes each, in a wide table. */
const isOneOf = (text: string, values: readonly string[]): string =>
  `list_contains([${values.map((value) => literalSql(value.toLowerCase())).join(', ')}], lower(${text}))`;

/** Few expressions per column, the likely branch first: a wide table pays for each in planning, a long one in time. */
function numberCast(text: string, spec: ColumnSpec): string {
  const { decimalSeparator: decimal, thousandsSeparator: thousands } = spec.parse;
  const number = normalisedNumber(text, { decimal, thousands });
  const known = NUMBER_CONVENTIONS.find(
    (entry) => entry.decimal === decimal && entry.thousands === thousands,
  );
  // The pattern refuses "1,2" where commas group thousands.
  const fits = matches(text, known?.pattern ?? generalPattern(decimal, thousands));
  if (spec.physical === 'BIGINT') {
    // A cast would round 1.5: only whole numbers pass, also when written 3.0.
    const whole = `rtrim(rtrim(${number}, '0'), '.')`;
    const grouped = thousands === null ? '' : ` AND ${fits}`;
    return (
      `CASE WHEN ${matches(number, '^[+-]?\\d+$')}${grouped} THEN TRY_CAST(${number} AS BIGINT) ` +
      `WHEN ends_with(rtrim(${number}, '0'), '.') AND ${matches(whole, '^[+-]?\\d+$')}${grouped} THEN TRY_CAST(${whole} AS BIGINT) END`
    );
  }
  const finite = `nullif(nullif(TRY_CAST(${number} AS DOUBLE), 'infinity'::DOUBLE), '-infinity'::DOUBLE)`;
  return (
    `CASE WHEN ${fits} THEN ${finite} ` +
    `WHEN ${isOneOf(text, ['inf', '+inf', 'infinity', '+infinity', '∞', '+∞'])} THEN 'infinity'::DOUBLE ` +
    `WHEN ${isOneOf(text, ['-inf', '-infinity', '-∞'])} THEN '-infinity'::DOUBLE END`
  );
}

function generalPattern(decimal: string, thousands: string | null): string {
  const group = thousands === null ? '' : thousands === '.' ? '\\.' : thousands;
  const grouped = group === '' ? '\\d+' : `(\\d+|[1-9]\\d{0,2}(${group}\\d{3})+)`;
  return `^[+-]?${grouped}(${decimal === '.' ? '\\.' : ','}\\d+)?([eE][+-]?\\d{1,3})?$`;
}

function booleanCast(text: string, spec: ColumnSpec): string {
  const { trueValues, falseValues } = spec.parse;
  const yes = trueValues.length > 0 ? trueValues : DEFAULT_TRUE;
  const no = falseValues.length > 0 ? falseValues : DEFAULT_FALSE;
  return `CASE WHEN ${isOneOf(text, yes)} THEN true WHEN ${isOneOf(text, no)} THEN false END`;
}

function datetimeCast(text: string, spec: ColumnSpec): string {
  if (spec.parse.datetimeFormats.length === 0) return `TRY_CAST(${text} AS ${spec.physical})`;
  const tries = spec.parse.datetimeFormats.map((format) => {
    const known = DATETIME_CANDIDATES.find((candidate) => candidate.format === format);
    const read = `CAST(try_strptime(${text}, ${literalSql(format)}) AS ${spec.physical})`;
    // strptime alone takes "2021-1-1extra" in some formats; the pattern is what inference counted with.
    return known === undefined
      ? read
      : `CASE WHEN regexp_matches(${text}, ${literalSql(known.pattern)}) THEN ${read} END`;
  });
  return tries.length === 1 ? (tries[0] as string) : `COALESCE(${tries.join(', ')})`;
}
