import { z } from 'zod';
import { annotation } from './annotation.ts';
import { blindOrigin } from './blind.ts';
import { id } from './ids.ts';

/** A sample whose answer is known already, or one in which a fault was planted: both measure, and are never data. */
export const controlKind = z.enum(['gold', 'seeded']);
export type ControlKind = z.infer<typeof controlKind>;
/** Kinds of tasks whose answer is no label; a row of a blind test is the third. */
export const taskControl = z.enum([...controlKind.options, 'blind']);

/** At most so many control tasks for each sample of a batch. */
export const MOST_CONTROL_SHARE = 0.5;
const share = z.number().min(0).max(MOST_CONTROL_SHARE).default(0);

/** How many control tasks are mixed into a batch, as a share of its samples, `assay.batch-controls` version 1. */
export const batchControls = z
  .object({
    type: z.literal('assay.batch-controls').default('assay.batch-controls'),
    version: z.literal(1).default(1),
    gold: share,
    seeded: share,
  })
  .strict();
export type BatchControls = z.infer<typeof batchControls>;

/**
 * What is wrong with a row on purpose: a number far from all others, the values of two columns exchanged, a misspelt
 * value, an empty cell where none is, a date in another century, a proposed label that is another one.
 */
export const faultKind = z.enum([
  'out-of-range',
  'swapped',
  'misspelt',
  'missing',
  'wrong-date',
  'wrong-label',
]);
export type FaultKind = z.infer<typeof faultKind>;

const cell = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const plantedFault = z
  .object({
    kind: faultKind,
    column: z.string(),
    was: cell,
    shown: cell,
    /** Of values that were exchanged: the other column. */
    other: z.string().nullable().default(null),
  })
  .strict();
export type PlantedFault = z.infer<typeof plantedFault>;

/** What is known of a control sample, `assay.control` version 1. */
export const controlTruth = z.discriminatedUnion('kind', [
  z
    .object({
      type: z.literal('assay.control'),
      version: z.literal(1),
      kind: z.literal('gold'),
      /** The expert's decision that makes the answer known. */
      decisionId: id,
      answer: annotation,
    })
    .strict(),
  z
    .object({
      type: z.literal('assay.control'),
      version: z.literal(1),
      kind: z.literal('seeded'),
      fault: plantedFault,
    })
    .strict(),
  z
    .object({
      type: z.literal('assay.control'),
      version: z.literal(1),
      kind: z.literal('blind'),
      origin: blindOrigin,
    })
    .strict(),
]);
export type ControlTruth = z.infer<typeof controlTruth>;

/**
 * Gold and rows of a blind test are answered right or wrong, a planted fault is caught or missed; what was skipped counts
 * as neither.
 */
export const controlOutcome = z.enum(['right', 'wrong', 'caught', 'missed', 'skipped']);
export type ControlOutcome = z.infer<typeof controlOutcome>;
