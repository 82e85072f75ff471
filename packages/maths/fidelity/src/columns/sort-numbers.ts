/** Under this many values the tables of a radix sort cost more than they save. */
const RADIX_ROWS = 2 ** 14;

/** The upper word of a double in three digits: 11, 11 and 10 bits, so that the tables stay in the nearest cache. */
const DIGITS = 2 ** 11;
const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * Sorts numbers ascending; none may be NaN. Long arrays take a radix sort over the upper half of each double's bits,
 * then a sort by comparison of the runs that share it: several times quicker than comparison alone, and no worse where
 * all share it. Writes to `values` and returns the sorted array, which may be another one.
 */
export function sortNumbers(values: Float64Array): Float64Array {
  if (values.length < RADIX_ROWS || !LITTLE_ENDIAN) return values.sort();
  const spare = new Float64Array(values.length);
  scatter(values, spare, 0);
  scatter(spare, values, 11);
  scatter(values, spare, 22);
  const sorted = negativesFirst(spare, values);
  sortRuns(sorted);
  return sorted;
}

/** Moves numbers in the order of one digit of their upper word; those that share it keep their order. */
function scatter(from: Float64Array, to: Float64Array, shift: number): void {
  const words = new Uint32Array(from.buffer, from.byteOffset, 2 * from.length);
  const next = new Int32Array(DIGITS);
  for (let at = 1; at < words.length; at += 2) next[(words[at]! >>> shift) & (DIGITS - 1)]! += 1;
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const count = next[digit]!;
    next[digit] = start;
    start += count;
  }
  for (let at = 0; at < from.length; at += 1) {
    const digit = (words[2 * at + 1]! >>> shift) & (DIGITS - 1);
    const place = next[digit]!;
    next[digit] = place + 1;
    to[place] = from[at]!;
  }
}

/** By their bits negative numbers come last, the least negative first: turns them round and puts them first. */
function negativesFirst(byBits: Float64Array, spare: Float64Array): Float64Array {
  const n = byBits.length;
  let positive = n;
  while (positive > 0 && (byBits[positive - 1]! < 0 || Object.is(byBits[positive - 1], -0))) positive -= 1;
  if (positive === n) return byBits;
  for (let at = 0; at < n - positive; at += 1) spare[at] = byBits[n - 1 - at]!;
  spare.set(byBits.subarray(0, positive), n - positive);
  return spare;
}

function sortRuns(values: Float64Array): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (let from = 0; from < values.length; ) {
    let to = from + 1;
    const upper = words[2 * from + 1]!;
    let ordered = true;
    for (; to < values.length && words[2 * to + 1] === upper; to += 1)
      if (values[to]! < values[to - 1]!) ordered = false;
    if (!ordered) values.subarray(from, to).sort();
    from = to;
  }
}
