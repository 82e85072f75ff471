import type { Table } from '@assay/stats';
import type { ConditionPlan, ConditionProblem } from './conditions/condition.ts';
import type { ColumnPlan } from './plan/column-plan.ts';

/** How a long fit or sample is stopped and followed. `throwIfAborted` ends it by throwing what the caller wants. */
export type Control = {
  throwIfAborted(): void;
  /** `done` of `total` units of work; what a unit is differs from generator to generator. */
  progress(done: number, total: number): void;
  /** Rows that were drawn and those that were kept, where rows are drawn again until constraints hold. */
  acceptance?(kept: number, drawn: number): void;
};

/** A seed is any text; numbers are taken by their decimal text. */
export type Seed = string | number;

/** What a generator is fitted on. */
export type FitInput<Settings> = {
  /** The rows to learn from. Columns that the plan does not name are left out of what is sampled. */
  readonly table: Table;
  /** One entry for each column of the synthetic table, in its order. */
  readonly plan: readonly ColumnPlan[];
  readonly settings: Settings;
  readonly seed: Seed;
  readonly control?: Control;
};

/** Which rows to sample: rows [from, to) of the table that (model, seed) stands for. */
export type SampleRequest = {
  readonly seed: Seed;
  readonly from: number;
  readonly to: number;
  /** What some of the rows must meet; the same plan for every shard of a run. */
  readonly conditions?: ConditionPlan;
  readonly control?: Control;
};

/** How a column of a fitted model comes about. */
export type HowMade =
  /** By a tree over the columns before it; from one leaf, so alone; from the column that determines it. */
  | 'tree'
  | 'alone'
  | 'looked-up'
  /** A normal cut into its values, correlated with those of all other columns. */
  | 'cut-normal'
  /** By a rule of a document. */
  | 'rule'
  /** By row number, or by meaning; never learnt. */
  | 'made'
  | 'made-by-meaning'
  /** By constraints: as its gap above another, computed, following from others, together with another. */
  | 'gap'
  | 'computed'
  | 'follows'
  | 'joint';

/** One line about a column of a fitted model. */
export type ColumnDescription = {
  readonly name: string;
  /** How the column comes about, as a code that the interface words. */
  readonly how: HowMade;
  /** What the code leaves open: the rule, the formula, the meaning, the column above which it lies. */
  readonly detail: string | null;
  /** The columns that it is drawn from, strongest first. */
  readonly given: readonly string[];
  /** Figures by name: cells, leaves, the least rows of a leaf. */
  readonly figures: Readonly<Record<string, number>>;
};

/** What a person is shown of a fitted model. */
export type ModelDescription = {
  readonly method: string;
  readonly version: number;
  /** Rows that were learnt from. */
  readonly rows: number;
  readonly settings: Readonly<Record<string, unknown>>;
  /** In the order in which columns are drawn. */
  readonly columns: readonly ColumnDescription[];
};

/**
 * A way to make synthetic rows. `fit` leaves a model that is plain JSON and holds no row of the table; `sample`
 * is a pure function of (model, seed, row index): the same row whatever the shards, and the first rows of a large
 * run are those of its pilot.
 */
export type Generator<Settings, Model> = {
  readonly name: string;
  readonly defaults: Settings;
  /**
   * @throws RangeError when plan and table do not fit together
   */
  fit(input: FitInput<Settings>): Model;
  /**
   * @throws RangeError unless 0 <= from <= to, and for conditions that `check` finds problems with
   */
  sample(model: Model, request: SampleRequest): Table;
  describe(model: Model): ModelDescription;
  /** Why conditions cannot be met, before anything is drawn; empty if they can. */
  check(model: Model, plan: ConditionPlan): ConditionProblem[];
};
