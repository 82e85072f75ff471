import {
  AssayError,
  type BatchSelection,
  batchSelection,
  controlTruth,
  type LabelSchema,
  MOST_BATCH_ITEMS,
  type RowLikelihood,
  type TableManifest,
} from '@assay/contracts';
import type { ControlItemRow } from '@assay/db';
import { command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireLabelSchemaVersion } from '../label-schemas/label-schema-record.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import { asksLikelihood, batchLikelihoods, proposedQuestion, type ShownRow } from './batch-likelihoods.ts';
import { type BatchRow, requireBatch } from './batch-record.ts';
import { controlsOf } from './choose-controls.ts';
import { chooseRows } from './choose-rows.ts';
import { similarRows, suspectsFirst } from './order-rows.ts';
import { controlSampleKey, rowSampleKey } from './sample-key.ts';
import { tellOfBatch } from './tell-of-batch.ts';

/** Samples that one statement adds. */
const PART = 5_000;

/** A control item as a row whose label is judged: with the label that was planted, if one was. */
function shownOf({ runId, row, truth }: ControlItemRow): ShownRow {
  const known = controlTruth.parse(truth);
  const planted = known.kind === 'seeded' && known.fault.kind === 'wrong-label' ? known.fault.shown : null;
  return { runId, row, label: planted === null ? null : String(planted) };
}

/** What a model says of the labels that came with the rows, where somebody asked for it. */
async function judgedBy(
  deps: Deps,
  run: JobRun<'batch.build'>,
  of: {
    batch: BatchRow;
    manifest: TableManifest;
    schema: LabelSchema;
    selection: BatchSelection;
    chosen: readonly number[];
    controls: readonly ControlItemRow[];
  },
) {
  const { batch, manifest, selection, chosen, controls } = of;
  const question = proposedQuestion(of.schema, manifest);
  if (question === null || !asksLikelihood(selection)) return null;
  const others = new Set(controls.map(({ runId }) => runId).filter((runId) => runId !== batch.runId));
  const manifests = await query(deps, run.actor, async (t) => {
    const found = new Map<string, TableManifest>();
    for (const runId of others) found.set(runId, requireRows(await requireRun(t, runId)));
    return found;
  });
  const shown = [
    ...chosen.map((row) => ({ runId: batch.runId, row, label: null })),
    ...controls.map(shownOf),
  ];
  const { runId } = batch;
  return batchLikelihoods(deps, run, { runId, manifest, manifests, question, shown, seed: selection.seed });
}

/** The items of a batch in the order in which they are served: its samples, with the controls in their places. */
function itemsOf(
  batch: BatchRow,
  chosen: readonly number[],
  controls: readonly ControlItemRow[],
  likelihoodOf: (row: ShownRow) => RowLikelihood | null,
) {
  const gold = new Set(
    controls.filter(({ kind, runId }) => kind === 'gold' && runId === batch.runId).map(({ row }) => row),
  );
  // Its answer is known: nobody is asked about it twice.
  const samples = chosen.filter((row) => !gold.has(row));
  const byItem = new Map(controls.map((control) => [control.item, control]));
  let next = 0;
  return Array.from({ length: samples.length + controls.length }, (_, item) => {
    const control = byItem.get(item);
    if (control !== undefined) {
      const { kind, row } = control;
      return {
        row,
        key: controlSampleKey(batch.id, item),
        control: kind,
        likelihood: likelihoodOf(shownOf(control)),
      };
    }
    const row = samples[next++] as number;
    const likelihood = likelihoodOf({ runId: batch.runId, row, label: null });
    return { row, key: rowSampleKey(batch.runId, row), control: null, likelihood };
  });
}

/** Chooses the samples of a batch, makes their tasks and opens it. What was made before an interruption stays. */
export async function buildBatch(deps: Deps, run: JobRun<'batch.build'>): Promise<JsonValue> {
  const { actor, job, signal } = run;
  const { batchId } = job.payload;
  const { batch, manifest, schema } = await query(deps, actor, async (t) => {
    const batch = await requireBatch(t, batchId);
    const from = await requireRun(t, batch.runId);
    await t.batches.move(batchId, ['FAILED'], 'BUILDING', { failure: null as never, finishedAt: null });
    const { parent, document } = await requireLabelSchemaVersion(t, batch.labelSchemaVersionId);
    return { batch, manifest: requireRows(from), schema: { id: parent.id, document } };
  });
  await run.progress({ stage: 'choosing', done: 0, total: null });
  const selection = batchSelection.parse(batch.selection);
  const chosen = await withTable(deps, manifest, (reader) => chooseRows(reader, selection, signal));
  if (chosen.length === 0) {
    throw new AssayError('bad-input', 'No row of the run matches the filter of this batch.', {
      kept: 'The batch is kept with its settings.',
      next: 'Make another batch with a wider filter.',
    });
  }
  if (chosen.length > MOST_BATCH_ITEMS) {
    throw new AssayError(
      'too-large',
      `${chosen.length} rows match; a batch has at most ${MOST_BATCH_ITEMS} samples.`,
      { next: 'Give it a size, or a narrower filter.' },
    );
  }
  const controls = await controlsOf(deps, run, { batch, manifest, schema, chosen });
  const judged = await judgedBy(deps, run, {
    batch,
    manifest,
    schema: schema.document,
    selection,
    chosen,
    controls,
  });
  const likelihoodOf = (row: number) =>
    judged?.likelihoodOf({ runId: batch.runId, row, label: null }) ?? null;
  const ordered =
    selection.order === 'similar'
      ? await similarRows(deps, manifest, chosen, signal)
      : selection.order === 'suspects'
        ? suspectsFirst(chosen, likelihoodOf)
        : chosen;
  const rows = itemsOf(batch, ordered, controls, (shown) => judged?.likelihoodOf(shown) ?? null);
  for (let first = 0; first < rows.length; first += PART) {
    const part = rows.slice(first, first + PART);
    await query(deps, actor, (t) => t.batches.addTasks(batchId, batch.overlap, first, part));
    await run.progress({ stage: 'tasks', done: first + part.length, total: rows.length });
  }
  await command(deps, actor, async ({ t, record }) => {
    const opened = await t.batches.move(batchId, ['BUILDING'], 'OPEN', {
      items: rows.length,
      ...(judged === null ? {} : { labelModel: asJson(judged.model) }),
    });
    await run.requireMine(t);
    // Cancelled meanwhile: its tasks go with it.
    if (!opened) await t.batches.cancelTasks(batchId);
    if (opened) await tellOfBatch(deps, t, batch, await t.batches.people(batchId), batch.createdBy);
    await record({
      action: opened ? 'batch.opened' : 'batch.built-after-cancel',
      object: { type: 'batch', id: batchId },
      projectId: batch.projectId,
      details: {
        samples: rows.length - controls.length,
        gold: controls.filter(({ kind }) => kind === 'gold').length,
        seeded: controls.filter(({ kind }) => kind === 'seeded').length,
        tasks: rows.length * batch.overlap,
      },
    });
  });
  return { samples: rows.length };
}
