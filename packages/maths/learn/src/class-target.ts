import { type CategoryColumn, defined, type Result, undefinedBecause } from '@assay/stats';

/** A target as classes: `codes[row]` is an index into `classes`, -1 where the row has no target (or no weight). */
export type ClassTarget = {
  readonly classes: readonly string[];
  readonly codes: Int32Array;
  /** Rows, or their weight, by class. */
  readonly totals: Float64Array;
};

/**
 * The classes of a target: the levels that have rows with weight, in the order of the levels.
 * Undefined: 'empty' (no row), 'one-class'.
 */
export function classTarget(target: CategoryColumn, weights: Float64Array | undefined): Result<ClassTarget> {
  const byLevel = new Float64Array(target.levels.length);
  for (let row = 0; row < target.codes.length; row += 1) {
    const code = target.codes[row]!;
    if (code >= 0) byLevel[code]! += weights === undefined ? 1 : weights[row]!;
  }
  const kept = target.levels.map((_, code) => code).filter((code) => byLevel[code]! > 0);
  if (kept.length === 0) return undefinedBecause('empty');
  if (kept.length === 1) return undefinedBecause('one-class');
  const classOf = new Int32Array(target.levels.length).fill(-1);
  for (const [index, code] of kept.entries()) classOf[code] = index;
  const codes = Int32Array.from(target.codes, (code, row) =>
    code < 0 || (weights !== undefined && weights[row] === 0) ? -1 : classOf[code]!,
  );
  return defined({
    classes: kept.map((code) => target.levels[code]!),
    codes,
    totals: Float64Array.from(kept, (code) => byLevel[code]!),
  });
}
