import { AssayError, recipe as recipeSchema, SPLIT_BYTES } from '@assay/contracts';
import { type Table, tableOf } from '@assay/stats';
import { z } from 'zod';
import { keepBlobs } from '../blobs/store-blob.ts';
import { computeAside } from '../compute/compute-aside.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireRecipeVersion } from '../recipes/recipe-record.ts';
import { requireReadySource } from '../runs/require-ready-source.ts';
import type { RunRow } from '../runs/run-record.ts';
import { storeJsonBlob } from '../sources/json-blob.ts';
import { asJson } from '../sources/source-record.ts';
import { withTable } from '../sources/version-table.ts';
import { loadTable } from '../tables/load-table.ts';
import { engineFor } from './engines.ts';
import { planColumns } from './plan-columns.ts';
import { readSplit } from './read-split.ts';
import { reserveRows } from './reserve-rows.ts';
import { rulesColumns } from './rules-columns.ts';
import { controlOf } from './run-control.ts';

type Run = JobRun<'generation.run'>;

/** What is learnt from, as the run was ordered and as its terms are now; null for rules alone. */
async function learnFrom(deps: Deps, run: Run, row: RunRow) {
  const { sourceId } = row;
  if (sourceId === null) return null;
  return query(deps, run.actor, async (t) => {
    const ready = await requireReadySource(t, sourceId, row.sourceVersionId, deps.clock.now());
    const splits = await t.sources.splits(ready.version.id);
    const split = splits.find((each) => each.id === row.splitId) ?? ready.split;
    const findings = (await t.sources.findings(ready.version.id)).filter(
      (finding) => finding.status !== 'DISMISSED',
    );
    return { ...ready, split, findings };
  });
}

/** The rows of the fit split, with the columns that are learnt. */
async function readFitRows(
  deps: Deps,
  run: Run,
  from: NonNullable<Awaited<ReturnType<typeof learnFrom>>>,
  columns: readonly string[],
): Promise<Table> {
  const { manifest, split } = from;
  if (z.object({ fit: z.number() }).parse(split.counts).fit === 0) {
    throw new AssayError('not-ready', 'The fit split has no rows to learn from.', {
      next: 'Split the rows again with a share for fit.',
    });
  }
  return withTable(deps, manifest, async (reader) => {
    const inFit = await readSplit(deps, split.assignmentKey, SPLIT_BYTES.fit);
    await run.progress({ stage: 'read', done: 0, total: manifest.rows });
    return loadTable(reader, {
      columns,
      keep: inFit,
      signal: run.signal,
      onRows: (rows) => {
        void run.progress({ stage: 'read', done: rows, total: manifest.rows }).catch(() => undefined);
      },
    });
  });
}

/** Learns from the fit rows alone and stores what is left: the fitted model, and from what it came. */
export async function fitModel(deps: Deps, run: Run, row: RunRow): Promise<{ modelId: string }> {
  const recipeVersionId = z.string().parse(row.recipeVersionId);
  const document = await query(deps, run.actor, async (t) => {
    const version = await t.recipes.version(recipeVersionId);
    return version === null
      ? (await requireRecipeVersion(t, recipeVersionId)).document
      : recipeSchema.parse(version.document);
  });
  const from = await learnFrom(deps, run, row);
  const engine = engineFor(document.method);
  // Rules are learnt from nothing; a source beside them is there for the report.
  const learnt = document.method === 'rules' ? null : from;
  const planned =
    learnt === null ? rulesColumns(document) : planColumns(document, learnt.columns, learnt.findings);
  const modelled = planned.filter(({ plan }) => plan.make === 'model').map(({ plan }) => plan.name);
  const table = learnt === null ? tableOf([]) : await readFitRows(deps, run, learnt, modelled);
  run.throwIfStopped();
  const began = performance.now();
  const stored = await computeAside(
    { kind: 'fit', request: { recipe: document, planned, table, seed: row.seed } },
    { signal: run.signal, progress: controlOf(run, 'fit').progress },
  ).catch((error: unknown): never => asRefusal(error));
  const fitMs = Math.round(performance.now() - began);
  reserveRows(document, stored.probe, Number(row.rows ?? 0n));
  const blob = await storeJsonBlob(deps, run.actor.orgId, 'fitted-model', stored);
  const modelId = deps.ids.next();
  await command(deps, run.actor, async ({ t, record }) => {
    // The terms may have changed while it was learnt: then it must not stay.
    if (row.sourceId !== null) {
      await requireReadySource(t, row.sourceId, row.sourceVersionId, deps.clock.now());
    }
    await keepBlobs(t, [blob], { type: 'fitted-model', id: modelId });
    await t.models.create({
      id: modelId,
      projectId: row.projectId,
      recipeVersionId,
      sourceId: row.sourceId,
      sourceVersionId: row.sourceVersionId,
      splitId: from?.split.id ?? null,
      method: document.method,
      engineVersion: engine.version,
      blobKey: blob.key,
      sha256: blob.sha256,
      bytes: BigInt(blob.bytes),
      fitRows: BigInt(table.rows),
      fitMs: BigInt(fitMs),
      columns: asJson(stored.columns),
      summary: asJson(engine.describe(stored.model)),
      createdBy: row.createdBy,
    });
    await t.runs.move(row.id, ['RUNNING'], { modelId });
    await run.requireMine(t);
    await t.sources.addDependencies([
      ...(row.sourceVersionId === null
        ? []
        : [
            {
              fromType: 'sourceVersion',
              fromId: row.sourceVersionId,
              toType: 'fittedModel',
              toId: modelId,
            },
          ]),
      { fromType: 'fittedModel', fromId: modelId, toType: 'run', toId: row.id },
    ]);
    await record({
      action: 'run.fitted',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: { model: modelId, sha256: blob.sha256, rows: table.rows, engine: engine.version },
      alsoTouched: [
        { type: 'fittedModel', id: modelId },
        ...(row.sourceId === null ? [] : [{ type: 'source', id: row.sourceId }]),
      ],
    });
  });
  return { modelId };
}

/** What a generator says of its input is a refusal that people read, and trying again does not change it. */
function asRefusal(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  throw new AssayError('bad-input', `The recipe cannot be run on this data: ${error.message}.`, {
    field: 'document',
    next: 'Change the recipe or the source, then start a new run.',
    cause: error,
  });
}
