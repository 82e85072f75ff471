import { z } from 'zod';
import { id } from './ids.ts';
import { predicate } from './predicate.ts';

/**
 * What a batch asks of people: a label of their own, or a verdict on the one that came with the sample. A `blind` one
 * asks which rows are real and which are synthetic, and makes no labels. An `imported` one asks nothing: it holds what
 * people answered elsewhere.
 */
export const batchKind = z.enum(['label', 'verify', 'blind', 'imported']);
export type BatchKind = z.infer<typeof batchKind>;
/** Kinds that ask for labels. */
export const askedBatchKind = batchKind.exclude(['blind', 'imported']);
export type AskedBatchKind = z.infer<typeof askedBatchKind>;

/** States of a batch; transitions are in domain. */
export const batchStatus = z.enum(['BUILDING', 'OPEN', 'PAUSED', 'DONE', 'CANCELLED', 'FAILED']);
export type BatchStatus = z.infer<typeof batchStatus>;

/** Pulled by whoever has time, or by named people only. */
export const batchAssignment = z.enum(['pull', 'named']);
export type BatchAssignment = z.infer<typeof batchAssignment>;

/** The more, the sooner it is served. */
export const batchPriority = z.number().int().min(0).max(3);

/** People who each answer the same sample. */
export const MOST_OVERLAP = 20;
export const overlap = z.number().int().min(1).max(MOST_OVERLAP);

/** Of each thousand samples of each person, so many go before an expert at random. */
export const reviewRate = z.number().int().min(0).max(1000);

/** Samples in one batch at most. */
export const MOST_BATCH_ITEMS = 1_000_000;

/** Which rows of a run become a batch, and in which order they are served. */
export const batchSelection = z
  .object({
    type: z.literal('assay.batch-selection'),
    version: z.literal(1),
    where: predicate.default({ op: 'true' }),
    /** Rows drawn at random of those that match; null takes all of them. */
    size: z.number().int().min(1).max(MOST_BATCH_ITEMS).nullable().default(null),
    /** As many rows as possible, up to this number, of each value of a column; beside `size` it is refused. */
    quota: z
      .object({ column: z.string().min(1).max(256), each: z.number().int().min(1).max(MOST_BATCH_ITEMS) })
      .strict()
      .nullable()
      .default(null),
    /**
     * As they lie; at random; rows that are alike after one another; or those first whose own label a model finds the
     * least likely.
     */
    order: z.enum(['row', 'shuffled', 'similar', 'suspects']).default('shuffled'),
    /** Is it said beside a label that came with a row how likely a model finds it? */
    likelihood: z.boolean().optional(),
    seed: z.string().min(1).max(100),
  })
  .strict();
export type BatchSelection = z.infer<typeof batchSelection>;

/** States of a task, which is one person's turn at one sample; transitions are in domain. */
export const taskStatus = z.enum(['OPEN', 'LEASED', 'SUBMITTED', 'SKIPPED', 'CANCELLED']);
export type TaskStatus = z.infer<typeof taskStatus>;

/** How long a task stays with a person who says nothing: ten minutes without a network, and some to spare. */
export const LEASE_MS = 15 * 60_000;
/** How often a page that holds tasks says so. */
export const LEASE_HEARTBEAT_MS = 60_000;
/** Tasks that one person holds at once at most: the one before them, and those fetched ahead. */
export const MOST_LEASES = 5;
/** Tasks that one person holds at most while they have a page of rows open as a grid, which they asked for. */
export const MOST_GRID_LEASES = 25;

/** Why a person passes over a sample. */
export const skipReason = z.enum(['unclear', 'broken', 'not-my-field', 'disturbing', 'other']);
export type SkipReason = z.infer<typeof skipReason>;

/**
 * A change of a draft by one tab: fields by name, each with its new value (null takes it away). `draftId` and `step`
 * say which change it is, so that one that is sent twice counts once.
 */
export const draftChange = z
  .object({
    /** One for each time that a tab opens a task. */
    clientId: id,
    /** Counts the changes of that client from 1. */
    step: z.number().int().min(1),
    /** The revision of the draft that the client saw last. */
    baseRevision: z.number().int().min(0),
    set: z.record(z.string().min(1).max(200), z.json()),
  })
  .strict();
export type DraftChange = z.infer<typeof draftChange>;

const revision = z.number().int().min(0);

/** One person's unsubmitted answers to one sample as they are stored, `assay.draft` version 1; see domain/work/merge-draft. */
export const storedDraft = z.object({
  // Drafts of before it had a type are of version 1 too.
  type: z.literal('assay.draft').default('assay.draft'),
  version: z.literal(1).default(1),
  revision,
  fields: z.record(z.string(), z.json()),
  changed: z.record(z.string(), revision),
  steps: z.record(z.string(), revision),
  replaced: z.array(z.object({ field: z.string(), value: z.json(), revision })),
});
export type StoredDraft = z.infer<typeof storedDraft>;
