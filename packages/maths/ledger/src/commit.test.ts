import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, commit, leafHash, rootHash, verifyInclusion } from './index.ts';

describe('commit', () => {
  it('is SHA-256 over the salt and the UTF-8 of the payload', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.string({ unit: 'grapheme' }),
        (salt, text) => {
          const expected = createHash('sha256').update(salt).update(text, 'utf8').digest();
          expect(commit(salt, text)).toEqual(new Uint8Array(expected));
        },
      ),
    );
  });

  it('refuses a salt of another length', () => {
    expect(() => commit(new Uint8Array(31), '{}')).toThrow(RangeError);
    expect(() => commit(new Uint8Array(33), '{}')).toThrow(RangeError);
  });

  it('still proves an entry whose payload and salt are gone', () => {
    const commitment = commit(new Uint8Array(32).fill(1), canonicalJson({ type: 'person.erased', at: 'x' }));
    const other = leafHash(commit(new Uint8Array(32).fill(2), canonicalJson({})));
    const root = rootHash([leafHash(commitment), other]);
    const claim = { leafHash: leafHash(commitment), index: 0, size: 2, proof: [other] };
    expect(verifyInclusion(claim, root)).toEqual({ ok: true });
  });
});
