import { jobCatalog, jobKind } from '@assay/contracts';
import type { OutboxRow } from '@assay/db';
import type { JobRequest, Queue } from '@assay/queue';
import type { Deps } from '../frame/deps.ts';

const BATCH = 500;

/**
 * Moves what waits in the outbox to the queue of its region. A row that was sent but not marked, because the
 * process died in between, is sent again under the same id, which the queue takes once.
 *
 * @returns how many rows were moved
 */
export async function dispatchOutbox(
  deps: Deps,
  queueOf: (region: string) => Promise<Queue>,
): Promise<number> {
  let moved = 0;
  for (;;) {
    const batch = await deps.db.system.dispatchOutbox(BATCH, async (rows) => {
      for (const region of new Set(rows.map((row) => row.region))) {
        const queue = await queueOf(region);
        await queue.enqueueMany(rows.filter((row) => row.region === region).map(asRequest));
      }
    });
    moved += batch;
    if (batch < BATCH) return moved;
  }
}

function asRequest(row: OutboxRow): JobRequest {
  const known = jobKind.safeParse(row.kind);
  const travel = { jobId: row.id, name: row.kind, data: { orgId: row.orgId, jobId: row.jobId } };
  // A kind that a newer version added: its workers take it up; until then it is revived.
  if (!known.success) return { ...travel, queue: 'heavy' };
  const { queue, attempts, backoffMs } = jobCatalog[known.data];
  return {
    ...travel,
    queue,
    attempts,
    backoff: { type: 'exponential', delayMs: backoffMs },
    ...(row.priority > 0 ? { priority: row.priority } : {}),
  };
}
