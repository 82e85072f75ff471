import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  AssayError,
  IMAGE_MAX_BYTES,
  IMAGE_MAX_PIXELS,
  type ImageOrigin,
  imageFacts,
  MOST_IMAGE_FILES,
  MOST_MANIFEST_LINES,
} from '@assay/contracts';
import type { ImageFeatures, NewImage, NewImageItem, NewManifestLine } from '@assay/db';
import { imageImportStatesBefore, imageMarks } from '@assay/domain';
import { manifestKind } from '@assay/formats';
import { createPictureReader, type PictureReader } from '@assay/images';
import { keepBlobs, type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import { command, type JsonValue, query } from '../frame/command.ts';
import { commandIfAny } from '../frame/command-if-any.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { readParts } from '../uploads/read-upload.ts';
import { type FoundFile, filesOfUpload, RefusedFile } from './archive-entries.ts';
import { factsOfPicture, pyramidOfPicture } from './image-documents.ts';
import {
  documentsOfImageImport,
  lockImageImport,
  requireImageImport,
  statusOfImageImport,
} from './image-import-record.ts';
import { alikeChanges } from './near-duplicates.ts';
import { storedFeatures } from './picture-features.ts';
import { readManifest, UNSAID } from './read-manifest.ts';

type Run = JobRun<'image.import'>;
type Upload = { index: number; fileName: string; bytes: number; parts: string[]; items: number | null };
/** A file that was looked at, and what is to be kept of it. */
type Looked = {
  item: NewImageItem;
  image: NewImage | null;
  features: ImageFeatures | null;
  blobs: StoredBlob[];
  sha256: string;
  /** Of a manifest. */
  lines?: NewManifestLine[];
};

/** What was found is kept after so many files, or so long, whichever comes first. */
const PART_FILES = 25;
const PART_MS = 3000;
/** Rows that one statement changes. */
const PART_ROWS = 5000;
/** A picture that takes longer is given up. */
const PATIENCE_MS = 120_000;

/**
 * Reads the pictures of an import, file by file. What is kept stays kept: after a kill or a failure it goes on behind
 * the last file that was.
 */
export async function readImageImport(deps: Deps, run: Run): Promise<JsonValue> {
  const { actor, job } = run;
  const { importId } = job.payload;
  const { row, uploads } = await query(deps, actor, async (t) => {
    const row = await requireImageImport(t, importId);
    const restarted = imageImportStatesBefore('READING');
    await t.imageImports.move(importId, restarted, 'READING', { failure: null as never, finishedAt: null });
    const uploads = (await t.imageImports.files(importId)).map((file) => ({
      ...file,
      bytes: Number(file.bytes),
    }));
    return { row, uploads };
  });
  const countsOf = async () => {
    const counts = await query(deps, actor, (t) => t.imageImports.counts([importId]));
    const { taken = 0, twice = 0, refused = 0 } = counts.get(importId) ?? {};
    return { taken, twice, refused };
  };
  if (statusOfImageImport(row) === 'DONE' || statusOfImageImport(row) === 'WITHDRAWN') return countsOf();
  const folder = await mkdtemp(join(deps.workDir, 'images-'));
  const reader = createPictureReader({
    limits: { bytes: IMAGE_MAX_BYTES, pixels: IMAGE_MAX_PIXELS },
    patienceMs: PATIENCE_MS,
  });
  const total = uploads.reduce((sum, each) => sum + each.bytes, 0);
  const kept = await countsOf();
  const { lines } = await query(deps, actor, (t) => t.imageManifests.counts(importId));
  const tally = { files: kept.taken + kept.twice + kept.refused, lines };
  const { origin } = documentsOfImageImport(row).about;
  let before = 0;
  try {
    for (const upload of uploads) {
      const progress = (stored: number) =>
        run.progress({ stage: 'reading', done: Math.min(total, before + stored), total });
      await progress(0);
      if (upload.items === null) {
        await readUpload({ deps, run, reader, folder, upload, progress, tally, origin });
      }
      before += upload.bytes;
    }
    await finish(deps, run);
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
  return countsOf();
}

const tooManyFiles = () =>
  new RefusedFile({
    code: 'too-many-files',
    message: `An import has at most ${MOST_IMAGE_FILES} files; this and what comes behind it was left out.`,
    next: 'Bring the others in another import.',
  });

async function readUpload(at: {
  deps: Deps;
  run: Run;
  reader: PictureReader;
  folder: string;
  upload: Upload;
  progress: (stored: number) => Promise<void>;
  /** Files of the import that were looked at, over all uploads, and lines of its manifests. */
  tally: { files: number; lines: number };
  origin: ImageOrigin;
}): Promise<void> {
  const { deps, run, reader, folder, upload, progress, tally } = at;
  const { importId } = run.job.payload;
  const file = join(folder, `upload-${upload.index}`);
  await pipeline(readParts(deps, upload.parts), createWriteStream(file), { signal: run.signal });
  const reached = await query(deps, run.actor, (t) => t.imageImports.reached(importId, upload.index));
  let next = 0;
  let stored = 0;
  let looked: Looked[] = [];
  let since = Date.now();
  const keep = async (items: number | null) => {
    await keepLooked(deps, run, upload, looked, items);
    looked = [];
    since = Date.now();
    await progress(stored);
  };
  const look = async (found: FoundFile) => {
    if (tally.files >= MOST_IMAGE_FILES) throw tooManyFiles();
    tally.files += 1;
    const place = { file: upload.index, index: found.index };
    looked.push(
      manifestKind(found.path) === null
        ? await lookAt({ deps, run, reader, folder }, found, place, looked, upload.bytes)
        : await lookAtManifest(at, found, place),
    );
    if (looked.length >= PART_FILES || Date.now() - since >= PART_MS) await keep(null);
  };
  try {
    for await (const found of filesOfUpload({ ...upload, file })) {
      run.throwIfStopped();
      next = found.index + 1;
      if (found.index > (reached ?? -1)) await look(found);
      stored += found.stored;
    }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    // What came before the damage is read; the archive itself is the last of its files.
    if (next > (reached ?? -1)) looked.push(refused(at, upload.fileName, next, error));
    next += 1;
  }
  await keep(next);
  await rm(file, { force: true });
}

function refused({ upload }: { upload: Upload }, path: string, index: number, error: RefusedFile): Looked {
  const item: NewImageItem = {
    file: upload.index,
    index,
    path,
    bytes: upload.bytes,
    outcome: 'refused',
    ...error.refusal,
    imageId: null,
  };
  return { item, image: null, features: null, blobs: [], sha256: '' };
}

/** Reads a file that says how pictures of the import were made. */
async function lookAtManifest(
  { run, folder, tally, origin, upload }: Parameters<typeof readUpload>[0],
  found: FoundFile,
  place: { file: number; index: number },
): Promise<Looked> {
  const announced = Math.min(found.bytes, upload.bytes);
  const base = { ...place, path: found.path, bytes: announced, imageId: null };
  const none = { image: null, features: null, blobs: [], sha256: '' };
  const to = join(folder, 'manifest');
  try {
    const { bytes, lines } = await readManifest(found, to, {
      origin,
      file: upload.index,
      room: MOST_MANIFEST_LINES - tally.lines,
      throwIfStopped: () => run.throwIfStopped(),
    });
    tally.lines += lines.length;
    return {
      ...none,
      item: { ...base, bytes, outcome: 'manifest', code: null, message: null, next: null },
      lines,
    };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { ...none, item: { ...base, outcome: 'refused', ...error.refusal } };
  } finally {
    await rm(to, { force: true });
  }
}

/** Reads one file: new to the project, there already, or none of ours. */
async function lookAt(
  at: { deps: Deps; run: Run; reader: PictureReader; folder: string },
  found: FoundFile,
  place: { file: number; index: number },
  earlier: readonly Looked[],
  uploadBytes: number,
): Promise<Looked> {
  const { deps, run, reader, folder } = at;
  const { actor, signal } = run;
  // What an archive announces of a file may be anything; more than the archive itself has is told of none.
  const announced = Math.min(found.bytes, uploadBytes);
  const base = { ...place, path: found.path, bytes: announced, code: null, message: null, next: null };
  const work = join(folder, 'picture');
  const file = join(work, 'original');
  await mkdir(work, { recursive: true });
  try {
    const { sha256, bytes } = await found.extract(file);
    const item = { ...base, bytes };
    const twin = earlier.find((each) => each.sha256 === sha256)?.item.imageId;
    const known =
      twin ??
      (await query(deps, actor, (t) => t.images.known(run.job.projectId ?? '', [sha256]))).get(sha256);
    if (known != null) {
      return {
        item: { ...item, outcome: 'twice', imageId: known },
        image: null,
        features: null,
        blobs: [],
        sha256,
      };
    }
    const picture = await reader.read({ file, name: found.path, workDir: work, signal });
    if (!picture.ok) throw new RefusedFile(picture);
    const store = (kind: string, path: string, contentType: string) =>
      storeBlob(deps, actor.orgId, { kind, source: { file: path }, contentType });
    const { facts, thumbnail, preview, pyramid } = picture;
    const original = await store('image', file, `image/${facts.format}`);
    const small = await store('image-thumbnail', thumbnail.path, thumbnail.mediaType);
    const large = await store('image-preview', preview.path, preview.mediaType);
    const tiles =
      pyramid === null ? null : await store('image-tiles', pyramid.path, 'application/octet-stream');
    const id = deps.ids.next();
    const image: NewImage = {
      id,
      sha256,
      path: found.path,
      format: facts.format,
      bytes,
      width: facts.width,
      height: facts.height,
      facts: JSON.stringify(factsOfPicture(facts)),
      perceptualHash: BigInt.asIntN(64, BigInt(`0x${facts.perceptualHash}`)),
      originalKey: original.key,
      thumbnailKey: small.key,
      previewKey: large.key,
      pyramidKey: tiles?.key ?? null,
      pyramid: pyramid === null ? null : JSON.stringify(pyramidOfPicture(pyramid.index)),
    };
    const blobs = [original, small, large, ...(tiles === null ? [] : [tiles])];
    const features = storedFeatures(facts);
    return { item: { ...item, outcome: 'taken', imageId: id }, image, features, blobs, sha256 };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const { code, message, next } = error.refusal;
    return {
      item: { ...base, outcome: 'refused', code, message, next, imageId: null },
      image: null,
      features: null,
      blobs: [],
      sha256: '',
    };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Keeps what was looked at, with its event, in one transaction. Says how many files the upload has at its end. */
async function keepLooked(
  deps: Deps,
  run: Run,
  upload: Upload,
  all: readonly Looked[],
  items: number | null,
): Promise<void> {
  const { importId } = run.job.payload;
  await command(deps, run.actor, async ({ t, record }) => {
    const row = await lockImageImport(t, importId);
    await run.requireMine(t);
    if (statusOfImageImport(row) !== 'READING') {
      throw new AssayError('not-ready', 'The import was stopped while its files were read.');
    }
    // An attempt that was given up may have kept some of them a moment ago.
    const reached = (await t.imageImports.reached(importId, upload.index)) ?? -1;
    const looked = all.filter(({ item }) => item.index > reached);
    const images = looked.flatMap(({ image }) => image ?? []);
    const added = await t.images.add(row.projectId, importId, images);
    await t.imageSets.addFeatures(
      looked.flatMap(({ image, features }) =>
        image !== null && features !== null && added.has(image.id) ? [{ id: image.id, ...features }] : [],
      ),
    );
    // Another import may have been quicker with the same content, or have gone with it.
    const contents = looked.flatMap(({ item, sha256 }) => (item.imageId === null ? [] : [sha256]));
    const known = await t.images.known(row.projectId, contents);
    const settled = looked.map(({ item, image, sha256 }): NewImageItem => {
      if (item.imageId === null || (image !== null && added.has(image.id))) return item;
      const there = known.get(sha256);
      if (there === undefined) throw new Error('A picture was withdrawn while its twin was read.');
      return { ...item, outcome: 'twice', imageId: there };
    });
    await t.imageImports.addItems(importId, settled);
    for (const { lines = [] } of looked) {
      for (let from = 0; from < lines.length; from += PART_ROWS) {
        await t.imageManifests.add(importId, lines.slice(from, from + PART_ROWS));
      }
    }
    for (const { image, blobs } of looked) {
      if (image !== null && added.has(image.id)) await keepBlobs(t, blobs, { type: 'image', id: image.id });
    }
    if (items !== null) await t.imageImports.setItems(importId, upload.index, items);
    const count = (outcome: NewImageItem['outcome']) =>
      settled.filter((item) => item.outcome === outcome).length;
    await record({
      action: 'image-import.files-read',
      object: { type: 'imageImport', id: importId },
      projectId: row.projectId,
      details: {
        file: upload.fileName,
        taken: count('taken'),
        twice: count('twice'),
        refused: count('refused'),
        ...(items === null ? {} : { files: items }),
      },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
}

/** Says what stands out and what looks alike, lets the uploads go, and ends the import. */
async function finish(deps: Deps, run: Run): Promise<void> {
  const { importId } = run.job.payload;
  await run.progress({ stage: 'comparing', done: 0, total: null });
  const hashes = await query(deps, run.actor, (t) => t.images.hashes(run.job.projectId ?? ''));
  // Outside the transaction: it may take long, and others wait for the project meanwhile.
  const alike = await alikeChanges(hashes, run.signal);
  const marks = await marksOf(deps, run);
  await commandIfAny(deps, run.actor, async ({ t, record }) => {
    const row = await lockImageImport(t, importId);
    // Another attempt was quicker.
    if (statusOfImageImport(row) === 'DONE') return null;
    await run.requireMine(t);
    for (let from = 0; from < marks.length; from += PART_ROWS) {
      await t.images.setMarks(marks.slice(from, from + PART_ROWS));
    }
    for (let from = 0; from < alike.length; from += PART_ROWS) {
      await t.images.setAlike(alike.slice(from, from + PART_ROWS));
    }
    await t.imageManifests.settle(importId, UNSAID);
    const { lines, taken: said } = await t.imageManifests.counts(importId);
    const counts = (await t.imageImports.counts([importId])).get(importId);
    const moved = await t.imageImports.move(importId, imageImportStatesBefore('DONE'), 'DONE', {
      finishedAt: deps.clock.now(),
    });
    if (!moved) throw new AssayError('not-ready', 'The import was stopped while its files were read.');
    await t.blobs.release({ type: 'image-import', id: importId });
    await record({
      action: 'image-import.done',
      object: { type: 'imageImport', id: importId },
      projectId: row.projectId,
      details: {
        ...(counts === undefined ? {} : { ...counts }),
        marked: marks.filter((each) => each.marks.length > 0).length,
        alike: alike.filter((each) => each.alike !== null).length,
        ...(lines === 0 ? {} : { manifestLines: lines, said }),
      },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
    return true;
  });
}

/** What stands out among the pictures that an import brought. */
async function marksOf(deps: Deps, { actor, job }: Run) {
  const images = await query(deps, actor, (t) => t.images.measured(job.payload.importId));
  const marks = imageMarks(
    images.map(({ width, height, facts }) => {
      const { measures, notices } = imageFacts.parse(facts);
      return { width, height, measures, notices: notices.map((notice) => notice.code) };
    }),
  );
  return images.map(({ id }, at) => ({
    id,
    marks: marks[at] ?? [],
  }));
}
