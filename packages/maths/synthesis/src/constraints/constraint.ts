/**
 * What must hold in every synthetic row. All but `check` hold by construction: the generator learns a table in which
 * they cannot be broken, and the columns are put together afterwards.
 */
export type Constraint =
  /** From `min` to `max`, inclusive. */
  | { readonly kind: 'range'; readonly column: string; readonly min?: number; readonly max?: number }
  /** `low` <= `high`, where both have a value. */
  | { readonly kind: 'order'; readonly low: string; readonly high: string }
  /** `total` is the sum of `parts`. */
  | { readonly kind: 'sum'; readonly total: string; readonly parts: readonly string[] }
  /** Only combinations of levels that were seen. */
  | { readonly kind: 'combinations'; readonly columns: readonly string[] }
  /** The number column is what the expression says. */
  | { readonly kind: 'formula'; readonly column: string; readonly formula: string }
  /** The expression is not false: rows in which it is are drawn again. */
  | { readonly kind: 'check'; readonly expression: string };

/** Why constraints cannot be used, found before anything is fitted. */
export type ConstraintProblem = {
  /** The constraint, -1 for all together. */
  readonly constraint: number;
  readonly reason:
    | 'unknown-column'
    | 'not-a-number'
    | 'not-a-category'
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

/** The column that a constraint makes from others, and from which. */
export function derivedBy(constraint: Constraint): { column: string; from: readonly string[] } | null {
  if (constraint.kind === 'order') return { column: constraint.high, from: [constraint.low] };
  if (constraint.kind === 'sum') return { column: constraint.total, from: constraint.parts };
  return null;
}
