import { AssayError, notFound, type PatternInput, type Predicate } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, validatePredicate } from '@assay/domain';
import type { TableReader } from '@assay/tables';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import { requireBatch } from '../work/batch-record.ts';

/** The rows of the run that a batch is of, and the predicate as it fits them. */
async function rowsOf(t: Repositories, batchId: string, where: Predicate) {
  const batch = await requireBatch(t, batchId);
  const run = await requireRun(t, batch.runId);
  const manifest = requireRows(run);
  const [problem] = validatePredicate(where, manifest.columns);
  if (problem !== undefined) {
    throw new AssayError('bad-input', problem.message, {
      field: 'pattern.where',
      ...(problem.suggestion === null ? {} : { next: `Did you mean "${problem.suggestion}"?` }),
    });
  }
  return { batch, run, manifest };
}

/** Row numbers that match, in parts. */
export async function* matching(
  reader: TableReader,
  where: Predicate,
  signal?: AbortSignal,
): AsyncGenerator<number[]> {
  for await (const part of reader.scan({ columns: [], predicate: where, exact: true }, signal)) {
    yield [...part.rowNumbers];
  }
}

/** How many rows of the run a pattern matches, and how many samples before experts. */
export async function countPattern(
  deps: Deps,
  actor: Actor,
  input: { batchId: string; where: Predicate },
): Promise<{ rows: number; of: number; open: number }> {
  const { manifest, open } = await query(deps, actor, async (t) => {
    const { batch, run, manifest } = await rowsOf(t, input.batchId, input.where);
    return { manifest, open: await t.patterns.openRows(batch.projectId, run.id) };
  });
  return withTable(deps, manifest, async (reader) => {
    let [rows, waiting] = [0, 0];
    for await (const part of matching(reader, input.where)) {
      rows += part.length;
      for (const row of part) if (open.has(row)) waiting += 1;
    }
    return { rows, of: manifest.rows, open: waiting };
  });
}

/**
 * Rejects all samples of a run that a predicate matches. A job flags them and decides what waits of them; it can be
 * taken back as a whole.
 */
export async function rejectPattern(
  deps: Deps,
  actor: Actor,
  input: { batchId: string; reviewItemId: string | null; pattern: PatternInput },
): Promise<{ patternId: string; jobId: string; number: number }> {
  const createdBy = requirePerson(actor);
  const { batchId, pattern } = input;
  const name = requireName(pattern.name, 'A pattern', 'pattern.name');
  const { rows } = await countPattern(deps, actor, { batchId, where: pattern.where });
  if (rows === 0) {
    throw new AssayError('bad-input', 'No row of the run matches this pattern.', {
      field: 'pattern.where',
      kept: 'Nothing was rejected.',
    });
  }
  const patternId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const { batch, run } = await rowsOf(t, batchId, pattern.where);
    const { projectId } = batch;
    const item = input.reviewItemId === null ? null : await t.reviews.get(input.reviewItemId);
    if (input.reviewItemId !== null && item?.projectId !== projectId) throw notFound('review item');
    const { number } = await t.patterns.create({
      id: patternId,
      projectId,
      runId: run.id,
      itemId: item?.id ?? null,
      name,
      where: asJson(pattern.where),
      faults: [...pattern.reasons],
      comment: pattern.comment,
      recipeId: run.recipeId,
      createdBy,
    });
    const jobId = await order({
      kind: 'pattern.apply',
      payload: { patternId },
      subject: { type: 'pattern', id: patternId },
      projectId,
    });
    await record({
      action: 'pattern.rejected',
      object: { type: 'pattern', id: patternId },
      projectId,
      details: { name, where: asJson(pattern.where) as never, faults: [...pattern.reasons], rows },
      alsoTouched: [
        { type: 'run', id: run.id },
        { type: 'batch', id: batchId },
        { type: 'job', id: jobId },
      ],
    });
    return { patternId, jobId, number };
  });
}
