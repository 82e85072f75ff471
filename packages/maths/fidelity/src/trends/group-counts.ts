import type { CodedColumn } from '../columns/codes.ts';

/**
 * Counts the combinations of codes of three or four columns at once, the last column's code running fastest. Groups
 * that share their first two columns are best counted one after the other: what those two give together is kept.
 *
 * @param columns of equal length, of at most 16 codes each
 */
export function createGroupCounter(
  columns: readonly CodedColumn[],
): (group: readonly number[]) => Int32Array {
  const rows = columns[0]?.codes.length ?? 0;
  const firstTwo = new Uint8Array(rows);
  let held = '';
  return (group) => {
    const [a, b, c, d] = group.map((index) => columns[index]!);
    if (held !== `${group[0]},${group[1]}`) {
      const left = a!.codes;
      const right = b!.codes;
      const width = b!.size;
      for (let row = 0; row < rows; row += 1) firstTwo[row] = left[row]! * width + right[row]!;
      held = `${group[0]},${group[1]}`;
    }
    const counts = new Int32Array(a!.size * b!.size * c!.size * (d?.size ?? 1));
    if (d === undefined) countThree(counts, firstTwo, c!);
    else countFour(counts, firstTwo, c!, d);
    return counts;
  };
}

function countThree(counts: Int32Array, firstTwo: Uint8Array, third: CodedColumn): void {
  const { codes, size } = third;
  for (let row = 0; row < firstTwo.length; row += 1) counts[firstTwo[row]! * size + codes[row]!]! += 1;
}

function countFour(counts: Int32Array, firstTwo: Uint8Array, third: CodedColumn, fourth: CodedColumn): void {
  const left = third.codes;
  const right = fourth.codes;
  const width = third.size;
  const size = fourth.size;
  for (let row = 0; row < firstTwo.length; row += 1)
    counts[(firstTwo[row]! * width + left[row]!) * size + right[row]!]! += 1;
}

/** The counts summed over column `dropped` of a group; the counts themselves where it is -1. */
export function marginOf(counts: Int32Array, sizes: readonly number[], dropped: number): Int32Array {
  if (dropped < 0) return counts;
  const size = sizes[dropped]!;
  const inner = sizes.slice(dropped + 1).reduce((product, each) => product * each, 1);
  const outer = counts.length / (size * inner);
  const margin = new Int32Array(outer * inner);
  for (let before = 0; before < outer; before += 1)
    for (let code = 0; code < size; code += 1)
      for (let after = 0; after < inner; after += 1)
        margin[before * inner + after]! += counts[(before * size + code) * inner + after]!;
  return margin;
}
