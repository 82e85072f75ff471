import { sortNumbers } from './sort-numbers.ts';

/** The distinct finite values of a column, ascending, and how often each occurs. `n` is the sum of counts. */
export type OrderedCounts = {
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly n: number;
};

/** Integers that span less than this are counted in a table instead of being sorted. */
const COUNTED_SPAN = 2 ** 21;

/**
 * Distinct values with counts: all that empirical distribution functions, medians and quantiles need. Infinities
 * and NaN are left out. With `round` each value is replaced first (it must not decrease the order).
 */
export function orderedCounts(values: Float64Array, round?: (value: number) => number): OrderedCounts {
  const counted = round === undefined ? countedIntegers(values) : undefined;
  return counted ?? sortedRuns(values, round);
}

function countedIntegers(values: Float64Array): OrderedCounts | undefined {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) continue;
    if (value !== Math.floor(value)) return undefined;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (!(max >= min) || max - min >= COUNTED_SPAN || max - min > 4 * values.length + 1024) return undefined;
  const table = new Float64Array(max - min + 1);
  let n = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) continue;
    table[value - min]! += 1;
    n += 1;
  }
  let distinct = 0;
  for (let at = 0; at < table.length; at += 1) if (table[at]! > 0) distinct += 1;
  const kept = new Float64Array(distinct);
  const counts = new Float64Array(distinct);
  let next = 0;
  for (let at = 0; at < table.length; at += 1) {
    if (table[at]! === 0) continue;
    kept[next] = min + at;
    counts[next] = table[at]!;
    next += 1;
  }
  return { values: kept, counts, n };
}

function sortedRuns(values: Float64Array, round: ((value: number) => number) | undefined): OrderedCounts {
  const finite = new Float64Array(values.length);
  let n = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) continue;
    finite[n] = round === undefined ? value : round(value);
    n += 1;
  }
  const sorted = sortNumbers(finite.subarray(0, n));
  const counts = new Float64Array(n);
  let distinct = 0;
  for (let at = 0; at < n; ) {
    const value = sorted[at]!;
    let end = at + 1;
    while (end < n && sorted[end] === value) end += 1;
    // The run's value moves down in place: `distinct` never passes `at`.
    sorted[distinct] = value;
    counts[distinct] = end - at;
    distinct += 1;
    at = end;
  }
  return { values: sorted.slice(0, distinct), counts: counts.slice(0, distinct), n };
}
