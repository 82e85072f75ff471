import { createStream, drawInteger, drawNormal, drawUniform, type Stream } from '@assay/random';
import { type Column, type Table, tableOf, takeRows } from '@assay/stats';

/** Rows of people drawn by seed: eight columns that depend on two hidden ones, some values missing. */
export function drawPeople(rows: number, seed: number): Table {
  const hidden = createStream(seed, 'hidden');
  const noise = createStream(seed, 'noise');
  const numbers = (name: string, of: (row: number) => number): Column => ({
    kind: 'number',
    name,
    scale: 'decimal',
    values: Float64Array.from({ length: rows }, (_, row) => of(row)),
  });
  const categories = (name: string, levels: number, of: (row: number) => number): Column => ({
    kind: 'category',
    name,
    levels: Array.from({ length: levels }, (_, level) => `${name} ${level}`),
    codes: Int32Array.from({ length: rows }, (_, row) =>
      Math.max(0, Math.min(levels - 1, Math.floor(of(row)))),
    ),
  });
  const a = (row: number) => drawNormal(hidden, row, 1);
  const b = (row: number) => drawNormal(hidden, row, 2);
  const e = (row: number, attempt: number) => drawNormal(noise, row, attempt);
  return tableOf([
    numbers('age', (row) => Math.round(40 + 12 * a(row) + 3 * e(row, 1))),
    numbers('pay', (row) => (drawUniform(noise, row, 9) < 0.05 ? Number.NaN : Math.exp(a(row) + b(row) / 2))),
    numbers('hours', (row) => Math.round(40 + 6 * e(row, 2))),
    categories('region', 8, (row) => 4 + 2 * b(row) + e(row, 3)),
    categories('work', 6, (row) => 3 + a(row) + b(row) + e(row, 4) / 2),
    categories('home', 3, (row) => 1.5 + a(row) + e(row, 5) / 2),
    categories('sex', 2, (row) => 2 * drawUniform(noise, row, 6)),
    categories('class', 4, (row) => 2 + a(row) - b(row)),
  ]);
}

/** The table with each cell replaced, with probability `share`, by the same column's cell of a random row. */
export function replaceCells(table: Table, share: number, seed: number): Table {
  const columns = table.columns.map((column) => {
    const stream = createStream(seed, `replace ${column.name}`);
    return takeRows(tableOf([column]), sources(stream, table.rows, share)).columns[0]!;
  });
  return tableOf(columns);
}

function sources(stream: Stream, rows: number, share: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) =>
    drawUniform(stream, row) < share ? drawInteger(stream, row, rows, 1) : row,
  );
}
