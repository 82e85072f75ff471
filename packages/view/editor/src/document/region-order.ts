import type { RegionRecord } from './records.ts';

/**
 * Orders regions from the lowest to the highest, to be given to `sort`. Two of one order lie as their ids do, so that
 * they lie alike for everybody, whichever came first.
 */
export function byHeight(a: RegionRecord, b: RegionRecord): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
