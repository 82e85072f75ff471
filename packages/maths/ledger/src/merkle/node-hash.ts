import { HASH_LENGTH } from '../hash-length.ts';
import { sha256 as portable, type Sha256 } from '../sha256.ts';

/**
 * The Merkle hash of an inner node: SHA-256(0x01 || left || right).
 *
 * @param left hash of the left subtree, 32 bytes
 * @param right hash of the right subtree, 32 bytes
 * @returns 32 bytes
 * @throws RangeError when a hash is not 32 bytes
 * @see RFC 6962 section 2.1
 */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256 = portable): Uint8Array {
  if (left.length !== HASH_LENGTH || right.length !== HASH_LENGTH) {
    throw new RangeError('The hash of a subtree has 32 bytes.');
  }
  const input = new Uint8Array(1 + 2 * HASH_LENGTH);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH_LENGTH);
  return sha256(input);
}
