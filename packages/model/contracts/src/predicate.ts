import { z } from 'zod';

/** A typed literal. Integers beyond 2^53 and dates travel as strings and are compared by the column's type. */
export const literal = z.union([z.string().max(4096), z.number(), z.boolean()]);
export type Literal = z.infer<typeof literal>;

const comparator = z.enum(['=', '!=', '<', '<=', '>', '>=']);
export type Comparator = z.infer<typeof comparator>;

/**
 * The one predicate language: conditions, constraints, slices, filters, guideline rules and patterns.
 * Missing follows SQL: a comparison with a missing value is unknown and does not match, also under `not`.
 */
export type Predicate =
  | { op: 'true' }
  | { op: 'and' | 'or'; args: Predicate[] }
  | { op: 'not'; arg: Predicate }
  | { op: 'compare'; column: string; comparator: Comparator; value: Literal }
  | { op: 'compare-columns'; left: string; comparator: Comparator; right: string }
  | { op: 'in'; column: string; values: Literal[] }
  | { op: 'between'; column: string; low: Literal; high: Literal }
  | { op: 'missing'; column: string }
  | { op: 'contains' | 'starts-with' | 'ends-with'; column: string; text: string; matchCase: boolean };

const column = z.string().min(1).max(256);

export const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('true') }),
    z.object({ op: z.enum(['and', 'or']), args: z.array(predicate).max(100) }),
    z.object({ op: z.literal('not'), arg: predicate }),
    z.object({ op: z.literal('compare'), column, comparator, value: literal }),
    z.object({ op: z.literal('compare-columns'), left: column, comparator, right: column }),
    z.object({ op: z.literal('in'), column, values: z.array(literal).max(1000) }),
    z.object({ op: z.literal('between'), column, low: literal, high: literal }),
    z.object({ op: z.literal('missing'), column }),
    z.object({
      op: z.enum(['contains', 'starts-with', 'ends-with']),
      column,
      text: z.string().max(1024),
      matchCase: z.boolean(),
    }),
  ]),
);
