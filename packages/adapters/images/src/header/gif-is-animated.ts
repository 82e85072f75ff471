import type { Bytes } from './bytes.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
/** A second picture that comes later than so many blocks makes no difference to anybody. */
const MOST_BLOCKS = 100_000;

export const isGif = (start: Buffer): boolean => /^GIF8[79]a/.test(start.toString('latin1', 0, 6));

/** GIF89a (CompuServe, 1990): whether there is a second picture. */
export async function gifIsAnimated(bytes: Bytes): Promise<boolean> {
  const screen = await bytes.upTo(0, 13);
  if (screen.length < 13) return false;
  let at = 13 + tableBytes(screen[10]!);
  let pictures = 0;
  for (let block = 0; block < MOST_BLOCKS; block += 1) {
    const start = await bytes.upTo(at, 10);
    if (start[0] === EXTENSION) at = await afterSubBlocks(bytes, at + 2);
    else if (start[0] === IMAGE && start.length === 10) {
      pictures += 1;
      if (pictures > 1) return true;
      at = await afterSubBlocks(bytes, at + 10 + tableBytes(start[9]!) + 1);
    } else break;
  }
  return false;
}

const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

async function afterSubBlocks(bytes: Bytes, from: number): Promise<number> {
  let at = from;
  for (;;) {
    const length = (await bytes.upTo(at, 1))[0];
    if (length === undefined) return bytes.size;
    at += 1 + length;
    if (length === 0) return at;
  }
}
