import type { SampleOrigin, TableManifest } from '@assay/contracts';
import { canonicalJson, startContentRoot } from '@assay/ledger';
import { type Batch, jsonCell } from '@assay/tables';
import type { Deps } from '../frame/deps.ts';
import { nodeSha256 } from '../frame/node-sha256.ts';
import { rowSampleKey } from '../work/sample-key.ts';
import { chunkPath } from './version-entries.ts';

export type RunRows = {
  runId: string;
  number: number;
  origin: SampleOrigin;
  manifest: TableManifest;
  /** Rows that are samples, in order; null for all. */
  rows: readonly number[] | null;
};

/**
 * Writes rows of a batch as canonical JSON: `{"origin":…,"values":{…}}` with the names in the order of RFC 8785. The
 * same text as `canonicalJson` of the object, without making one for each row.
 */
export function sampleWriter(origin: SampleOrigin, columns: TableManifest['columns']) {
  const places = columns
    .map((spec, at) => ({ spec, at }))
    .sort((a, b) => (a.spec.name < b.spec.name ? -1 : 1))
    .map(({ spec, at }) => ({ spec, at, name: `${canonicalJson(spec.name)}:` }));
  const head = `{"origin":${JSON.stringify(origin)},"values":{`;
  return (batch: Batch, row: number): string => {
    let text = head;
    for (const [i, { spec, at, name }] of places.entries()) {
      const column = batch.columns[at];
      if (column === undefined) throw new RangeError(`there is no column ${spec.name}`);
      text += `${i === 0 ? '' : ','}${name}${jsonCell(spec, column, row)}`;
    }
    return `${text}}}`;
  };
}

/** Batches of a run's rows with which of them are samples. */
export async function* samplesOfRun(
  deps: Deps,
  run: RunRows,
  signal?: AbortSignal,
): AsyncGenerator<{ batch: Batch; samples: { at: number; row: number; key: string }[] }> {
  const { rows: wanted } = run;
  if (wanted?.length === 0) return;
  let next = 0;
  const reader = await deps.tables.open(run.manifest, (chunk) =>
    chunkPath(deps, chunk, `the rows of run ${run.number}`),
  );
  try {
    const request = { columns: run.manifest.columns.map((column) => column.name), exact: true };
    for await (const batch of reader.scan(request, signal)) {
      const samples: { at: number; row: number; key: string }[] = [];
      for (let at = 0; at < batch.rowNumbers.length; at += 1) {
        const row = batch.rowNumbers[at] ?? 0;
        // Both are in order.
        while (wanted !== null && (wanted[next] ?? row) < row) next += 1;
        if (wanted === null || wanted[next] === row)
          samples.push({ at, row, key: rowSampleKey(run.runId, row) });
      }
      if (samples.length > 0) yield { batch, samples };
    }
  } finally {
    await reader.close();
  }
}

/** The root over all samples of a version, by their keys. */
export async function sampleRoot(
  deps: Deps,
  runs: readonly RunRows[],
  control: { signal: AbortSignal; progress: (done: number) => Promise<void> },
): Promise<{ root: string; rows: number }> {
  const root = startContentRoot(nodeSha256);
  let done = 0;
  for (const run of runs) {
    const textOf = sampleWriter(run.origin, run.manifest.columns);
    for await (const { batch, samples } of samplesOfRun(deps, run, control.signal)) {
      for (const { at, key } of samples) root.add(key, textOf(batch, at));
      done += samples.length;
      await control.progress(done);
    }
  }
  return root.end();
}
