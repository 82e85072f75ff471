import { categoryCodes } from './category-codes.ts';
import type { CategoryColumn } from './table.ts';

/** A category column from texts; null is missing. Levels stand in order of first appearance. */
export function categoryColumn(name: string, texts: readonly (string | null)[]): CategoryColumn {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(texts.length);
  for (let row = 0; row < texts.length; row += 1) {
    const text = texts[row]!;
    if (text === null) {
      codes[row] = -1;
      continue;
    }
    let code = codeOf.get(text);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(text, code);
    }
    codes[row] = code;
  }
  const narrow = categoryCodes(codes.length, codeOf.size);
  narrow.set(codes);
  return { kind: 'category', name, codes: narrow, levels: [...codeOf.keys()] };
}
