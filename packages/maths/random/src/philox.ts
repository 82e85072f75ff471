const M0 = 0xd2511f53;
const M1 = 0xcd9e8d57;
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;

/** High 32 bits of the 64-bit product of two unsigned 32-bit integers, by 16-bit halves. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const other = aLow * bHigh + (middle % 0x10000);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(other / 0x10000)) >>> 0;
}

/**
 * Philox4x32-10: a counter-based generator. The same counter and key always give the same block of four 32-bit
 * words, so that any row can be drawn without the rows before it.
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 *
 * @param out receives four words; the caller owns it, so that a million draws allocate nothing
 */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  out: Uint32Array,
): void {
  let a = c0 >>> 0;
  let b = c1 >>> 0;
  let c = c2 >>> 0;
  let d = c3 >>> 0;
  let keyA = k0 >>> 0;
  let keyB = k1 >>> 0;
  for (let round = 0; round < 10; round += 1) {
    const high0 = multiplyHigh(M0, a);
    const low0 = Math.imul(M0, a);
    const high1 = multiplyHigh(M1, c);
    const low1 = Math.imul(M1, c);
    a = (high1 ^ b ^ keyA) >>> 0;
    b = low1 >>> 0;
    c = (high0 ^ d ^ keyB) >>> 0;
    d = low0 >>> 0;
    keyA = (keyA + W0) >>> 0;
    keyB = (keyB + W1) >>> 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}
