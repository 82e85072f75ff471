import { bitCount } from './hamming-distance.ts';
import { type HashTable, hashTables } from './hash-tables.ts';

const BITS = 64;

/**
 * Tells of every pair of hashes that differ in at most `distance` bits, once, the later one first; exact, and without
 * comparing all of them. Equal hashes are pairs too, and a thousand equal ones are half a million pairs: give distinct
 * hashes where that can be (`nearDuplicates` does).
 *
 * @param words upper and lower 32 bits of each hash, as `hashWords` gives them
 * @param distance integer in [0, 64]; time grows fast above 8
 */
export function nearPairs(
  words: Uint32Array,
  distance: number,
  visit: (later: number, earlier: number, distance: number) => void,
): void {
  if (!Number.isInteger(distance) || distance < 0 || distance > BITS) {
    throw new RangeError(`A distance is an integer from 0 to ${BITS}: ${distance}`);
  }
  const tables = hashTables(words, distance);
  for (const [number, table] of tables.entries()) {
    // in the order of keys, so that what is looked up lies near what was looked up before
    for (const later of table.order) {
      const key = table.keys[later]!;
      for (let mask = 0; mask < table.masks.length; mask += 1) {
        const other = (key ^ table.masks[mask]!) >>> 0;
        const end = table.starts[other + 1]!;
        for (let place = table.starts[other]!; place < end; place += 1) {
          const earlier = table.order[place]!;
          if (earlier >= later) break;
          const apart =
            bitCount(words[later * 2]! ^ words[earlier * 2]!) +
            bitCount(words[later * 2 + 1]! ^ words[earlier * 2 + 1]!);
          if (apart <= distance && !metBefore(tables, number, later, earlier)) visit(later, earlier, apart);
        }
      }
    }
  }
}

/** Whether an earlier table told of the pair already. */
function metBefore(tables: readonly HashTable[], number: number, later: number, earlier: number): boolean {
  for (let index = 0; index < number; index += 1) {
    const { keys, radius } = tables[index]!;
    if (bitCount(keys[later]! ^ keys[earlier]!) <= radius) return true;
  }
  return false;
}
