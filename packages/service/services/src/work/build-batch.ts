import {
  AssayError,
  type BatchSelection,
  batchSelection,
  type LabelSchema,
  MOST_BATCH_ITEMS,
  type RowLikelihood,
  type TableManifest,
  tableManifest,
} from '@assay/contracts';
import { buildBlindTest } from '../blind/build-blind-test.ts';
import { type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireLabelSchemaVersion } from '../label-schemas/label-schema-record.ts';
import { requireRows, requireRun } from '../runs/run-record.ts';
import { withTable } from '../sources/version-table.ts';
import { asksLikelihood, batchLikelihoods, proposedQuestion, type ShownRow } from './batch-likelihoods.ts';
import { type BatchRow, requireBatch, requireLabelling } from './batch-record.ts';
import { type Control, chooseControls, storeControls } from './choose-controls.ts';
import { chooseRows } from './choose-rows.ts';
import { openBatch } from './open-batch.ts';
import { arrangeItems } from './order-rows.ts';
import { controlSampleKey, rowSampleKey } from './sample-key.ts';
import { shownOf } from './shown-of.ts';

/** Samples that one statement adds. */
const PART = 5_000;

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
    controls: readonly Control[];
  },
) {
  const { batch, manifest, selection, chosen, controls } = of;
  const question = proposedQuestion(of.schema, manifest);
  if (question === null || !asksLikelihood(selection)) return null;
  const others = new Set(controls.map(({ runId }) => runId).filter((runId) => runId !== batch.runId));
  const manifests = await query(deps, run.actor, async (t) => {
    const found = new Map<string, TableManifest>();
    for (const runId of others) {
      const manifest = tableManifest.safeParse((await t.runs.getAny(runId))?.manifest).data;
      if (manifest !== undefined) found.set(runId, manifest);
    }
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
  { id: batchId, runId }: BatchRow,
  { samples, controls, places }: Awaited<ReturnType<typeof arrangeItems>>,
  likelihoodOf: (row: ShownRow) => RowLikelihood | null,
) {
  const byPlace = new Map(places.map((place, at) => [place, controls[at]]));
  let next = 0;
  return Array.from({ length: samples.length + controls.length }, (_, item) => {
    const control = byPlace.get(item);
    if (control !== undefined) {
      const { kind, row } = control;
      const key = controlSampleKey(batchId, item);
      return { row, key, control: kind, likelihood: likelihoodOf(shownOf(control)) };
    }
    const row = samples[next++] as number;
    const likelihood = likelihoodOf({ runId, row, label: null });
    return { row, key: rowSampleKey(runId, row), control: null, likelihood };
  });
}

/** Chooses the samples of a batch, makes their tasks and opens it. What was made before an interruption stays. */
export async function buildBatch(deps: Deps, run: JobRun<'batch.build'>): Promise<JsonValue> {
  const { batchId } = run.job.payload;
  const kind = await query(deps, run.actor, async (t) => {
    await t.batches.move(batchId, ['FAILED'], 'BUILDING', { failure: null as never, finishedAt: null });
    return (await requireBatch(t, batchId)).kind;
  });
  return kind === 'blind' ? buildBlindTest(deps, run) : buildForLabels(deps, run);
}

async function buildForLabels(deps: Deps, run: JobRun<'batch.build'>): Promise<JsonValue> {
  const { actor, job, signal } = run;
  const { batchId } = job.payload;
  const { batch, manifest, schema, proposed } = await query(deps, actor, async (t) => {
    const batch = await requireBatch(t, batchId);
    const from = await requireRun(t, batch.runId);
    const { parent, document } = await requireLabelSchemaVersion(t, requireLabelling(batch));
    const proposed =
      batch.prelabelImportId === null ? null : new Set(await t.labelImports.rows(batch.prelabelImportId));
    return { batch, manifest: requireRows(from), schema: { id: parent.id, document }, proposed };
  });
  await run.progress({ stage: 'choosing', done: 0, total: null });
  const selection = batchSelection.parse(batch.selection);
  const chosen = await withTable(deps, manifest, (reader) => chooseRows(reader, selection, signal, proposed));
  if (chosen.length === 0) {
    const who = proposed === null ? 'row of the run' : 'row that has a prelabel';
    throw new AssayError('bad-input', `No ${who} matches the filter of this batch.`, {
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
  const found = await chooseControls(deps, run, { batch, manifest, schema, chosen, proposed });
  const judged = await judgedBy(deps, run, {
    batch,
    manifest,
    schema: schema.document,
    selection,
    chosen,
    controls: found.controls,
  });
  const likelihoodOf = (row: ShownRow) => judged?.likelihoodOf(row) ?? null;
  // One of which nothing can be said, where something is said of all others, would be known by that.
  const controls =
    found.places !== null || judged === null
      ? found.controls
      : found.controls.filter((control) => likelihoodOf(shownOf(control)) !== null);
  const gold = new Set(
    controls.filter(({ kind, runId }) => kind === 'gold' && runId === batch.runId).map(({ row }) => row),
  );
  // The answer to gold is known: nobody is asked about it twice.
  const samples = chosen.filter((row) => !gold.has(row));
  const { runId } = batch;
  const asked = { selection, runId, manifest, samples, controls, likelihoodOf };
  const arranged = await arrangeItems(deps, asked, signal);
  const { places } = found;
  if (places === null) {
    await query(deps, actor, (t) => storeControls(t, batchId, arranged.controls, arranged.places));
  }
  const rows = itemsOf(batch, places === null ? arranged : { ...arranged, controls, places }, likelihoodOf);
  for (let first = 0; first < rows.length; first += PART) {
    const part = rows.slice(first, first + PART);
    await query(deps, actor, (t) => t.batches.addTasks(batchId, batch.overlap, first, part));
    await run.progress({ stage: 'tasks', done: first + part.length, total: rows.length });
  }
  const kinds = controls.map(({ kind }) => kind);
  await openBatch(deps, run, batch, {
    items: rows.length,
    labelModel: judged?.model ?? null,
    details: {
      samples: rows.length - controls.length,
      gold: kinds.filter((kind) => kind === 'gold').length,
      seeded: kinds.filter((kind) => kind === 'seeded').length,
    },
  });
  return { samples: rows.length };
}
