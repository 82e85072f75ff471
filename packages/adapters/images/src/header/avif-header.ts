import { animated, damaged, unsupported } from '../refused.ts';
import type { Bytes } from './bytes.ts';
import type { Header } from './header.ts';

type Box = { type: string; body: number; end: number };

const MOST_BOXES = 10_000;
const HEIC = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

const brandsOf = (start: Buffer): string[] => {
  const end = Math.min(start.readUInt32BE(0), start.length);
  const brands = [start.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(start.toString('latin1', at, at + 4));
  return brands;
};

const isBoxed = (start: Buffer): boolean => start.length >= 16 && start.toString('latin1', 4, 8) === 'ftyp';

export const isAvif = (start: Buffer): boolean =>
  isBoxed(start) && brandsOf(start).some((brand) => brand === 'avif' || brand === 'avis');

export const isHeic = (start: Buffer): boolean =>
  isBoxed(start) && brandsOf(start).some((brand) => HEIC.includes(brand));

/**
 * AVIF 1.1 (AOM) on ISO/IEC 23008-12: sizes stand in `meta/iprp/ipco/ispe`, one for each picture or part of one; the
 * largest is what a decoder must make room for.
 */
export async function avifHeader(bytes: Bytes): Promise<Header> {
  const top = await boxes(bytes, 0, bytes.size);
  if (top.some(({ type }) => type === 'moov')) throw animated('The AVIF');
  const properties = await descend(bytes, top, ['meta', 'iprp', 'ipco']);
  const sizes: { width: number; height: number }[] = [];
  for (const { type, body } of properties) {
    if (type !== 'ispe') continue;
    const size = await bytes.exactly(body + 4, 8);
    sizes.push({ width: size.readUInt32BE(0), height: size.readUInt32BE(4) });
  }
  if (sizes.length === 0) throw damaged('it says no sizes');
  const [largest] = sizes.sort((a, b) => b.width * b.height - a.width * a.height);
  const depth = properties.find(({ type }) => type === 'pixi');
  const bitDepth = depth === undefined ? null : (await bytes.exactly(depth.body + 4, 2)).readUInt8(1);
  if (bitDepth !== null && bitDepth > 12) throw unsupported(`An AVIF of ${bitDepth} bits a sample`);
  return { format: 'avif', ...largest!, bitDepth, lossless: false, further: false };
}

async function descend(bytes: Bytes, top: readonly Box[], path: readonly string[]): Promise<readonly Box[]> {
  let level = top;
  for (const name of path) {
    const box = level.find(({ type }) => type === name);
    if (box === undefined) throw damaged(`it lacks its part "${name}"`);
    // `meta` alone of these begins with a version and flags
    level = await boxes(bytes, box.body + (name === 'meta' ? 4 : 0), box.end);
  }
  return level;
}

async function boxes(bytes: Bytes, from: number, to: number): Promise<Box[]> {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to && found.length < MOST_BOXES; ) {
    const start = await bytes.exactly(at, 8);
    const short = start.readUInt32BE(0);
    const type = start.toString('latin1', 4, 8);
    const long = short === 1;
    const length = long ? Number((await bytes.exactly(at + 8, 8)).readBigUInt64BE(0)) : short;
    const end = short === 0 ? to : at + length;
    const body = at + (long ? 16 : 8);
    if (end < body || end > to) throw damaged('one of its parts is longer than the file');
    found.push({ type, body, end });
    at = end;
  }
  return found;
}
