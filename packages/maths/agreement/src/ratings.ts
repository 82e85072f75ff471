/**
 * Who rated what as what: three arrays of one length, a rating each. A rater rates a unit at most once; units and
 * raters without ratings are allowed, in any order.
 */
export type Ratings = {
  /** Number of things that could be rated. */
  readonly units: number;
  /** Number of raters. */
  readonly raters: number;
  /** Number of categories (of distinct values), in their order where they have one. */
  readonly categories: number;
  /** Unit of each rating, in [0, units). */
  readonly unit: Int32Array;
  /** Rater of each rating, in [0, raters). */
  readonly rater: Int32Array;
  /** Category of each rating, in [0, categories). */
  readonly code: Int32Array;
};

/** Are the arrays of one length, and all their entries in range? */
export function areRatings({ units, raters, categories, unit, rater, code }: Ratings): boolean {
  if (unit.length !== rater.length || unit.length !== code.length) return false;
  for (let at = 0; at < unit.length; at += 1) {
    if (unit[at]! < 0 || unit[at]! >= units) return false;
    if (rater[at]! < 0 || rater[at]! >= raters) return false;
    if (code[at]! < 0 || code[at]! >= categories) return false;
  }
  return true;
}
