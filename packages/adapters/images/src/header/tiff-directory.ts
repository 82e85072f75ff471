import { damaged } from '../refused.ts';
import type { Bytes } from './bytes.ts';

/** How a TIFF writes numbers, and where its first directory is. */
export type TiffLayout = { little: boolean; big: boolean; first: number };

/** A directory: its numbers by tag, where they are plain integers, and where the next one is (0: none). */
export type TiffDirectory = { tags: Map<number, number[]>; next: number };

const SHORT = 3;
const LONG = 4;
const LONG8 = 16;
const MOST_ENTRIES = 4_096;
/** Of bits and formats a sample there are as many as samples; longer lists are of strips, which nobody asks for here. */
const MOST_VALUES = 16;

export const isTiff = (start: Buffer): boolean => layoutOf(start) !== null;

const layoutOf = (start: Buffer): { little: boolean; big: boolean } | null => {
  const order = start.toString('latin1', 0, 2);
  if ((order !== 'II' && order !== 'MM') || start.length < 8) return null;
  const little = order === 'II';
  const magic = little ? start.readUInt16LE(2) : start.readUInt16BE(2);
  return magic === 42 || magic === 43 ? { little, big: magic === 43 } : null;
};

/** TIFF 6.0 (Adobe, 1992) and BigTIFF. */
export async function tiffLayout(bytes: Bytes): Promise<TiffLayout> {
  const layout = layoutOf(await bytes.exactly(0, 8));
  if (layout === null) throw damaged('it does not begin as a TIFF');
  const first = layout.big
    ? unsigned(await bytes.exactly(8, 8), 0, 8, layout.little)
    : unsigned(await bytes.exactly(4, 4), 0, 4, layout.little);
  return { ...layout, first };
}

export async function tiffDirectory(
  bytes: Bytes,
  { little, big }: TiffLayout,
  at: number,
): Promise<TiffDirectory> {
  const [countBytes, entryBytes, wordBytes] = big ? [8, 20, 8] : [2, 12, 4];
  const count = unsigned(await bytes.exactly(at, countBytes), 0, countBytes, little);
  if (count === 0 || count > MOST_ENTRIES) throw damaged('one of its directories makes no sense');
  const tags = new Map<number, number[]>();
  for (let entry = 0; entry < count; entry += 1) {
    const start = at + countBytes + entry * entryBytes;
    const fields = Buffer.from(await bytes.exactly(start, entryBytes));
    const values = await integers(bytes, fields, wordBytes, little);
    if (values !== null) tags.set(unsigned(fields, 0, 2, little), values);
  }
  const next = await bytes.upTo(at + countBytes + count * entryBytes, wordBytes);
  return { tags, next: next.length < wordBytes ? 0 : unsigned(next, 0, wordBytes, little) };
}

/** The values of an entry; null where they are no plain integers, or many. */
async function integers(
  bytes: Bytes,
  entry: Buffer,
  wordBytes: number,
  little: boolean,
): Promise<number[] | null> {
  const type = unsigned(entry, 2, 2, little);
  const width = type === SHORT ? 2 : type === LONG ? 4 : type === LONG8 ? 8 : type === 1 ? 1 : null;
  const count = unsigned(entry, 4, wordBytes, little);
  if (width === null || count === 0 || count > MOST_VALUES) return null;
  const place = 4 + wordBytes;
  const inside = width * count <= wordBytes;
  const from = inside ? entry : await bytes.exactly(unsigned(entry, place, wordBytes, little), width * count);
  return Array.from({ length: count }, (_, index) =>
    unsigned(from, (inside ? place : 0) + index * width, width, little),
  );
}

function unsigned(from: Buffer, at: number, width: number, little: boolean): number {
  if (width < 8) return little ? from.readUIntLE(at, width) : from.readUIntBE(at, width);
  const value = little ? from.readBigUInt64LE(at) : from.readBigUInt64BE(at);
  if (value > Number.MAX_SAFE_INTEGER) throw damaged('it points far beyond its end');
  return Number(value);
}
