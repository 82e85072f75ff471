import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { inclusionProof, inclusionVerifier, leafHash, rootHash, sha256, verifyInclusion } from '../index.ts';

const hashes = (n: number) => Array.from({ length: n }, (_, i) => leafHash(Uint8Array.of(i >> 8, i & 255)));
const flip = (hash: Uint8Array, bit: number) =>
  hash.with((bit >> 3) % 32, (hash[(bit >> 3) % 32] ?? 0) ^ (1 << (bit & 7)));

vi.setConfig({ testTimeout: process.env.ASSAY_SOAK === '1' ? 1_200_000 : 30_000 });

describe('inclusionVerifier', () => {
  it('says what verifyInclusion says, for right and wrong proofs in any order', () => {
    const step = fc.record({
      at: fc.nat(),
      change: fc.constantFrom('none', 'none', 'leaf', 'proof', 'short', 'long', 'index'),
      bit: fc.nat(255),
      where: fc.nat(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.array(step, { maxLength: 40 }), (size, steps) => {
        const leaves = hashes(size);
        const root = rootHash(leaves);
        const verify = inclusionVerifier(size, root);
        for (const { at, change, bit, where } of steps) {
          const index = at % size;
          const right = { index, leafHash: leaves[index]!, proof: inclusionProof(leaves, index) };
          const wrong = {
            none: right,
            leaf: { ...right, leafHash: flip(right.leafHash, bit) },
            proof: {
              ...right,
              proof: right.proof.map((hash, i) =>
                i === where % right.proof.length ? flip(hash, bit) : hash,
              ),
            },
            short: { ...right, proof: right.proof.slice(1) },
            long: { ...right, proof: [...right.proof, root] },
            index: { ...right, index: (where % (size + 2)) - 1 },
          }[change];
          expect(verify(wrong)).toEqual(verifyInclusion({ ...wrong, size }, root));
        }
      }),
      { numRuns: process.env.ASSAY_SOAK === '1' ? 10_000 : 100 },
    );
  });

  it('needs about one hash an entry when entries come in order', () => {
    const leaves = hashes(1000);
    let hashed = 0;
    const verify = inclusionVerifier(1000, rootHash(leaves), (data) => {
      hashed += 1;
      return sha256(data);
    });
    for (const [index, leaf] of leaves.entries()) {
      expect(verify({ index, leafHash: leaf, proof: inclusionProof(leaves, index) })).toEqual({ ok: true });
    }
    expect(hashed).toBeLessThan(1100);
  });
});
