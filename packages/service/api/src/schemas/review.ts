import {
  annotation,
  columnSpec,
  constraintState,
  decisionOutcome,
  failureText,
  id,
  importedProposal,
  labelSchema,
  patternStatus,
  predicate,
  returnStatus,
  reviewActKind,
  reviewFault,
  reviewMark,
  reviewStatus,
  routingReason,
  skipReason,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue, personRef } from './common.ts';

const batchRef = z.object({ id, number: z.number(), name: z.string() });
const named = z.array(z.object({ id, name: z.string() }));

/** Filters of the inbox, as they stand in its address. */
export const reviewFilter = {
  batchId: id.optional(),
  reason: routingReason.optional(),
  label: id.optional(),
  alike: z.string().max(4000).optional(),
};

export const inbox = z.object({
  items: z.array(
    z.object({
      id,
      batchId: id,
      item: z.number(),
      row: z.number(),
      status: reviewStatus,
      marks: z.array(reviewMark),
      labels: z.array(id),
      alike: z.string(),
      alikeCount: z.number(),
      round: z.number(),
      held: z.boolean(),
      own: z.boolean(),
      createdAt: isoDate,
      changedAt: isoDate,
    }),
  ),
  next: id.nullable(),
  counts: z.object({ open: z.number(), sentBack: z.number(), decided: z.number() }),
  reasons: z.array(z.object({ reason: routingReason, count: z.number() })),
  labels: z.array(z.object({ id, count: z.number() })),
  batches: z.array(batchRef.extend({ count: z.number() })),
  words: z.object({ questions: named, labels: named, cellReasons: named }),
});

/** A person as the reader may see them: a letter for who answered, a name where they may see it. */
const author = z.object({ letter: z.string().nullable(), name: z.string().nullable(), you: z.boolean() });

const words = { faults: z.array(reviewFault), comment: z.string() };

export const reviewItemView = z.object({
  id,
  projectId: id,
  batchId: id,
  item: z.number(),
  row: z.number(),
  sampleKey: id,
  status: reviewStatus,
  marks: z.array(reviewMark),
  alike: z.string(),
  alikeCount: z.number(),
  round: z.number(),
  refused: z.string().nullable(),
  mine: z.boolean(),
  pattern: batchRef.nullable(),
  batch: batchRef.extend({ description: z.string(), runId: id, guidelineId: id.nullable() }),
  /** Under which it is shown; an answer to it says so, as a migration may come meanwhile. */
  labelSchemaVersionId: id.nullable(),
  schema: labelSchema,
  columns: z.array(columnSpec),
  cells: z.array(jsonValue),
  /** The pictures of a sequence, in the order of its frames; none of a sample that is none. */
  frames: z.array(z.object({ imageId: id, path: z.string() })),
  answers: z.array(
    z.object({ annotationId: id, author, payload: annotation, before: annotation.nullable() }),
  ),
  proposal: importedProposal.nullable(),
  skips: z.array(skipReason),
  decision: z.object({ id, outcome: decisionOutcome, payload: annotation.nullable(), ...words }).nullable(),
  returns: z.array(
    z.object({
      id,
      author,
      status: returnStatus,
      round: z.number(),
      proposal: annotation.nullable(),
      reply: z.string(),
      endedAt: isoDate.nullable(),
    }),
  ),
  history: z.array(z.object({ id, kind: reviewActKind, by: author, ...words, at: isoDate })),
});

export const decisionListItem = z.object({
  id,
  kind: reviewActKind,
  by: personRef,
  at: isoDate,
  ...words,
  item: z.object({ id, row: z.number(), status: reviewStatus, batch: batchRef }),
  stands: z.boolean(),
  pattern: batchRef.nullable(),
  answers: z.array(z.object({ status: returnStatus, reply: z.string() })),
});

export const returnListItem = z.object({
  id,
  status: returnStatus,
  row: z.number(),
  batch: batchRef,
  ...words,
  reply: z.string(),
  createdAt: isoDate,
  endedAt: isoDate.nullable(),
});

export const returnView = z.object({
  id,
  projectId: id,
  status: returnStatus,
  row: z.number(),
  taskId: id,
  /** Of a sample that is one; its pixels are at `/api/tasks/<taskId>/picture/<file>`. */
  picture: z
    .object({
      path: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      /** Of a sequence; null of a single picture. */
      frames: z.number().int().nullable(),
    })
    .nullable(),
  by: personRef,
  ...words,
  /** What whoever sent it back said of regions of the answer, and did not settle. */
  said: z.array(
    z.object({ id, regionId: id, text: z.string(), mentions: z.array(personRef), createdAt: isoDate }),
  ),
  proposal: annotation.nullable(),
  answer: annotation,
  revised: annotation.nullable(),
  reply: z.string(),
  createdAt: isoDate,
  endedAt: isoDate.nullable(),
  batch: batchRef.extend({ guidelineId: id.nullable() }),
  /** Under which it is shown; an answer to it says so, as a migration may come meanwhile. */
  labelSchemaVersionId: id.nullable(),
  schema: labelSchema,
  columns: z.array(columnSpec),
  cells: z.array(jsonValue),
});

export const patternListItem = z.object({
  id,
  number: z.number(),
  name: z.string(),
  where: predicate,
  ...words,
  status: patternStatus,
  failure: failureText.nullable(),
  /** Rows of the run, and samples before experts that it decided; null until it is applied. */
  matches: z.number().nullable(),
  decided: z.number().nullable(),
  run: z.object({ id, number: z.number(), name: z.string() }).nullable(),
  rule: z.object({ guidelineId: id, number: z.number() }).nullable(),
  constraint: constraintState,
  recipe: z.object({ id, name: z.string(), adoptedNumber: z.number().nullable() }).nullable(),
  createdBy: personRef,
  createdAt: isoDate,
  undoneBy: personRef.nullable(),
  undoneAt: isoDate.nullable(),
});
