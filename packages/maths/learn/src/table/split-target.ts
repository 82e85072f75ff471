import { type Column, findColumn, type Table } from '@assay/stats';

/** The features of a table (every other column) and its target. */
export type Supervised = { readonly features: Table; readonly target: Column };

/**
 * Takes the target out of a table.
 *
 * @throws RangeError when the table has no such column
 */
export function splitTarget(table: Table, name: string): Supervised {
  const target = findColumn(table, name);
  if (target === undefined) throw new RangeError(`the table has no column ${name}`);
  return {
    features: { rows: table.rows, columns: table.columns.filter((column) => column !== target) },
    target,
  };
}
