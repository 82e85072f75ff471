import { z } from 'zod';

const groupValues = z.array(z.string().nullable());
const interval = z.object({ estimate: z.number(), low: z.number(), high: z.number() });

/** What the bias of a source is asked about: groups by one to three columns, and optionally an outcome. */
export const biasQuestion = z.object({
  groups: z.array(z.string().min(1).max(256)).min(1).max(3),
  target: z.string().min(1).max(256).nullable(),
  /** Values of the target that count as the favourable outcome. */
  favourable: z.array(z.string().max(512)).max(50),
});
export type BiasQuestion = z.infer<typeof biasQuestion>;

/** Shares and selection rates per group, `assay.bias` version 1. Undefined figures are null beside a reason. */
export const biasReport = z.object({
  type: z.literal('assay.bias'),
  version: z.literal(1),
  question: biasQuestion,
  rows: z.number().int(),
  /** Groups with fewer rows than this are not assessable. */
  minimum: z.number().int(),
  groups: z.array(
    z.object({
      group: groupValues,
      count: z.number().int(),
      share: interval,
      assessable: z.boolean(),
      population: z
        .object({
          share: z.number(),
          difference: interval,
          ratio: z.number().nullable(),
          differs: z.boolean(),
        })
        .nullable(),
      outcome: z
        .object({
          favourable: z.number().int(),
          n: z.number().int(),
          unknown: z.number().int(),
          rate: interval.nullable(),
          reason: z.string().nullable(),
          fourFifths: z.enum(['passes', 'fails', 'not-assessable']),
          impactRatio: z.number().nullable(),
        })
        .nullable(),
    }),
  ),
  /** The convention of Fairlearn: highest minus lowest, lowest over highest. */
  parity: z
    .object({
      difference: z.number(),
      ratio: z.number().nullable(),
      lowest: groupValues,
      highest: groupValues,
    })
    .nullable(),
  parityReason: z.string().nullable(),
  population: z
    .object({
      name: z.string(),
      citation: z.string(),
      unmatched: z.number().int(),
      pValue: z.number().nullable(),
    })
    .nullable(),
});
export type BiasReport = z.infer<typeof biasReport>;
