/** Scales of so few values are read as codes, each its own. */
const FEW = 20;
/** A value with more than so many times the rows of its neighbours is a spike. */
const SPIKE = 2.5;
const REACH = 3;

/**
 * Which cells run on into their neighbours (1) and which are spikes (0): a value that stands apart from the values
 * beside it, or that has far more rows than they have, such as zero in a column of gains or a round number of hours.
 *
 * @param counts rows per cell
 * @param gridded whether low and high are whole steps of a grid
 */
export function smoothCells(
  low: Float64Array,
  high: Float64Array,
  counts: Float64Array,
  gridded: boolean,
): Uint8Array {
  const smooth = new Uint8Array(low.length);
  const singles = low.every((value, cell) => value === high[cell]!);
  if (low.length <= FEW && singles) return smooth;
  for (let cell = 0; cell < low.length; cell += 1) {
    if (low[cell]! < high[cell]!) {
      smooth[cell] = 1;
      continue;
    }
    if (!gridded) continue;
    const apart =
      (cell === 0 || low[cell]! - high[cell - 1]! > 2) &&
      (cell === low.length - 1 || low[cell + 1]! - high[cell]! > 2);
    const usual = usualDensity(low, high, counts, cell);
    smooth[cell] = !apart && counts[cell]! <= SPIKE * usual ? 1 : 0;
  }
  return smooth;
}

/** The median of the neighbours' rows per step. */
function usualDensity(low: Float64Array, high: Float64Array, counts: Float64Array, cell: number): number {
  const densities: number[] = [];
  for (let other = cell - REACH; other <= cell + REACH; other += 1)
    if (other !== cell && other >= 0 && other < low.length)
      densities.push(counts[other]! / (high[other]! - low[other]! + 1));
  densities.sort((a, b) => a - b);
  return densities[densities.length >> 1] ?? 0;
}
