import type { ColumnDrift, ColumnSpec, TableDrift } from '@assay/contracts';
import {
  alignCounts,
  kolmogorovSmirnov,
  populationStability,
  populationStabilityOfNumbers,
  totalVariation,
} from '@assay/stats';
import { cellSql } from './cell.ts';
import type { Duck } from './duck.ts';
import { numberSql, readNumbers } from './read-numbers.ts';
import type { TableReader } from './reader.ts';
import { TABLE } from './relation.ts';
import { identifier } from './sql-text.ts';

/** Categories listed as new or vanished, the most frequent first. */
const LISTED = 50;
/** Beyond so many distinct values a column is no category: only its missing share is compared. */
const MOST_CATEGORIES = 10_000;

export type DriftOptions = {
  signal: AbortSignal;
  onProgress: (progress: { done: number; total: number }) => void;
};

const key = (name: string): string => name.toLowerCase();

/** What changed between two versions of a source; columns are matched by name without regard to case. */
export async function drift(
  before: TableReader,
  after: TableReader,
  options: DriftOptions,
): Promise<TableDrift> {
  const later = new Map(after.manifest.columns.map((spec) => [key(spec.name), spec]));
  const earlier = new Set(before.manifest.columns.map((spec) => key(spec.name)));
  const columns: ColumnDrift[] = [];
  const added = after.manifest.columns.filter((spec) => !earlier.has(key(spec.name)));
  const total = before.manifest.columns.length + added.length;
  await before.using(options.signal, (left) =>
    after.using(options.signal, async (right) => {
      for (const spec of before.manifest.columns) {
        const counterpart = later.get(key(spec.name));
        columns.push(
          counterpart === undefined
            ? { ...blank(spec.name), change: 'removed', before: spec.type }
            : await compare({ duck: left, spec }, { duck: right, spec: counterpart }),
        );
        options.onProgress({ done: columns.length, total });
      }
    }),
  );
  for (const spec of added) columns.push({ ...blank(spec.name), change: 'added', after: spec.type });
  options.onProgress({ done: total, total });
  return {
    type: 'assay.drift',
    version: 1,
    rowsBefore: before.manifest.rows,
    rowsAfter: after.manifest.rows,
    columns,
  };
}

function blank(name: string): ColumnDrift {
  return {
    name,
    change: 'kept',
    before: null,
    after: null,
    missingBefore: null,
    missingAfter: null,
    ks: null,
    psi: null,
    tvd: null,
    newCategories: [],
    vanishedCategories: [],
    reason: null,
  };
}

type Side = { duck: Duck; spec: ColumnSpec };

async function missing({ duck, spec }: Side): Promise<{ count: number; total: number }> {
  const rows = await duck.rows(`SELECT count(*), count(${identifier(spec.name)}) FROM ${TABLE}`);
  const total = Number(rows[0]?.[0] ?? 0);
  return { count: total - Number(rows[0]?.[1] ?? 0), total };
}

async function compare(left: Side, right: Side): Promise<ColumnDrift> {
  const base: ColumnDrift = {
    ...blank(left.spec.name),
    before: left.spec.type,
    after: right.spec.type,
    missingBefore: await missing(left),
    missingAfter: await missing(right),
  };
  const number = (spec: ColumnSpec): boolean => ['integer', 'decimal', 'datetime'].includes(spec.type);
  if (left.spec.type !== right.spec.type && !(comparable(left.spec) && comparable(right.spec))) {
    return { ...base, change: 'retyped', reason: 'the types differ' };
  }
  const change = left.spec.type === right.spec.type ? 'kept' : 'retyped';
  return {
    ...base,
    change,
    ...(number(left.spec) ? await compareNumbers(left, right) : await compareValues(left, right)),
  };
}

/** Integers and decimals can be compared although their types differ. */
const comparable = (spec: ColumnSpec): boolean => spec.type === 'integer' || spec.type === 'decimal';

async function compareNumbers(left: Side, right: Side): Promise<Partial<ColumnDrift>> {
  const a = await readNumbers(left.duck, TABLE, numberSql(left.spec));
  const b = await readNumbers(right.duck, TABLE, numberSql(right.spec));
  const ks = kolmogorovSmirnov(a, b);
  const psi = populationStabilityOfNumbers(a, b);
  return {
    ks: ks.ok ? { statistic: ks.value.statistic, pValue: ks.value.pValue } : null,
    psi: psi.ok ? psi.value : null,
    reason: ks.ok ? (psi.ok ? null : psi.reason) : ks.reason,
  };
}

async function compareValues(left: Side, right: Side): Promise<Partial<ColumnDrift>> {
  const a = await categories(left);
  const b = await categories(right);
  if (a === null || b === null) return { reason: `more than ${MOST_CATEGORIES} distinct values` };
  const aligned = alignCounts(a, b);
  const tvd = totalVariation(aligned.a, aligned.b);
  const psi = populationStability(aligned.a, aligned.b);
  return {
    tvd: tvd.ok ? tvd.value : null,
    psi: psi.ok ? psi.value : null,
    newCategories: onlyIn(b, a),
    vanishedCategories: onlyIn(a, b),
    reason: tvd.ok ? null : tvd.reason,
  };
}

async function categories({ duck, spec }: Side): Promise<Map<string, number> | null> {
  const text = `CAST(${cellSql(spec)} AS VARCHAR)`;
  const rows = await duck.rows(
    `SELECT v, count(*) FROM (SELECT ${text} AS v FROM ${TABLE}) WHERE v IS NOT NULL GROUP BY v ORDER BY v LIMIT ${MOST_CATEGORIES + 1}`,
  );
  if (rows.length > MOST_CATEGORIES) return null;
  return new Map(rows.map((row) => [String(row[0]), Number(row[1])]));
}

function onlyIn(here: ReadonlyMap<string, number>, there: ReadonlyMap<string, number>) {
  return [...here]
    .filter(([value]) => !there.has(value))
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, LISTED);
}
