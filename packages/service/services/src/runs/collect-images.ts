import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AssayError,
  type ColumnSpec,
  columnSpec,
  type ImageOrigin,
  type ImageSet,
  imageSet,
  type RunStats,
  type TableManifest,
} from '@assay/contracts';
import type { CollectedImage } from '@assay/db';
import type { Actor } from '@assay/domain';
import { type Column, categoryColumn, tableOf } from '@assay/stats';
import { keepBlobs, type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { beginRun } from '../generation/generate-run.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { standardPolicy } from '../policies/policy-record.ts';
import { asJson } from '../sources/source-record.ts';

type Run = JobRun<'run.collect'>;

/** Pictures that one statement reads, or takes hold of. */
const PART = 5_000;

const column = (
  index: number,
  name: string,
  about: Pick<ColumnSpec, 'type' | 'role' | 'label'> & { holds?: 'image' },
): ColumnSpec =>
  columnSpec.parse({
    index,
    name,
    sourceName: name,
    physical: about.type === 'integer' ? 'BIGINT' : 'VARCHAR',
    parse: {},
    unit: about.type === 'integer' ? 'px' : null,
    meaning: null,
    allowedValues: null,
    ...about,
  });

/** What is said of each picture of a run. */
const COLUMNS: readonly ColumnSpec[] = [
  column(0, 'image', { type: 'identifier', role: 'identifier', label: 'Picture', holds: 'image' }),
  column(1, 'path', { type: 'identifier', role: 'identifier', label: 'Path' }),
  column(2, 'width', { type: 'integer', role: 'feature', label: 'Width' }),
  column(3, 'height', { type: 'integer', role: 'feature', label: 'Height' }),
  column(4, 'format', { type: 'category', role: 'feature', label: 'Format' }),
  column(5, 'origin', { type: 'category', role: 'feature', label: 'Origin' }),
  column(6, 'generator', { type: 'category', role: 'feature', label: 'Made by' }),
  column(7, 'licence', { type: 'category', role: 'feature', label: 'Licence' }),
  column(8, 'import', { type: 'category', role: 'feature', label: 'Import' }),
  column(9, 'marks', { type: 'category', role: 'feature', label: 'What stands out' }),
];

/**
 * Makes the pictures that a list holds now into a run, so that they can be labelled, reviewed, versioned and exported as
 * rows are. They are of one origin: whatever counts them later says what they are.
 */
export function collectImages(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; name: string; origin: ImageOrigin; filter: ImageSet['filter'] },
): Promise<{ runId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const runId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const { projectId, origin, filter } = input;
    const name = requireName(input.name, 'A run');
    const found = await t.images.origins(projectId, filter);
    const images = found.find((each) => each.origin === origin)?.images ?? 0;
    if (images === 0) {
      throw new AssayError('bad-input', 'No picture of this origin is in this list.', {
        field: 'origin',
        kept: 'No run was made.',
        next: 'Widen the filter, or choose another origin.',
      });
    }
    const set: ImageSet = { type: 'assay.image-set', version: 1, origin, filter };
    await t.runs.create({
      id: runId,
      projectId,
      kind: 'images',
      name,
      seed: 'images',
      policyRef: await standardPolicy(t, projectId),
      imageSet: asJson(set),
      createdBy,
    });
    const jobId = await order({
      kind: 'run.collect',
      payload: { runId },
      subject: { type: 'run', id: runId },
      projectId,
    });
    await record({
      action: 'run.collected',
      object: { type: 'run', id: runId },
      projectId,
      details: { name, origin, filter: asJson(filter) as never, images },
      alsoTouched: [{ type: 'job', id: jobId }],
    });
    return { runId, jobId };
  });
}

