import {
  type DatetimeCandidate,
  INFINITY_PATTERN,
  INTEGER_PATTERN,
  LEADING_ZERO_PATTERN,
  NAN_PATTERN,
  type NumberConvention,
} from '@assay/contracts';
import { literalSql } from './sql-text.ts';

/** `values(col, value, n)`: distinct values of some columns with how often they occur. */
export const VALUES_TABLE = 'column_values';

const matches = (pattern: string, value = 'value'): string =>
  `regexp_matches(${value}, ${literalSql(pattern)})`;

const times = (condition: string): string => `coalesce(sum(n) FILTER (WHERE ${condition}), 0)::DOUBLE`;

/** Text without thousands separators and with a decimal point, ready for a cast. */
export function normalisedNumber(
  value: string,
  convention: Pick<NumberConvention, 'decimal' | 'thousands'>,
): string {
  const plain =
    convention.thousands === null ? value : `replace(${value}, ${literalSql(convention.thousands)}, '')`;
  return convention.decimal === ',' ? `replace(${plain}, ',', '.')` : plain;
}

/**
 * Lengths, words and plain numbers: asked of every column. A CASE, unlike AND, does not evaluate what follows for
 * rows that fail its condition: regular expressions are the dear part.
 */
export function basicFactsSql(): string {
  const digits = `ltrim(regexp_replace(regexp_replace(value, '[eE].*$', ''), '[^0-9]', '', 'g'), '0')`;
  const number = matches('^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?$');
  const blank = `contains(value, ' ') OR contains(value, chr(9)) OR contains(value, chr(10))`;
  const starts = `substr(value, 1, 1) BETWEEN '+' AND '9'`;
  return `SELECT col, sum(n)::DOUBLE, count(*)::DOUBLE, min(len)::DOUBLE, max(len)::DOUBLE, sum(n * len)::DOUBLE,
    ${times(`CASE WHEN ${blank} THEN ${matches('\\S\\s+\\S+\\s+\\S')} ELSE false END`)},
    ${times(`CASE WHEN plain THEN ${matches(INTEGER_PATTERN)} ELSE false END`)},
    ${times(`CASE WHEN plain THEN ${matches(LEADING_ZERO_PATTERN)} ELSE false END`)},
    ${times(`CASE WHEN plain AND len >= 19 THEN ${matches(INTEGER_PATTERN)} AND TRY_CAST(value AS BIGINT) IS NULL ELSE false END`)},
    ${times(`CASE WHEN len <= 9 AND NOT plain THEN regexp_matches(value, ${literalSql(INFINITY_PATTERN)}, 'i') ELSE false END`)},
    ${times(`CASE WHEN len <= 4 AND NOT plain THEN regexp_matches(value, ${literalSql(NAN_PATTERN)}, 'i') ELSE false END`)},
    ${times(`CASE WHEN plain AND len > 17 THEN length(${digits}) > 17 ELSE false END`)},
    ${times('plain')}
    FROM (SELECT *, length(value) AS len, CASE WHEN ${starts} THEN ${number} ELSE false END AS plain FROM ${VALUES_TABLE})
    GROUP BY col`;
}

/** Per convention: matched, with a fraction or exponent, with thousands separators, least and greatest value. */
export function conventionFactsSql(conventions: readonly NumberConvention[]): string {
  const parts = conventions.map((convention) => {
    const fits = matches(convention.pattern);
    const number = `TRY_CAST(${normalisedNumber('value', convention)} AS DOUBLE)`;
    const point = convention.decimal === '.' ? '[.eE]' : '[,eE]';
    const group =
      convention.thousands === null ? 'false' : `contains(value, ${literalSql(convention.thousands)})`;
    return `${times(fits)}, ${times(`${fits} AND ${matches(point)}`)}, ${times(`${fits} AND ${group}`)},
      min(${number}) FILTER (WHERE ${fits} AND isfinite(${number})), max(${number}) FILTER (WHERE ${fits} AND isfinite(${number}))`;
  });
  return `SELECT col, ${parts.join(', ')} FROM ${VALUES_TABLE} GROUP BY col`;
}

/** Per candidate the matched count, then values that any reads, then values that read both ways round. */
export function datetimeFactsSql(candidates: readonly DatetimeCandidate[]): string {
  const read = (candidate: DatetimeCandidate): string =>
    `(CASE WHEN ${matches(candidate.pattern)} THEN try_strptime(value, ${literalSql(candidate.format)})::TIMESTAMP END)`;
  const columns = candidates.map((candidate, i) => `${read(candidate)} AS d${i}`);
  const any = candidates.map((_, i) => `d${i} IS NOT NULL`).join(' OR ');
  const pairs: string[] = [];
  for (const [i, first] of candidates.entries()) {
    for (const [j, second] of candidates.entries()) {
      if (first.order !== 'month-first' || second.order !== 'day-first' || first.pattern !== second.pattern)
        continue;
      pairs.push(`(d${i} IS NOT NULL AND d${j} IS NOT NULL AND d${i} <> d${j})`);
    }
  }
  return `SELECT col, ${candidates.map((_, i) => times(`d${i} IS NOT NULL`)).join(', ')}, ${times(any)},
    ${pairs.length === 0 ? '0::DOUBLE' : times(pairs.join(' OR '))}
    FROM (SELECT col, n, ${columns.join(', ')} FROM ${VALUES_TABLE} WHERE length(value) BETWEEN 6 AND 40) GROUP BY col`;
}
