import { findColumn, type Table, valueAt } from '@assay/stats';

/** Rows with equal values in some columns share a class; classes are numbered from 0 over all tables. */
export type EquivalenceClasses = {
  readonly classes: number;
  /** The class of each row, table by table. */
  readonly classOf: readonly Int32Array[];
};

/**
 * Classes of rows that agree in all of `columns`, over one or several tables at once. Missing is a value of its own.
 *
 * @throws RangeError when a table lacks a column
 */
export function equivalenceClasses(tables: readonly Table[], columns: readonly string[]): EquivalenceClasses {
  const classOf = tables.map((table) => new Int32Array(table.rows));
  let classes = tables.some((table) => table.rows > 0) ? 1 : 0;
  for (const name of columns) {
    const valueCodes = new Map<string | number | null, number>();
    const next = new Map<number, number>();
    const codes = tables.map((table) => codesOf(table, name, valueCodes));
    const width = valueCodes.size;
    for (const [index, rows] of classOf.entries())
      for (let row = 0; row < rows.length; row += 1) {
        const key = rows[row]! * width + codes[index]![row]!;
        let refined = next.get(key);
        if (refined === undefined) {
          refined = next.size;
          next.set(key, refined);
        }
        rows[row] = refined;
      }
    classes = next.size;
  }
  return { classes, classOf };
}

function codesOf(table: Table, name: string, known: Map<string | number | null, number>): Int32Array {
  const column = findColumn(table, name);
  if (column === undefined) throw new RangeError(`there is no column ${name}`);
  const codes = new Int32Array(table.rows);
  for (let row = 0; row < codes.length; row += 1) {
    const value = valueAt(column, row);
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return codes;
}

/** How many rows of one table each class has. */
export function classSizes(classes: EquivalenceClasses, table = 0): Int32Array {
  const sizes = new Int32Array(classes.classes);
  for (const each of classes.classOf[table]!) sizes[each]! += 1;
  return sizes;
}
