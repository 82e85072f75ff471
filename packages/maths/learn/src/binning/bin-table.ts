import { findColumn, type Table } from '@assay/stats';
import { binColumn } from './bin-column.ts';
import type { ColumnBins } from './column-bins.ts';

/** A table as bin codes, column by column, in the order of `bins`. */
export type BinnedTable = {
  readonly rows: number;
  readonly bins: readonly ColumnBins[];
  readonly columns: readonly Uint8Array[];
};

/**
 * The columns that `bins` names, binned; further columns of the table are not looked at.
 *
 * @throws RangeError when a column is not there, or is of the other kind
 */
export function binTable(table: Table, bins: readonly ColumnBins[]): BinnedTable {
  const columns = bins.map((each) => {
    const column = findColumn(table, each.name);
    if (column === undefined) throw new RangeError(`the table has no column ${each.name}`);
    return binColumn(column, each);
  });
  return { rows: table.rows, bins, columns };
}
