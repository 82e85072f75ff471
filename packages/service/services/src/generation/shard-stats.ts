import { z } from 'zod';
import { type Acceptance, sumOf } from './draw-rows.ts';

/** What making the rows of a shard took; its acceptance is there while it is made. */
export const shardStats = z.object({
  sampleMs: z.number(),
  peakMemoryBytes: z.number(),
  acceptance: z.object({ kept: z.number(), drawn: z.number() }).nullable(),
});
export type ShardStats = z.infer<typeof shardStats>;

/** Of rows that had to be judged, how many were kept, over all shards so far; null where none had to be. */
export function acceptanceOf(shards: readonly { stats: unknown }[]): Acceptance | null {
  return shards
    .map(({ stats }) => shardStats.nullable().parse(stats ?? null)?.acceptance ?? null)
    .reduce(sumOf, null);
}
