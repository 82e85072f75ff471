import type { ColumnSpec } from '@assay/contracts';
import { createColumnScanner, type FindingKind, findCoordinatePairs } from '@assay/privacy';
import type { TableReader } from '@assay/tables';

export type ColumnFindingRow = {
  columnIndex: number;
  kind: FindingKind;
  confidence: number;
  evidence: 'name' | 'value' | 'both';
  matched: number;
  scanned: number;
  reason: string;
};

const BATCH_ROWS = 2048;

/** Reads every value of every column and says which columns hold personal data. Keeps counts, never values. */
export async function findPersonalData(
  reader: TableReader,
  columns: readonly ColumnSpec[],
  signal: AbortSignal,
  report: (rows: number) => Promise<void>,
): Promise<ColumnFindingRow[]> {
  const scanners = columns.map((column) =>
    createColumnScanner(column.sourceName || column.name, { label: column.label, logicalType: column.type }),
  );
  let rows = 0;
  const request = { columns: columns.map((column) => column.name), batch: BATCH_ROWS, exact: true };
  for await (const batch of reader.scan(request, signal)) {
    for (const [place, column] of batch.columns.entries()) {
      scanners[place]?.add(
        column.kind === 'texts'
          ? column.values
          : Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value))),
      );
    }
    rows += batch.rowNumbers.length;
    await report(rows);
  }
  const found = scanners.flatMap((scanner, place) =>
    scanner.finish().map((finding) => ({ ...finding, columnIndex: columns[place]?.index ?? place })),
  );
  const known = new Set(found.map((finding) => `${finding.columnIndex} ${finding.kind}`));
  for (const pair of findCoordinatePairs(scanners.map((scanner) => scanner.summary()))) {
    for (const name of [pair.latitude, pair.longitude]) {
      const column = columns.find((each) => (each.sourceName || each.name) === name);
      if (column === undefined || known.has(`${column.index} coordinates`)) continue;
      const scanner = scanners[columns.indexOf(column)];
      const scanned = scanner?.summary().scanned ?? 0;
      found.push({
        columnIndex: column.index,
        kind: 'coordinates',
        confidence: pair.confidence,
        evidence: 'both',
        matched: scanned,
        scanned,
        reason: pair.reason,
      });
    }
  }
  return found;
}
