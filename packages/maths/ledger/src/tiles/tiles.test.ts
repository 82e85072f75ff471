import { createHash } from 'node:crypto';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import vectors from '../fixtures/go-sumdb.json' with { type: 'json' };
import {
  appendLeaves,
  consistencyFromTiles,
  consistencyProof,
  inclusionFromTiles,
  inclusionProof,
  inclusionProver,
  leafHash,
  rootFromTiles,
  rootHash,
  TileError,
  tilesForConsistency,
  tilesForInclusion,
  tilesForRoot,
} from '../index.ts';
import { TileStore } from './tile-store.fixture.ts';

const SIZE = 70_000;
const native = (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest());
const hex = (list: readonly Uint8Array[]) => list.map((hash) => bytesToHex(hash));
const name = ({ level, index }: { level: number; index: number }) => `${level}/${index}`;

const store = new TileStore();
let leaves: Uint8Array[] = [];

beforeAll(async () => {
  leaves = Array.from({ length: SIZE }, (_, i) => leafHash(new TextEncoder().encode(`leaf-${i}`), native));
  store.write(await appendLeaves(store.read, 0, leaves, native));
});

vi.setConfig({ testTimeout: process.env.ASSAY_SOAK === '1' ? 1_200_000 : 30_000 });

describe('the tree in tiles', () => {
  it('gives the roots and proofs that an independent implementation gives, at 70,000 leaves', async () => {
    for (const [size, root] of Object.entries(vectors.roots)) {
      expect(bytesToHex(await rootFromTiles(Number(size), store.read, native))).toBe(root);
    }
    for (const { index, size, proof } of vectors.inclusion) {
      expect(hex(await inclusionFromTiles(index, size, store.read, native))).toEqual(proof);
    }
    for (const { size1, size2, proof } of vectors.consistency) {
      expect(hex(await consistencyFromTiles(size1, size2, store.read, native))).toEqual(proof);
    }
  });

  it('is the same tree however the leaves were appended, and reads only the right edge', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 }), async (batches) => {
        const grown = new TileStore();
        let size = 0;
        for (const batch of batches) {
          grown.reads.length = 0;
          const allowed = TileStore.names(size);
          const appended = await appendLeaves(grown.read, size, leaves.slice(size, size + batch), native);
          expect(grown.reads.map((read) => `${name(read)}:${read.width}`)).toEqual(allowed);
          grown.write(appended);
          size += batch;
          expect(appended.newSize).toBe(size);
          expect(appended.root).toEqual(rootHash(leaves.slice(0, size), native));
        }
        const once = new TileStore();
        once.write(await appendLeaves(once.read, 0, leaves.slice(0, size), native));
        expect(new Map([...grown.rows].sort())).toEqual(new Map([...once.rows].sort()));
      }),
      { numRuns: process.env.ASSAY_SOAK === '1' ? 500 : 20 },
    );
  });

  it('proves as the tree in memory proves, at any earlier size, reading the tiles it names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1500 }), fc.nat(), fc.nat(), async (size, a, b) => {
        const list = leaves.slice(0, size);
        const index = a % size;
        const size1 = 1 + (b % size);
        store.reads.length = 0;
        const proof = await inclusionFromTiles(index, size, store.read, native);
        expect(hex(proof)).toEqual(hex(inclusionProof(list, index, native)));
        expect(store.reads).toEqual(tilesForInclusion(index, size));
        store.reads.length = 0;
        const growth = await consistencyFromTiles(size1, size, store.read, native);
        expect(hex(growth)).toEqual(hex(consistencyProof(list, size1, native)));
        expect(store.reads).toEqual(tilesForConsistency(size1, size));
        store.reads.length = 0;
        expect(await rootFromTiles(size, store.read, native)).toEqual(rootHash(list, native));
        expect(store.reads).toEqual(tilesForRoot(size));
      }),
      { numRuns: process.env.ASSAY_SOAK === '1' ? 5000 : 50 },
    );
  });

  it('names few tiles at a million leaves, with their widths', () => {
    expect(tilesForInclusion(0, 1_000_000).length).toBeLessThanOrEqual(6);
    expect(tilesForRoot(1_000_000)).toEqual([
      { level: 2, index: 0, width: 15 },
      { level: 1, index: 15, width: 66 },
      { level: 0, index: 3906, width: 64 },
    ]);
    expect(tilesForRoot(0)).toEqual([]);
  });

  it('proves neighbours with few reads, and the same', async () => {
    store.reads.length = 0;
    const prove = inclusionProver(SIZE, store.read, native);
    for (let index = 65_000; index < 65_600; index += 1) await prove(index);
    expect(store.reads.length).toBeLessThanOrEqual(10);
    for (const index of [0, 65_300, 69_999]) {
      expect(await prove(index)).toEqual(await inclusionFromTiles(index, SIZE, store.read, native));
    }
    await expect(prove(SIZE)).rejects.toThrow(RangeError);
  });

  it('reads a tile again when reading it failed', async () => {
    let fails = true;
    const prove = inclusionProver(
      SIZE,
      (need) => (fails ? Promise.reject(new Error('down')) : store.read(need)),
      native,
    );
    await expect(prove(7)).rejects.toThrow('down');
    fails = false;
    expect(await prove(7)).toEqual(await inclusionFromTiles(7, SIZE, store.read, native));
  });

  it('says which tile is too short', async () => {
    const cut = async () => new Uint8Array(32);
    await expect(inclusionFromTiles(3, 10, cut)).rejects.toThrow(TileError);
    await expect(appendLeaves(cut, 10, [leaves[0]!])).rejects.toThrow(
      'Tile 0 of level 0 holds fewer than 10',
    );
  });

  it('refuses leaves and sizes that cannot be', async () => {
    await expect(appendLeaves(store.read, 0, [new Uint8Array(31)])).rejects.toThrow(RangeError);
    await expect(appendLeaves(store.read, -1, [])).rejects.toThrow(RangeError);
    expect(() => inclusionFromTiles(5, 5, store.read)).toThrow(RangeError);
    expect(() => consistencyFromTiles(0, 5, store.read)).toThrow(RangeError);
    await expect(rootFromTiles(1.5, store.read)).rejects.toThrow(RangeError);
  });
});
