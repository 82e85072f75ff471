/** Why a statistic has no value. Codes, because the interface words them. */
export type Reason =
  /** There are no values (or all counts are zero). */
  | 'empty'
  /** There are fewer values than the definition needs. */
  | 'too-few'
  /** All values are equal where the definition divides by their spread. */
  | 'constant'
  /** All ratings are of one category, so that chance alone would agree as fully. */
  | 'unanimous'
  /** The target has rows of one class only, where telling two apart is asked. */
  | 'one-class'
  /** An iteration ended before it met its tolerance. */
  | 'not-converged'
  /** A value is infinite or not a number. */
  | 'not-finite'
  /** Two inputs that belong together differ in length, or a table is ragged. */
  | 'length-mismatch'
  /** An argument lies outside what the definition allows: a negative count, a share above 1. */
  | 'out-of-range'
  /** The share or rate that the definition divides by is zero. */
  | 'zero-denominator'
  /** One of the two tables lacks the column. */
  | 'no-such-column'
  /** The column is of one kind in one table and of another kind in the other. */
  | 'kind-mismatch';

/** A statistic, or the reason why it is undefined: what every function of the maths floor returns instead of NaN. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Reason };

/** A defined result. */
export function defined<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** An undefined result. */
export function undefinedBecause(reason: Reason): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}

/** Applies `change` to a defined result. */
export function mapResult<T, U>(result: Result<T>, change: (value: T) => U): Result<U> {
  return result.ok ? defined(change(result.value)) : result;
}
