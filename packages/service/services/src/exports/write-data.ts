import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RowsFormat } from '@assay/contracts';
import { csvLine, recordLine } from '@assay/formats';
import { type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import type { Deps } from '../frame/deps.ts';
import { sampleWriter } from '../versions/sample-root.ts';
import { textCells } from './export-cells.ts';
import { chunksOf } from './export-chunks.ts';
import { type OutgoingPart, partsOf } from './export-parts.ts';
import type { ExportPlan } from './export-plan.ts';

export const CONTENT_TYPES: Readonly<Record<RowsFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

type Control = { signal: AbortSignal; progress: (done: number) => Promise<void> };

/** Writes the records of an export to storage: the same plan gives the same bytes. */
export async function writeData(
  deps: Deps,
  orgId: string,
  format: RowsFormat,
  plan: ExportPlan,
  control: Control,
): Promise<{ blob: StoredBlob; records: number }> {
  let records = 0;
  async function* counted(): AsyncGenerator<OutgoingPart> {
    for await (const part of partsOf(deps, plan, control.signal)) {
      yield part;
      records += part.samples.length;
      await control.progress(records);
    }
  }
  const put = (source: Parameters<typeof storeBlob>[2]['source']) =>
    storeBlob(deps, orgId, { kind: 'version-export', source, contentType: CONTENT_TYPES[format] });
  if (format === 'parquet') {
    const folder = await mkdtemp(join(deps.workDir, 'export-'));
    try {
      const file = join(folder, 'data.parquet');
      await deps.tables.writeRecords({
        columns: plan.columns,
        parts: chunksOf(deps, plan, control.signal),
        onRows: async (rows) => {
          records += rows;
          await control.progress(records);
        },
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
    const linesOf = format === 'csv' ? csvLinesOf(plan, bare) : recordLines;
    for await (const part of counted()) yield encoder.encode(linesOf(part));
  }
  return { blob: await put(lines()), records };
}

function recordLines({ run, batch, samples, labels }: OutgoingPart): string {
  const textOf = sampleWriter(run.origin, run.manifest.columns);
  return samples
    .map(({ key, row, at }, place) =>
      recordLine({ key, run: run.number, row, sample: textOf(batch, at), labels: labels[place] ?? [] }),
    )
    .join('');
}

function csvLinesOf(plan: ExportPlan, bare: readonly boolean[]) {
  return (part: OutgoingPart): string => {
    const columns = textCells(plan, part);
    return part.samples
      .map((_, place) =>
        csvLine(
          columns.map((cells) => cells[place] ?? null),
          bare,
        ),
      )
      .join('');
  };
}
