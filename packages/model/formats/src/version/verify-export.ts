import type { ExportColumn } from '@assay/contracts';
import { canonicalJson, type Sha256, startContentRoot } from '@assay/ledger';
import { unescapeFormula } from '../csv-write.ts';
import { type ExportRecord, recordOfCells } from './export-record.ts';
import { createCsvCellReader } from './read-csv-cells.ts';

/** Roots that the records of a file give, to be compared with those of its version. */
export type ExportRoots = { samples: string; labels: string; records: number };

/** Recomputes the roots of samples and final labels from records in any order. */
export function startExportRoots(sha256?: Sha256): {
  add: (record: ExportRecord) => void;
  end: () => ExportRoots;
} {
  const [samples, labels] = [startContentRoot(sha256), startContentRoot(sha256)];
  return {
    add: ({ key, sample, labels: own }) => {
      samples.add(key, canonicalJson(sample));
      for (const label of own) labels.add(`${key}/${label.labelSchemaId}`, canonicalJson(label));
    },
    end: () => {
      const { root, rows } = samples.end();
      return { samples: root, labels: labels.end().root, records: rows };
    },
  };
}

/** The roots of an export in JSON Lines, which needs nothing beside it. */
export async function jsonLinesRoots(text: AsyncIterable<string>, sha256?: Sha256): Promise<ExportRoots> {
  const roots = startExportRoots(sha256);
  let rest = '';
  const take = (line: string): void => {
    if (line !== '') roots.add(JSON.parse(line) as ExportRecord);
  };
  for await (const part of text) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  }
  take(rest);
  return roots.end();
}

/** The roots of an export in CSV, with the columns of its manifest. */
export async function csvRoots(
  text: AsyncIterable<string>,
  columns: readonly ExportColumn[],
  sha256?: Sha256,
): Promise<ExportRoots> {
  const roots = startExportRoots(sha256);
  const reader = createCsvCellReader();
  let header: (string | null)[] | null = null;
  const take = (rows: (string | null)[][]): void => {
    for (const cells of rows) {
      if (header === null) {
        header = cells;
        const given = columns.map((column) => column.name);
        if (
          given.length !== cells.length ||
          given.some((name, at) => unescapeFormula(cells[at] ?? '') !== name)
        ) {
          throw new SyntaxError('the header is not the one that the manifest tells');
        }
        continue;
      }
      const plain = cells.map((cell, at) =>
        cell !== null && columns[at]?.escaped === true ? unescapeFormula(cell) : cell,
      );
      roots.add(recordOfCells(columns, plain));
    }
  };
  for await (const part of text) take(reader.push(part));
  take(reader.end());
  return roots.end();
}
