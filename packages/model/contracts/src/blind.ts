import { z } from 'zod';
import { id } from './ids.ts';

/** Where a row of a blind test is from. */
export const blindOrigin = z.enum(['real', 'synthetic']);
export type BlindOrigin = z.infer<typeof blindOrigin>;

/** Rows of one blind test: fewer say nothing, more than these tire whoever looks. */
export const LEAST_BLIND_ROWS = 10;
export const MOST_BLIND_ROWS = 1000;
export const blindSize = z.number().int().min(LEAST_BLIND_ROWS).max(MOST_BLIND_ROWS);

/** Why a column of the run is not shown in a blind test. */
export const blindLeftOut = z.enum(['not-in-source', 'personal-data', 'identifier', 'other-type']);
export type BlindLeftOut = z.infer<typeof blindLeftOut>;

/** What a blind test shows, `assay.blind-test` version 1. Which rows are real stands with the items alone. */
export const blindTest = z
  .object({
    type: z.literal('assay.blind-test'),
    version: z.literal(1),
    sourceVersionId: id,
    /** By which the run was made: real rows are those for tuning. */
    splitId: id,
    size: blindSize,
    /** By name, in the order of the run. */
    columns: z.array(z.string()).min(1),
    leftOut: z.array(z.object({ column: z.string(), why: blindLeftOut }).strict()),
  })
  .strict();
export type BlindTest = z.infer<typeof blindTest>;
