import { damaged, unsupported } from '../refused.ts';
import type { Bytes } from './bytes.ts';
import type { Header } from './header.ts';

export const isJpeg = (start: Buffer): boolean =>
  start.length > 2 && start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff;

const MOST_SEGMENTS = 10_000;
/** Nobody leaves more between two segments. */
const SEARCHED = 4_096;
const APP2 = 0xe2;
const START_OF_SCAN = 0xda;
/** SOF0, 1, 2, 9, 10: baseline, extended and progressive, with Huffman or arithmetic coding. */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc9, 0xca];
/** Hierarchical and lossless frames. */
const RARE_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xcb, 0xcd, 0xce, 0xcf];

/** ITU-T T.81, annex B: segments up to the frame that says the sizes. */
export async function jpegHeader(bytes: Bytes): Promise<Header> {
  let at = 2;
  let further = false;
  for (let segment = 0; segment < MOST_SEGMENTS; segment += 1) {
    at = await nextMarker(bytes, at);
    const start = await bytes.exactly(at, 4);
    const marker = start[1]!;
    const length = start.readUInt16BE(2);
    if (length < 2 || marker === START_OF_SCAN) break;
    if (RARE_FRAMES.includes(marker)) throw unsupported('A lossless or hierarchical JPEG');
    if (FRAMES.includes(marker)) return frameHeader(await bytes.exactly(at + 4, 6), further);
    if (marker === APP2) {
      further ||= (await bytes.upTo(at + 4, 4)).toString('latin1') === 'MPF\0';
    }
    at += 2 + length;
  }
  throw damaged('no sizes are found before its pixels');
}

/** Where the next marker is: stray bytes and any number of 0xFF may stand before it. */
async function nextMarker(bytes: Bytes, from: number): Promise<number> {
  const near = await bytes.upTo(from, SEARCHED);
  for (let at = 0; at + 1 < near.length; at += 1) {
    if (near[at] === 0xff && near[at + 1] !== 0 && near[at + 1] !== 0xff) return from + at;
  }
  throw damaged('no sizes are found before its pixels');
}

function frameHeader(frame: Buffer, further: boolean): Header {
  const bitDepth = frame.readUInt8(0);
  if (bitDepth !== 8) throw unsupported(`A JPEG of ${bitDepth} bits a sample`);
  return {
    format: 'jpeg',
    height: frame.readUInt16BE(1),
    width: frame.readUInt16BE(3),
    bitDepth,
    lossless: false,
    further,
  };
}
