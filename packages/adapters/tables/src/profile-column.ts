import {
  type ColumnProfile,
  type ColumnSpec,
  type DatetimeProfile,
  type NumericProfile,
  RARE_ROWS,
  RARE_SHARE,
  type TextProfile,
} from '@assay/contracts';
import {
  histogram,
  histogramEdges,
  meanOf,
  momentsOf,
  quantileSorted,
  type Result,
  sortedFinite,
  tukeyFences,
  varianceOf,
} from '@assay/stats';
import { cellSql } from './cell.ts';
import type { Duck } from './duck.ts';
import { numberSql, readNumbers } from './read-numbers.ts';
import { identifier } from './sql-text.ts';

export const TOP = 20;
export const RARE_EXAMPLES = 20;
const QUANTILES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
export const GAPS = 5;

const orNull = (result: Result<number>): number | null => (result.ok ? result.value : null);

/** Profile of one column of a relation (a table expression with `__row`); `params` belong to the expression. */
export async function profileColumn(
  duck: Duck,
  from: string,
  spec: ColumnSpec,
  params: readonly string[] = [],
): Promise<ColumnProfile> {
  const name = identifier(spec.name);
  const grouped = `(SELECT v, count(*) AS n FROM (SELECT CAST(${cellSql(spec)} AS VARCHAR) AS v FROM ${from}) WHERE v IS NOT NULL GROUP BY v)`;
  const counted = await duck.rows(
    `SELECT count(*), count(${name}), (SELECT count(*) FROM ${grouped}) FROM ${from}`,
    params,
  );
  const [rows, present, distinct] = (counted[0] ?? [0, 0, 0]).map(Number) as [number, number, number];
  const category = spec.type === 'category' || spec.type === 'boolean';
  const numeric = spec.type === 'integer' || spec.type === 'decimal';
  return {
    name: spec.name,
    type: spec.type,
    role: spec.role,
    rows,
    missing: rows - present,
    distinct,
    constant: distinct === 1,
    nearKey: present >= 20 && distinct * 100 >= present * 95,
    top: await topOf(duck, grouped, params),
    rare: category && present > 0 ? await rareOf(duck, grouped, present, params) : null,
    numeric: numeric ? await numericOf(duck, from, spec, params) : null,
    datetime: spec.type === 'datetime' ? await datetimeOf(duck, from, spec, params) : null,
    text: spec.physical === 'VARCHAR' && present > 0 ? await textOf(duck, from, spec, params) : null,
  };
}

type Params = readonly string[];

async function topOf(duck: Duck, grouped: string, params: Params) {
  const rows = await duck.rows(`SELECT v, n FROM ${grouped} ORDER BY n DESC, v LIMIT ${TOP}`, params);
  return rows.map((row) => ({ value: String(row[0]), count: Number(row[1]) }));
}

async function rareOf(duck: Duck, grouped: string, present: number, params: Params) {
  const rare = `n < ${RARE_ROWS} OR n * ${RARE_SHARE.denominator} < ${present} * ${RARE_SHARE.numerator}`;
  const totals = await duck.rows(
    `SELECT count(*), coalesce(sum(n), 0)::DOUBLE FROM ${grouped} WHERE ${rare}`,
    params,
  );
  const examples = await duck.rows(
    `SELECT v, n FROM ${grouped} WHERE ${rare} ORDER BY n, v LIMIT ${RARE_EXAMPLES}`,
    params,
  );
  return {
    categories: Number(totals[0]?.[0] ?? 0),
    rows: Number(totals[0]?.[1] ?? 0),
    examples: examples.map((row) => ({ value: String(row[0]), count: Number(row[1]) })),
  };
}

async function numericOf(
  duck: Duck,
  from: string,
  spec: ColumnSpec,
  params: Params,
): Promise<NumericProfile> {
  return numericProfileOf(await readNumbers(duck, from, numberSql(spec), params));
}

