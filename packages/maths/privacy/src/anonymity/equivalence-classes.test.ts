import { createStream, drawInteger } from '@assay/random';
import { type Column, categoryColumn, type Table, tableOf, valueAt } from '@assay/stats';
import { describe, expect, it } from 'vitest';
import { classSizes, equivalenceClasses } from './equivalence-classes.ts';

/** Columns of few values each, some missing: rows part slowly, and some never do. */
function drawTable(rows: number, seed: string): Table {
  const drawn = (column: number, row: number) =>
    drawInteger(createStream(seed, `column ${column}`), row, 2 + column);
  return tableOf(
    Array.from({ length: 6 }, (_, at): Column => {
      const name = `c${at}`;
      if (at % 2 === 0) {
        const values = Float64Array.from({ length: rows }, (__, row) => drawn(at, row) || Number.NaN);
        return { kind: 'number', name, scale: 'integer', values };
      }
      return categoryColumn(
        name,
        Array.from({ length: rows }, (__, row) => (drawn(at, row) === 0 ? null : `l${drawn(at, row)}`)),
      );
    }),
  );
}

/** The definition: rows are told apart by the text of their values, and numbered as they are first met. */
function byDefinition(tables: readonly Table[], columns: readonly string[]) {
  const numbers = new Map<string, number>();
  const classOf = tables.map((table) =>
    Array.from({ length: table.rows }, (_, row) => {
      const key = JSON.stringify(
        columns.map((name) => valueAt(table.columns.find((column) => column.name === name)!, row)),
      );
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return known;
    }),
  );
  return { classes: numbers.size, classOf };
}

describe('equivalenceClasses', () => {
  it.each([1, 2, 3, 4, 6])('equals its definition over %i columns of two tables', (count) => {
    const tables = [drawTable(300, 'left'), drawTable(200, 'right')];
    const columns = tables[0]!.columns.slice(0, count).map(({ name }) => name);
    const { classes, classOf } = equivalenceClasses(tables, columns);
    const expected = byDefinition(tables, columns);
    expect(classes).toBe(expected.classes);
    expect(classOf.map((each) => [...each])).toEqual(expected.classOf);
    const sizes = classSizes({ classes, classOf }, 1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(200);
  });

  it('has one class without columns, none without rows, and refuses a column that is not there', () => {
    const table = drawTable(3, 'few');
    expect(equivalenceClasses([table], []).classes).toBe(1);
    expect(equivalenceClasses([drawTable(0, 'none')], ['c0']).classes).toBe(0);
    // Also where rows are told apart long before.
    expect(() => equivalenceClasses([drawTable(1, 'one')], ['c0', 'c9'])).toThrow(RangeError);
  });
});
