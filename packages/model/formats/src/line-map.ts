/**
 * Which physical line a row began on, kept as breaks: pairs `(row, line)` wherever the distance between row and
 * line changes. A clean file needs one pair. Past `MAX_BREAKS` pairs the map stops growing and `complete` is false.
 */
export type LineMap = {
  add: (row: number, line: number) => void;
  /** Flat pairs `row, line, row, line, ...` in ascending order. */
  pairs: () => Float64Array;
  complete: () => boolean;
};

const MAX_BREAKS = 2_000_000;

export function createLineMap(): LineMap {
  let pairs = new Float64Array(64);
  let length = 0;
  let distance = Number.NaN;
  let complete = true;
  return {
    add(row, line) {
      if (line - row === distance) return;
      distance = line - row;
      if (length >= MAX_BREAKS * 2) {
        complete = false;
        return;
      }
      if (length + 2 > pairs.length) {
        const grown = new Float64Array(pairs.length * 2);
        grown.set(pairs);
        pairs = grown;
      }
      pairs[length] = row;
      pairs[length + 1] = line;
      length += 2;
    },
    pairs: () => pairs.slice(0, length),
    complete: () => complete,
  };
}

/** The line that a row began on, by the pairs of a map; null when the pairs are empty. */
export function lineOfRow(pairs: Float64Array, row: number): number | null {
  let low = 0;
  let high = pairs.length / 2 - 1;
  if (high < 0 || row < (pairs[0] as number)) return null;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pairs[2 * middle] as number) <= row) low = middle;
    else high = middle - 1;
  }
  return (pairs[2 * low + 1] as number) + row - (pairs[2 * low] as number);
}
