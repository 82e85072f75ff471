import { findColumn, stackTables, type Table, tableOf } from '@assay/stats';
import { asCategories } from './as-categories.ts';

/**
 * Rows of several runs as one table, with the columns that all of them have. A column that holds numbers in one run
 * and texts in another is one of texts.
 */
export function stackRuns(tables: readonly Table[]): Table {
  const [first] = tables;
  if (first === undefined || tables.length === 1) return first ?? tableOf([]);
  const shared = first.columns
    .map((column) => column.name)
    .filter((name) => tables.every((table) => findColumn(table, name) !== undefined));
  let picked = tables.map((table) => tableOf(shared.flatMap((name) => findColumn(table, name) ?? [])));
  for (const name of shared) {
    const kinds = new Set(picked.map((table) => findColumn(table, name)?.kind));
    if (kinds.size > 1) picked = picked.map((table) => asCategories(table, name));
  }
  return stackTables(picked);
}
