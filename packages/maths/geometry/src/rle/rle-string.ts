import { type Rle, type RleResult, rleOfCounts } from './rle.ts';

/** Each character carries five bits of a number, the lowest first; a sixth says that more follow. */
const BITS = 5;
const MORE = 1 << BITS;
const SIGN = MORE >> 1;
const FIRST_CODE = 48;
/** A number of 32 bits with its sign fits into seven characters. */
const MOST_CHARACTERS = 7;

/**
 * The run lengths of a mask as COCO's compressed text. From the fourth run on, the difference to the run two before is
 * written instead of the run: neighbouring columns of a mask are alike.
 * Source: pycocotools, `rleToString`.
 */
export function rleToString({ counts }: Rle): string {
  const codes: number[] = [];
  for (const [at, count] of counts.entries()) {
    let rest = at > 2 ? count - counts[at - 2]! : count;
    for (let more = true; more; ) {
      const bits = rest & (MORE - 1);
      rest >>= BITS;
      more = bits & SIGN ? rest !== -1 : rest !== 0;
      codes.push((more ? bits | MORE : bits) + FIRST_CODE);
    }
  }
  return textOfCodes(codes);
}

/** The mask of a compressed text, for an image of a size. */
export function rleOfString(width: number, height: number, text: string): RleResult {
  const counts: number[] = [];
  for (let at = 0; at < text.length; ) {
    let [value, characters] = [0, 0];
    for (let more = true; more; at += 1, characters += 1) {
      if (at === text.length) return { ok: false, reason: 'cut-off' };
      const bits = text.charCodeAt(at) - FIRST_CODE;
      if (bits < 0 || bits >= 2 * MORE) return { ok: false, reason: 'bad-character' };
      if (characters === MOST_CHARACTERS) return { ok: false, reason: 'bad-run' };
      // Beyond 32 bits shifts would lose what stands there.
      value += (bits & (MORE - 1)) * 2 ** (BITS * characters);
      more = (bits & MORE) !== 0;
      if (!more && bits & SIGN) value -= 2 ** (BITS * (characters + 1));
    }
    counts.push(counts.length > 2 ? value + counts[counts.length - 2]! : value);
  }
  return rleOfCounts(width, height, counts);
}

/** In pieces: a function takes only so many arguments. */
function textOfCodes(codes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < codes.length; at += 4096) text += String.fromCharCode(...codes.slice(at, at + 4096));
  return text;
}
