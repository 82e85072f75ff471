import { type CodedColumn, codedColumn, codesOf } from './codes.ts';

const TOP = 10;

/**
 * Which code each level takes when only the ten most frequent of the real table keep their own (ties go to the
 * earlier level), the others share one, and missing has the last: `recode[level]`, and the number of codes.
 */
export function topCategories(
  realCounts: ArrayLike<number>,
  levels: number,
): { recode: Int32Array; size: number } {
  const order = Array.from({ length: levels }, (_, level) => level).sort(
    (a, b) => realCounts[b]! - realCounts[a]! || a - b,
  );
  const kept = Math.min(TOP, levels);
  const recode = new Int32Array(levels + 1).fill(kept);
  for (let rank = 0; rank < kept; rank += 1) recode[order[rank]!] = rank;
  recode[levels] = kept + 1;
  return { recode, size: kept + 2 };
}

/** A coded column under a recoding of its codes. */
export function recoded(column: CodedColumn, recode: Int32Array, size: number): CodedColumn {
  const codes = codesOf(column.codes.length, size);
  for (let row = 0; row < codes.length; row += 1) codes[row] = recode[column.codes[row]!]!;
  return codedColumn(codes, size);
}
