import { animated, damaged } from '../refused.ts';
import type { Bytes } from './bytes.ts';
import type { Header } from './header.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A chunk's length, type and checksum. */
const AROUND = 12;
/** Before the pixels: nobody writes more, and each costs a look. */
const MOST_CHUNKS = 10_000;

export const isPng = (start: Buffer): boolean => start.subarray(0, 8).equals(SIGNATURE);

/** PNG, third edition (W3C, 2025): IHDR first; `acTL` before the pixels makes it an animated one. */
export async function pngHeader(bytes: Bytes): Promise<Header> {
  const first = await bytes.exactly(8, 8 + 13);
  if (first.toString('latin1', 4, 8) !== 'IHDR' || first.readUInt32BE(0) !== 13) {
    throw damaged('a PNG begins with its sizes, and this one does not');
  }
  const header: Header = {
    format: 'png',
    width: first.readUInt32BE(8),
    height: first.readUInt32BE(12),
    bitDepth: first.readUInt8(16),
    lossless: true,
    further: false,
  };
  let at = 8;
  for (let chunk = 0; chunk < MOST_CHUNKS && at < bytes.size; chunk += 1) {
    const part = await bytes.exactly(at, 8);
    const length = part.readUInt32BE(0);
    const type = part.toString('latin1', 4, 8);
    if (type === 'IDAT') return header;
    if (type === 'acTL' && (await bytes.exactly(at + 8, 4)).readUInt32BE(0) > 1) {
      throw animated('The PNG');
    }
    at += length + AROUND;
  }
  throw damaged('it holds no pixels');
}
