import { notFound, predicate } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { decideReview } from '@assay/domain';
import { type CommandContext, command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { withTable } from '../sources/version-table.ts';
import { requireBatch, requireLabelling } from '../work/batch-record.ts';
import { rowSampleKey } from '../work/sample-key.ts';
import { matching } from './reject-pattern.ts';
import { lockReview, reviewStateOf } from './review-record.ts';

/** Flags in one statement, and items that are decided in one transaction. */
const FLAGS = 5_000;
const ITEMS = 100;

type PatternRow = {
  id: string;
  projectId: string;
  runId: string;
  createdBy: string;
  faults: string[];
  comment: string;
};

/** Flags what a pattern matches, then rejects what waits of it. Doing it again changes nothing. */
export async function applyPattern(deps: Deps, run: JobRun<'pattern.apply'>): Promise<JsonValue> {
  const { actor, signal } = run;
  const { patternId } = run.job.payload;
  const { pattern, manifest } = await query(deps, actor, async (t) => {
    const pattern = await t.patterns.get(patternId);
    if (pattern === null) throw notFound('pattern');
    // A failed one is taken up again.
    if (pattern.status === 'FAILED') await t.patterns.change(patternId, { status: 'APPLYING' });
    return { pattern, manifest: requireRows(await requireRun(t, pattern.runId)) };
  });
  const where = predicate.parse(pattern.where);
  let matches = 0;
  await withTable(deps, manifest, async (reader) => {
    for await (const rows of matching(reader, where, signal)) {
      for (let first = 0; first < rows.length; first += FLAGS) {
        const part = rows
          .slice(first, first + FLAGS)
          .map((row) => ({ row, key: rowSampleKey(pattern.runId, row) }));
        await query(deps, actor, async (t) => {
          if (await inForce(t, patternId)) await t.patterns.flag({ patternId, runId: pattern.runId }, part);
        });
        matches += part.length;
        await run.progress({ stage: 'flagging', done: matches, total: null });
      }
    }
  });
  let decided = 0;
  for (;;) {
    await run.progress({ stage: 'rejecting', done: decided, total: null });
    const done = await rejectPart(deps, run, pattern);
    if (done === 0) break;
    decided += done;
  }
  await command(deps, actor, async ({ t, record }) => {
    await run.requireMine(t);
    const all = (await t.patterns.decided(patternId)).length;
    if (await inForce(t, patternId))
      await t.patterns.change(patternId, { status: 'ACTIVE', matches: BigInt(matches), decided: all });
    await record({
      action: 'pattern.applied',
      object: { type: 'pattern', id: patternId },
      projectId: pattern.projectId,
      details: { rows: matches, decided: all },
    });
  });
  return { rows: matches, decided };
}

/** Holds the pattern until the transaction ends; false when it was taken back. */
async function inForce(t: Repositories, patternId: string): Promise<boolean> {
  return (await t.patterns.lock(patternId))?.status !== 'UNDONE';
}

/** Rejects some of the items that wait; how many it was. */
async function rejectPart(deps: Deps, run: JobRun<'pattern.apply'>, pattern: PatternRow): Promise<number> {
  const { actor } = run;
  const ids = await query(deps, actor, (t) => t.patterns.openFlagged(pattern, pattern.createdBy, ITEMS));
  if (ids.length === 0) return 0;
  return command(deps, actor, async (context) => {
    await run.requireMine(context.t);
    const standing = await inForce(context.t, pattern.id);
    let done = 0;
    for (const id of standing ? ids : []) if (await rejectItem(deps, context, id, pattern)) done += 1;
    await context.record({
      action: 'pattern.items-rejected',
      object: { type: 'pattern', id: pattern.id },
      projectId: pattern.projectId,
      details: { items: done },
      alsoTouched: ids.map((id) => ({ type: 'reviewItem', id })),
    });
    return done;
  });
}

async function rejectItem(
  deps: Deps,
  { t }: CommandContext,
  itemId: string,
  pattern: PatternRow,
): Promise<boolean> {
  const row = await lockReview(t, itemId);
  const decisionId = deps.ids.next();
  const { id: patternId, createdBy: personId, faults, comment } = pattern;
  const next = decideReview(reviewStateOf(row), { kind: 'reject-pattern', personId, patternId, decisionId });
  // Decided or taken by somebody meanwhile.
  if (typeof next === 'string') return false;
  const batch = await requireBatch(t, row.batchId);
  const sample = await t.reviews.sample(row.batchId, row.item);
  await t.decisions.add({
    id: decisionId,
    projectId: row.projectId,
    batchId: row.batchId,
    item: row.item,
    sampleKey: row.sampleKey,
    labelSchemaVersionId: requireLabelling(batch),
    method: 'expert',
    outcome: 'rejected',
    decidedBy: personId,
    basedOn: sample?.answers.map((each) => each.annotationId) ?? [],
    faults,
    comment,
    patternId,
  });
  await t.reviews.set(row.id, next);
  await t.reviews.act({
    id: deps.ids.next(),
    itemId: row.id,
    kind: 'rejected',
    by: personId,
    faults,
    comment,
    decisionId,
    patternId,
  });
  return true;
}
