import type { Db } from '@assay/db';
import { type ExpandedTile, expandTile, HASH_LENGTH, TileError, type TileNeed } from '@assay/ledger';
import { nodeSha256 } from '../frame/node-sha256.ts';

/** 16 KiB each. */
const TILES = 512;

type ReadTiles = (needs: readonly TileNeed[]) => Promise<ReadonlyMap<string, Uint8Array>>;

/**
 * Tiles of ledgers with their inner nodes, those used last. A ledger only grows, so that a tile of a width never
 * changes: the lower ones differ from proof to proof, the upper ones are the same for all.
 */
export class TileCache {
  readonly #kept = new Map<string, ExpandedTile>();
  readonly #limit: number;

  constructor(limit: number = TILES) {
    this.#limit = limit;
  }

  /** The tiles by `level/index`; those that are not kept are read all at once. */
  async tiles(
    orgId: string,
    needs: readonly TileNeed[],
    read: ReadTiles,
  ): Promise<ReadonlyMap<string, ExpandedTile>> {
    const found = new Map<string, ExpandedTile>();
    const missing: TileNeed[] = [];
    for (const need of needs) {
      const tile = this.#kept.get(keyOf(orgId, need));
      if (tile === undefined) missing.push(need);
      else this.#keep(orgId, need, tile, found);
    }
    if (missing.length === 0) return found;
    const hashes = await read(missing);
    for (const need of missing) {
      const stored = hashes.get(`${need.level}/${need.index}`);
      if (stored === undefined || stored.length < need.width * HASH_LENGTH) {
        throw new TileError(need, `holds fewer than ${need.width} hashes`);
      }
      this.#keep(orgId, need, expandTile(stored, need.width, nodeSha256), found);
    }
    return found;
  }

  /** A map remembers the order of insertion: the first is the one unused for longest. */
  #keep(orgId: string, need: TileNeed, tile: ExpandedTile, found: Map<string, ExpandedTile>): void {
    found.set(`${need.level}/${need.index}`, tile);
    const key = keyOf(orgId, need);
    this.#kept.delete(key);
    this.#kept.set(key, tile);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#limit && oldest !== undefined) this.#kept.delete(oldest);
  }
}

function keyOf(orgId: string, need: TileNeed): string {
  return `${orgId}/${need.level}/${need.index}/${need.width}`;
}

const caches = new WeakMap<Db, TileCache>();

/** The cache of a database's ledgers in this process. */
export function tileCacheOf(db: Db): TileCache {
  const known = caches.get(db) ?? new TileCache();
  caches.set(db, known);
  return known;
}
