import { categoryCodes } from './category-codes.ts';
import type { CategoryColumn } from './table.ts';

/**
 * The same columns coded over one set of levels: those of the first column in its order, then what the later ones
 * add in theirs. Equal codes then mean equal categories.
 */
export function alignLevels(columns: readonly CategoryColumn[]): CategoryColumn[] {
  const codeOf = new Map<string, number>();
  for (const { levels } of columns)
    for (const level of levels) if (!codeOf.has(level)) codeOf.set(level, codeOf.size);
  const levels = [...codeOf.keys()];
  return columns.map((column) => {
    const recode = Int32Array.from(column.levels, (level) => codeOf.get(level)!);
    const codes = categoryCodes(column.codes.length, levels.length);
    for (let row = 0; row < codes.length; row += 1) {
      const code = column.codes[row]!;
      codes[row] = code < 0 ? -1 : recode[code]!;
    }
    return { ...column, levels, codes };
  });
}
