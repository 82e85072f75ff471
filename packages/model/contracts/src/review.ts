import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { id } from './ids.ts';
import { predicate } from './predicate.ts';

/** Why a sample comes before an expert: what is looked at first comes first. */
export const routingReasons = [
  /** It was sent back, and its author answered. */
  'returned',
  /** Annotators answered differently. */
  'disagreement',
  /** A cell was marked. */
  'flagged',
  /** Somebody is not sure of a region that they drew. */
  'flagged-region',
  /** Somebody saw a fault that only making by machine leaves. */
  'artefact',
  'implausible',
  /** Somebody passed over it. */
  'skipped',
  /** Somebody wrote a comment or a question. */
  'comment',
  /** Somebody could not say whether it is plausible. */
  'unsure',
  /** A label that few samples of the batch have. */
  'rare-label',
  /** Drawn at random from what each person did. */
  'random',
] as const;
export const routingReason = z.enum(routingReasons);
export type RoutingReason = z.infer<typeof routingReason>;

const share = z.number().min(0).max(1);

/** Which samples go before an expert, `assay.review-routing` version 1: of a batch, or of all batches of a project. */
export const reviewRouting = z
  .object({
    type: z.literal('assay.review-routing'),
    version: z.literal(1),
    flagged: z.boolean().default(true),
    flaggedRegion: z.boolean().default(true),
    artefact: z.boolean().default(true),
    implausible: z.boolean().default(true),
    unsure: z.boolean().default(true),
    comment: z.boolean().default(true),
    skipped: z.boolean().default(true),
    disagreement: z
      .object({
        on: z.boolean().default(true),
        /** Ratings this far apart still agree. */
        ratingSteps: z.number().int().min(0).max(20).default(1),
      })
      .strict()
      .default({ on: true, ratingSteps: 1 }),
    /** Labels that at most this share of the answered samples have; nothing is rare among few. Null looks for none. */
    rareLabel: z
      .object({ share, atLeast: z.number().int().min(1).max(1_000_000).default(50) })
      .strict()
      .nullable()
      .default({ share: 0.02, atLeast: 50 }),
    /** The review rate: this share of each person's samples. */
    random: z
      .object({ share, seed: z.string().min(1).max(100) })
      .strict()
      .default({ share: 0.05, seed: 'review' }),
  })
  .strict();
export type ReviewRouting = z.infer<typeof reviewRouting>;

/** What holds where nobody said otherwise. */
export const DEFAULT_ROUTING: ReviewRouting = reviewRouting.parse({
  type: 'assay.review-routing',
  version: 1,
});

/** One reason why a sample is before an expert, with what it is about. */
export const reviewMark = z
  .object({
    reason: routingReason,
    questionId: id.nullable().default(null),
    /** Labels that were given side by side, or the rare one; ratings as texts. */
    values: z.array(z.string().max(100)).max(50).default([]),
    column: z.string().max(256).nullable().default(null),
    reasonId: id.nullable().default(null),
  })
  .strict();
export type ReviewMark = z.infer<typeof reviewMark>;

/** States of a review item; transitions are in domain. */
export const reviewStatus = z.enum(['WAITING', 'OPEN', 'SENT_BACK', 'DECIDED', 'CLOSED']);
export type ReviewStatus = z.infer<typeof reviewStatus>;

/** What is wrong with an answer or a sample: the taxonomy from which an expert chooses. */
export const reviewFaults = [
  'wrong-label',
  'missed-flag',
  'needless-flag',
  'guideline-misread',
  'guideline-unclear',
  'careless',
  'implausible',
  'contradictory',
  'artefact',
  'duplicate',
  'unreadable',
  'out-of-scope',
  'other',
] as const;
export const reviewFault = z.enum(reviewFaults);
export type ReviewFault = z.infer<typeof reviewFault>;

/** How a final label came to be. */
export const decisionMethod = z.enum(['expert']);
export type DecisionMethod = z.infer<typeof decisionMethod>;

/** One of the answers, an answer of the expert's own, or none: the sample is not used. */
export const decisionOutcome = z.enum(['accepted', 'corrected', 'rejected']);
export type DecisionOutcome = z.infer<typeof decisionOutcome>;

/** What happened to a review item. */
export const reviewActKind = z.enum([
  'accepted',
  'corrected',
  'rejected',
  'sent-back',
  'revised',
  'contested',
  'undone',
]);
export type ReviewActKind = z.infer<typeof reviewActKind>;

/** What became of an answer that was sent back to its author. */
export const returnStatus = z.enum(['WAITING', 'REVISED', 'CONTESTED', 'WITHDRAWN']);
export type ReturnStatus = z.infer<typeof returnStatus>;

/** States of a pattern: being applied, in force, taken back, stopped by a failure. */
export const patternStatus = z.enum(['APPLYING', 'ACTIVE', 'UNDONE', 'FAILED']);
export type PatternStatus = z.infer<typeof patternStatus>;

/** What became of a pattern as a constraint on the recipe. */
export const constraintState = z.enum(['NONE', 'PROPOSED', 'ADOPTED', 'DECLINED']);
export type ConstraintState = z.infer<typeof constraintState>;

export const patternInput = z
  .object({
    name: boundedText(120, 1),
    where: predicate,
    reasons: z.array(reviewFault).min(1).max(reviewFaults.length),
    comment: boundedText(4000).default(''),
  })
  .strict();
export type PatternInput = z.infer<typeof patternInput>;
