import { AssayError, notFound } from '@assay/contracts';
import type { ReviewFilter } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { lockReview, REVIEW_LEASE_MS, requireReview } from './review-record.ts';

export type ClaimedReview = { itemId: string; leaseId: string };

/**
 * The next item for an expert: one that they hold already, else one like the last, else what comes first. Never one
 * that they answered themselves. Null when nothing waits.
 */
export function claimReview(
  deps: Deps,
  actor: Actor,
  input: Omit<ReviewFilter, 'status'> & { near: string | null; passed: readonly string[] },
): Promise<ClaimedReview | null> {
  const personId = requirePerson(actor);
  const { near, passed, ...filter } = input;
  const leaseId = deps.ids.next();
  const ask = { personId, leaseId, leaseMs: REVIEW_LEASE_MS, near, passed };
  return query(deps, actor, async (t) => {
    const batch = filter.batchId === undefined ? null : await t.batches.get(filter.batchId);
    if (filter.batchId !== undefined && batch?.projectId !== filter.projectId) throw notFound('batch');
    const itemId = await t.reviews.claim({ ...filter, status: 'OPEN' }, ask);
    return itemId === null ? null : { itemId, leaseId };
  });
}

/** Takes one item by name. */
export function openReview(
  deps: Deps,
  actor: Actor,
  input: { reviewItemId: string },
): Promise<ClaimedReview> {
  const personId = requirePerson(actor);
  const leaseId = deps.ids.next();
  return query(deps, actor, async (t) => {
    const row = await lockReview(t, input.reviewItemId);
    requireReview(row, { kind: 'claim', personId, leaseId });
    await t.reviews.hold(row.id, personId, leaseId, REVIEW_LEASE_MS);
    return { itemId: row.id, leaseId };
  });
}

/** Says that an expert is still at it. */
export function renewReview(
  deps: Deps,
  actor: Actor,
  input: { leaseId: string },
): Promise<{ leaseUntil: Date }> {
  const personId = requirePerson(actor);
  return query(deps, actor, async (t) => {
    const leaseUntil = await t.reviews.renew(personId, input.leaseId, REVIEW_LEASE_MS);
    if (leaseUntil === null) {
      throw new AssayError('stale', 'Your turn at this sample ran out.', { next: 'Take it again.' });
    }
    return { leaseUntil };
  });
}

/** Gives an item back undecided. */
export function releaseReview(
  deps: Deps,
  actor: Actor,
  input: { leaseId: string },
): Promise<{ released: boolean }> {
  const personId = requirePerson(actor);
  return query(deps, actor, async (t) => ({ released: await t.reviews.release(personId, input.leaseId) }));
}
