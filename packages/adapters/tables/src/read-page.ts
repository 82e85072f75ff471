import { type ColumnSpec, type Predicate, ROW_COLUMN } from '@assay/contracts';
import { compileToSql } from '@assay/domain';
import { type CellValue, cellSql, cellValue } from './cell.ts';
import type { Duck } from './duck.ts';
import { columnNamed, TABLE } from './relation.ts';
import { identifier, literalSql } from './sql-text.ts';

export type Sort = { column: string; direction: 'asc' | 'desc' };

export type PageRequest = {
  predicate?: Predicate;
  sort?: readonly Sort[];
  /** Names; all columns when left out. */
  columns?: readonly string[];
  /** Continue behind this row: the sort cells and row number that `next` of the page before gave. */
  after?: PageKey;
  offset?: number;
  /** 1 to 1000. */
  limit: number;
};

export type PageKey = { values: CellValue[]; row: number };

export type Page = {
  columns: string[];
  rows: { row: number; cells: CellValue[] }[];
  /** Rows that match the predicate, on all pages. */
  total: number;
  next: PageKey | null;
};

const WORDS = { asc: 'ASC', desc: 'DESC' } as const;
export const MOST_ROWS = 1000;

const typed = (value: CellValue, spec: ColumnSpec): string =>
  value === null ? 'NULL' : `CAST(${literalSql(String(value))} AS ${spec.physical})`;

/** Rows behind the key in the order of `sort`, missing last, then by row number: one OR branch per sort column. */
function behind(key: PageKey, sort: readonly { spec: ColumnSpec; direction: 'asc' | 'desc' }[]): string {
  const branches: string[] = [];
  const equal: string[] = [];
  for (const [i, { spec, direction }] of sort.entries()) {
    const name = identifier(spec.name);
    const value = key.values[i] ?? null;
    if (value !== null) {
      const later = `(${name} ${direction === 'asc' ? '>' : '<'} ${typed(value, spec)} OR ${name} IS NULL)`;
      branches.push([...equal, later].join(' AND '));
    }
    equal.push(`${name} IS NOT DISTINCT FROM ${typed(value, spec)}`);
  }
  branches.push([...equal, `${ROW_COLUMN} > ${Math.trunc(key.row)}`].join(' AND '));
  return `(${branches.map((branch) => `(${branch})`).join(' OR ')})`;
}

/** One page in a total order: by the sort columns (missing last), then by row number. */
export async function readPage(
  duck: Duck,
  columns: readonly ColumnSpec[],
  request: PageRequest,
): Promise<Page> {
  const limit = Math.max(1, Math.min(MOST_ROWS, Math.trunc(request.limit)));
  const wanted = request.columns?.map((name) => columnNamed(columns, name)) ?? [...columns];
  const sort = (request.sort ?? []).map(({ column, direction }) => ({
    spec: columnNamed(columns, column),
    direction,
  }));
  const { sql: where, params } = compileToSql(request.predicate ?? { op: 'true' }, columns);
  const order = [
    ...sort.map(({ spec, direction }) => `${identifier(spec.name)} ${WORDS[direction]} NULLS LAST`),
    `${ROW_COLUMN} ASC`,
  ].join(', ');
  const keyed = request.after === undefined ? '' : ` AND ${behind(request.after, sort)}`;
  const offset =
    request.after === undefined && request.offset !== undefined
      ? ` OFFSET ${Math.max(0, Math.trunc(request.offset))}`
      : '';
  const select = [ROW_COLUMN, ...wanted.map(cellSql), ...sort.map(({ spec }) => cellSql(spec))];
  const found = await duck.rows(
    `SELECT ${select.join(', ')} FROM ${TABLE} WHERE (${where})${keyed} ORDER BY ${order} LIMIT ${limit + 1}${offset}`,
    params,
  );
  const total = await duck.rows(`SELECT count(*) FROM ${TABLE} WHERE ${where}`, params);
  const rows = found.slice(0, limit).map((row) => ({
    row: Number(row[0]),
    cells: row.slice(1, 1 + wanted.length).map(cellValue),
  }));
  const last = found[limit - 1];
  const next =
    found.length > limit && last !== undefined
      ? { values: last.slice(1 + wanted.length).map(cellValue), row: Number(last[0]) }
      : null;
  return { columns: wanted.map((spec) => spec.name), rows, total: Number(total[0]?.[0] ?? 0), next };
}
