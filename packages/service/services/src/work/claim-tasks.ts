import { AssayError, LEASE_MS, MOST_GRID_LEASES, MOST_LEASES, notFound } from '@assay/contracts';
import type { Repositories, TaskRow } from '@assay/db';
import { type Actor, leasesAllowed } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireBatch } from './batch-record.ts';
import { readGuidelines } from './read-guidelines.ts';

/** Times that a claim is tried anew when another tab of the same person took a turn at the same sample. */
const TRIES = 5;
/** Open tasks beyond this number are not counted: there are enough for everybody who could come. */
const ENOUGH = MOST_LEASES * 200;

function tookTheSameTurn(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return 'constraint' in error && error.constraint === 'task_one_turn';
}

async function fillUp(
  deps: Deps,
  t: Repositories,
  ask: { personId: string; projectId: string; batchId: string | null; want: number; most: number },
): Promise<TaskRow[]> {
  if (ask.batchId !== null) {
    const batch = await requireBatch(t, ask.batchId);
    if (batch.projectId !== ask.projectId) throw notFound('batch');
  }
  const held = await t.tasks.held(ask.personId, ask.batchId, ask.projectId);
  const guidelineIds = held.length < ask.want ? await readGuidelines(t, ask) : [];
  while (held.length < ask.want) {
    const last = held.at(-1);
    if (last !== undefined) {
      const { open, people } = await t.tasks.supply(last.batchId, ENOUGH);
      if (held.length >= leasesAllowed(open, people, ask.most)) break;
    }
    const task = await t.tasks.claim({
      personId: ask.personId,
      leaseId: deps.ids.next(),
      projectIds: [ask.projectId],
      batchId: ask.batchId,
      leaseMs: LEASE_MS,
      guidelineIds,
    });
    if (task === null) break;
    held.push(task);
  }
  return held;
}

/**
 * The tasks that a person holds, filled up to `want` of what waits for them: of the project, or of one batch. At most
 * five are held at once, or a page of one batch that is open as a grid, and less when there are few for many. Of a
 * batch whose guideline the person has still to acknowledge nothing is served. Empty when nothing waits.
 */
export async function claimTasks(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; batchId: string | null; want: number; grid?: boolean },
): Promise<TaskRow[]> {
  const personId = requirePerson(actor);
  if (input.grid === true && input.batchId === null) {
    throw new AssayError('bad-input', 'A grid shows the rows of one batch.', {
      field: 'batchId',
      next: 'Name the batch.',
    });
  }
  const most = input.grid === true ? MOST_GRID_LEASES : MOST_LEASES;
  const want = Math.min(most, Math.max(1, input.want));
  for (let at = 1; ; at += 1) {
    try {
      return await query(deps, actor, (t) => fillUp(deps, t, { ...input, personId, want, most }));
    } catch (error) {
      if (!tookTheSameTurn(error)) throw error;
      if (at === TRIES) {
        throw new AssayError('conflict', 'Another window of yours is taking tasks at this moment.', {
          next: 'Try again.',
          cause: error,
        });
      }
    }
  }
}

/** Says that a person is still at it. Leases that are not in the answer are lost. */
export function renewLeases(
  deps: Deps,
  actor: Actor,
  input: { leaseIds: readonly string[] },
): Promise<{ leaseId: string; leaseUntil: Date }[]> {
  const personId = requirePerson(actor);
  return query(deps, actor, (t) => t.tasks.renew(personId, input.leaseIds, LEASE_MS));
}

/** Gives tasks back unanswered; drafts stay. */
export function releaseTasks(
  deps: Deps,
  actor: Actor,
  input: { leaseIds: readonly string[] },
): Promise<string[]> {
  const personId = requirePerson(actor);
  return query(deps, actor, (t) => t.tasks.release(personId, { leaseIds: input.leaseIds }));
}