/** Everything about numbers in row order (NaN is missing); sums run in that order, so that results repeat. */
export function numericProfileOf(values: Float64Array): NumericProfile {
  const moments = momentsOf(values);
  const sorted = sortedFinite(values);
  const count = (test: (value: number) => boolean): number => {
    let n = 0;
    for (const value of values) if (test(value)) n++;
    return n;
  };
  const zeros = count((value) => value === 0);
  const fences = tukeyFences(sorted);
  const edges = histogramEdges(sorted);
  const binned = edges.ok ? histogram(sorted, edges.value) : edges;
  const variance = varianceOf(moments);
  return {
    finite: sorted.length,
    min: moments.min,
    max: moments.max,
    mean: orNull(meanOf(moments)),
    sd: variance.ok ? Math.sqrt(variance.value) : null,
    quantiles: QUANTILES.flatMap((p) => {
      const quantile = quantileSorted(sorted, p);
      return quantile.ok ? [{ p, value: quantile.value }] : [];
    }),
    zeros,
    negative: count((value) => value < 0),
    infinities: {
      positive: count((value) => value === Number.POSITIVE_INFINITY),
      negative: count((value) => value === Number.NEGATIVE_INFINITY),
    },
    zeroInflated: zeros * 4 > sorted.length && zeros < sorted.length,
    outliers: fences.ok
      ? {
          low: fences.value.low,
          high: fences.value.high,
          below: count((value) => Number.isFinite(value) && value < fences.value.low),
          above: count((value) => Number.isFinite(value) && value > fences.value.high),
        }
      : null,
    histogram: binned.ok ? { edges: [...binned.value.edges], counts: [...binned.value.counts] } : null,
  };
}

async function datetimeOf(
  duck: Duck,
  from: string,
  spec: ColumnSpec,
  params: Params,
): Promise<DatetimeProfile> {
  const name = identifier(spec.name);
  const bounds = await duck.rows(
    `SELECT ${cellSql({ ...spec, name: 'lo' })}, ${cellSql({ ...spec, name: 'hi' })}, days FROM
     (SELECT min(${name}) AS lo, max(${name}) AS hi, count(DISTINCT CAST(${name} AS DATE)) AS days FROM ${from})`,
    params,
  );
  const gaps = await duck.rows(
    `SELECT CAST(before AS VARCHAR), CAST(day AS VARCHAR), day - before - 1 AS days FROM
     (SELECT day, lag(day) OVER (ORDER BY day) AS before FROM
       (SELECT DISTINCT CAST(${name} AS DATE) AS day FROM ${from} WHERE ${name} IS NOT NULL))
     WHERE day - before > 1 ORDER BY days DESC, day LIMIT ${GAPS}`,
    params,
  );
  const times = sortedFinite(await readNumbers(duck, from, numberSql(spec), params));
  const edges = histogramEdges(times);
  const binned = edges.ok ? histogram(times, edges.value) : edges;
  const text = (value: unknown): string | null =>
    value === null || value === undefined ? null : String(value);
  return {
    min: text(bounds[0]?.[0]),
    max: text(bounds[0]?.[1]),
    days: Number(bounds[0]?.[2] ?? 0),
    gaps: gaps.map((row) => ({ after: String(row[0]), before: String(row[1]), days: Number(row[2]) })),
    histogram: binned.ok
      ? { edges: binned.value.edges.map((edge) => isoTime(edge)), counts: [...binned.value.counts] }
      : null,
  };
}

/** Years outside JavaScript's range cannot be written as a date. */
export function isoTime(milliseconds: number): string {
  return Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : String(milliseconds);
}

async function textOf(duck: Duck, from: string, spec: ColumnSpec, params: Params): Promise<TextProfile> {
  const name = identifier(spec.name);
  const rows = await duck.rows(
    `SELECT min(length(${name})), max(length(${name})), sum(length(${name}))::DOUBLE / count(${name}) FROM ${from}`,
    params,
  );
  return {
    minLength: Number(rows[0]?.[0] ?? 0),
    maxLength: Number(rows[0]?.[1] ?? 0),
    meanLength: Number(rows[0]?.[2] ?? 0),
  };
}
