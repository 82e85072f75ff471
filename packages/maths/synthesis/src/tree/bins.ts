import type { ColumnCells } from '../cells/column-cells.ts';

/**
 * The coarser cells by which trees ask about a column: at most 128, so that a question is four words of bits. Bins of
 * a number column are ordered; what is missing is a bin of its own, the last.
 */
export type Bins = {
  /** The bin of each cell. */
  readonly ofCell: Uint8Array;
  readonly count: number;
  readonly ordered: boolean;
  /** The bin of missing values, -1 where the column has none. */
  readonly missing: number;
};

/** Words of bits in a question. */
export const MASK_WORDS = 4;
const MOST_BINS = 32 * MASK_WORDS;
const ORDERED_BINS = 64;

/** The bins of a column's cells. */
export function binsOf(cells: ColumnCells): Bins {
  return cells.kind === 'number' ? orderedBins(cells.counts) : categoryBins(cells.counts);
}

function orderedBins(counts: Float64Array): Bins {
  const last = counts.length - 1;
  const ofCell = new Uint8Array(counts.length);
  let rows = 0;
  for (let cell = 0; cell < last; cell += 1) rows += counts[cell]!;
  const full = last <= ORDERED_BINS ? 0 : rows / ORDERED_BINS;
  let bin = 0;
  let held = 0;
  for (let cell = 0; cell < last; cell += 1) {
    const own = counts[cell]! >= full;
    if (held > 0 && (own || held >= full) && bin < MOST_BINS - 2) {
      bin += 1;
      held = 0;
    }
    ofCell[cell] = bin;
    held += counts[cell]!;
  }
  const known = last === 0 ? 0 : bin + 1;
  ofCell[last] = known;
  const missing = counts[last]! > 0 ? known : -1;
  return { ofCell, count: known + 1, ordered: true, missing };
}

/** A bin for each of the most frequent cells; the others share what is left, in turn. */
function categoryBins(counts: Float64Array): Bins {
  const last = counts.length - 1;
  const ofCell = new Uint8Array(counts.length);
  const own = last < MOST_BINS ? last : MOST_BINS - 33;
  const byCount = [...ofCell.subarray(0, last).keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  byCount.forEach((cell, place) => {
    ofCell[cell] = place < own ? place : own + ((place - own) % 32);
  });
  const known = Math.min(last, MOST_BINS - 1);
  ofCell[last] = known;
  return { ofCell, count: known + 1, ordered: false, missing: counts[last]! > 0 ? known : -1 };
}
