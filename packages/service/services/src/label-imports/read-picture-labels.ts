import { setImmediate as breathe } from 'node:timers/promises';
import {
  AssayError,
  LABEL_IMPORT_MAX_BYTES,
  type LabelImportUse,
  type LabelSchema,
  MOST_IMPORT_RECORDS,
  type TableManifest,
} from '@assay/contracts';
import { framesColumn, imageColumn } from '@assay/domain';
import {
  detectImageLabelFormat,
  FORMAT_TABLE,
  type LabelFile as FormatFile,
  readImageLabels,
} from '@assay/formats';
import { jsonCell } from '@assay/tables';
import yauzl from 'yauzl';
import type { Deps } from '../frame/deps.ts';
import { withTable } from '../sources/version-table.ts';
import { REGION_FLAGS } from './chosen-of-region.ts';
import { gatherRegions, type Picture, type Pictures } from './gather-regions.ts';
import type { LabelFile } from './read-label-file.ts';

/** Bytes of each file that are looked at to tell the format. */
const HEAD = 64 * 1024;
/** What all files of an archive may become: labels are texts, which shrink to a tenth and more. */
const MOST_UNPACKED = 8 * LABEL_IMPORT_MAX_BYTES;
const MOST_FILES = MOST_IMPORT_RECORDS;
/** Events between two looks at whether the job has to stop; other work has its turn there. */
const BREATH = 2_000;
/** Bytes that are handed on at once. */
const SLICE = 1024 ** 2;

/**
 * Labels of pictures as other tools keep them (COCO, YOLO, Pascal VOC, CVAT, Label Studio, Datumaro; a file or an
 * archive), as records of one picture each. Null for what is none of these, or is not of a run of pictures.
 */
export async function readPictureLabels(
  deps: Deps,
  bytes: Uint8Array,
  fileName: string,
  of: { schema: LabelSchema; manifest: TableManifest; use: LabelImportUse; source: string },
  signal: AbortSignal,
): Promise<LabelFile | null> {
  const question = of.schema.questions.find((each) => each.kind === 'regions');
  if (question === undefined || imageColumn(of.manifest.columns) === null) return null;
  const files = await filesOf(bytes, fileName, signal);
  const heads = [];
  for (const file of files) heads.push({ path: file.path, head: await headOf(file) });
  const format = detectImageLabelFormat(heads);
  if (format === undefined) return null;
  if (framesColumn(of.manifest.columns) !== null) {
    throw new AssayError('bad-input', 'Labels of single pictures are not taken for sequences of frames.', {
      kept: 'Nothing was imported.',
      next: 'Make a run in which each picture is a sample, or bring tracks as annotations of this product.',
    });
  }
  const pictures = await picturesOf(deps, of.manifest, signal);
  const reading = gatherRegions(question, pictures, {
    use: of.use,
    source: of.source,
    flags: new Set(REGION_FLAGS.filter((flag) => FORMAT_TABLE[format].things[flag] === 'keeps')),
  });
  const sizeOf = (path: string) => pictures.find(path);
  let events = 0;
  for await (const event of readImageLabels(format, files, { sizeOf, vocFirstPixel: 'by-set' })) {
    events += 1;
    if (events % BREATH === 0) {
      await breathe();
      signal.throwIfAborted();
    }
    if (event.kind === 'image') reading.image(event.image);
    else if (event.kind === 'region') reading.region(event.image, event.region);
    else if (event.kind === 'relation') reading.relation(event.image, event.relation);
    else if (event.kind === 'problem' && event.outcome !== 'kept') {
      const place = [event.file, event.place].filter((part) => part !== null).join(', ');
      const code = event.outcome === 'changed' ? 'changed' : 'unreadable';
      reading.problem(code, `${event.message} ${event.kept}`, place);
    }
  }
  return { format: 'jsonl', columns: [], records: reading.end() };
}

async function filesOf(bytes: Uint8Array, fileName: string, signal: AbortSignal): Promise<FormatFile[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return [fileOf(fileName, bytes, signal)];
  const files: FormatFile[] = [];
  let unpacked = 0;
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    for await (const entry of zip.eachEntry()) {
      if (!/\.(json|xml|txt|ya?ml|names)$/i.test(entry.fileName)) continue;
      if (files.length >= MOST_FILES) throw tooLarge(fileName);
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        unpacked += (chunk as Buffer).length;
        if (unpacked > MOST_UNPACKED) throw tooLarge(fileName);
        chunks.push(chunk as Buffer);
      }
      files.push(fileOf(entry.fileName, Buffer.concat(chunks), signal));
    }
  } catch (error) {
    if (error instanceof AssayError) throw error;
    throw new AssayError('bad-input', `${fileName} is no archive that can be read.`, {
      kept: 'Nothing was imported.',
      next: 'Make it anew, as a ZIP archive.',
      cause: error,
    });
  }
  return files;
}

const tooLarge = (fileName: string) =>
  new AssayError('too-large', `What is in ${fileName} is too large.`, {
    kept: 'Nothing was imported.',
    next: 'Split it, and import the parts one after the other.',
  });

const fileOf = (path: string, bytes: Uint8Array, signal: AbortSignal): FormatFile => ({
  path,
  size: bytes.length,
  chunks: async function* () {
    for (let from = 0; from < bytes.length; from += SLICE) {
      yield bytes.subarray(from, from + SLICE);
      await breathe();
      signal.throwIfAborted();
    }
  },
});

async function headOf(file: FormatFile): Promise<string> {
  for await (const chunk of file.chunks()) return new TextDecoder().decode(chunk.subarray(0, HEAD));
  return '';
}

/**
 * The pictures of a run by their paths; else by the end of a path, where only one ends so: tools keep paths from folders
 * of their own.
 */
async function picturesOf(deps: Deps, manifest: TableManifest, signal: AbortSignal): Promise<Pictures> {
  const byPath = new Map<string, Picture | null>();
  const byName = new Map<string, Picture | null>();
  const columns = ['path', 'width', 'height'];
  const specs = columns.map((name) => manifest.columns.find((column) => column.name === name));
  await withTable(deps, manifest, async (reader) => {
    for await (const batch of reader.scan({ columns, exact: true }, signal)) {
      const cell = (at: number, row: number): unknown => {
        const [spec, column] = [specs[at], batch.columns[at]];
        return spec === undefined || column === undefined ? null : JSON.parse(jsonCell(spec, column, row));
      };
      for (let at = 0; at < batch.rowNumbers.length; at += 1) {
        const path = String(cell(0, at));
        const row = batch.rowNumbers[at] ?? 0;
        const picture = { row, path, width: Number(cell(1, at)), height: Number(cell(2, at)) };
        byPath.set(path, byPath.has(path) ? null : picture);
        const name = nameOf(path);
        byName.set(name, byName.has(name) ? null : picture);
      }
    }
  });
  const find = (path: string): Picture | null | undefined => {
    const exact = byPath.get(path);
    if (exact !== undefined) return exact;
    const named = byName.get(nameOf(path));
    if (named == null) return named;
    const [short, long] = [named.path, path].sort((a, b) => a.length - b.length);
    return `/${long}`.endsWith(`/${short}`) ? named : undefined;
  };
  return { find: (path) => find(path) ?? undefined, isAmbiguous: (path) => find(path) === null };
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;
