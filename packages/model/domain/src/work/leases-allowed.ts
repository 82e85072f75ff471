import { MOST_LEASES } from '@assay/contracts';

/**
 * How many tasks one person may hold at once, counting the one before them: so many that pages do not wait, and so few
 * that nobody goes without while somebody else's wait unseen. A person may always hold one.
 *
 * @param open tasks that nobody holds (an upper bound is enough once it is above what all could hold)
 * @param people who hold tasks of the same batches, this person counted
 * @param most that this person may hold when there is plenty: what is fetched ahead of one row, or a page of a grid
 */
export function leasesAllowed(open: number, people: number, most: number = MOST_LEASES): number {
  const share = Math.floor(open / Math.max(1, people));
  return Math.max(1, Math.min(most, share));
}
