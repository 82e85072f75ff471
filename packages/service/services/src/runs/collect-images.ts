import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AssayError,
  type ColumnSpec,
  codePointsOf,
  columnSpec,
  type ImageMade,
  type ImageOrigin,
  type ImageSequences,
  type ImageSet,
  imageMade,
  imageMark,
  imageSet,
  type RunStats,
  type TableManifest,
} from '@assay/contracts';
import type { CollectedImage, HeldImage } from '@assay/db';
import { type Actor, sequencesOf } from '@assay/domain';
import { type Column, categoryColumn, tableOf } from '@assay/stats';
import { keepBlobs, type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import { computeAside } from '../compute/compute-aside.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { beginRun } from '../generation/generate-run.ts';
import { hexOf, MOST_DIFFERING_BITS } from '../images/near-duplicates.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { storedFigures } from '../measurements/stored-figures.ts';
import { standardPolicy } from '../policies/policy-record.ts';
import { qualityFigures } from '../releases/picture-figures.ts';
import { asJson } from '../sources/source-record.ts';

type Run = JobRun<'run.collect'>;

/** Pictures that one statement reads, or takes hold of. */
const PART = 5_000;
/** Characters of a cell in which frames say several things. */
const MOST_SAID = 4_000;

const column = (
  index: number,
  name: string,
  about: Pick<ColumnSpec, 'type' | 'role' | 'label'> & { holds?: 'image' | 'frames' },
): ColumnSpec =>
  columnSpec.parse({
    index,
    name,
    sourceName: name,
    physical: about.type === 'integer' ? 'BIGINT' : 'VARCHAR',
    parse: {},
    unit: about.type === 'integer' && about.holds === undefined ? 'px' : null,
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

/** And of each sequence. */
const FRAMES = { type: 'integer', role: 'feature', label: 'Frames', holds: 'frames' } as const;

/** What manifests said of how each was made; of a run in which none said anything they are left out. */
const MADE = {
  model: { type: 'category', role: 'feature', label: 'Model' },
  prompt: { type: 'text', role: 'feature', label: 'Prompt' },
  seed: { type: 'identifier', role: 'feature', label: 'Seed' },
  meant: { type: 'text', role: 'feature', label: 'Meant to show' },
} as const;

type Picture = Omit<CollectedImage, 'made'> & { made: ImageMade | null };

/** A row of a run: a picture, or a sequence of them. */
type CollectedRow = { path: string; frames: Picture[] };

/**
 * Makes the pictures that a list holds now into a run, so that they can be labelled, reviewed, versioned and exported as
 * rows are. They are of one origin: whatever counts them later says what they are.
 */
export function collectImages(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    name: string;
    origin: ImageOrigin;
    filter: ImageSet['filter'];
    /** What of them is one sample. */
    sequences?: ImageSequences;
  },
): Promise<{ runId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const runId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const { projectId, origin, filter, sequences = 'none' } = input;
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
    const set: ImageSet = { type: 'assay.image-set', version: 1, origin, sequences, filter };
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
      details: { name, origin, sequences, filter: asJson(filter) as never, images },
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
  const rows = rowsOf(images, set);
  const { manifest, stored } = await writeRows(deps, run, rows, set);
  const { figures, measurements } = await measureSet(deps, run, rows, set.origin);
  const stats: RunStats = {
    rows: manifest.rows,
    rowsPerSecond: null,
    fitMs: null,
    sampleMs: null,
    peakMemoryBytes: null,
    acceptance: null,
    pictures: figures,
  };
  await command(deps, run.actor, async ({ t, record }) => {
    await keepBlobs(t, stored, { type: 'run-rows', id: runId });
    // One that was withdrawn since it was read is missed here, by its foreign key: the job reads them anew.
    const held = heldBy(rows, set);
    for (let from = 0; from < held.length; from += PART) {
      await t.images.hold(runId, held.slice(from, from + PART));
    }
    const moved = await t.runs.move(runId, ['RUNNING'], {
      status: 'GENERATED',
      manifest: asJson(manifest),
      rows: BigInt(manifest.rows),
      stats: asJson(stats),
    });
    await run.requireMine(t);
    await t.measurements.addMany(measurements);
    if (!moved) throw new AssayError('not-ready', 'The run was stopped while its pictures were read.');
    await t.runs.move(runId, ['GENERATED'], { status: 'READY', finishedAt: deps.clock.now() });
    await record({
      action: 'run.generated',
      object: { type: 'run', id: runId },
      projectId: row.projectId,
      details: {
        rows: manifest.rows,
        chunks: manifest.chunks.length,
        measurements: measurements.length,
      },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
  return { rows: manifest.rows, columns: manifest.columns.length };
}

/** Pictures as rows; fails where they cannot be frames of a sequence. */
function rowsOf(images: readonly Picture[], { sequences }: ImageSet): CollectedRow[] {
  const made = sequencesOf(images, sequences);
  if (made.ok) return made.sequences;
  throw new AssayError('bad-input', `${made.path} is no frame of this sequence. ${made.fault}`, {
    kept: 'No run was made.',
    next: 'Narrow the list so that it leaves this file out, or make a sequence of each folder.',
  });
}

/** Each picture in its row; frames keep the paths that they had. */
function heldBy(rows: readonly CollectedRow[], { sequences }: ImageSet): HeldImage[] {
  return rows.flatMap(({ frames }, row) =>
    frames.map(({ id, path }, frame) => ({
      row,
      frame,
      path: sequences === 'none' ? null : path,
      imageId: id,
    })),
  );
}

async function readImages(
  deps: Deps,
  run: Run,
  projectId: string,
  { filter, origin }: ImageSet,
): Promise<Picture[]> {
  const images: Picture[] = [];
  for (;;) {
    const last = images.at(-1) ?? null;
    const part = await query(deps, run.actor, (t) => t.images.collect(projectId, filter, origin, last, PART));
    for (const each of part) images.push({ ...each, made: imageMade.nullable().parse(each.made ?? null) });
    await run.progress({ stage: 'read', done: images.length, total: null });
    if (part.length < PART) return images;
  }
}

/** What is said of a row by its pictures: of frames of several kinds all that there are, or how many where that is long. */
function saidOf({ frames }: CollectedRow, of: (image: Picture) => string): string {
  const all = [...new Set(frames.map(of))].filter((each) => each !== '');
  const said = all.join(', ');
  return all.length > 1 && codePointsOf(said) > MOST_SAID ? `${all.length} different` : said;
}

/** What stands out in the pictures of a run, what looks alike in it, and by what right they are used. */
async function measureSet(deps: Deps, run: Run, rows: readonly CollectedRow[], origin: ImageOrigin) {
  const images = rows.flatMap(({ frames }) => frames);
  const own = images.map(({ hash }) => hexOf(BigInt(hash)));
  const samples = rows.flatMap(({ frames }, row) => frames.map(() => String(row)));
  const { alike } = await computeAside(
    { kind: 'twins', request: { own, samples, real: [], distance: MOST_DIFFERING_BITS } },
    { signal: run.signal, progress: () => undefined },
  );
  const digest = createHash('sha256');
  for (const { sha256 } of images) digest.update(`${sha256}\n`);
  const pictures = images.map(({ id, generator, licence, marks }, at) => ({
    id,
    origin,
    generator,
    licence,
    marks: marks.flatMap((mark) => imageMark.safeParse(mark).data ?? []),
    alike: alike[at] === true,
  }));
  return storedFigures(deps, qualityFigures(pictures), {
    subject: { type: 'run', id: run.job.payload.runId },
    jobId: run.job.id,
    inputs: { pictures: digest.digest('hex') },
  });
}

async function writeRows(
  deps: Deps,
  run: Run,
  rows: readonly CollectedRow[],
  { origin, sequences }: ImageSet,
): Promise<{ manifest: TableManifest; stored: StoredBlob[] }> {
  const texts = (name: string, of: (row: CollectedRow) => string) =>
    categoryColumn(
      name,
      rows.map((row) => of(row) || null),
    );
  const numbers = (name: string, of: (row: CollectedRow) => number): Column => ({
    kind: 'number',
    name,
    scale: 'integer',
    values: Float64Array.from(rows, of),
  });
  const first = ({ frames }: CollectedRow): Picture => {
    const [image] = frames;
    if (image === undefined) throw new Error('A row has no picture.');
    return image;
  };
  const isSequence = sequences !== 'none';
  const isMade = rows.some(({ frames }) => frames.some(({ made }) => made !== null));
  const more = { ...(isSequence ? { frames: FRAMES } : {}), ...(isMade ? MADE : {}) };
  const columns = [
    ...COLUMNS,
    ...Object.entries(more).map(([name, about], at) => column(COLUMNS.length + at, name, about)),
  ];
  const madeTexts = (name: keyof typeof MADE, of: (made: ImageMade) => string) =>
    texts(name, (row) => saidOf(row, ({ made }) => (made === null ? '' : of(made))));
  const stored: StoredBlob[] = [];
  const workDir = await mkdtemp(join(deps.workDir, 'collect-'));
  try {
    const chunks = await deps.tables.write({
      table: tableOf([
        texts('image', (row) => first(row).id),
        texts('path', ({ path }) => path),
        numbers('width', (row) => first(row).width),
        numbers('height', (row) => first(row).height),
        texts('format', (row) => saidOf(row, ({ format }) => format)),
        texts('origin', () => origin),
        texts('generator', (row) => saidOf(row, ({ generator }) => generator)),
        texts('licence', (row) => saidOf(row, ({ licence }) => licence)),
        texts('import', (row) =>
          saidOf(row, ({ importNumber, importName }) => `${importNumber} ${importName}`),
        ),
        texts('marks', ({ frames }) => [...new Set(frames.flatMap(({ marks }) => marks))].sort().join(' ')),
        ...(isSequence ? [numbers('frames', ({ frames }) => frames.length)] : []),
        ...(isMade
          ? [
              madeTexts('model', ({ model }) => model),
              madeTexts('prompt', ({ prompt }) => prompt),
              madeTexts('seed', ({ seed }) => seed ?? ''),
              madeTexts('meant', ({ labels }) => labels.join('; ')),
            ]
          : []),
      ]),
      columns,
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
      columns,
      rows: rows.length,
      chunks,
    };
    return { manifest, stored };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
