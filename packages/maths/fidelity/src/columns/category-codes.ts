import type { CategoryCodes } from '@assay/stats';
import { type CodedColumn, codedColumn, codesOf } from './codes.ts';

/** Category codes in which missing is a category of its own, the last one. */
export function categoryCodes(codes: CategoryCodes, levels: number): CodedColumn {
  const kept = codesOf(codes.length, levels + 1);
  for (let row = 0; row < codes.length; row += 1) kept[row] = codes[row]! < 0 ? levels : codes[row]!;
  return codedColumn(kept, levels + 1);
}
