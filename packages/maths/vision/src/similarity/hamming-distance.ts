/** How many of 32 bits are set. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * How many of their 64 bits two hashes differ in.
 *
 * @param one 16 hexadecimal digits
 */
export function hammingDistance(one: string, other: string): number {
  const [a, b] = [hashWords([one]), hashWords([other])];
  return bitCount(a[0]! ^ b[0]!) + bitCount(a[1]! ^ b[1]!);
}

const HASH = /^[0-9a-f]{16}$/;

/**
 * Hashes as numbers: for each its upper and its lower 32 bits.
 *
 * @throws RangeError where one is not 16 lower-case hexadecimal digits
 */
export function hashWords(hashes: readonly string[]): Uint32Array {
  const words = new Uint32Array(hashes.length * 2);
  for (const [index, hash] of hashes.entries()) {
    if (!HASH.test(hash)) throw new RangeError(`A hash has 16 hexadecimal digits: ${hash}`);
    words[index * 2] = Number.parseInt(hash.slice(0, 8), 16);
    words[index * 2 + 1] = Number.parseInt(hash.slice(8), 16);
  }
  return words;
}
