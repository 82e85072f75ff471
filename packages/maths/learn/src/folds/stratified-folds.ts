import { createPermutation, createStream } from '@assay/random';

/**
 * A fold in [0, folds) for each row, drawn by the seed: the sizes of folds differ by at most one, and so do the counts
 * of each code in them. -1 is a code like the others.
 *
 * @throws RangeError unless `folds` is an integer from 2
 */
export function stratifiedFolds(codes: ArrayLike<number>, folds: number, seed: string | number): Int32Array {
  if (!Number.isInteger(folds) || folds < 2)
    throw new RangeError(`folds must be an integer from 2: ${folds}`);
  const groups = new Map<number, number[]>();
  for (let row = 0; row < codes.length; row += 1) {
    const group = groups.get(codes[row]!);
    if (group === undefined) groups.set(codes[row]!, [row]);
    else group.push(row);
  }
  const result = new Int32Array(codes.length);
  let dealt = 0;
  for (const [code, group] of [...groups].sort(([a], [b]) => a - b)) {
    const order = createPermutation(createStream(seed, `learn/folds/${code}`), group.length);
    for (let at = 0; at < group.length; at += 1, dealt += 1) result[group[order.at(at)]!] = dealt % folds;
  }
  return result;
}
