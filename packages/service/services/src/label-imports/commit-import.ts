import {
  type Annotation,
  AssayError,
  annotation,
  batchSelection,
  type LabelImportUse,
  mappingSteps,
  type TakenRecord,
  takenRecord,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, importStatesBefore, mapAnnotation, settleImport } from '@assay/domain';
import { command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireLabelSchemaVersion } from '../label-schemas/label-schema-record.ts';
import { orderSweep } from '../review/order-sweep.ts';
import { requireRows, requireRun, statusOf } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { readParts } from '../uploads/read-upload.ts';
import { rowSampleKey } from '../work/sample-key.ts';
import {
  documentsOfImport,
  type ImportRow,
  lockImport,
  notNow,
  requireImport,
  statusOfImport,
  useOf,
} from './import-record.ts';

/** Records that one statement adds. */
const PART = 5_000;
const TOOL_VERSION = 'import 1';

/** Orders the taking of what was found good. An import that is taken already stays as it is. */
export function commitLabelImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<{ jobId: string | null }> {
  const committedBy = requirePerson(actor);
  return command(deps, actor, async ({ t, record, order }) => {
    const row = await lockImport(t, input.importId);
    const status = statusOfImport(row);
    if (status === 'DONE' || status === 'COMMITTING') {
      const job = await t.jobs.newestFor(row.id, 'label-import.commit');
      await record({
        action: 'label-import.commit-repeated',
        object: { type: 'labelImport', id: row.id },
        projectId: row.projectId,
      });
      return { jobId: job?.id ?? null };
    }
    const { found } = documentsOfImport(row);
    if (status !== 'REVIEW' || found === null) throw notNow(row, 'taken');
    if (found.good === 0) {
      throw new AssayError('bad-input', 'Nothing of this file can be taken.', {
        kept: 'Nothing was imported.',
        next: 'Look at the problems, mend the file or what its columns hold, and read it again.',
      });
    }
    await requireNew(t, row);
    const moved = await t.labelImports.move(row.id, importStatesBefore('COMMITTING'), 'COMMITTING', {
      committedBy,
      failure: null as never,
    });
    if (!moved) throw notNow(row, 'taken');
    const jobId = await order({
      kind: 'label-import.commit',
      payload: { importId: row.id },
      subject: { type: 'labelImport', id: row.id },
      projectId: row.projectId,
    });
    await record({
      action: 'label-import.commit-ordered',
      object: { type: 'labelImport', id: row.id },
      projectId: row.projectId,
      details: { good: found.good, records: found.records },
      alsoTouched: [{ type: 'job', id: jobId }],
    });
    return { jobId };
  });
}

/** Fails where the same file, read alike, counts already. */
async function requireNew(t: Repositories, row: ImportRow): Promise<void> {
  const same = row.fingerprint === null ? null : await t.labelImports.taken(row.fingerprint);
  if (same === null || same.id === row.id) return;
  throw new AssayError('conflict', `This very file was taken before, as import ${same.number}.`, {
    kept: 'Nothing was imported a second time.',
    next: 'Give this import up, or withdraw the earlier one first.',
  });
}

/**
 * Takes what was found good, all of it or nothing: labels of people become a batch that is done, proposals and known
 * answers stand beside the rows. Whoever does it again finds it done.
 */
export async function takeLabelImport(deps: Deps, run: JobRun<'label-import.commit'>): Promise<JsonValue> {
  const { actor, job } = run;
  const { importId } = job.payload;
  const row = await query(deps, actor, (t) => requireImport(t, importId));
  const status = statusOfImport(row);
  if (status === 'DONE') return { taken: documentsOfImport(row).found?.good ?? 0 };
  if (row.takenKey === null) throw new AssayError('not-ready', 'The file was not read yet.');
  const records = await readTaken(deps, row.takenKey);
  await run.progress({ stage: 'taking', done: 0, total: records.length });
  await command(deps, actor, async ({ t, record, order }) => {
    const now = await lockImport(t, importId);
    // Tried again after it failed: whatever was there is there no more.
    if (statusOfImport(now) === 'REVIEW') {
      await requireNew(t, now);
      await t.labelImports.move(importId, ['REVIEW'], 'COMMITTING', { failure: null as never });
    }
    const use = useOf(now);
    await requireStillGood(t, now, use, records);
    const at = deps.clock.now();
    const batchId =
      use === 'labels' ? await addPeople(deps, t, now, records, at) : await addAnswers(deps, t, now, records);
    const moved = await t.labelImports.move(importId, importStatesBefore('DONE'), 'DONE', {
      committedAt: at,
      ...(batchId === null ? {} : { batchId }),
    });
    await run.requireMine(t);
    if (!moved) throw new AssayError('not-ready', 'The import was stopped while it was taken.');
    if (batchId !== null) await orderSweep({ t, order }, { id: batchId, projectId: now.projectId });
    await record({
      action: 'label-import.committed',
      object: { type: 'labelImport', id: importId },
      projectId: now.projectId,
      details: {
        use,
        taken: records.length,
        rows: new Set(records.map((each) => each.row)).size,
        sources: [...new Set(records.map((each) => each.source))].sort().slice(0, 50),
        run: now.runId,
        labelSchemaVersion: now.labelSchemaVersionId,
      },
      alsoTouched: [
        { type: 'job', id: job.id },
        { type: 'run', id: now.runId },
        ...(batchId === null ? [] : [{ type: 'batch', id: batchId }]),
      ],
    });
  });
  return { taken: records.length };
}

