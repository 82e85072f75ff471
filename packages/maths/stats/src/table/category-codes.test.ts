import { expect, test } from 'vitest';
import { alignLevels } from './align-levels.ts';
import { categoryCodes } from './category-codes.ts';
import { categoryColumn } from './category-column.ts';
import { stackTables } from './stack-tables.ts';
import { tableOf } from './table.ts';
import { takeRows } from './take-rows.ts';
import { valueAt } from './value-at.ts';

test.each([
  [128, Int8Array],
  [129, Int16Array],
  [32_768, Int16Array],
  [32_769, Int32Array],
])('%i levels fit their array with -1', (levels, type) => {
  const codes = categoryCodes(2, levels);
  expect(codes).toBeInstanceOf(type);
  codes.set([levels - 1, -1]);
  expect([...codes]).toEqual([levels - 1, -1]);
});

const texts = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, row) => (row === 0 ? null : `${prefix}${row}`));

test('levels beyond a narrow array survive aligning, stacking and taking', () => {
  const [left, right] = [categoryColumn('a', texts('x', 120)), categoryColumn('a', texts('y', 120))];
  const aligned = alignLevels([left, right])[1]!;
  expect(aligned.levels).toHaveLength(238);
  for (let row = 0; row < 120; row += 1) expect(valueAt(aligned, row)).toBe(valueAt(right, row));
  const stacked = stackTables([tableOf([left]), tableOf([right])]);
  const taken = takeRows(stacked, [239, 120, 1]).columns[0]!;
  expect([0, 1, 2].map((row) => valueAt(taken, row))).toEqual(['y119', null, 'x1']);
});
