import { describe, expect, it } from 'vitest';
import { alignLevels } from './align-levels.ts';
import { categoryColumn } from './category-column.ts';
import { stackTables } from './stack-tables.ts';
import { findColumn, missingIn, type NumberColumn, tableOf } from './table.ts';
import { takeRows } from './take-rows.ts';

const age: NumberColumn = {
  kind: 'number',
  name: 'age',
  scale: 'integer',
  values: Float64Array.of(30, Number.NaN, 50),
};
const colour = categoryColumn('colour', ['red', null, 'blue']);

describe('a table in memory', () => {
  it('codes categories in order of first appearance and counts what is missing', () => {
    expect([...colour.codes]).toEqual([0, -1, 1]);
    expect(colour.levels).toEqual(['red', 'blue']);
    expect(missingIn(colour)).toBe(1);
    expect(missingIn(age)).toBe(1);
  });

  it('refuses columns of unequal length and equal names', () => {
    expect(() => tableOf([age, categoryColumn('b', ['x'])])).toThrow(/column b has 1 values, not 3/);
    expect(() => tableOf([age, age])).toThrow(/two columns are named age/);
    expect(tableOf([])).toEqual({ rows: 0, columns: [] });
  });

  it('takes rows in any order, also twice, and refuses those it does not have', () => {
    const taken = takeRows(tableOf([age, colour]), [2, 0, 2]);
    expect(taken.rows).toBe(3);
    expect(taken.columns[0]).toMatchObject({ values: Float64Array.of(50, 30, 50) });
    expect(taken.columns[1]).toMatchObject({ codes: Int8Array.of(1, 0, 1) });
    expect(() => takeRows(tableOf([age]), [3])).toThrow(/row 3 is not in a table of 3 rows/);
    expect(() => takeRows(tableOf([age]), [-1])).toThrow(RangeError);
  });

  it('stacks tables over one set of levels and refuses what does not fit', () => {
    const other = tableOf([{ ...age, values: Float64Array.of(70) }, categoryColumn('colour', ['green'])]);
    const stacked = stackTables([tableOf([age, colour]), other]);
    expect(stacked.rows).toBe(4);
    expect(stacked.columns[0]).toMatchObject({ values: Float64Array.of(30, Number.NaN, 50, 70) });
    expect(stacked.columns[1]).toMatchObject({
      codes: Int8Array.of(0, -1, 1, 2),
      levels: ['red', 'blue', 'green'],
    });
    expect(() => stackTables([tableOf([age]), tableOf([colour])])).toThrow(/age is not in all tables/);
    expect(stackTables([])).toEqual({ rows: 0, columns: [] });
    const red = takeRows(tableOf([colour]), [0]);
    expect(stackTables([red, red]).columns[0]).toMatchObject({ levels: ['red'] });
  });

  it('finds a column by name', () => {
    expect(findColumn(tableOf([age, colour]), 'colour')).toBe(colour);
    expect(findColumn(tableOf([age]), 'colour')).toBeUndefined();
  });

  it('gives two columns one set of levels', () => {
    const [left, right] = alignLevels([colour, categoryColumn('colour', ['green', 'red', null])]);
    expect(left?.levels).toEqual(['red', 'blue', 'green']);
    expect([...(left?.codes ?? [])]).toEqual([0, -1, 1]);
    expect([...(right?.codes ?? [])]).toEqual([2, 0, -1]);
  });
});
