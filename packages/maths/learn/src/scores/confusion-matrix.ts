import { alignLevels, type CategoryColumn, defined, type Result, undefinedBecause } from '@assay/stats';

/** `counts[t][p]` rows are truly of class `t` and were predicted as class `p`. */
export type ConfusionMatrix = {
  readonly classes: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly rows: number;
};

/**
 * Truth against prediction. Classes are the levels that occur on either side: those of the truth in its order, then
 * what only the prediction has. Rows without truth or without prediction are left out.
 *
 * Undefined: 'length-mismatch'; 'empty'.
 */
export function confusionMatrix(truth: CategoryColumn, predicted: CategoryColumn): Result<ConfusionMatrix> {
  if (truth.codes.length !== predicted.codes.length) return undefinedBecause('length-mismatch');
  const [actual, guess] = alignLevels([truth, predicted]);
  const size = actual!.levels.length;
  const all = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let rows = 0;
  for (let row = 0; row < truth.codes.length; row += 1) {
    const t = actual!.codes[row]!;
    const p = guess!.codes[row]!;
    if (t < 0 || p < 0) continue;
    all[t]![p]! += 1;
    rows += 1;
  }
  if (rows === 0) return undefinedBecause('empty');
  const used = all.map((_, k) => k).filter((k) => all.some((line, t) => line[k]! > 0 || all[k]![t]! > 0));
  return defined({
    classes: used.map((k) => actual!.levels[k]!),
    counts: used.map((t) => used.map((p) => all[t]![p]!)),
    rows,
  });
}
