import type { Annotation, TableManifest } from '@assay/contracts';
import { framesColumn } from '@assay/domain';
import { jsonCell } from '@assay/tables';
import type { Deps } from '../frame/deps.ts';
import { withTable } from '../sources/version-table.ts';

/** How many frames the rows of a run have; empty of rows that are no sequences. */
export async function framesOfRows(
  deps: Deps,
  manifest: TableManifest,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, number>> {
  const frames = new Map<number, number>();
  const spec = manifest.columns[framesColumn(manifest.columns) ?? -1];
  if (spec === undefined) return frames;
  await withTable(deps, manifest, async (reader) => {
    for await (const { rowNumbers, columns } of reader.scan({ columns: [spec.name], exact: true }, signal)) {
      const [column] = columns;
      if (column === undefined) continue;
      for (const [at, row] of rowNumbers.entries()) {
        frames.set(row, Number(JSON.parse(jsonCell(spec, column, at))));
      }
    }
  });
  return frames;
}

/** Where an answer draws something that is not of a sequence of so many frames (0: of a single picture); null if nowhere. */
export function otherSequence({ answers }: Annotation, frames: number): string | null {
  for (const [questionId, answer] of Object.entries(answers)) {
    if (answer.kind !== 'regions') continue;
    for (const list of ['regions', 'rejected'] as const) {
      const at = (answer[list] ?? []).findIndex(({ track }) => (track?.frames ?? 0) !== frames);
      if (at !== -1) return `answers.${questionId}.${list}.${at}.track`;
    }
  }
  return null;
}
