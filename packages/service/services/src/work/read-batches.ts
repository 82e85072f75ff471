import {
  batchAssignment,
  batchKind,
  batchSelection,
  batchStatus,
  failureText,
  skipReason,
  type TaskStatus,
  taskStatus,
} from '@assay/contracts';
import type { BatchCounts, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { type BatchRow, requireBatch } from './batch-record.ts';

const none: BatchCounts = { open: 0, leased: 0, submitted: 0, skipped: 0, cancelled: 0 };

function viewOf(row: BatchRow, counts: BatchCounts | undefined) {
  return {
    id: row.id,
    projectId: row.projectId,
    number: row.number,
    kind: batchKind.parse(row.kind),
    name: row.name,
    description: row.description,
    runId: row.runId,
    labelSchemaVersionId: row.labelSchemaVersionId,
    guidelineId: row.guidelineId,
    investigation: row.investigation,
    overlap: row.overlap,
    priority: row.priority,
    dueAt: row.dueAt,
    assignment: batchAssignment.parse(row.assignment),
    status: batchStatus.parse(row.status),
    samples: row.items,
    tasks: counts ?? none,
    failure: failureText.nullable().parse(row.failure ?? null),
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    revision: row.revision,
  };
}

/** Batches of a project, newest first, each with how far it is. */
export function listBatches(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; status?: string | undefined; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.batches.list(input.projectId, { status: input.status }, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    const counts = await t.batches.counts(page.map((row) => row.id));
    return {
      batches: page.map((row) => viewOf(row, counts.get(row.id))),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** One batch with its selection and its people. */
export function getBatch(deps: Deps, actor: Actor, input: { batchId: string }) {
  return query(deps, actor, async (t: Repositories) => {
    const row = await requireBatch(t, input.batchId);
    const counts = await t.batches.counts([row.id]);
    return {
      ...viewOf(row, counts.get(row.id)),
      selection: batchSelection.parse(row.selection),
      people: await t.batches.people(row.id),
    };
  });
}

/** Tasks of a batch in the order in which they are served, with who has them. */
export function listTasks(
  deps: Deps,
  actor: Actor,
  input: {
    batchId: string;
    status?: TaskStatus | undefined;
    personId?: string | undefined;
    after: { item: number; slot: number } | null;
    limit: number;
  },
) {
  return query(deps, actor, async (t) => {
    await requireBatch(t, input.batchId);
    const { status, personId } = input;
    const rows = await t.tasks.list(input.batchId, { status, personId }, input.after, input.limit);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    return {
      tasks: page.map((row) => ({
        id: row.id,
        item: row.item,
        slot: row.slot,
        sampleKey: row.sampleKey,
        row: Number(row.row),
        status: taskStatus.parse(row.status),
        personId: row.personId,
        leasedAt: row.leasedAt,
        leaseUntil: row.leaseUntil,
        annotationId: row.annotationId,
        skipReason: skipReason.nullable().parse(row.skipReason),
        skipNote: row.skipNote,
        endedAt: row.endedAt,
      })),
      next: rows.length > input.limit && last !== undefined ? { item: last.item, slot: last.slot } : null,
    };
  });
}
