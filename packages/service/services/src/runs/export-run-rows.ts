import { AssayError, type Predicate, type RowsFormat } from '@assay/contracts';
import { type Actor, validatePredicate } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { requireRows, requireRun } from './run-record.ts';

/**
 * The rows of a run that match, as a file, streamed in row order. They are synthetic, so nothing is masked; formulas
 * in CSV are made harmless. That they left is on record before the first byte does.
 */
export async function* exportRunRows(
  deps: Deps,
  actor: Actor,
  input: { runId: string; format: RowsFormat; predicate: Predicate },
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { row, manifest } = await query(deps, actor, async (t) => {
    const row = await requireRun(t, input.runId);
    return { row, manifest: requireRows(row) };
  });
  const problem = validatePredicate(input.predicate, manifest.columns)[0];
  if (problem !== undefined) throw new AssayError('bad-input', problem.message, { field: 'where' });
  await recordAccess(deps, actor, {
    action: 'run.rows-exported',
    object: { type: 'run', id: row.id },
    projectId: row.projectId,
    details: {
      format: input.format,
      columns: manifest.columns.length,
      filtered: input.predicate.op !== 'true',
    },
  });
  const reader = await deps.tables.open(manifest, (chunk) => deps.storage.localPath(chunk.key));
  const { predicate } = input;
  try {
    if (input.format === 'csv') yield* reader.exportCsv({ predicate }, signal);
    else if (input.format === 'jsonl') yield* reader.exportJsonLines({ predicate }, signal);
    else yield* reader.exportParquet({ predicate }, signal);
  } finally {
    await reader.close();
  }
}
