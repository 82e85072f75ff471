import { type Column, findColumn, type Table } from '@assay/stats';

/** One number column of a Gower space; `scale` is 1 over the range of the real values. */
export type GowerNumber = { readonly name: string; readonly scale: number };

/** One category column: the code of each level that any of the tables has. */
export type GowerCategory = { readonly name: string; readonly codeOf: ReadonlyMap<string, number> };

/** What a distance is measured in: columns, ranges and levels, fixed once so that distances can be compared. */
export type GowerSpace = {
  readonly numbers: readonly GowerNumber[];
  readonly categories: readonly GowerCategory[];
};

/**
 * Rows of a table laid out for distances: numbers row by row (NaN is missing), then category codes row by row (-1 is
 * missing). Plain typed arrays, so that it can be sent to another thread.
 */
export type GowerRows = {
  readonly rows: number;
  readonly numbers: Float64Array;
  readonly codes: Int32Array;
  readonly numberColumns: number;
  readonly categoryColumns: number;
  readonly scales: Float64Array;
};

/**
 * The space of Gower's distance: the mean over columns of `min(|a - b| / range, 1)` for numbers and instants, 0 or
 * 1 for categories; missing against a value is 1, missing against missing 0. The range is that of `real`; where it
 * is 0, any difference is 1. Infinities count as missing.
 *
 * @param real gives the columns, their kinds and ranges
 * @param others tables that will be measured in this space; their categories get codes
 * @param columns names of the columns to use, all by default
 * @throws RangeError for a name that `real` lacks, or none
 * Source: Gower, Biometrics 27 (1971).
 */
export function gowerSpace(
  real: Table,
  others: readonly Table[] = [],
  columns: readonly string[] = real.columns.map(({ name }) => name),
): GowerSpace {
  const numbers: GowerNumber[] = [];
  const categories: GowerCategory[] = [];
  if (columns.length === 0) throw new RangeError('a distance needs at least one column');
  for (const name of columns) {
    const column = findColumn(real, name);
    if (column === undefined) throw new RangeError(`there is no column ${name}`);
    if (column.kind === 'number') numbers.push({ name, scale: 1 / rangeOf(column.values) });
    else categories.push({ name, codeOf: codesOfLevels(name, [real, ...others]) });
  }
  return { numbers, categories };
}

/** The least positive number stands for no range: any difference over it is above 1. */
function rangeOf(values: Float64Array): number {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return Math.max(max > min ? max - min : 0, 2 ** -1022);
}

function codesOfLevels(name: string, tables: readonly Table[]): Map<string, number> {
  const codeOf = new Map<string, number>();
  for (const table of tables) {
    const column = findColumn(table, name);
    if (column?.kind !== 'category') continue;
    for (const level of column.levels) if (!codeOf.has(level)) codeOf.set(level, codeOf.size);
  }
  return codeOf;
}

/**
 * The rows of a table in a space.
 *
 * @throws RangeError when the table lacks a column, has it in another kind, or has a level that the space was not
 * made with
 */
export function gowerRows(space: GowerSpace, table: Table): GowerRows {
  const { rows } = table;
  const numberColumns = space.numbers.length;
  const categoryColumns = space.categories.length;
  const numbers = new Float64Array(rows * numberColumns);
  const codes = new Int32Array(rows * categoryColumns);
  for (const [index, { name }] of space.numbers.entries()) {
    const column = columnOf(table, name, 'number');
    for (let row = 0; row < rows; row += 1) {
      const value = column.values[row]!;
      numbers[row * numberColumns + index] = Number.isFinite(value) ? value : Number.NaN;
    }
  }
  for (const [index, { name, codeOf }] of space.categories.entries()) {
    const column = columnOf(table, name, 'category');
    const recode = column.levels.map((level) => codeOf.get(level));
    for (let row = 0; row < rows; row += 1) {
      const code = column.codes[row]!;
      const known = code < 0 ? -1 : recode[code];
      if (known === undefined) throw new RangeError(`${name} has a category that the space lacks`);
      codes[row * categoryColumns + index] = known;
    }
  }
  const scales = Float64Array.from(space.numbers, ({ scale }) => scale);
  return { rows, numbers, codes, numberColumns, categoryColumns, scales };
}

function columnOf<K extends Column['kind']>(
  table: Table,
  name: string,
  kind: K,
): Extract<Column, { kind: K }> {
  const column = findColumn(table, name);
  if (column?.kind !== kind) throw new RangeError(`the table has no ${kind} column ${name}`);
  return column as Extract<Column, { kind: K }>;
}

/** Gower's distance of row `a` of one table to row `b` of another in the same space: the definition, in [0, 1]. */
export function gowerDistance(left: GowerRows, a: number, right: GowerRows, b: number): number {
  let sum = 0;
  for (let index = 0; index < left.numberColumns; index += 1)
    sum += numberDistance(
      left.numbers[a * left.numberColumns + index]!,
      right.numbers[b * right.numberColumns + index]!,
      left.scales[index]!,
    );
  let mismatches = 0;
  for (let index = 0; index < left.categoryColumns; index += 1)
    if (left.codes[a * left.categoryColumns + index] !== right.codes[b * right.categoryColumns + index])
      mismatches += 1;
  return (sum + mismatches) / (left.numberColumns + left.categoryColumns);
}

/** `min(|a - b| * scale, 1)`; 1 when one is NaN, 0 when both are. */
export function numberDistance(a: number, b: number, scale: number): number {
  const difference = Math.abs(a - b) * scale;
  if (difference <= 1) return difference;
  // Above 1, or NaN: one or both are missing.
  return Number.isNaN(a) && Number.isNaN(b) ? 0 : 1;
}
