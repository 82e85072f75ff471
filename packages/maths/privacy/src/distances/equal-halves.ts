import { createStream, drawSubset } from '@assay/random';

/** Row numbers of as many training as holdout rows. */
export type EqualHalves = { readonly train: Int32Array; readonly holdout: Int32Array };

/**
 * As many training as holdout rows: all of the smaller table, and a draw without repeats, in ascending order, from the
 * larger. A distance to the nearest of many rows is shorter than to the nearest of few, so that shares of distances
 * mean something only between equal numbers.
 */
export function equalHalves(trainRows: number, holdoutRows: number, seed: string | number): EqualHalves {
  const size = Math.min(trainRows, holdoutRows);
  return { train: drawn(trainRows, size, seed, 'train'), holdout: drawn(holdoutRows, size, seed, 'holdout') };
}

function drawn(rows: number, size: number, seed: string | number, name: string): Int32Array {
  return drawSubset(createStream(seed, `equal halves ${name}`), rows, size);
}
