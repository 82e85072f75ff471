import {
  batchAssignment,
  batchKind,
  batchPriority,
  batchSelection,
  batchStatus,
  failureText,
  id,
  jobStatus,
  labelModel,
  overlap,
  reviewRate,
  skipReason,
  taskStatus,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, personRef } from './common.ts';

export const taskCounts = z.object({
  open: z.number(),
  leased: z.number(),
  submitted: z.number(),
  skipped: z.number(),
  cancelled: z.number(),
});

/** A batch as lists show it. `samples` is 0 until it is built; each has `overlap` tasks. */
export const batchListItem = z.object({
  id,
  projectId: id,
  number: z.number(),
  kind: batchKind,
  name: z.string(),
  description: z.string(),
  runId: id,
  /** Null of a blind test, which asks one thing only. */
  labelSchemaVersionId: id.nullable(),
  guidelineId: id.nullable(),
  investigation: z.boolean(),
  overlap,
  priority: batchPriority,
  dueAt: isoDate.nullable(),
  assignment: batchAssignment,
  status: batchStatus,
  samples: z.number(),
  tasks: taskCounts,
  failure: failureText.nullable(),
  createdBy: personRef,
  run: z.object({ number: z.number(), name: z.string(), kind: z.string() }).nullable(),
  /** Of the version that answers are checked against. */
  labelSchema: z.object({ id, name: z.string(), number: z.number() }).nullable(),
  guideline: z.object({ id, name: z.string() }).nullable(),
  createdAt: isoDate,
  finishedAt: isoDate.nullable(),
  revision: z.number(),
});

/** How long work takes at the measured pace of people; unknown before enough was measured. */
export const forecast = z.discriminatedUnion('known', [
  z.object({
    known: z.literal(true),
    basis: z.enum(['batch', 'same-questions', 'project']),
    tasks: z.number(),
    people: z.number(),
    answers: z.number(),
    tasksPerHour: z.number(),
    leftMs: z.number(),
    quickestMs: z.number(),
    slowestMs: z.number(),
    perDayMs: z.number(),
    daysLeft: z.number(),
  }),
  z.object({
    known: z.literal(false),
    reason: z.enum(['nothing-left', 'too-few-answers']),
    answers: z.number(),
  }),
]);

export const batchView = batchListItem.extend({
  selection: batchSelection,
  people: z.array(id),
  /** What built it last. */
  job: z.object({ id, status: jobStatus }).nullable(),
  /** Of a batch in which it is said how likely the rows' own labels are. */
  labelModel: labelModel.nullable(),
  /** Of each thousand samples of each person; null is what the rules of review say. */
  reviewRate: reviewRate.nullable(),
  /** The share that goes before an expert at random, and what it led to; null for who may not see it. */
  review: z
    .object({ share: z.number(), own: z.boolean(), drawn: z.number(), waiting: z.number() })
    .nullable(),
  /** Control tasks among its samples; null for who may not know of them. */
  controls: z.object({ gold: z.number(), seeded: z.number() }).nullable(),
  /** Of what waits for answers; null for who may not see how fast people work. */
  forecast: forecast.nullable(),
});

/** What somebody did of a batch, and holds of it now. */
export const batchWorker = z.object({
  userId: id,
  name: z.string().nullable(),
  submitted: z.number(),
  skipped: z.number(),
  held: z.number(),
  medianMs: z.number().nullable(),
  lastAt: isoDate.nullable(),
});

/** A task as managers see it. */
export const taskListItem = z.object({
  id,
  item: z.number(),
  slot: z.number(),
  sampleKey: id,
  row: z.number(),
  status: taskStatus,
  personId: id.nullable(),
  personName: z.string().nullable(),
  leasedAt: isoDate.nullable(),
  leaseUntil: isoDate.nullable(),
  annotationId: id.nullable(),
  skipReason: skipReason.nullable(),
  skipNote: z.string().nullable(),
  endedAt: isoDate.nullable(),
});

/** A draft as all tabs of its person see it. */
export const draftView = z.object({
  revision: z.number(),
  fields: z.record(z.string(), z.json()),
  replaced: z.array(z.object({ field: z.string(), value: z.json(), revision: z.number() })).readonly(),
});
