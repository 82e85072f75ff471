import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowsFormat } from '@assay/contracts';
import { csvLine, recordLine } from '@assay/formats';
import type { RecordBlock } from '@assay/tables';
import { type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import type { Deps } from '../frame/deps.ts';
import { cellsOf, type ExportPlan, type OutgoingRecord, recordsOf } from './export-record-list.ts';

export const CONTENT_TYPES: Readonly<Record<RowsFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

type Control = { signal: AbortSignal; progress: (done: number) => Promise<void> };

const textOf = (cell: string | number | null): string | null => (cell === null ? null : String(cell));

/** Writes the records of an export to storage: the same plan gives the same bytes. */
export async function writeData(
  deps: Deps,
  orgId: string,
  format: RowsFormat,
  plan: ExportPlan,
  control: Control,
): Promise<{ blob: StoredBlob; records: number }> {
  let records = 0;
  async function* counted(): AsyncGenerator<OutgoingRecord[]> {
    for await (const part of recordsOf(deps, plan, control.signal)) {
      yield part;
      records += part.length;
      await control.progress(records);
    }
  }
  const put = (source: Parameters<typeof storeBlob>[2]['source']) =>
    storeBlob(deps, orgId, { kind: 'version-export', source, contentType: CONTENT_TYPES[format] });
  const read = cellsOf(plan);
  if (format === 'parquet') {
    const folder = await mkdtemp(join(deps.workDir, 'export-'));
    try {
      const file = join(folder, 'data.parquet');
      await deps.tables.writeRecords({
        columns: plan.columns,
        blocks: blocksOf(plan, counted(), read),
        metadata: JSON.stringify({ type: 'assay.export-columns', version: 1, columns: plan.columns }),
        file,
        signal: control.signal,
      });
      return { blob: await put({ file }), records };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const encoder = new TextEncoder();
  async function* lines(): AsyncGenerator<Uint8Array> {
    const bare = plan.columns.map((column) => !column.escaped);
    if (format === 'csv') {
      const names = plan.columns.map((column) => column.name);
      yield encoder.encode(
        csvLine(
          names,
          names.map(() => false),
        ),
      );
    }
    for await (const part of counted()) {
      let text = '';
      for (const record of part) {
        text += format === 'csv' ? csvLine(read(record).map(textOf), bare) : recordLine(record);
      }
      yield encoder.encode(text);
    }
  }
  return { blob: await put(lines()), records };
}

async function* blocksOf(
  plan: ExportPlan,
  parts: AsyncGenerator<OutgoingRecord[]>,
  read: (record: OutgoingRecord) => (string | number | null)[],
): AsyncGenerator<RecordBlock> {
  for await (const part of parts) {
    const block: RecordBlock = plan.columns.map(() => []);
    for (const record of part) {
      for (const [at, cell] of read(record).entries()) {
        const asNumber = plan.columns[at]?.physical === 'DOUBLE';
        block[at]?.push(cell === null ? null : asNumber ? Number(cell) : String(cell));
      }
    }
    yield block;
  }
}
