import { z } from 'zod';
import { id } from './ids.ts';

/** Parts of a whole, as integers: 70, 15, 15. A part of 0 leaves its split empty on purpose. */
export const splitShares = z
  .object({
    fit: z.number().int().min(1).max(10_000),
    tune: z.number().int().min(0).max(10_000),
    test: z.number().int().min(0).max(10_000),
  })
  .strict();
export type SplitShares = z.infer<typeof splitShares>;

const seed = z.string().min(1).max(64);
const column = z.string().min(1).max(256);

/** How the rows of a source version are divided into fit, tune and test. */
export const splitPlan = z.discriminatedUnion('method', [
  z.object({ method: z.literal('random'), seed, shares: splitShares }),
  /** Each value of the column is divided alike. */
  z.object({ method: z.literal('stratified'), seed, column, shares: splitShares }),
  /** All rows with the same value of the column go together: one person's records, one device's. */
  z.object({ method: z.literal('group'), seed, column, shares: splitShares }),
  /** Rows before `tuneFrom` are fit, rows from `testFrom` on are test. ISO dates or times, UTC without a zone. */
  z.object({ method: z.literal('time'), column, tuneFrom: z.string().max(40), testFrom: z.string().max(40) }),
  /** Another version is the test split; this one is divided into fit and tune. */
  z.object({ method: z.literal('holdout'), seed, holdoutVersionId: id, shares: splitShares }),
]);
export type SplitPlan = z.infer<typeof splitPlan>;

/** The byte that stands for each split in an assignment: one byte per row, in row order. */
export const SPLIT_BYTES = { fit: 0, tune: 1, test: 2 } as const;
export type SplitName = keyof typeof SPLIT_BYTES;
