import {
  batchAssignment,
  batchKind,
  batchPriority,
  batchSelection,
  batchStatus,
  failureText,
  id,
  overlap,
  skipReason,
  taskStatus,
} from '@assay/contracts';
import { z } from 'zod';
import { isoDate, jsonValue } from './common.ts';

const taskCounts = z.object({
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
  labelSchemaVersionId: id,
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
  createdBy: id,
  createdAt: isoDate,
  finishedAt: isoDate.nullable(),
  revision: z.number(),
});

export const batchView = batchListItem.extend({ selection: batchSelection, people: z.array(id) });

/** A task as managers see it. */
export const taskListItem = z.object({
  id,
  item: z.number(),
  slot: z.number(),
  sampleKey: id,
  row: z.number(),
  status: taskStatus,
  personId: id.nullable(),
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
  fields: z.record(z.string(), jsonValue),
  replaced: z.array(z.object({ field: z.string(), value: jsonValue, revision: z.number() })).readonly(),
});
