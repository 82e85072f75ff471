import { keyUniqueness } from '@assay/fidelity';
import { findColumn, type Table } from '@assay/stats';
import type { ReportTables } from './report-tables.ts';

/** Which columns say something about the population, and which only name rows or hold prose. */
export type ComparedColumns = {
  /** Names of columns that identify rows or hold free text: no shape, no trend, no feature. */
  readonly ids: readonly string[];
  /** Those of them that are unique in the real table: keys. */
  readonly keys: readonly string[];
  /** All others. */
  readonly features: readonly string[];
};

export function comparedColumns({ real, columns }: Pick<ReportTables, 'real' | 'columns'>): ComparedColumns {
  const ids = columns
    .filter((each) => each.role === 'identifier' || each.type === 'identifier' || each.type === 'text')
    .map((each) => each.name);
  const out = new Set(ids);
  const keys = columns
    .filter((each) => out.has(each.name) && each.type !== 'text' && isUnique(real, each.name))
    .map((each) => each.name);
  return { ids, keys, features: columns.map((each) => each.name).filter((name) => !out.has(name)) };
}

function isUnique(table: Table, name: string): boolean {
  const unique = keyUniqueness(findColumn(table, name));
  return table.rows > 1 && unique.ok && unique.value === 1;
}

/** A table with only these columns, in this order. */
export function onlyColumns(table: Table, names: readonly string[]): Table {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  return { rows: table.rows, columns: names.flatMap((name) => byName.get(name) ?? []) };
}
