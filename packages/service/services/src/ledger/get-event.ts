import { notFound } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { encodeBase64, inclusionFromSource, tilesForInclusion } from '@assay/ledger';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { nodeSha256 } from '../frame/node-sha256.ts';
import { type EventView, eventViews } from './event-view.ts';
import { type TileCache, tileCacheOf } from './tile-cache.ts';

export type InclusionEvidence = {
  /** The checkpoint that the proof leads to, a signed note. */
  checkpoint: string;
  size: number;
  index: number;
  /** Hashes from the leaf up, base64. */
  proof: string[];
};

export type EventDetail = EventView & {
  /** Canonical JSON, the bytes that were committed to; null when erased. */
  payload: string | null;
  /** Base64; null when erased. */
  salt: string | null;
  /** Base64. */
  commitment: string;
  /** Null until a checkpoint covers the event, which takes about a minute. */
  evidence: InclusionEvidence | null;
};

/** One event with the proof that it is in the ledger that the latest checkpoint signs. */
export async function getEvent(deps: Deps, actor: Actor, eventId: string): Promise<EventDetail> {
  return query(deps, actor, async (t) => {
    const [row, checkpoint] = await Promise.all([t.events.get(eventId), t.ledger.latestCheckpoint()]);
    const [view] = row === null ? [] : await eventViews(t, [row]);
    if (row === null || view === undefined) throw notFound('event');
    return {
      ...view,
      payload: row.payload,
      salt: row.salt === null ? null : encodeBase64(row.salt),
      commitment: encodeBase64(row.commitment),
      evidence:
        view.index === null
          ? null
          : await evidenceFor(t, actor.orgId, view.index, checkpoint, tileCacheOf(deps.db)),
    };
  });
}

async function evidenceFor(
  t: Repositories,
  orgId: string,
  index: number,
  checkpoint: { size: bigint; note: string } | null,
  cache: TileCache,
): Promise<InclusionEvidence | null> {
  const size = Number(checkpoint?.size ?? 0);
  if (checkpoint === null || index >= size) return null;
  const tiles = await cache.tiles(orgId, tilesForInclusion(index, size), (needs) =>
    t.ledger.tiles(needs.map((need) => ({ level: need.level, tile: BigInt(need.index) }))),
  );
  const proof = await inclusionFromSource(
    index,
    size,
    async (need) => tiles.get(`${need.level}/${need.index}`) ?? [],
    nodeSha256,
  );
  return { checkpoint: checkpoint.note, size, index, proof: proof.map(encodeBase64) };
}
