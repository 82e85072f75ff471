import { drawInteger } from './integer.ts';
import { drawBlock, type Stream } from './stream.ts';

/** A bijection of [0, size), and its inverse. */
export type Permutation = {
  readonly size: number;
  /** Where index `from` goes. */
  at(from: number): number;
  /** The index that goes to `to`. */
  indexOf(to: number): number;
};

/** At most this many indices are shuffled in a table: a Feistel network over so few bits is visibly uneven. */
const TABLE_LIMIT = 1024;
const ROUNDS = 8;

/**
 * A keyed permutation of [0, size), without memory in `size`: a Feistel network over the smallest even number of
 * bits that holds `size`, walking the cycle until the value falls in range (fewer than 4 steps on average). Up to
 * 1,024 indices it is an exact Fisher-Yates table. For splits and unique columns, not for secrets.
 *
 * Source: Black and Rogaway, "Ciphers with arbitrary finite domains", 2002.
 *
 * @param size integer in [0, 2^52]
 * @throws RangeError for a size or an index out of range
 */
export function createPermutation(stream: Stream, size: number): Permutation {
  if (!Number.isInteger(size) || size < 0 || size > 2 ** 52) {
    throw new RangeError(`size must be an integer from 0 to 2^52: ${size}`);
  }
  return size <= TABLE_LIMIT ? tablePermutation(stream, size) : feistelPermutation(stream, size);
}

function checked(index: number, size: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`index must be an integer in [0, ${size}): ${index}`);
  }
  return index;
}

function tablePermutation(stream: Stream, size: number): Permutation {
  const forward = Uint16Array.from({ length: size }, (_, index) => index);
  for (let last = size - 1; last > 0; last -= 1) {
    const other = drawInteger(stream, last, last + 1);
    const kept = forward[last]!;
    forward[last] = forward[other]!;
    forward[other] = kept;
  }
  const backward = new Uint16Array(size);
  forward.forEach((to, from) => {
    backward[to] = from;
  });
  return {
    size,
    at: (from) => forward[checked(from, size)]!,
    indexOf: (to) => backward[checked(to, size)]!,
  };
}

function feistelPermutation(stream: Stream, size: number): Permutation {
  let halfBits = 1;
  while (4 ** halfBits < size) halfBits += 1;
  const half = 2 ** halfBits;
  const keys = roundKeys(stream);
  const step = (value: number, direction: 1 | -1): number => {
    let left = Math.floor(value / half);
    let right = value % half;
    for (let index = 0; index < ROUNDS; index += 1) {
      if (direction === 1) {
        const next = (left ^ mix(right, keys, index)) & (half - 1);
        left = right;
        right = next;
      } else {
        const previous = (right ^ mix(left, keys, ROUNDS - 1 - index)) & (half - 1);
        right = left;
        left = previous;
      }
    }
    return left * half + right;
  };
  const walk = (start: number, direction: 1 | -1): number => {
    let value = step(checked(start, size), direction);
    while (value >= size) value = step(value, direction);
    return value;
  };
  return { size, at: (from) => walk(from, 1), indexOf: (to) => walk(to, -1) };
}

function roundKeys(stream: Stream): Uint32Array {
  const keys = new Uint32Array(ROUNDS * 2);
  const words = new Uint32Array(4);
  for (let index = 0; index < keys.length; index += 4) {
    drawBlock(stream, index, 0, 0, words);
    keys.set(words, index);
  }
  return keys;
}

/** A keyed 32-bit mixing of one half: two finalisers with a round key before each. */
function mix(value: number, keys: Uint32Array, round: number): number {
  let hash = finalise(value ^ keys[2 * round]!);
  hash = finalise(hash ^ keys[2 * round + 1]!);
  return hash >>> 0;
}

function finalise(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
