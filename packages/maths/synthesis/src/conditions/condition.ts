import type { Seed } from '../generator.ts';
import type { RowTest } from '../hold/row-test.ts';

/** What a value must be: one of these levels (null is missing), or a number from `min` to `max` inclusive. */
export type ConditionTerm =
  | { readonly column: string; readonly levels: readonly (string | null)[] }
  | { readonly column: string; readonly min?: number; readonly max?: number };

/** At least `count` rows in which all terms hold. */
export type Condition = {
  readonly where: readonly ConditionTerm[];
  readonly count: number;
  /** What terms cannot say: rows are drawn again until it is true. Read where constraints are kept. */
  readonly test?: RowTest;
};

/** Conditions of a run of `rows` rows: which row has which is settled before any row is drawn. */
export type ConditionPlan = {
  readonly rows: number;
  readonly conditions: readonly Condition[];
  /** Spreads the conditions over the rows; the run's own seed unless told. */
  readonly seed?: Seed;
};

/** Why conditions cannot be met. Codes, because the interface words them; `column` and `allowed` say where. */
export type ConditionProblem = {
  /** The condition that cannot be met, -1 for all together. */
  readonly condition: number;
  readonly reason:
    | 'count-not-whole'
    | 'more-rows-than-the-run'
    | 'no-terms'
    | 'unknown-column'
    | 'column-is-made'
    | 'levels-of-a-number'
    | 'range-of-a-category'
    | 'level-never-seen'
    | 'outside-the-range'
    | 'terms-exclude-each-other';
  readonly column?: string;
  /** What the column can be: levels that were seen, or the range of its numbers. */
  readonly allowed?: readonly string[] | { readonly min: number; readonly max: number };
};
