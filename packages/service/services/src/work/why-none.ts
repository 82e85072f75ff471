import { batchAssignment, batchStatus, type EmptyQueueReason } from '@assay/contracts';
import type { QueueOfBatch } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { readGuidelines } from './read-guidelines.ts';

/** Batches that are told of at most; the most urgent first. */
const MOST_TOLD = 5;

/** Why a batch that is not done serves this person nothing. */
function reasonOf(batch: QueueOfBatch, read: ReadonlySet<string>): EmptyQueueReason | null {
  const status = batchStatus.parse(batch.status);
  const name = batch.name;
  if (status === 'DONE' || status === 'CANCELLED' || status === 'FAILED') return null;
  if (batchAssignment.parse(batch.assignment) === 'named' && !batch.isNamed) {
    return { why: 'for-others', batch: name };
  }
  if (status === 'BUILDING') return { why: 'building', batch: name };
  if (status === 'PAUSED') return { why: 'paused', batch: name };
  if (batch.open > 0) {
    const { guidelineId, guideline } = batch;
    if (guidelineId !== null && guideline !== null && !read.has(guidelineId)) {
      return { why: 'guideline', batch: name, batchId: batch.id, guidelineId, guideline };
    }
    return batch.openForPerson > 0
      ? { why: 'just-freed', batch: name }
      : { why: 'your-turns-are-over', batch: name, tasks: batch.open };
  }
  const earliest = batch.earliest?.toISOString() ?? null;
  return { why: 'held-by-others', batch: name, tasks: batch.held, earliest };
}

/** What one can do something about, and what comes soonest, comes first. */
const ORDER: readonly EmptyQueueReason['why'][] = [
  'just-freed',
  'guideline',
  'held-by-others',
  'building',
  'paused',
  'your-turns-are-over',
  'for-others',
];

/** Why nothing waits for a person in a project, or in one batch of it, and when to come back. */
export function whyNone(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; batchId: string | null },
): Promise<EmptyQueueReason[]> {
  const personId = requirePerson(actor);
  return query(deps, actor, async (t): Promise<EmptyQueueReason[]> => {
    const queues = await t.tasks.queues(personId, input.projectId, input.batchId);
    if (queues.length === 0) return [{ why: 'no-batches' }];
    const read = new Set(await readGuidelines(t, { ...input, personId }));
    const reasons = queues.flatMap((each) => reasonOf(each, read) ?? []);
    if (reasons.length === 0) return [{ why: 'all-done' }];
    return reasons.sort((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why)).slice(0, MOST_TOLD);
  });
}
