import type { MadePlan } from '../plan/column-plan.ts';

/** How a number is spread. */
export type Distribution =
  | { readonly shape: 'uniform'; readonly min: number; readonly max: number }
  | { readonly shape: 'normal'; readonly mean: number; readonly deviation: number }
  /** The logarithm is normal; `median` is that of the values, `spread` the deviation of their logarithm. */
  | { readonly shape: 'log-normal'; readonly median: number; readonly spread: number }
  | { readonly shape: 'exponential'; readonly mean: number }
  /** Even within each bin; `edges` has one more than `weights`. */
  | { readonly shape: 'bins'; readonly edges: readonly number[]; readonly weights: readonly number[] };

/** How a value is made. */
export type Rule =
  | {
      readonly make: 'number';
      readonly distribution: Distribution;
      /** Decimals that are kept; 0 gives integers, 2 unless told. */
      readonly decimals?: number;
      /** Values outside are moved to the bound. */
      readonly min?: number;
      readonly max?: number;
      /** Only this part of the distribution, as shares below; what conditions and ranges leave of it. */
      readonly within?: { readonly from: number; readonly to: number };
    }
  /** A day from `from` to `to`, both YYYY-MM-DD and inclusive, each as likely. */
  | { readonly make: 'date'; readonly from: string; readonly to: string }
  /** A level by weight; weights need not sum to one. */
  | { readonly make: 'category'; readonly weights: Readonly<Record<string, number>> }
  /** The first case whose expression over earlier columns is true, else `otherwise`. */
  | {
      readonly make: 'cases';
      readonly cases: readonly { readonly when: string; readonly rule: Rule }[];
      readonly otherwise: Rule;
    }
  /** An expression over earlier columns. */
  | {
      readonly make: 'formula';
      readonly formula: string;
      readonly as: 'integer' | 'decimal' | 'date' | 'category';
    }
  /** A template such as `[A-Z]{2}-\d{4}(x|y)?`. */
  | { readonly make: 'pattern'; readonly pattern: string };

/** A column of a rules document. */
export type RuleColumn = {
  readonly name: string;
  readonly rule: Rule | RuleMade;
  /** Share of rows without a value, from 0 to 1. */
  readonly missing?: number;
};

/** Sequences, codes, UUIDs and values by meaning, without the column's name. */
export type RuleMade = MadePlan extends infer Plan
  ? Plan extends MadePlan
    ? Omit<Plan, 'name'>
    : never
  : never;

/** Rules for a table that needs no data: version 1. */
export type RulesDocument = { readonly version: 1; readonly columns: readonly RuleColumn[] };

/** What is wrong with a document, and where: `columns[2].rule.cases[0].when`. */
export type RulesProblem = { readonly path: string; readonly message: string };

/** What values a rule gives. */
export type RuleType = 'integer' | 'decimal' | 'datetime' | 'category';
