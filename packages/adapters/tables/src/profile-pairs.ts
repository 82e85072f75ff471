import {
  type ColumnProfile,
  type ColumnSpec,
  type ImportNotice,
  type PairProfile,
  ROW_COLUMN,
} from '@assay/contracts';
import {
  associationMeasure,
  completePairs,
  correlationRatio,
  cramersVCorrected,
  momentsByGroup,
  pearson,
  type Result,
  spearman,
} from '@assay/stats';
import { cellSql } from './cell.ts';
import type { Duck } from './duck.ts';
import { numberSql, readNumbers } from './read-numbers.ts';
import { identifier, literalSql } from './sql-text.ts';

/** Columns that pairs are formed of, unless more are asked for. */
export const PAIR_COLUMNS = 60;
/** Categories told apart in a pair; the others count as one. */
const PAIR_CATEGORIES = 50;
const LEAST_ROWS = 20_000;
/** Row-pairs looked at in all: keeps a profile within seconds. */
const PAIR_BUDGET = 10_000_000;

type Values =
  | { kind: 'number'; name: string; values: Float64Array }
  | { kind: 'category'; name: string; codes: Float64Array; groups: number };

export type PairsResult = { pairs: PairProfile[]; pairRows: number; notices: ImportNotice[] };

const notice = (code: string, message: string, count: number): ImportNotice => ({
  severity: 'info',
  code,
  message,
  column: null,
  line: null,
  count,
});

/** Columns that can be related: numbers and categories that vary; targets and sensitive ones come first. */
function eligible(specs: readonly ColumnSpec[], profiles: readonly ColumnProfile[]): ColumnSpec[] {
  const rank = { target: 0, sensitive: 1, 'quasi-identifier': 2, feature: 3, identifier: 4 } as const;
  return specs
    .filter((spec, i) => {
      const profile = profiles[i];
      if (profile === undefined || profile.distinct < 2) return false;
      if (spec.type === 'integer' || spec.type === 'decimal') return true;
      return spec.type === 'boolean' || (spec.type === 'category' && !profile.nearKey);
    })
    .sort((a, b) => rank[a.role] - rank[b.role] || a.index - b.index);
}

/** Associations of all pairs of the eligible columns, on evenly spaced rows where there are many. */
export async function profilePairs(
  duck: Duck,
  table: { from: string; rows: number; columns: readonly ColumnSpec[] },
  profiles: readonly ColumnProfile[],
  options: { maxColumns: number; onPair: (done: number, total: number) => void },
): Promise<PairsResult> {
  const notices: ImportNotice[] = [];
  const all = eligible(table.columns, profiles);
  const chosen = all.slice(0, options.maxColumns);
  if (all.length > chosen.length) {
    notices.push(
      notice(
        'pairs-limited',
        `Pairs were computed for ${chosen.length} of ${all.length} columns: targets, sensitive columns and quasi-identifiers first, then in order.`,
        all.length - chosen.length,
      ),
    );
  }
  const total = (chosen.length * (chosen.length - 1)) / 2;
  const most = Math.max(LEAST_ROWS, Math.floor(PAIR_BUDGET / Math.max(1, total)));
  const stride = Math.max(1, Math.ceil(table.rows / most));
  const pairRows = Math.ceil(table.rows / stride);
  if (stride > 1) {
    notices.push(
      notice(
        'pairs-sampled',
        `Pairs were computed on ${pairRows} evenly spaced rows of ${table.rows}.`,
        pairRows,
      ),
    );
  }
  const from =
    stride === 1 ? table.from : `(SELECT * FROM ${table.from} WHERE ${ROW_COLUMN} % ${stride} = 0)`;
  const values: Values[] = [];
  for (const spec of chosen) values.push(await valuesOf(duck, from, spec));
  const pairs: PairProfile[] = [];
  let done = 0;
  for (const [i, left] of values.entries()) {
    for (const right of values.slice(i + 1)) {
      pairs.push(...relate(left, right));
      if (++done % 50 === 0) {
        options.onPair(done, total);
        // Lets an abort and other work of the process in.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  }
  options.onPair(total, total);
  return { pairs, pairRows, notices };
}

async function valuesOf(duck: Duck, from: string, spec: ColumnSpec): Promise<Values> {
  if (spec.type === 'integer' || spec.type === 'decimal') {
    return { kind: 'number', name: spec.name, values: await readNumbers(duck, from, numberSql(spec)) };
  }
  const text = `CAST(${cellSql(spec)} AS VARCHAR)`;
  const tops = await duck.rows(
    `SELECT v FROM (SELECT ${text} AS v FROM ${from}) WHERE v IS NOT NULL GROUP BY v ORDER BY count(*) DESC, v LIMIT ${PAIR_CATEGORIES}`,
  );
  const names = tops.map((row) => String(row[0]));
  const list = `[${names.map(literalSql).join(', ')}]::VARCHAR[]`;
  // list_position gives null for what is not listed: those are the others.
  const code = `CASE WHEN ${identifier(spec.name)} IS NOT NULL THEN coalesce(list_position(${list}, ${text}) - 1, ${names.length})::DOUBLE END`;
  return {
    kind: 'category',
    name: spec.name,
    codes: await readNumbers(duck, from, code),
    groups: names.length + 1,
  };
}

function relate(left: Values, right: Values): PairProfile[] {
  const base = { left: left.name, right: right.name };
  const entry = (measure: PairProfile['measure'], result: Result<number>, n: number): PairProfile => ({
    ...base,
    measure,
    value: result.ok ? result.value : null,
    reason: result.ok ? null : result.reason,
    n,
  });
  const both = completePairs(
    left.kind === 'number' ? left.values : left.codes,
    right.kind === 'number' ? right.values : right.codes,
  );
  const n = both.x.length;
  if (left.kind === 'number' && right.kind === 'number') {
    return [entry('pearson', pearson(both.x, both.y), n), entry('spearman', spearman(both.x, both.y), n)];
  }
  const measure = associationMeasure(left.kind, right.kind);
  if (left.kind === 'category' && right.kind === 'category') {
    return [entry(measure, cramersVCorrected(contingency(both.x, both.y, left.groups, right.groups)), n)];
  }
  const [codes, numbers, groups] =
    left.kind === 'category'
      ? [both.x, both.y, left.groups]
      : [both.y, both.x, right.kind === 'category' ? right.groups : 0];
  const moments = momentsByGroup(codes, numbers, groups);
  return [entry(measure, moments.ok ? correlationRatio(moments.value) : moments, n)];
}

function contingency(x: Float64Array, y: Float64Array, rows: number, columns: number): number[][] {
  const table = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  for (let i = 0; i < x.length; i++) {
    const row = table[x[i] as number] as number[];
    row[y[i] as number] = (row[y[i] as number] as number) + 1;
  }
  return table;
}
