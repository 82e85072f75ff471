import { createHash } from 'node:crypto';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import vectors from '../fixtures/go-sumdb.json' with { type: 'json' };
import {
  consistencyProof,
  emptyRoot,
  inclusionProof,
  leafHash,
  nodeHash,
  rootHash,
  verifyConsistency,
  verifyInclusion,
} from '../index.ts';
import { naivePath, naiveProof, naiveRoot } from './naive-tree.fixture.ts';

/** The eight leaves and roots of the certificate-transparency project's Merkle tree tests. */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const ctHashes = CT_LEAVES.map((hex) => leafHash(hexToBytes(hex)));
const leaves = (n: number) => Array.from({ length: n }, (_, i) => new TextEncoder().encode(`leaf-${i}`));
const hashes = (n: number) => leaves(n).map((leaf) => leafHash(leaf));
const hex = (list: readonly Uint8Array[]) => list.map((hash) => bytesToHex(hash));
const native = (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest());
const runs = process.env.ASSAY_SOAK === '1' ? 20_000 : 200;

vi.setConfig({ testTimeout: process.env.ASSAY_SOAK === '1' ? 1_200_000 : 30_000 });

describe('the Merkle tree of RFC 6962', () => {
  it('gives the roots of the certificate-transparency vectors', () => {
    expect(bytesToHex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(CT_ROOTS.map((_, i) => bytesToHex(rootHash(ctHashes.slice(0, i + 1))))).toEqual(CT_ROOTS);
  });

  it('gives the proofs of the certificate-transparency vectors', () => {
    expect(hex(inclusionProof(ctHashes, 0))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(consistencyProof(ctHashes, 6))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('gives the roots and proofs that an independent implementation gives', () => {
    for (const [size, root] of Object.entries(vectors.roots)) {
      if (Number(size) <= 1000) expect(bytesToHex(rootHash(hashes(Number(size))))).toBe(root);
    }
    for (const { index, size, proof } of vectors.inclusion) {
      if (size <= 1000) expect(hex(inclusionProof(hashes(size), index))).toEqual(proof);
    }
    for (const { size1, size2, proof } of vectors.consistency) {
      if (size2 <= 1000) expect(hex(consistencyProof(hashes(size2), size1))).toEqual(proof);
    }
  });

  it('agrees with the definitions for every size, index and earlier size up to 40', () => {
    for (let size = 1; size <= 40; size += 1) {
      const data = leaves(size);
      const list = hashes(size);
      expect(bytesToHex(rootHash(list))).toBe(naiveRoot(data).toString('hex'));
      for (let i = 0; i < size; i += 1) {
        expect(hex(inclusionProof(list, i))).toEqual(hex(naivePath(i, data)));
        expect(hex(consistencyProof(list, i + 1))).toEqual(hex(naiveProof(i + 1, data)));
      }
    }
  });

  it('verifies what it proves, with the portable and with an injected SHA-256', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(), fc.nat(), (size, a, b) => {
        const list = hashes(size);
        const root2 = rootHash(list, native);
        const index = a % size;
        const size1 = 1 + (b % size);
        const claim = { leafHash: list[index]!, index, size, proof: inclusionProof(list, index, native) };
        expect(verifyInclusion(claim, root2)).toEqual({ ok: true });
        const proof = consistencyProof(list, size1);
        const root1 = rootHash(list.slice(0, size1));
        expect(verifyConsistency({ size1, root1, size2: size, root2, proof }, native)).toEqual({ ok: true });
      }),
      { numRuns: runs },
    );
  });

  it('finds any changed, missing or surplus hash and any other place or root', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), fc.nat(), fc.nat(), fc.nat(), (size, a, b, c) => {
        const list = hashes(size);
        const root = rootHash(list);
        const index = a % size;
        const claim = { leafHash: list[index]!, index, size, proof: inclusionProof(list, index) };
        const flipped = claim.proof.map((hash, i) => (i === b % claim.proof.length ? flip(hash, c) : hash));
        const bad = [
          { ...claim, proof: flipped },
          { ...claim, proof: claim.proof.slice(1) },
          { ...claim, proof: claim.proof.slice(0, -1) },
          { ...claim, proof: [...claim.proof, root] },
          { ...claim, leafHash: flip(claim.leafHash, c) },
          { ...claim, index: (index + 1) % size },
        ];
        for (const wrong of bad) expect(verifyInclusion(wrong, root).ok).toBe(false);
        expect(verifyInclusion(claim, flip(root, c)).ok).toBe(false);
        const size1 = 1 + (b % (size - 1));
        const good = {
          size1,
          root1: rootHash(list.slice(0, size1)),
          size2: size,
          root2: root,
          proof: consistencyProof(list, size1),
        };
        const worse = [
          { ...good, root1: flip(good.root1, c) },
          { ...good, root2: flip(good.root2, c) },
          { ...good, proof: good.proof.slice(1) },
          { ...good, proof: good.proof.slice(0, -1) },
          { ...good, proof: [...good.proof, root] },
          {
            ...good,
            proof: good.proof.map((hash, i) => (i === a % good.proof.length ? flip(hash, c) : hash)),
          },
        ];
        for (const wrong of worse) expect(verifyConsistency(wrong).ok).toBe(false);
      }),
      { numRuns: runs },
    );
  });

  it('refuses what cannot be a proof', () => {
    const list = hashes(3);
    const root = rootHash(list);
    const short = new Uint8Array(31);
    const claim = { leafHash: list[0]!, index: 0, size: 3, proof: inclusionProof(list, 0) };
    for (const [index, size] of [
      [3, 3],
      [-1, 3],
      [0.5, 3],
      [0, 0],
      [Number.NaN, 3],
      [0, 2 ** 60],
    ] as const) {
      expect(verifyInclusion({ ...claim, index, size }, root).ok).toBe(false);
    }
    expect(verifyInclusion({ ...claim, leafHash: short }, root).ok).toBe(false);
    expect(verifyInclusion({ ...claim, proof: [short, list[2]!] }, root).ok).toBe(false);
    const same = { size1: 3, root1: root, size2: 3, root2: root, proof: [] };
    expect(verifyConsistency(same)).toEqual({ ok: true });
    expect(verifyConsistency({ ...same, proof: [root] }).ok).toBe(false);
    expect(verifyConsistency({ ...same, root2: list[0]! }).ok).toBe(false);
    expect(verifyConsistency({ ...same, root1: short, root2: short }).ok).toBe(false);
    expect(verifyConsistency({ ...same, size1: 0, root1: emptyRoot() }).ok).toBe(false);
    expect(verifyConsistency({ ...same, size2: 2 }).ok).toBe(false);
    expect(() => inclusionProof(list, 3)).toThrow(RangeError);
    expect(() => inclusionProof([], 0)).toThrow(RangeError);
    expect(() => consistencyProof(list, 0)).toThrow(RangeError);
    expect(() => consistencyProof(list, 4)).toThrow(RangeError);
    expect(() => rootHash([short])).toThrow(RangeError);
    expect(() => nodeHash(short, root)).toThrow(RangeError);
  });
});

function flip(hash: Uint8Array, seed: number): Uint8Array {
  const out = hash.slice();
  out[seed % 32] = (out[seed % 32] ?? 0) ^ (1 << (seed % 8));
  return out;
}
