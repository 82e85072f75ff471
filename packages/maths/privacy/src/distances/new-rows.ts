import type { NumberColumn, Table } from '@assay/stats';
import { equivalenceClasses } from '../anonymity/equivalence-classes.ts';

/** How many synthetic rows match no real row, and how many match one. */
export type NewRows = { readonly fresh: number; readonly matched: number };

/**
 * Synthetic rows without a match among the real ones: a match agrees in every category and in every missing value,
 * and each real number lies within `tolerance` times the synthetic one. SDMetrics' NewRowSynthesis; a share of a
 * number near zero allows nothing, and of an instant months, so that `countCopies` is the measure to rely on.
 *
 * @param columns names to compare
 * @throws RangeError when a table lacks a column
 */
export function newRows(
  real: Table,
  synthetic: Table,
  columns: readonly string[],
  tolerance = 0.01,
): NewRows {
  const numbers = columns.flatMap((name) => {
    const pair = [real, synthetic].map((table) => table.columns.find((column) => column.name === name));
    return pair.every((column) => column?.kind === 'number') ? [pair as [NumberColumn, NumberColumn]] : [];
  });
  const names = new Set(numbers.map(([column]) => column.name));
  const classes = equivalenceClasses(
    [real, synthetic],
    columns.filter((name) => !names.has(name)),
  );
  const members = Array.from({ length: classes.classes }, (): number[] => []);
  for (const [row, each] of classes.classOf[0]!.entries()) members[each]!.push(row);
  let matched = 0;
  for (const [row, each] of classes.classOf[1]!.entries())
    if (members[each]!.some((other) => numbers.every((pair) => agree(pair, other, row, tolerance))))
      matched += 1;
  return { fresh: synthetic.rows - matched, matched };
}

function agree(
  [real, synthetic]: [NumberColumn, NumberColumn],
  a: number,
  b: number,
  tolerance: number,
): boolean {
  const x = real.values[a]!;
  const y = synthetic.values[b]!;
  if (Number.isNaN(y)) return Number.isNaN(x);
  return Math.abs(x - y) <= Math.abs(tolerance * y);
}
