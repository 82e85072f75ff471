import { createStream, drawNormal, drawUniform } from '@assay/random';
import { categoryColumn, type Table, tableOf } from '@assay/stats';
import type { ColumnPlan } from '../plan/column-plan.ts';

const DAY = 86_400_000;

/**
 * A seeded table with a column of every sort: skewed integers with many zeros, decimals of two places, days, a code
 * that another column determines, a category with rare levels, a flag, and missing values that depend on the flag.
 */
export function mixedTable(rows: number, seed = 'mixed'): Table {
  const unit = (name: string) => {
    const stream = createStream(seed, name);
    return (row: number) => drawUniform(stream, row);
  };
  const [flagAt, gradeAt, zeroAt, gainAt, absentAt, dayAt, townAt] = [
    unit('flag'),
    unit('grade'),
    unit('zero'),
    unit('gain'),
    unit('absent'),
    unit('day'),
    unit('town'),
  ];
  const noise = createStream(seed, 'noise');
  const index = Array.from({ length: rows }, (_, row) => row);
  const flag = index.map((row) => flagAt(row) < 0.3);
  const grade = index.map((row) => Math.floor((flag[row] ? 2 : 0) + 4 * gradeAt(row)));
  const absent = index.map((row) => absentAt(row) < (flag[row] ? 0.4 : 0.05));
  return tableOf([
    categoryColumn(
      'flag',
      flag.map((each) => (each ? 'yes' : 'no')),
    ),
    categoryColumn(
      'grade',
      grade.map((each) => `grade ${each}`),
    ),
    {
      kind: 'number',
      name: 'points',
      scale: 'integer',
      values: Float64Array.from(grade, (each) => 10 * each),
    },
    {
      kind: 'number',
      name: 'gain',
      scale: 'integer',
      values: Float64Array.from(index, (row) =>
        zeroAt(row) < (flag[row] ? 0.5 : 0.95) ? 0 : Math.ceil(5000 * gainAt(row) ** 3),
      ),
    },
    {
      kind: 'number',
      name: 'price',
      scale: 'decimal',
      values: Float64Array.from(index, (row) =>
        absent[row]
          ? Number.NaN
          : Math.round(100 * (50 + 10 * grade[row]! + 5 * drawNormal(noise, row))) / 100,
      ),
    },
    {
      kind: 'number',
      name: 'day',
      scale: 'datetime',
      values: Float64Array.from(index, (row) => DAY * Math.floor(19_000 + 700 * dayAt(row))),
    },
    categoryColumn(
      'town',
      index.map((row) => (townAt(row) < 0.02 ? `hamlet ${row % 40}` : `town ${Math.floor(6 * townAt(row))}`)),
    ),
  ]);
}

/** The plan that models every column of a table. */
export function modelAll(table: Table): ColumnPlan[] {
  return table.columns.map(({ name }) => ({ name, make: 'model' }));
}
