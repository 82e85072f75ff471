import { charClass, DIGIT, OTHER_LETTER, UPPER } from './char-classes.ts';

export const DIGITS = 1;
export const CAPITAL = 2;
export const OTHER = 4;
export const AT = 8;
export const COLON = 16;
export const DOT = 32;
export const HYPHEN = 64;
export const SLASH = 128;
export const DEGREE = 256;
export const BRACKET = 512;
export const LETTERS = 1024;
export const SPACES = 2048;

const MARKS: Readonly<Record<number, number>> = {
  64: AT,
  58: COLON,
  46: DOT,
  45: HYPHEN,
  47: SLASH,
  176: DEGREE,
  40: BRACKET,
  91: BRACKET,
  123: BRACKET,
  32: SPACES,
};
const ascii = new Uint16Array(256);
for (let code = 0; code < 256; code++) {
  const kind = charClass(code);
  ascii[code] =
    kind === DIGIT
      ? DIGITS
      : kind === UPPER
        ? CAPITAL | LETTERS
        : kind === OTHER_LETTER
          ? OTHER | LETTERS
          : kind !== 0 && kind !== 16
            ? LETTERS
            : (MARKS[code] ?? 0);
}

/** Which kinds of character a text has, as a sum of flags: one pass that decides which detectors need to run. */
export function signsOf(text: string): number {
  let signs = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 256) signs |= ascii[code] ?? 0;
    else {
      const kind = charClass(code);
      if (kind === UPPER) signs |= CAPITAL | LETTERS;
      else if (kind === OTHER_LETTER) signs |= OTHER | LETTERS;
      else if (kind !== 0) signs |= LETTERS;
      else if (code === 0x2019 || code === 0x2032) signs |= DEGREE;
    }
  }
  return signs;
}
