import { open } from 'node:fs/promises';
import type { PictureLimits } from '../limits.ts';
import { animated, Refused, unsupported } from '../refused.ts';
import { avifHeader, isAvif, isHeic } from './avif-header.ts';
import { type Bytes, bytesOf } from './bytes.ts';
import { gifIsAnimated, isGif } from './gif-is-animated.ts';
import type { Header } from './header.ts';
import { isSvg } from './is-svg.ts';
import { isJpeg, jpegHeader } from './jpeg-header.ts';
import { otherFormat } from './other-format.ts';
import { isPng, pngHeader } from './png-header.ts';
import { isTiff, tiffHeader } from './tiff-header.ts';
import { isWebp, webpHeader } from './webp-header.ts';

/** An SVG may have a long prologue. */
const START = 65_536;
const MEBIBYTE = 2 ** 20;

/**
 * Says what a file is by what it holds, and refuses what must not reach a decoder: what is no picture, draws itself,
 * moves, or would unfold to more than the limits.
 *
 * @throws Refused
 */
export async function readHeader(file: string, limits: PictureLimits): Promise<Header & { bytes: number }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    refuseSize(size, limits);
    const header = await headerOf(bytesOf(handle, size));
    refusePixels(header, limits);
    return { ...header, bytes: size };
  } finally {
    await handle.close();
  }
}

async function headerOf(bytes: Bytes): Promise<Header> {
  const start = Buffer.from(await bytes.upTo(0, START));
  if (isPng(start)) return pngHeader(bytes);
  if (isJpeg(start)) return jpegHeader(bytes);
  if (isWebp(start)) return webpHeader(bytes);
  if (isAvif(start)) return avifHeader(bytes);
  if (isTiff(start)) return tiffHeader(bytes);
  throw await refusalOf(bytes, start);
}

async function refusalOf(bytes: Bytes, start: Buffer): Promise<Refused> {
  if (isSvg(start)) {
    return new Refused(
      'svg',
      'An SVG is a drawing that can carry scripts and read other files, and is not taken.',
      'Draw it to a PNG at the size that people should label.',
    );
  }
  if (isGif(start)) return (await gifIsAnimated(bytes)) ? animated('The GIF') : unsupported('A GIF');
  if (isHeic(start)) return unsupported('A HEIC picture');
  const other = otherFormat(start);
  if (other !== null) return unsupported(other);
  return new Refused(
    'not-an-image',
    'The file is not a picture of a known format.',
    'Bring JPEG, PNG, WebP, AVIF or TIFF files.',
  );
}

function refuseSize(size: number, limits: PictureLimits): void {
  if (size === 0) {
    throw new Refused('empty', 'The file has no bytes.', 'Bring it anew: its upload or copy was cut off.');
  }
  if (size > limits.bytes) {
    throw new Refused(
      'too-large-a-file',
      `The file has ${Math.ceil(size / MEBIBYTE)} MiB; ${Math.floor(limits.bytes / MEBIBYTE)} MiB are taken.`,
      'Save it with compression, or cut it into several pictures.',
    );
  }
}

function refusePixels({ width, height }: Header, limits: PictureLimits): void {
  if (width === 0 || height === 0) {
    throw new Refused('no-pixels', `The picture is ${width} x ${height} pixels.`, 'Bring it anew.');
  }
  if (width * height > limits.pixels || Math.max(width, height) > limits.side) {
    throw new Refused(
      'too-many-pixels',
      `The picture would unfold to ${width} x ${height} pixels; ${limits.pixels / 1e6} megapixels and ${limits.side} pixels on a side are taken.`,
      'Make it smaller, or cut it into several pictures.',
    );
  }
}
