/** Numbers in a row: a plain or typed array. Nothing in this package writes to its inputs. */
export type Numbers = ArrayLike<number>;

/** The finite values in order: missing ones stored as NaN and infinities are left out. */
export function finiteValues(values: Numbers): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]!;
    if (!Number.isFinite(value)) continue;
    kept[count] = value;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** The finite values, ascending. */
export function sortedFinite(values: Numbers): Float64Array {
  return finiteValues(values).sort();
}

/** The pairs in which both values are finite: what a correlation with missing values is computed on. */
export function completePairs(x: Numbers, y: Numbers): { x: Float64Array; y: Float64Array } {
  const length = Math.min(x.length, y.length);
  const left = new Float64Array(length);
  const right = new Float64Array(length);
  let kept = 0;
  for (let index = 0; index < length; index += 1) {
    if (!Number.isFinite(x[index]) || !Number.isFinite(y[index])) continue;
    left[kept] = x[index]!;
    right[kept] = y[index]!;
    kept += 1;
  }
  return { x: left.subarray(0, kept), y: right.subarray(0, kept) };
}
