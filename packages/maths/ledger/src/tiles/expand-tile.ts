import { HASH_LENGTH } from '../hash-length.ts';
import type { Sha256 } from '../sha256.ts';

/** The hashes of all full subtrees in a tile: `[h]` holds those over `2 ** h` hashes, one after the other. */
export type ExpandedTile = readonly Uint8Array[];

/**
 * Computes the inner nodes of a tile.
 *
 * @param hashes the tile's hashes, 32 bytes each, one after the other; at least `width` of them
 * @param width how many hashes to take
 */
export function expandTile(hashes: Uint8Array, width: number, sha256: Sha256): ExpandedTile {
  const input = new Uint8Array(1 + 2 * HASH_LENGTH);
  input[0] = 1;
  const levels: Uint8Array[] = [hashes.subarray(0, width * HASH_LENGTH)];
  for (let below = levels[0]; below && below.length >= 2 * HASH_LENGTH; below = levels.at(-1)) {
    const count = Math.floor(below.length / (2 * HASH_LENGTH));
    const level = new Uint8Array(count * HASH_LENGTH);
    for (let i = 0; i < count; i += 1) {
      input.set(below.subarray(2 * i * HASH_LENGTH, 2 * (i + 1) * HASH_LENGTH), 1);
      level.set(sha256(input), i * HASH_LENGTH);
    }
    levels.push(level);
  }
  return levels;
}
