import type { ExportColumn } from '@assay/contracts';
import { canonicalJson } from '@assay/ledger';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createCsvCellReader,
  csvLine,
  csvRoots,
  jsonLinesRoots,
  recordLine,
  type SampleValue,
  startExportRoots,
} from '../index.ts';

const RUNS = process.env.ASSAY_SOAK === '1' ? 3000 : 60;

const column = (
  name: string,
  of: ExportColumn['of'],
  physical: ExportColumn['physical'] = 'VARCHAR',
  runs: number[] | null = null,
): ExportColumn => ({
  name,
  of,
  column: of === 'value' ? name : null,
  runs,
  physical,
  escaped: physical !== 'BIGINT' && physical !== 'DOUBLE',
});
const COLUMNS = [
  column('assay_key', 'key'),
  column('assay_origin', 'origin'),
  column('assay_run', 'run', 'BIGINT'),
  column('assay_row', 'row', 'BIGINT'),
  column('text', 'value'),
  column('whole', 'value', 'BIGINT'),
  column('decimal', 'value', 'DOUBLE'),
  column('yes', 'value', 'BOOLEAN', [1]),
  column('assay_labels', 'labels'),
];

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const sample = fc.record({
  text: fc.option(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', "'-x", '', '\n', '"', ',', '\t')),
  ),
  whole: fc.option(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n })),
  decimal: fc.option(fc.oneof(fc.double({ noNaN: true }), fc.constant(Number.POSITIVE_INFINITY))),
  yes: fc.option(fc.boolean()),
  run: fc.constantFrom(1, 2),
  labels: fc.array(fc.uuid(), { maxLength: 2 }),
});

test('JSON Lines and CSV give the roots of what was written, in whatever pieces they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.uuid(), sample), { maxLength: 12 }),
      fc.nat(30),
      async (given, size) => {
        const list = [...new Map(given)];
        const expected = startExportRoots();
        let jsonl = '';
        let csv = csvLine(
          COLUMNS.map((each) => each.name),
          COLUMNS.map(() => false),
        );
        for (const [at, [key, row]] of list.entries()) {
          const number = (value: number): SampleValue => (Number.isFinite(value) ? value : String(value));
          const values: Record<string, SampleValue> = {
            text: row.text,
            whole:
              row.whole === null
                ? null
                : Number.isSafeInteger(Number(row.whole))
                  ? Number(row.whole)
                  : String(row.whole),
            decimal: row.decimal === null ? null : number(row.decimal),
            ...(row.run === 1 ? { yes: row.yes } : {}),
          };
          const labels = [...new Set(row.labels)].map((labelSchemaId) => ({
            labelSchemaId,
            by: ['person-1'],
          }));
          const record = { key, sample: { origin: 'synthetic', values }, labels };
          expected.add(record);
          jsonl += recordLine({
            key,
            run: row.run,
            row: at,
            sample: canonicalJson(record.sample),
            labels: labels.map(canonicalJson),
          });
          csv += csvLine(
            [
              key,
              'synthetic',
              String(row.run),
              String(at),
              row.text,
              row.whole === null ? null : String(row.whole),
              row.decimal === null ? null : String(row.decimal),
              row.run === 1 && row.yes !== null ? String(row.yes) : null,
              canonicalJson(labels),
            ],
            COLUMNS.map((each) => !each.escaped),
          );
        }
        const roots = expected.end();
        expect(await jsonLinesRoots(pieces(jsonl, size + 1))).toEqual(roots);
        expect(await csvRoots(pieces(csv, size + 1), COLUMNS)).toEqual(roots);
      },
    ),
    { numRuns: RUNS },
  );
});

test('a cell that changed changes the root of samples, a label that of labels', async () => {
  const rootsOf = (text: string, by: string) => {
    const roots = startExportRoots();
    roots.add({
      key: '00000000-0000-4000-8000-000000000001',
      sample: { origin: 'synthetic', values: { text } },
      labels: [{ labelSchemaId: 'a', by } as { labelSchemaId: string }],
    });
    return roots.end();
  };
  const before = rootsOf('a', 'x');
  expect(rootsOf('b', 'x')).toMatchObject({ labels: before.labels });
  expect(rootsOf('b', 'x').samples).not.toBe(before.samples);
  expect(rootsOf('a', 'y')).toMatchObject({ samples: before.samples });
  expect(rootsOf('a', 'y').labels).not.toBe(before.labels);
});

test('a header of another file, a missing key and an open quote are refused', async () => {
  await expect(csvRoots(pieces('a,b\n', 10), COLUMNS)).rejects.toThrow('the header is not');
  const header = csvLine(
    COLUMNS.map((each) => each.name),
    COLUMNS.map(() => false),
  );
  await expect(csvRoots(pieces(`${header},synthetic,1,0,,,,,[]\n`, 50), COLUMNS)).rejects.toThrow('no key');
  await expect(csvRoots(pieces('"a', 1), COLUMNS)).rejects.toThrow('not closed');
  const reader = createCsvCellReader();
  expect([...reader.push('a,,""\n"b""c\nd",'), ...reader.end()]).toEqual([
    ['a', null, ''],
    ['b"c\nd', null],
  ]);
});
