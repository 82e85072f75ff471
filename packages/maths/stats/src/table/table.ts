/**
 * A column of numbers in memory. Missing is NaN. `scale` says what the numbers are: integers, decimals, or instants
 * in milliseconds since 1970-01-01 UTC (`datetime`; a date is its midnight).
 */
export type NumberColumn = {
  readonly kind: 'number';
  readonly name: string;
  readonly scale: 'integer' | 'decimal' | 'datetime';
  readonly values: Float64Array;
};

/** Category codes in the narrowest array that holds them and -1. */
export type CategoryCodes = Int8Array | Int16Array | Int32Array;

/** A column of categories in memory: `codes[row]` is an index into `levels`, -1 is missing. */
export type CategoryColumn = {
  readonly kind: 'category';
  readonly name: string;
  readonly codes: CategoryCodes;
  readonly levels: readonly string[];
};

/** A column of a table in memory. */
export type Column = NumberColumn | CategoryColumn;

/** A table in memory, column by column. Every column has `rows` values; names are unique. */
export type Table = { readonly rows: number; readonly columns: readonly Column[] };

/** How many values a column has. */
export function lengthOf(column: Column): number {
  return column.kind === 'number' ? column.values.length : column.codes.length;
}

/** How many values of a column are missing. */
export function missingIn(column: Column): number {
  let missing = 0;
  if (column.kind === 'number') for (const value of column.values) missing += Number.isNaN(value) ? 1 : 0;
  else for (const code of column.codes) missing += code < 0 ? 1 : 0;
  return missing;
}

/**
 * A table of columns of equal length.
 *
 * @throws RangeError when two names are equal or two lengths differ
 */
export function tableOf(columns: readonly Column[]): Table {
  const rows = columns.length === 0 ? 0 : lengthOf(columns[0]!);
  const names = new Set<string>();
  for (const column of columns) {
    if (names.has(column.name)) throw new RangeError(`two columns are named ${column.name}`);
    if (lengthOf(column) !== rows)
      throw new RangeError(`column ${column.name} has ${lengthOf(column)} values, not ${rows}`);
    names.add(column.name);
  }
  return { rows, columns };
}

/** The column of that name, or undefined. */
export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}
