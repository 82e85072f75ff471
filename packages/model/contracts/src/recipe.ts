import { z } from 'zod';
import { id } from './ids.ts';
import { literal, predicate } from './predicate.ts';

const column = z.string().min(1).max(256);
const columns = z.array(column).min(1).max(50);

/** Ways to make rows. `independent` is the control that every other one must beat. */
export const recipeMethod = z.enum(['tree', 'copula', 'rules', 'independent']);
export type RecipeMethod = z.infer<typeof recipeMethod>;

/** How a column is made, where it is not left to what its role and content say. */
export const columnPlan = z.discriminatedUnion('make', [
  z.object({ make: z.literal('model'), column }).strict(),
  z.object({ make: z.literal('leave-out'), column }).strict(),
  z
    .object({
      make: z.literal('sequence'),
      column,
      start: z.number().int().default(1),
      step: z.number().int().min(1).default(1),
      prefix: z.string().max(64).default(''),
      digits: z.number().int().min(0).max(18).default(0),
    })
    .strict(),
  z
    .object({
      make: z.literal('code'),
      column,
      digits: z.number().int().min(1).max(15),
      prefix: z.string().max(64).default(''),
    })
    .strict(),
  z.object({ make: z.literal('uuid'), column }).strict(),
  z
    .object({
      make: z.literal('faker'),
      column,
      /** What the values mean: `person-name`, `email`, ... as the generators know them. */
      meaning: z.string().min(1).max(64),
      missing: z.number().min(0).max(1).default(0),
    })
    .strict(),
]);
export type RecipeColumnPlan = z.infer<typeof columnPlan>;

/** At least so many rows of the run match. */
export const recipeCondition = z
  .object({ where: predicate, atLeast: z.number().int().min(1).max(100_000_000) })
  .strict();
export type RecipeCondition = z.infer<typeof recipeCondition>;

/** What every row, or the table as a whole, must satisfy. */
export const recipeConstraint = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('range'),
      column,
      low: literal.nullable().default(null),
      high: literal.nullable().default(null),
    })
    .strict(),
  z
    .object({
      kind: z.literal('inequality'),
      left: column,
      comparator: z.enum(['<', '<=', '>', '>=']),
      right: column,
    })
    .strict(),
  z.object({ kind: z.literal('sum'), total: column, parts: columns }).strict(),
  /** No value twice: the column is made by row number, never learnt. */
  z.object({ kind: z.literal('unique'), column }).strict(),
  /** Only combinations of values that the fit rows have. */
  z.object({ kind: z.literal('combinations'), columns }).strict(),
  /** The value of `column` follows from those of `from`. */
  z.object({ kind: z.literal('dependency'), from: columns, column }).strict(),
  /** The value of `column` is what an expression over other columns says: `price * quantity`. */
  z.object({ kind: z.literal('formula'), column, formula: z.string().min(1).max(2000) }).strict(),
  /** Rows that do not match are drawn again: the last resort, its acceptance is shown. */
  z.object({ kind: z.literal('rule'), where: predicate }).strict(),
]);
export type RecipeConstraint = z.infer<typeof recipeConstraint>;

/** The seed of a run: one for all runs of the recipe, or a new one each time. It is always on record. */
export const seedPolicy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), seed: z.string().min(1).max(64) }).strict(),
  z.object({ kind: z.literal('each-run') }).strict(),
]);
export type SeedPolicy = z.infer<typeof seedPolicy>;

/** How rows are made, `assay.recipe` version 1. A version of a recipe never changes. */
export const recipe = z
  .object({
    type: z.literal('assay.recipe'),
    version: z.literal(1),
    method: recipeMethod,
    /** What is learnt from; none for rules alone. */
    sourceId: id.nullable(),
    /** Drawn first by trees, so that its relations are kept best. */
    target: column.nullable().default(null),
    /** Of trees: least rows of a leaf. More rows are more private and less exact. */
    leaf: z.number().int().min(1).max(100_000).default(50),
    columns: z.array(columnPlan).max(20_000).default([]),
    conditions: z.array(recipeCondition).max(100).default([]),
    constraints: z.array(recipeConstraint).max(200).default([]),
    seed: seedPolicy.default({ kind: 'each-run' }),
    /** Of method `rules`: the rules document, checked by the generator. */
    rules: z.json().nullable().default(null),
  })
  .strict();
export type Recipe = z.infer<typeof recipe>;

/** Something in a recipe that keeps a run from starting, or that one should know before it does. */
export const recipeProblem = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string().max(64),
  /** Path in the document: `conditions.0`, `columns.2`. */
  field: z.string(),
  message: z.string(),
  next: z.string().nullable(),
});
export type RecipeProblem = z.infer<typeof recipeProblem>;
