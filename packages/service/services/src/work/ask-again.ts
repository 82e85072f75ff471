import { type AskAgainFilter, AssayError, notFound, type TableManifest } from '@assay/contracts';
import type { OutdatedAnswer, OutdatedFilter, Repositories } from '@assay/db';
import { type Actor, validatePredicate } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireGuidelineVersion } from '../guidelines/guideline-record.ts';
import { matching } from '../review/reject-pattern.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import { type BatchRow, batchStatusOf, requireBatch } from './batch-record.ts';

/** Answers that are read at a time. */
const PART = 2_000;
const BEFORE_ALL = { item: -1, slot: -1 };

/** What a filter means of a batch: the version, and the rows of the run if it names some. */
export async function readAskAgain(
  t: Repositories,
  batchId: string,
  filter: AskAgainFilter,
  until: Date,
): Promise<{ batch: BatchRow; number: number; outdated: OutdatedFilter; manifest: TableManifest }> {
  const batch = await requireBatch(t, batchId);
  const { row, parent } = await requireGuidelineVersion(t, filter.guidelineVersionId);
  if (parent.id !== batch.guidelineId) throw notFound('guideline version');
  const manifest = requireRows(await requireRun(t, batch.runId));
  const problem = filter.where === null ? undefined : validatePredicate(filter.where, manifest.columns)[0];
  if (problem !== undefined) {
    throw new AssayError('bad-input', problem.message, {
      field: 'filter.where',
      ...(problem.suggestion === null ? {} : { next: `Did you mean "${problem.suggestion}"?` }),
    });
  }
  const { labelId } = filter;
  const { number } = row;
  return { batch, number, manifest, outdated: { batchId, guidelineId: parent.id, number, labelId, until } };
}

/** Fails where a batch asks for nothing any more: what was answered in it stays. */
export function requireAsks(batch: BatchRow | null): void {
  if (batch === null) throw notFound('batch');
  const status = batchStatusOf(batch);
  if (status === 'OPEN' || status === 'PAUSED' || status === 'DONE') return;
  throw new AssayError('conflict', `Batch ${batch.number} asks for nothing any more.`, {
    kept: 'Its answers stay as they are.',
    next: 'Make a batch of the same rows.',
  });
}

/** The rows of the run that the filter names; null for all of them. */
export async function rowsAskedFor(
  deps: Deps,
  manifest: TableManifest,
  { where }: AskAgainFilter,
  signal?: AbortSignal,
): Promise<ReadonlySet<number> | null> {
  if (where === null) return null;
  return withTable(deps, manifest, async (reader) => {
    const rows = new Set<number>();
    for await (const part of matching(reader, where, signal)) for (const row of part) rows.add(row);
    return rows;
  });
}

/** Answers that a filter names, in the order of the batch, in parts. */
export async function* outdatedAnswers(
  deps: Deps,
  actor: Actor,
  outdated: OutdatedFilter,
  rows: ReadonlySet<number> | null,
  size = PART,
): AsyncGenerator<OutdatedAnswer[]> {
  let after = BEFORE_ALL;
  for (;;) {
    const part = await query(deps, actor, (t) => t.requeue.outdated(outdated, after, size));
    const last = part.at(-1);
    if (last === undefined) return;
    after = last;
    yield rows === null ? part : part.filter((each) => rows.has(each.row));
  }
}

/**
 * How many answers of a batch were given before a version of its guideline: those that would be asked for again, and
 * those that stay, since an expert decided about the sample, sent it back or looks at it.
 */
export async function countAskAgain(
  deps: Deps,
  actor: Actor,
  input: { batchId: string; filter: AskAgainFilter },
): Promise<{ answers: number; samples: number; kept: number }> {
  const { outdated, manifest } = await query(deps, actor, (t) =>
    readAskAgain(t, input.batchId, input.filter, deps.clock.now()),
  );
  const rows = await rowsAskedFor(deps, manifest, input.filter);
  let [answers, samples, kept, last] = [0, 0, 0, -1];
  for await (const part of outdatedAnswers(deps, actor, outdated, rows)) {
    for (const each of part) {
      if (each.kept) {
        kept += 1;
        continue;
      }
      answers += 1;
      if (each.item !== last) samples += 1;
      last = each.item;
    }
  }
  return { answers, samples, kept };
}

/**
 * Asks for answers again that were given before a version of the guideline: a job retracts them, which keeps them on
 * record, and opens their turns. What an expert decided stays.
 */
export async function askAgain(
  deps: Deps,
  actor: Actor,
  input: { batchId: string; filter: AskAgainFilter },
): Promise<{ jobId: string; answers: number }> {
  const by = requirePerson(actor);
  const { batchId, filter } = input;
  const { answers, kept } = await countAskAgain(deps, actor, input);
  if (answers === 0) {
    throw new AssayError('bad-input', 'No answer is to be asked for again.', {
      field: 'filter',
      kept: kept === 0 ? 'Nothing was changed.' : 'What experts decided stays as it is.',
    });
  }
  const now = deps.clock.now();
  return command(deps, actor, async ({ t, record, order }) => {
    const { batch, number } = await readAskAgain(t, batchId, filter, now);
    requireAsks(batch);
    const jobId = await order({
      kind: 'batch.ask-again',
      payload: { batchId, filter, by, until: now.toISOString() },
      subject: { type: 'batch', id: batchId },
      projectId: batch.projectId,
    });
    await record({
      action: 'batch.ask-again-ordered',
      object: { type: 'batch', id: batchId },
      projectId: batch.projectId,
      details: {
        guidelineVersion: number,
        label: filter.labelId,
        where: filter.where === null ? null : (asJson(filter.where) as never),
        answers,
      },
      alsoTouched: [
        { type: 'guidelineVersion', id: filter.guidelineVersionId },
        { type: 'job', id: jobId },
      ],
    });
    return { jobId, answers };
  });
}

/** Answers that stand under a guideline, by batch and by the version that their authors had read. */
export function answersByVersion(deps: Deps, actor: Actor, input: { guidelineId: string }) {
  return query(deps, actor, async (t) => {
    const rows = await t.requeue.byVersion(input.guidelineId);
    const batches: {
      batchId: string;
      number: number;
      name: string;
      status: string;
      versions: { version: number | null; answers: number }[];
    }[] = [];
    // Rows of one batch follow one another.
    for (const { batchId, batchNumber: number, batchName: name, status, version, answers } of rows) {
      const last = batches.at(-1);
      if (last?.batchId === batchId) last.versions.push({ version, answers });
      else batches.push({ batchId, number, name, status, versions: [{ version, answers }] });
    }
    return batches;
  });
}
