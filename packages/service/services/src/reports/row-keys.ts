import { alignLevels, type CategoryColumn, type Table } from '@assay/stats';

/**
 * For each row a text that is equal for equal rows, also across the tables, which have the same columns of the same
 * kinds. Missing equals missing.
 */
export function rowKeys(tables: readonly Table[]): string[][] {
  const first = tables[0];
  if (first === undefined) return [];
  const parts = first.columns.map((column, place) => {
    if (column.kind === 'number')
      return tables.map((table) => {
        const other = table.columns[place];
        return other?.kind === 'number' ? other.values : new Float64Array(table.rows);
      });
    const aligned = alignLevels(tables.map((table) => table.columns[place] as CategoryColumn));
    return aligned.map((each) => each.codes);
  });
  return tables.map((table, side) =>
    Array.from({ length: table.rows }, (_, row) => {
      let key = '';
      for (const part of parts) key += `${part[side]![row]},`;
      return key;
    }),
  );
}