/** Writes the rows of a run of pictures, and takes hold of the pictures in the same transaction. */
export async function collectImageRows(deps: Deps, run: Run) {
  const { runId } = run.job.payload;
  const row = await beginRun(deps, run, runId);
  const set = imageSet.parse(row.imageSet);
  const images = await readImages(deps, run, row.projectId, set);
  if (images.length === 0) {
    throw new AssayError('bad-input', 'The pictures of this run were withdrawn before it was made.', {
      next: 'Import them again, or make a run of others.',
    });
  }
  const { manifest, stored } = await writeRows(deps, run, images, set.origin);
  const stats: RunStats = {
    rows: manifest.rows,
    rowsPerSecond: null,
    fitMs: null,
    sampleMs: null,
    peakMemoryBytes: null,
    acceptance: null,
  };
  await command(deps, run.actor, async ({ t, record }) => {
    await keepBlobs(t, stored, { type: 'run-rows', id: runId });
    // One that was withdrawn since it was read is missed here, by its foreign key: the job reads them anew.
    for (let from = 0; from < images.length; from += PART) {
      const part = images.slice(from, from + PART).map(({ id }) => id);
      await t.images.hold(runId, from, part);
    }
    const moved = await t.runs.move(runId, ['RUNNING'], {
      status: 'GENERATED',
      manifest: asJson(manifest),
      rows: BigInt(manifest.rows),
      stats: asJson(stats),
    });
    await run.requireMine(t);
    if (!moved) throw new AssayError('not-ready', 'The run was stopped while its pictures were read.');
    await t.runs.move(runId, ['GENERATED'], { status: 'READY', finishedAt: deps.clock.now() });
    await record({
      action: 'run.generated',
      object: { type: 'run', id: runId },
      projectId: row.projectId,
      details: { rows: manifest.rows, chunks: manifest.chunks.length },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
  return { rows: manifest.rows, columns: manifest.columns.length };
}

async function readImages(
  deps: Deps,
  run: Run,
  projectId: string,
  { filter, origin }: ImageSet,
): Promise<CollectedImage[]> {
  const images: CollectedImage[] = [];
  for (;;) {
    const last = images.at(-1) ?? null;
    const part = await query(deps, run.actor, (t) => t.images.collect(projectId, filter, origin, last, PART));
    images.push(...part);
    await run.progress({ stage: 'read', done: images.length, total: null });
    if (part.length < PART) return images;
  }
}

async function writeRows(
  deps: Deps,
  run: Run,
  images: readonly CollectedImage[],
  origin: ImageOrigin,
): Promise<{ manifest: TableManifest; stored: StoredBlob[] }> {
  const texts = (name: string, of: (image: CollectedImage) => string) =>
    categoryColumn(
      name,
      images.map((image) => of(image) || null),
    );
  const pixels = (name: string, of: (image: CollectedImage) => number): Column => ({
    kind: 'number',
    name,
    scale: 'integer',
    values: Float64Array.from(images, of),
  });
  const stored: StoredBlob[] = [];
  const workDir = await mkdtemp(join(deps.workDir, 'collect-'));
  try {
    const chunks = await deps.tables.write({
      table: tableOf([
        texts('image', ({ id }) => id),
        texts('path', ({ path }) => path),
        pixels('width', ({ width }) => width),
        pixels('height', ({ height }) => height),
        texts('format', ({ format }) => format),
        texts('origin', () => origin),
        texts('generator', ({ generator }) => generator),
        texts('licence', ({ licence }) => licence),
        texts('import', ({ importNumber, importName }) => `${importNumber} ${importName}`),
        texts('marks', ({ marks }) => [...marks].sort().join(' ')),
      ]),
      columns: COLUMNS,
      rowStart: 0,
      workDir,
      signal: run.signal,
      putChunk: async (file, rows, rowStart) => {
        const blob = await storeBlob(deps, run.actor.orgId, {
          kind: 'chunk',
          source: { file },
          contentType: 'application/vnd.apache.parquet',
        });
        stored.push(blob);
        return { sha256: blob.sha256, key: blob.key, bytes: blob.bytes, rows, rowStart };
      },
    });
    const manifest: TableManifest = {
      type: 'assay.table-manifest',
      version: 1,
      columns: [...COLUMNS],
      rows: images.length,
      chunks,
    };
    return { manifest, stored };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
