import { animated, damaged } from '../refused.ts';
import type { Bytes } from './bytes.ts';
import type { Header } from './header.ts';

export const isWebp = (start: Buffer): boolean =>
  start.toString('latin1', 0, 4) === 'RIFF' && start.toString('latin1', 8, 12) === 'WEBP';

const ANIMATION = 0x02;
const MOST_CHUNKS = 10_000;

/** RFC 9649: the first chunk says what kind it is; an extended file names its sizes before its pixels. */
export async function webpHeader(bytes: Bytes): Promise<Header> {
  let canvas: { width: number; height: number } | null = null;
  let at = 12;
  for (let chunk = 0; chunk < MOST_CHUNKS && at + 8 <= bytes.size; chunk += 1) {
    const part = await bytes.exactly(at, 8);
    const type = part.toString('latin1', 0, 4);
    const length = part.readUInt32LE(4);
    const body = at + 8;
    if (type === 'VP8X') {
      const extended = await bytes.exactly(body, 10);
      if ((extended[0]! & ANIMATION) !== 0) throw animated('The WebP');
      canvas = { width: extended.readUIntLE(4, 3) + 1, height: extended.readUIntLE(7, 3) + 1 };
    }
    if (type === 'VP8 ') return headerOf(canvas ?? lossySize(await bytes.exactly(body, 10)), false);
    if (type === 'VP8L') return headerOf(canvas ?? losslessSize(await bytes.exactly(body, 5)), true);
    at = body + length + (length % 2);
  }
  throw damaged('it holds no pixels');
}

const headerOf = (size: { width: number; height: number }, lossless: boolean): Header => ({
  format: 'webp',
  ...size,
  bitDepth: 8,
  lossless,
  further: false,
});

function lossySize(frame: Buffer): { width: number; height: number } {
  if (frame.readUIntBE(3, 3) !== 0x9d012a) throw damaged('its pixels do not begin as a WebP’s');
  return { width: frame.readUInt16LE(6) & 0x3fff, height: frame.readUInt16LE(8) & 0x3fff };
}

function losslessSize(frame: Buffer): { width: number; height: number } {
  if (frame[0] !== 0x2f) throw damaged('its pixels do not begin as a WebP’s');
  const bits = frame.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
