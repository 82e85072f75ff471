import { bitCount } from './hamming-distance.ts';

/** A part of 64 bits. */
type Part = { from: number; bits: number };

/** The hashes in the order of one of their parts: those of key k are `order[starts[k]]` up to `order[starts[k + 1]]`. */
export type HashTable = {
  keys: Uint32Array;
  starts: Int32Array;
  order: Int32Array;
  /** Parts may differ in at most so many bits. */
  radius: number;
  /** What to change in a key to meet all keys within the radius. */
  masks: Uint32Array;
};

const BITS = 64;
/** Parts of 22 bits, whose tables have four million places each. */
const FEWEST_PARTS = 3;
/** Parts of 8 bits. */
const MOST_PARTS = 8;

/**
 * Tables by which all hashes within `distance` are met without comparing all: hashes are cut into as many parts as make
 * a part about as long as the logarithm of their count. Two hashes that differ in at most `distance` bits differ, in at
 * least one part, in at most its share of them: with m parts, k = floor(distance / m) and a = distance - m k, at most k
 * bits in one of the first a + 1 parts, or at most k - 1 in one of the others.
 *
 * Source: Norouzi, Punjani, Fleet, "Fast search in Hamming space with multi-index hashing", CVPR 2012, proposition 2.
 */
export function hashTables(words: Uint32Array, distance: number): HashTable[] {
  const parts = partsFor(words.length / 2);
  const whole = Math.floor(distance / parts.length);
  const rest = distance - parts.length * whole;
  return parts
    .map((part, index) => ({ part, radius: index <= rest ? whole : whole - 1 }))
    .filter(({ radius }) => radius >= 0)
    .map(({ part, radius }) => tableOf(words, part, radius));
}

function partsFor(count: number): Part[] {
  const parts = Math.max(FEWEST_PARTS, Math.min(MOST_PARTS, Math.round(BITS / Math.log2(count + 1))));
  return Array.from({ length: parts }, (_, index) => {
    const from = Math.floor((index * BITS) / parts);
    return { from, bits: Math.floor(((index + 1) * BITS) / parts) - from };
  });
}

function tableOf(words: Uint32Array, part: Part, radius: number): HashTable {
  const count = words.length / 2;
  const keys = new Uint32Array(count);
  const starts = new Int32Array(2 ** part.bits + 1);
  for (let index = 0; index < count; index += 1) {
    const key = keyOf(words[index * 2]!, words[index * 2 + 1]!, part);
    keys[index] = key;
    starts[key + 1]! += 1;
  }
  for (let key = 1; key < starts.length; key += 1) starts[key]! += starts[key - 1]!;
  const next = starts.slice(0, -1);
  const order = new Int32Array(count);
  for (let index = 0; index < count; index += 1) {
    const key = keys[index]!;
    order[next[key]!] = index;
    next[key]! += 1;
  }
  return { keys, starts, order, radius, masks: masksWithin(part.bits, radius) };
}

/** Bits `from` to `from + bits` of 64, counted from the highest. */
function keyOf(high: number, low: number, { from, bits }: Part): number {
  const end = from + bits;
  if (end <= 32) return (high << from) >>> (32 - bits);
  if (from >= 32) return (low << (from - 32)) >>> (32 - bits);
  const upper = ((high << from) >>> from) * 2 ** (end - 32);
  return upper + (low >>> (64 - end));
}

/** All numbers of `bits` bits of which at most `radius` are set. */
function masksWithin(bits: number, radius: number): Uint32Array {
  const masks: number[] = [0];
  for (let from = 0; from < masks.length; from += 1) {
    const mask = masks[from]!;
    if (bitCount(mask) === radius) continue;
    // only above the highest that is set, so that each number comes once
    for (let bit = 32 - Math.clz32(mask); bit < bits; bit += 1) masks.push(mask | (1 << bit));
  }
  return Uint32Array.from(masks);
}
