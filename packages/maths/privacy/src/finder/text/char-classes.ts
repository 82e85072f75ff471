/** Character classes of UTF-16 code units, looked up rather than matched, so that reading a text is one pass. */
export const DIGIT = 1;
export const UPPER = 2;
export const LOWER = 4;
/** A letter without case: Chinese, Japanese, Korean, Arabic, Hebrew, Devanagari and others. */
export const OTHER_LETTER = 8;
export const SPACE = 16;
export const LETTER: number = UPPER | LOWER | OTHER_LETTER;

const table = new Uint8Array(0x2000);
for (let code = 0; code < table.length; code++) {
  const text = String.fromCharCode(code);
  if (code >= 48 && code <= 57) table[code] = DIGIT;
  else if (/\p{L}/u.test(text)) {
    const lower = text.toLowerCase();
    const upper = text.toUpperCase();
    table[code] = lower === upper ? OTHER_LETTER : text === upper || lower !== text ? UPPER : LOWER;
  } else if (/\p{M}/u.test(text)) table[code] = OTHER_LETTER;
  else if (code <= 32 || code === 160) table[code] = SPACE;
}
// German sharp s has a two-letter capital, so the comparison above would not see it as a small letter.
table[0xdf] = LOWER;

/** The class of one UTF-16 code unit; 0 for punctuation and symbols. */
export function charClass(code: number): number {
  if (code < 0x2000) return table[code] ?? 0;
  if (code < 0x2c00) return code === 0x202f || code === 0x2009 ? SPACE : 0;
  if (code < 0x3040) return code === 0x3000 ? SPACE : 0;
  if (code >= 0xff00 && code < 0xff21) return 0;
  return OTHER_LETTER;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (charClass(code) & LETTER) !== 0;
}

export function isWordUnit(code: number): boolean {
  return (charClass(code) & (LETTER | DIGIT)) !== 0 || code === 95;
}
