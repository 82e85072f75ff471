import type { OpenLedger } from '@assay/db';
import { appendLeaves, leafHash, type TileNeed, tilesForAppend } from '@assay/ledger';
import type { Deps } from '../frame/deps.ts';
import { nodeSha256 } from '../frame/node-sha256.ts';

const BATCH = 5000;

/**
 * Gives the committed events of every organisation their places in its ledger, gap-free. Safe to run in several
 * processes at once: the second waits for the first, one organisation at a time.
 *
 * @returns how many events were placed
 */
export async function sequenceLedgers(deps: Deps): Promise<number> {
  let placed = 0;
  for (const orgId of await deps.db.system.ledgersWithPending()) {
    try {
      placed += await sequenceLedger(deps, orgId);
    } catch (err) {
      // One organisation's trouble must not keep the others' events waiting.
      deps.log.error({ err, orgId }, 'The ledger of an organisation could not be extended.');
    }
  }
  return placed;
}

/** The same for one organisation; everything committed before the call is placed after it. */
export async function sequenceLedger(deps: Deps, orgId: string): Promise<number> {
  let placed = 0;
  for (;;) {
    const batch = await deps.db.system.withLedger(orgId, appendPending);
    placed += batch;
    if (batch < BATCH) return placed;
  }
}

async function appendPending(ledger: OpenLedger): Promise<number> {
  const pending = await ledger.pending(BATCH);
  if (pending.length === 0) return 0;
  const size = Number(ledger.size);
  const edges = new Map<string, Uint8Array>();
  const name = (need: TileNeed): string => `${need.level}/${need.index}`;
  // One connection answers one question at a time.
  for (const need of tilesForAppend(size)) {
    edges.set(name(need), (await ledger.readTile(need.level, BigInt(need.index))) ?? new Uint8Array());
  }
  const grown = await appendLeaves(
    async (need) => edges.get(name(need)) ?? new Uint8Array(),
    size,
    pending.map((event) => leafHash(event.commitment, nodeSha256)),
    nodeSha256,
  );
  await ledger.append({
    ids: pending.map((event) => event.id),
    size: BigInt(grown.newSize),
    root: grown.root,
    tiles: grown.tiles.map(({ level, index, hashes }) => ({ level, tile: BigInt(index), hashes })),
  });
  return pending.length;
}
