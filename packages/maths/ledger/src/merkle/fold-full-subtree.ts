import { HASH_LENGTH } from '../hash-length.ts';
import type { Sha256 } from '../sha256.ts';

/**
 * The hash over `2 ** height` neighbouring hashes that lie one after the other in `hashes`.
 *
 * @param hashes concatenated 32-byte hashes; it is not changed
 * @param first place of the first hash, counted in hashes
 * @param height levels to go up; 0 gives the hash itself
 * @returns 32 bytes, a new array
 */
export function foldFullSubtree(
  hashes: Uint8Array,
  first: number,
  height: number,
  sha256: Sha256,
): Uint8Array {
  let width = 2 ** height;
  const begin = first * HASH_LENGTH;
  if (begin + width * HASH_LENGTH > hashes.length) throw new RangeError('Hashes are missing.');
  const level = hashes.slice(begin, begin + width * HASH_LENGTH);
  const input = new Uint8Array(1 + 2 * HASH_LENGTH);
  input[0] = 1;
  for (; width > 1; width /= 2) {
    for (let i = 0; i < width; i += 2) {
      input.set(level.subarray(i * HASH_LENGTH, (i + 2) * HASH_LENGTH), 1);
      level.set(sha256(input), (i / 2) * HASH_LENGTH);
    }
  }
  return level.slice(0, HASH_LENGTH);
}