async function readTaken(deps: Deps, key: string): Promise<TakenRecord[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readParts(deps, [key])) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [takenRecord.parse(JSON.parse(line))]));
}

/** Fails where the run or the label schema went, or another import has taken what this one would say. */
async function requireStillGood(
  t: Repositories,
  row: ImportRow,
  use: LabelImportUse,
  records: readonly TakenRecord[],
): Promise<void> {
  requireRows(await requireRun(t, row.runId));
  const { parent } = await requireLabelSchemaVersion(t, row.labelSchemaVersionId);
  if (use === 'prelabels') return;
  const earlier = await t.labelImports.earlier(use, row.runId, parent.id);
  const known = earlier.map(({ payload, ...each }) => ({ ...each, payload: annotation.parse(payload) }));
  const placed = records.map((record, line) => ({ ...record, line }));
  const steps = mappingSteps.parse(await t.labelMigrations.stepsSince(row.labelSchemaVersionId));
  const asNow = (said: Annotation) => mapAnnotation(said, steps).annotation;
  if (settleImport(use, placed, known, asNow).problems.length === 0) return;
  throw new AssayError(
    'conflict',
    'Another import has taken answers of the same rows since this file was read.',
    {
      kept: 'Nothing was imported.',
      next: 'Read the file again: what is still new can be taken then.',
    },
  );
}

async function addPeople(
  deps: Deps,
  t: Repositories,
  row: ImportRow,
  records: readonly TakenRecord[],
  at: Date,
): Promise<string> {
  const batchId = deps.ids.next();
  const { id: importId, projectId, labelSchemaVersionId, runId } = row;
  // As a batch of a run that its gates blocked: what is said of it goes into no version.
  const investigation = statusOf(await requireRun(t, runId)) === 'BLOCKED';
  const authors = await t.labelImports.authors(projectId, [...new Set(records.map((each) => each.source))]);
  const items = new Map<number, { item: number; turns: number }>();
  const turns = records.map(({ row: place, source, at: said, payload }) => {
    const known = items.get(place) ?? { item: items.size, turns: 0 };
    known.turns += 1;
    items.set(place, known);
    return {
      item: known.item,
      slot: known.turns,
      row: place,
      key: rowSampleKey(runId, place),
      taskId: deps.ids.next(),
      annotationId: deps.ids.next(),
      authorId: authors.get(source) ?? '',
      at: said ?? at.toISOString(),
      payload: JSON.stringify(payload),
    };
  });
  await t.labelSchemas.hold(labelSchemaVersionId);
  await t.batches.create(
    {
      id: batchId,
      projectId,
      kind: 'imported',
      name: `Import ${row.number}: ${row.fileName}`.slice(0, 120),
      runId,
      // A migration may have come since the file was read: its answers follow, as all others do.
      labelSchemaVersionId:
        (await t.labelMigrations.presentVersion(labelSchemaVersionId)) ?? labelSchemaVersionId,
      investigation,
      selection: asJson(
        batchSelection.parse({ type: 'assay.batch-selection', version: 1, order: 'row', seed: 'import' }),
      ),
      overlap: [...items.values()].reduce((most, each) => Math.max(most, each.turns), 1),
      priority: 0,
      assignment: 'pull',
      createdBy: row.committedBy ?? row.createdBy,
    },
    [],
  );
  for (let from = 0; from < turns.length; from += PART) {
    const part = turns.slice(from, from + PART);
    await t.labelImports.addTurns({ importId, projectId, batchId, labelSchemaVersionId }, TOOL_VERSION, part);
  }
  await t.batches.move(batchId, ['BUILDING'], 'DONE', { items: items.size, finishedAt: at });
  return batchId;
}

async function addAnswers(
  deps: Deps,
  t: Repositories,
  row: ImportRow,
  records: readonly TakenRecord[],
): Promise<null> {
  for (let from = 0; from < records.length; from += PART) {
    const part = records.slice(from, from + PART).map(({ row: place, source, confidence, payload }) => ({
      id: deps.ids.next(),
      row: place,
      key: rowSampleKey(row.runId, place),
      source,
      confidence,
      payload: JSON.stringify(payload),
    }));
    await t.labelImports.addAnswers(row.id, part);
  }
  return null;
}
