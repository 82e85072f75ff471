import { type Column, valueAt } from '@assay/stats';

type Value = string | number | null;

/**
 * The most frequent value of a column by the values of others: by all of them, and, for combinations that were never
 * seen, by all but the last, and so on to none. Of equally frequent values the first by text.
 */
export function dependencyTable(from: readonly Column[], column: Column): Record<string, Value> {
  const counts = new Map<string, Map<Value, number>>();
  const rows = column.kind === 'number' ? column.values.length : column.codes.length;
  for (let row = 0; row < rows; row += 1) {
    const value = valueAt(column, row);
    const keys = from.map((each) => valueAt(each, row));
    for (let length = 0; length <= keys.length; length += 1) {
      const key = JSON.stringify(keys.slice(0, length));
      const byValue = counts.get(key) ?? new Map<Value, number>();
      byValue.set(value, (byValue.get(value) ?? 0) + 1);
      counts.set(key, byValue);
    }
  }
  return Object.fromEntries([...counts].map(([key, byValue]) => [key, mostFrequent(byValue)]));
}

/** What the table says for a row. */
export function dependentValue(
  values: Readonly<Record<string, Value>>,
  from: readonly (Column | undefined)[],
  row: number,
): Value {
  const keys = from.map((each) => (each === undefined ? null : valueAt(each, row)));
  for (let length = keys.length; length >= 0; length -= 1) {
    const key = JSON.stringify(keys.slice(0, length));
    if (Object.hasOwn(values, key)) return values[key]!;
  }
  return null;
}

function mostFrequent(counts: ReadonlyMap<Value, number>): Value {
  let best: Value = null;
  let most = -1;
  for (const [value, count] of counts) {
    if (count < most || (count === most && String(value) >= String(best))) continue;
    best = value;
    most = count;
  }
  return best;
}
