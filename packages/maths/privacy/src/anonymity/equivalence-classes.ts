import { findColumn, type Table } from '@assay/stats';

/** Rows with equal values in some columns share a class; classes are numbered from 0 over all tables. */
export type EquivalenceClasses = {
  readonly classes: number;
  /** The class of each row, table by table. */
  readonly classOf: readonly Int32Array[];
};

/**
 * Classes of rows that agree in all of `columns`, over one or several tables at once. Missing is a value of its own.
 * A row that is alone in its class after some columns stays alone: it is not looked at again, so that many columns
 * cost little more than those that tell rows apart.
 *
 * @throws RangeError when a table lacks a column
 */
export function equivalenceClasses(tables: readonly Table[], columns: readonly string[]): EquivalenceClasses {
  for (const name of columns)
    for (const table of tables)
      if (findColumn(table, name) === undefined) throw new RangeError(`there is no column ${name}`);
  const starts = [0];
  for (const table of tables) starts.push(starts.at(-1)! + table.rows);
  const total = starts.at(-1)!;
  const provisional = new Int32Array(total);
  let open = Int32Array.from({ length: total }, (_, row) => row);
  /** Numbers above those of open classes belong to rows that are alone. */
  let alone = total;
  for (const name of columns) {
    if (open.length === 0) break;
    const { codes, width } = codesOf(tables, starts, name, open);
    const next = new Map<number, number>();
    const sizes = new Int32Array(open.length);
    for (let at = 0; at < open.length; at += 1) {
      const key = provisional[open[at]!]! * width + codes[at]!;
      let refined = next.get(key);
      if (refined === undefined) {
        refined = next.size;
        next.set(key, refined);
      }
      sizes[refined]! += 1;
      codes[at] = refined;
    }
    let kept = 0;
    for (let at = 0; at < open.length; at += 1) {
      const row = open[at]!;
      const refined = codes[at]!;
      if (sizes[refined] === 1) {
        provisional[row] = alone;
        alone += 1;
      } else {
        provisional[row] = refined;
        open[kept] = row;
        kept += 1;
      }
    }
    open = open.subarray(0, kept);
  }
  return renumbered(provisional, alone, starts);
}

/** Classes numbered by their first row. */
function renumbered(provisional: Int32Array, most: number, starts: readonly number[]): EquivalenceClasses {
  const number = new Int32Array(most + 1).fill(-1);
  let classes = 0;
  for (let row = 0; row < provisional.length; row += 1) {
    const each = provisional[row]!;
    if (number[each]! < 0) {
      number[each] = classes;
      classes += 1;
    }
    provisional[row] = number[each]!;
  }
  return {
    classes,
    classOf: starts.slice(1).map((end, table) => provisional.subarray(starts[table], end)),
  };
}

/** A code for each value of a column in the open rows of all tables; equal values have equal codes in [0, width). */
function codesOf(
  tables: readonly Table[],
  starts: readonly number[],
  name: string,
  open: Int32Array,
): { codes: Int32Array; width: number } {
  const codes = new Int32Array(open.length);
  const known = new Map<string | number | null, number>();
  const codeOf = (value: string | number | null): number => {
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      known.set(value, code);
    }
    return code;
  };
  let at = 0;
  for (const [index, table] of tables.entries()) {
    const column = findColumn(table, name)!;
    const start = starts[index]!;
    const end = starts[index + 1]!;
    if (column.kind === 'number')
      for (; at < open.length && open[at]! < end; at += 1) {
        const value = column.values[open[at]! - start]!;
        codes[at] = codeOf(Number.isNaN(value) ? null : value);
      }
    else {
      const recode = Int32Array.from(column.levels, codeOf);
      const missing = codeOf(null);
      for (; at < open.length && open[at]! < end; at += 1) {
        const code = column.codes[open[at]! - start]!;
        codes[at] = code < 0 ? missing : recode[code]!;
      }
    }
  }
  return { codes, width: known.size };
}

/** How many rows of one table each class has. */
export function classSizes(classes: EquivalenceClasses, table = 0): Int32Array {
  const sizes = new Int32Array(classes.classes);
  for (const each of classes.classOf[table]!) sizes[each]! += 1;
  return sizes;
}
