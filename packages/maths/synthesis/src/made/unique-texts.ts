import type { CategoryColumn } from '@assay/stats';

/** A column whose every row has a level of its own. */
export function uniqueTexts(name: string, rows: number, textAt: (at: number) => string): CategoryColumn {
  const levels = Array.from({ length: rows }, (_, at) => textAt(at));
  return { kind: 'category', name, levels, codes: Int32Array.from(levels, (_, at) => at) };
}
