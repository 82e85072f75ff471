/**
 * What must hold in every synthetic row. A generator that learns does so from a table in which most of them cannot be
 * broken, and the columns are put together afterwards: they hold by construction.
 */
export type Constraint =
  /** From `min` to `max`, inclusive. */
  | { readonly kind: 'range'; readonly column: string; readonly min?: number; readonly max?: number }
  /** `low` <= `high`, or < where `strict`, where both have a value. */
  | { readonly kind: 'order'; readonly low: string; readonly high: string; readonly strict?: boolean }
  /** `total` is the sum of `parts`. */
  | { readonly kind: 'sum'; readonly total: string; readonly parts: readonly string[] }
  /** Only combinations of values that were seen. */
  | { readonly kind: 'combinations'; readonly columns: readonly string[] }
  /** The value of `column` follows from those of `from`, as it does most often in the table. */
  | { readonly kind: 'dependency'; readonly from: readonly string[]; readonly column: string }
  /** The column is what the expression says. */
  | { readonly kind: 'formula'; readonly column: string; readonly formula: string };

/** A constraint that computes a column from others. */
export type Computing = Extract<Constraint, { kind: 'sum' | 'formula' | 'dependency' }>;

/** Why constraints cannot be used, found before anything is fitted. */
export type ConstraintProblem = {
  /** The constraint, -1 for all together. */
  readonly constraint: number;
  readonly reason:
    | 'unknown-column'
    | 'not-a-number'
    | 'range-is-empty'
    | 'too-few-columns'
    | 'derived-twice'
    | 'depend-on-each-other'
    | 'exclude-each-other'
    | 'expression-not-understood'
    | 'no-row-holds';
  readonly column?: string;
  /** What the expression's reader said. */
  readonly message?: string;
};
