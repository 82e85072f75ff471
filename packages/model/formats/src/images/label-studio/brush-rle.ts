import type { PictureSize } from '../label-file.ts';

/**
 * Masks as Label Studio's brush stores them: the values of red, green, blue and alpha of all pixels, row by row, packed
 * bit by bit, the highest bit of each byte first. A head says how many values there are (32 bits), how many bits each
 * has, less one (5), and how many bits the length of a run has, less one (4 times 4). Then come runs (a 1, which of the
 * four lengths, the length less one, the value) and sequences (a 0, likewise, as many values). A pixel is inside where
 * its alpha is not 0.
 * Checked against: label-studio-converter 0.0.59, `brush.py`.
 */
const CHANNELS = 4;
const ALPHA = 3;
const HEAD = { values: 32, word: 5, size: 4, sizes: 4 } as const;
const WORD = 8;
const SIZES = [3, 4, 8, 16] as const;

export type BrushFault = 'bad-size' | 'bad-run' | 'cut-off' | 'too-many-runs';

/** Run lengths of pixels row by row, beginning with those outside and no more than `most`, or why there are none. */
export function runsOfBrush(
  bytes: readonly number[],
  { width, height }: PictureSize,
  most: number,
): { ok: true; runs: readonly number[] } | { ok: false; reason: BrushFault } {
  if (bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255))
    return { ok: false, reason: 'bad-run' };
  const bits = createBitReader(bytes);
  const count = bits.read(HEAD.values);
  if (count !== CHANNELS * width * height) return { ok: false, reason: 'bad-size' };
  const word = bits.read(HEAD.word) + 1;
  const sizes = Array.from({ length: HEAD.sizes }, () => bits.read(HEAD.size) + 1);
  const runs = [0];
  const add = (length: number, isInside: boolean) => {
    if (length === 0) return;
    if (isInside === (runs.length % 2 === 0)) runs[runs.length - 1]! += length;
    else runs.push(length);
  };
  for (let at = 0; at < count; ) {
    if (runs.length > most) return { ok: false, reason: 'too-many-runs' };
    const isRun = bits.read(1) === 1;
    const end = at + 1 + bits.read(sizes[bits.read(2)]!);
    if (bits.isBehindEnd()) return { ok: false, reason: 'cut-off' };
    if (end > count) return { ok: false, reason: 'bad-run' };
    if (isRun) {
      const value = bits.read(word);
      add(firstPixel(end) - firstPixel(at), value > 0);
    } else {
      for (let place = at; place < end && !bits.isBehindEnd(); place += 1) {
        const value = bits.read(word);
        if (place % CHANNELS === ALPHA) add(1, value > 0);
      }
    }
    at = end;
  }
  return bits.isBehindEnd() ? { ok: false, reason: 'cut-off' } : { ok: true, runs };
}

/** The first pixel whose alpha stands at this value or behind it. */
const firstPixel = (value: number): number => Math.ceil((value - ALPHA) / CHANNELS);

/** The bytes of pixels: 255 in each channel where one is inside, 0 elsewhere. */
export function brushOfPixels(pixels: Uint8Array): number[] {
  const bits = createBitWriter();
  bits.write(CHANNELS * pixels.length, HEAD.values);
  bits.write(WORD - 1, HEAD.word);
  for (const size of SIZES) bits.write(size - 1, HEAD.size);
  for (let at = 0; at < pixels.length; ) {
    let end = at + 1;
    while (end < pixels.length && pixels[end] === pixels[at]) end += 1;
    for (let left = CHANNELS * (end - at); left > 0; ) {
      const length = Math.min(left, 2 ** SIZES[3]);
      const size = SIZES.findIndex((each) => length <= 2 ** each);
      bits.write(1, 1);
      bits.write(size, 2);
      bits.write(length - 1, SIZES[size]!);
      bits.write(pixels[at] === 1 ? 255 : 0, WORD);
      left -= length;
    }
    at = end;
  }
  return bits.bytes();
}

function createBitReader(bytes: readonly number[]) {
  let at = 0;
  return {
    read: (count: number): number => {
      let value = 0;
      for (let bit = 0; bit < count; bit += 1, at += 1) {
        value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1);
      }
      return value;
    },
    isBehindEnd: () => at > bytes.length * 8,
  };
}

function createBitWriter() {
  const bytes: number[] = [];
  let at = 0;
  return {
    write: (value: number, count: number) => {
      for (let bit = count - 1; bit >= 0; bit -= 1, at += 1) {
        if ((at & 7) === 0) bytes.push(0);
        if (Math.floor(value / 2 ** bit) % 2 === 1) bytes[bytes.length - 1]! |= 1 << (7 - (at & 7));
      }
    },
    bytes: () => bytes,
  };
}
