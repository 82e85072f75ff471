import type { ExportColumn } from '@assay/contracts';
import type { RecordBlock, RecordPart, RecordSource } from '@assay/tables';
import type { Deps } from '../frame/deps.ts';
import type { RunRows } from '../versions/sample-root.ts';
import { chunkPath } from '../versions/version-entries.ts';
import { labelCells, labelPlaces, placeOf } from './export-cells.ts';
import type { ExportPlan } from './export-plan.ts';
import { type LabelledRows, labelsInTurn } from './labels-in-turn.ts';

/** As many rows as a block may have. */
const BLOCK = 2048;

/**
 * What an export holds, chunk by chunk of its runs: values and keys are made of the files where they lie, and what is
 * given is the labels of those samples that have any.
 */
export async function* chunksOf(
  deps: Deps,
  plan: ExportPlan,
  signal: AbortSignal,
): AsyncGenerator<RecordPart> {
  const labels = labelsInTurn(deps, plan, signal);
  const given = plan.answers.length + 1;
  const block = ({ rows, labels: own }: LabelledRows): RecordBlock => ({
    rows,
    cells: labelCells(plan, own),
  });
  try {
    for (const run of plan.runs) {
      const sources = sourcesOf(plan, run);
      // Where not all rows are samples, each that is one has to be named.
      const named = async function* (rows: readonly number[]) {
        for (let from = 0; from < rows.length; from += BLOCK) {
          const own = rows.slice(from, from + BLOCK);
          const samples = own.map((row) => ({ row }));
          yield block({ rows: own, labels: await labels.of(run, samples) });
        }
      };
      const labelled = async function* (from: number, end: number) {
        for (let at = from; ; ) {
          const found = await labels.within(run, at, end);
          if (found === null) break;
          yield block(found);
          at = (found.rows.at(-1) ?? at) + 1;
        }
      };
      for (const { chunk, rows } of samplesByChunk(run)) {
        const file = await chunkPath(deps, chunk, `the rows of run ${run.number}`);
        const { rowStart } = chunk;
        yield {
          file,
          sources,
          given,
          ...(rows === null
            ? { others: true, rows: chunk.rows, blocks: () => labelled(rowStart, rowStart + chunk.rows) }
            : { others: false, rows: rows.length, blocks: () => named(rows) }),
        };
      }
    }
  } finally {
    await labels.close();
  }
}

function sourcesOf(plan: ExportPlan, run: RunRows): RecordSource[] {
  const places = labelPlaces(plan);
  const sourceOf = (column: ExportColumn): RecordSource => {
    switch (column.of) {
      case 'key':
        return { rowUuidIn: run.runId };
      case 'origin':
        return { constant: run.origin };
      case 'run':
        return { constant: String(run.number) };
      case 'row':
        return 'row';
      case 'label':
      case 'labels': {
        const at = places.get(column);
        if (at === undefined) return null;
        return column.of === 'labels'
          ? { given: at, before: '[', after: ']', otherwise: '[]' }
          : { given: at, otherwise: null };
      }
      case 'value': {
        const place = placeOf(run, column);
        const taken = place === undefined ? undefined : run.manifest.columns[place];
        return taken === undefined ? null : { column: taken.name };
      }
    }
  };
  return plan.columns.map(sourceOf);
}

/** Rows that are samples, by the chunk that holds them; null for all of a chunk. */
function* samplesByChunk({ manifest, rows: wanted }: RunRows) {
  let next = 0;
  for (const chunk of manifest.chunks) {
    if (wanted === null) {
      yield { chunk, rows: null };
      continue;
    }
    const end = chunk.rowStart + chunk.rows;
    while ((wanted[next] ?? end) < chunk.rowStart) next += 1;
    const from = next;
    while ((wanted[next] ?? end) < end) next += 1;
    if (next > from) yield { chunk, rows: wanted.slice(from, next) };
  }
}
