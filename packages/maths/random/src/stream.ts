import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { philox4x32 } from './philox.ts';

/** A named, seeded source of draws. It holds a key and no position: draws address (row, attempt). */
export type Stream = { readonly k0: number; readonly k1: number };

/**
 * The stream of `(seed, name)`. The 64-bit key is the head of SHA-256 over both, so that streams whose names
 * differ in one letter are unrelated. A seed is any text; numbers are taken by their decimal text.
 */
export function createStream(seed: string | number | bigint, name: string): Stream {
  const digest = sha256(utf8ToBytes(JSON.stringify([String(seed), name])));
  const view = new DataView(digest.buffer, digest.byteOffset);
  return { k0: view.getUint32(0), k1: view.getUint32(4) };
}

/**
 * The block of four 32-bit words at `(row, attempt, block)` of a stream.
 *
 * @param row integer in [0, 2^53)
 * @param attempt integer in [0, 2^32): which retry of that row
 * @param block integer in [0, 2^32): a draw that needs more words takes the next block
 */
export function drawBlock(
  stream: Stream,
  row: number,
  attempt: number,
  block: number,
  out: Uint32Array,
): void {
  if (!Number.isSafeInteger(row) || row < 0) throw new RangeError(`row must be an integer from 0: ${row}`);
  philox4x32(row >>> 0, Math.floor(row / 0x100000000), attempt, block, stream.k0, stream.k1, out);
}
