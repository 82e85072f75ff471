import { createHash } from 'node:crypto';
import { readFile, rename, stat } from 'node:fs/promises';
import type { ChunkRef, ColumnSpec, PhysicalType } from '@assay/contracts';
import { categoryColumn, type Table, tableOf } from '@assay/stats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './import-testing.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const ROWS = 70_000;

function spec(index: number, name: string, physical: PhysicalType): ColumnSpec {
  return {
    index,
    name,
    sourceName: name,
    type: 'text',
    physical,
    role: 'feature',
    parse: {
      decimalSeparator: '.',
      thousandsSeparator: null,
      datetimeFormats: [],
      trueValues: [],
      falseValues: [],
    },
    label: name,
    unit: null,
    meaning: null,
    allowedValues: null,
  };
}

const columns = [
  spec(0, 'count', 'BIGINT'),
  spec(1, 'share', 'DOUBLE'),
  spec(2, 'day', 'DATE'),
  spec(3, 'moment', 'TIMESTAMP'),
  spec(4, 'yes', 'BOOLEAN'),
  spec(5, 'name', 'VARCHAR'),
];

function table(rows: number): Table {
  const number = (name: string, scale: 'integer' | 'decimal' | 'datetime', of: (row: number) => number) => ({
    kind: 'number' as const,
    name,
    scale,
    values: Float64Array.from({ length: rows }, (_, row) => (row % 10 === 9 ? Number.NaN : of(row))),
  });
  const texts = (of: (row: number) => string) =>
    Array.from({ length: rows }, (_, row) => (row % 10 === 9 ? null : of(row)));
  return tableOf([
    number('count', 'integer', (row) => row),
    number('share', 'decimal', (row) => row / 7),
    number('day', 'datetime', (row) => (row % 1000) * 86_400_000),
    number('moment', 'datetime', (row) => row * 1001),
    categoryColumn(
      'yes',
      texts((row) => String(row % 2 === 0)),
    ),
    categoryColumn(
      'name',
      texts((row) => `it's ${row % 13}`),
    ),
  ]);
}

function write(given: Table, rowStart: number): Promise<ChunkRef[]> {
  return bench.tables.write({
    table: given,
    columns,
    rowStart,
    workDir: bench.dir,
    signal: new AbortController().signal,
    putChunk: async (file, rows, start) => {
      const sha256 = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      const { size } = await stat(file);
      await rename(file, await bench.localPathOf({ key: sha256 } as ChunkRef));
      return { sha256, key: sha256, bytes: size, rows, rowStart: start };
    },
  });
}

test('a table in memory is read back as it was, chunk after chunk, the same bytes each time', async () => {
  const chunks = await write(table(ROWS), 100);
  expect(chunks.map(({ rows, rowStart }) => [rows, rowStart])).toEqual([
    [65_536, 100],
    [4464, 65_636],
  ]);
  expect(await write(table(ROWS), 100)).toEqual(chunks);
  expect(await bench.left()).toEqual([]);
  const manifest = { type: 'assay.table-manifest', version: 1, columns, rows: ROWS, chunks } as const;
  const reader = await bench.tables.open({ ...manifest, columns: [...columns], chunks }, bench.localPathOf);
  try {
    expect(await reader.row(100)).toEqual([0, 0, '1970-01-01', '1970-01-01T00:00:00', true, "it's 0"]);
    expect(await reader.row(109)).toEqual([null, null, null, null, null, null]);
    expect(await reader.row(1103)).toEqual([
      1003,
      1003 / 7,
      '1970-01-04',
      '1970-01-01T00:16:44.003',
      false,
      "it's 2",
    ]);
    expect(await reader.row(70_099)).toEqual([null, null, null, null, null, null]);
    expect(await reader.row(70_100)).toBeNull();
  } finally {
    await reader.close();
  }
});

test('nothing is written of an empty table, and a column that is not there is named', async () => {
  expect(await write(table(0), 0)).toEqual([]);
  await expect(write(tableOf([categoryColumn('name', ['a'])]), 0)).rejects.toThrow(
    'there is no column count',
  );
});
