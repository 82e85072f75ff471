import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Colours that differ from pixel to pixel, and from one corner to another. */
export function colours(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    pixels[pixel * 3] = (x * 37 + y * 5) % 256;
    pixels[pixel * 3 + 1] = (x * 3 + y * 59) % 256;
    pixels[pixel * 3 + 2] = (x * y + 17 * x) % 256;
  }
  return pixels;
}

/** Broad waves of colour, which lossy formats keep. */
export function waves(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height];
    pixels[pixel * 3] = 60 + 150 * x;
    pixels[pixel * 3 + 1] = 200 - 150 * y;
    pixels[pixel * 3 + 2] = 128 + 90 * Math.sin(4 * (x + y));
  }
  return pixels;
}

/** Discs of many sizes with sharp edges: something that has parts at all frequencies, as scenes have. */
export function discs(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3, 40);
  for (let disc = 0; disc < 40; disc += 1) {
    const [x, y, size] = [(disc * 0.618) % 1, (disc * 0.377 + 0.1) % 1, 0.22 / (1 + disc / 4)];
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      const [across, down] = [(pixel % width) / width - x, Math.floor(pixel / width) / height - y];
      if (across ** 2 + down ** 2 > size ** 2) continue;
      for (let colour = 0; colour < 3; colour += 1) {
        pixels[pixel * 3 + colour] = (disc * 67 + colour * 91) % 256;
      }
    }
  }
  return pixels;
}

export const rgb = (pixels: Buffer, width: number, height: number): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 3 } });

/** Samples of 16 bits, grey or with three colours. */
export const wide = (samples: Uint16Array, width: number, height: number, channels: 1 | 3): Sharp =>
  sharp(samples, { raw: { width, height, channels } }).toColourspace(channels === 1 ? 'grey16' : 'rgb16');

/** A part of a PNG with its checksum. */
export function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(body.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

const PNG_START = 8;
const IHDR_BYTES = 25;

/** A PNG with something put behind its sizes. */
export const pngWith = (png: Buffer, chunk: Buffer): Buffer =>
  Buffer.concat([png.subarray(0, PNG_START + IHDR_BYTES), chunk, png.subarray(PNG_START + IHDR_BYTES)]);

/** A PNG that says other sizes than it has, with a right checksum. */
export function pngSaying(png: Buffer, width: number, height: number): Buffer {
  const sizes = Buffer.from(png.subarray(PNG_START + 8, PNG_START + 8 + 13));
  sizes.writeUInt32BE(width, 0);
  sizes.writeUInt32BE(height, 4);
  return Buffer.concat([
    png.subarray(0, PNG_START),
    pngChunk('IHDR', sizes),
    png.subarray(PNG_START + IHDR_BYTES),
  ]);
}

/** A JPEG that says other sizes than it has. */
export function jpegSaying(jpeg: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = changed.indexOf(Buffer.from([0xff, 0xc0]));
  changed.writeUInt16BE(height, frame + 5);
  changed.writeUInt16BE(width, frame + 7);
  return changed;
}

type TiffPage = { bits?: number; format?: number; kind?: number; colours?: number };

/** A TIFF of grey pages of 2 x 2 pixels, uncompressed, little-endian. */
export function greyTiff(pages: readonly TiffPage[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  for (const [index, { bits = 8, format = 1, kind = 0, colours = 1 }] of pages.entries()) {
    const samples = Buffer.alloc(4 * Math.ceil(bits / 8), 0x40);
    const entries = [
      [254, 4, kind],
      [256, 4, 2],
      [257, 4, 2],
      [258, 3, bits],
      [259, 3, 1],
      [262, 3, colours],
      [273, 4, at + 2 + 11 * 12 + 4],
      [277, 3, 1],
      [278, 4, 2],
      [279, 4, samples.length],
      [339, 3, format],
    ] as const;
    const directory = Buffer.alloc(2 + entries.length * 12 + 4);
    directory.writeUInt16LE(entries.length, 0);
    for (const [entry, [tag, type, value]] of entries.entries()) {
      directory.writeUInt16LE(tag, 2 + entry * 12);
      directory.writeUInt16LE(type, 4 + entry * 12);
      directory.writeUInt32LE(1, 6 + entry * 12);
      directory.writeUInt32LE(value, 10 + entry * 12);
    }
    const next = at + directory.length + samples.length;
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : next, directory.length - 4);
    parts.push(directory, samples);
    at = next;
  }
  return Buffer.concat(parts);
}

/** Two frames in one file. */
export async function twoFrames(format: 'webp' | 'gif'): Promise<Buffer> {
  const frames = await Promise.all(
    ['#d03020', '#2030d0'].map((background) =>
      sharp({ create: { width: 24, height: 16, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}
