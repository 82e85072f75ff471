import {
  appendLeaves,
  inclusionFromSource,
  inclusionFromTiles,
  leafHash,
  tilesForInclusion,
} from '@assay/ledger';
import { describe, expect, it } from 'vitest';
import { nodeSha256 } from '../frame/node-sha256.ts';
import { TileCache } from './tile-cache.ts';

const leavesFrom = (seed: number, count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(new Uint8Array([seed, i >> 8, i & 255]), nodeSha256));

async function ledger(seed: number, size: number) {
  const stored = new Map<string, Uint8Array>();
  const { tiles } = await appendLeaves(async () => new Uint8Array(), 0, leavesFrom(seed, size), nodeSha256);
  for (const { level, index, hashes } of tiles) stored.set(`${level}/${index}`, hashes);
  const reads: string[] = [];
  return {
    reads,
    read: async (needs: ReadonlyArray<{ level: number; index: number }>) => {
      reads.push(needs.map((need) => `${need.level}/${need.index}`).join(' '));
      return stored;
    },
    expected: (index: number, atSize: number) =>
      inclusionFromTiles(
        index,
        atSize,
        async (need) => stored.get(`${need.level}/${need.index}`) ?? new Uint8Array(),
        nodeSha256,
      ),
  };
}

async function prove(
  cache: TileCache,
  org: string,
  from: Awaited<ReturnType<typeof ledger>>,
  index: number,
  size: number,
) {
  const tiles = await cache.tiles(org, tilesForInclusion(index, size), from.read);
  return inclusionFromSource(
    index,
    size,
    async (need) => tiles.get(`${need.level}/${need.index}`) ?? [],
    nodeSha256,
  );
}

describe('kept tiles', () => {
  it('give the proofs that stored tiles give, and are read once', async () => {
    const of = await ledger(1, 1000);
    const cache = new TileCache();
    for (const index of [0, 5, 300, 999])
      expect(await prove(cache, 'a', of, index, 1000)).toEqual(await of.expected(index, 1000));
    expect(of.reads).toEqual(['0/0 1/0 0/3', '0/1']);
    expect(await prove(cache, 'a', of, 7, 1000)).toEqual(await of.expected(7, 1000));
    expect(of.reads).toHaveLength(2);
  });

  it('are those of a size: a tile that has grown is read again', async () => {
    const of = await ledger(1, 1000);
    const cache = new TileCache();
    for (const size of [990, 1000])
      expect(await prove(cache, 'a', of, 985, size)).toEqual(await of.expected(985, size));
    expect(of.reads).toHaveLength(2);
  });

  it('are never those of another organisation', async () => {
    const [a, b] = [await ledger(1, 300), await ledger(2, 300)];
    const cache = new TileCache();
    expect(await prove(cache, 'a', a, 4, 300)).toEqual(await a.expected(4, 300));
    expect(await prove(cache, 'b', b, 4, 300)).toEqual(await b.expected(4, 300));
  });

  it('stay within their number, and a short tile is refused', async () => {
    const of = await ledger(1, 1000);
    const cache = new TileCache(2);
    await prove(cache, 'a', of, 0, 1000);
    await prove(cache, 'a', of, 0, 1000);
    expect(of.reads).toHaveLength(2);
    await expect(cache.tiles('c', tilesForInclusion(0, 1000), async () => new Map())).rejects.toThrow(
      /holds fewer than/,
    );
  });
});
