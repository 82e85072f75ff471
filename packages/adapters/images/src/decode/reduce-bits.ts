import { type FileHandle, open } from 'node:fs/promises';
import type { PictureNotice } from '../picture.ts';
import { RASTER_HEAD, type Raster } from './raster.ts';

/** Fields of the head of a raster, in the order of this machine's bytes, which is little-endian everywhere we run. */
const HEAD = { bands: 12, bits: 16, format: 20, interpretation: 28 } as const;
const UCHAR = 0;
const GREY = 1;
const SRGB = 22;

const WHITE = 255;
const GREATEST = 65_535;
/** A picture that uses less of the range would keep fewer than 32 of 256 levels. */
const LEAST_USED = 8_192;
const PIXELS_AT_ONCE = 2 ** 20;

type Scale = Omit<Extract<PictureNotice, { code: 'bits-reduced' }>, 'code' | 'bits'>;

/**
 * Scales samples of 16 bits linearly to 8, all colours alike, so that hues stay: over the whole range of the format, or,
 * where the picture uses less than an eighth of it, from its least to its greatest value. Transparent pixels do not
 * count for these, and come out over white.
 */
export async function reduceBits(from: Raster, path: string): Promise<{ raster: Raster; scale: Scale }> {
  const source = await open(from.path);
  const target = await open(path, 'w');
  try {
    const alpha = from.channels % 2 === 0;
    const scale = scaleOf(await extremes(source, from, alpha));
    const channels = alpha ? from.channels - 1 : from.channels;
    const head = Buffer.alloc(RASTER_HEAD);
    await source.read(head, 0, RASTER_HEAD, 0);
    head.writeUInt32LE(channels, HEAD.bands);
    head.writeUInt32LE(8, HEAD.bits);
    head.writeUInt32LE(UCHAR, HEAD.format);
    head.writeUInt32LE(channels === 1 ? GREY : SRGB, HEAD.interpretation);
    await target.write(head);
    for await (const samples of blocks(source, from)) {
      await target.write(alpha ? overWhite(samples, channels, scale) : scaled(samples, scale));
    }
    return { raster: { ...from, path, channels, sampleBytes: 1 }, scale };
  } finally {
    await source.close();
    await target.close();
  }
}

async function* blocks(source: FileHandle, { width, height, channels }: Raster): AsyncGenerator<Uint16Array> {
  const pixels = width * height;
  const block = new Uint16Array(Math.min(PIXELS_AT_ONCE, pixels) * channels);
  for (let done = 0; done < pixels; done += PIXELS_AT_ONCE) {
    const samples = Math.min(PIXELS_AT_ONCE, pixels - done) * channels;
    await readWhole(source, block, samples * 2, RASTER_HEAD + done * channels * 2);
    yield block.subarray(0, samples);
  }
}

async function readWhole(source: FileHandle, into: Uint16Array, length: number, at: number): Promise<void> {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await source.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) throw new Error('A raster ends before its pixels do.');
    filled += bytesRead;
  }
}

async function extremes(source: FileHandle, from: Raster, alpha: boolean): Promise<[number, number]> {
  let least = GREATEST;
  let greatest = 0;
  const { channels } = from;
  const colours = alpha ? channels - 1 : channels;
  for await (const samples of blocks(source, from)) {
    for (let at = 0; at < samples.length; at += channels) {
      if (alpha && samples[at + colours] === 0) continue;
      for (let colour = 0; colour < colours; colour += 1) {
        const value = samples[at + colour]!;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
      }
    }
  }
  return least > greatest ? [0, 0] : [least, greatest];
}

function scaleOf([least, greatest]: readonly [number, number]): Scale {
  const used = greatest > least && greatest - least < LEAST_USED;
  return used
    ? { range: 'used', from: least, to: greatest, least, greatest }
    : { range: 'full', from: 0, to: GREATEST, least, greatest };
}

function scaled(samples: Uint16Array, { from, to }: Scale): Uint8Array {
  const out = new Uint8Array(samples.length);
  const factor = WHITE / (to - from);
  for (let at = 0; at < samples.length; at += 1) out[at] = (samples[at]! - from) * factor + 0.5;
  return out;
}

/** A transparent pixel may hold any value, also beyond the range: it weighs nothing. */
function overWhite(samples: Uint16Array, colours: number, { from, to }: Scale): Uint8Array {
  const pixels = samples.length / (colours + 1);
  const out = new Uint8Array(pixels * colours);
  const factor = WHITE / (to - from);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const start = pixel * (colours + 1);
    const weight = samples[start + colours]! / GREATEST;
    for (let colour = 0; colour < colours; colour += 1) {
      const value = weight === 0 ? 0 : (samples[start + colour]! - from) * factor;
      out[pixel * colours + colour] = value * weight + WHITE * (1 - weight) + 0.5;
    }
  }
  return out;
}
