import type { RegionRecord } from './records.ts';

/** Is whoever drew it not sure of it? */
export const isFlagged = ({ remark }: RegionRecord): boolean => remark != null;

/** A region of which nobody said anything but what it is: a copy, or a part that was cut off. */
export function unspoken(region: RegionRecord): RegionRecord {
  const { proposal: _, remark: __, ...rest } = region;
  return rest;
}
