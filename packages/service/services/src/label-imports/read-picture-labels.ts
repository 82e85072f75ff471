import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import {
  type Annotation,
  AssayError,
  type ChosenLabel,
  LABEL_IMPORT_MAX_BYTES,
  type LabelImportUse,
  type LabelQuestion,
  type LabelSchema,
  MOST_DRAWN,
  MOST_IMPORT_RECORDS,
  MOST_REMARK,
  type RegionLabel,
  type RegionRemark,
  type RegionValue,
  shortened,
  type TableManifest,
} from '@assay/contracts';
import { framesColumn, imageColumn } from '@assay/domain';
import {
  detectImageLabelFormat,
  type LabelFile as FormatFile,
  type ImageEntry,
  type ImageRegion,
  type ImageRelation,
  readImageLabels,
} from '@assay/formats';
import { jsonCell } from '@assay/tables';
import yauzl from 'yauzl';
import type { Deps } from '../frame/deps.ts';
import { withTable } from '../sources/version-table.ts';
import type { FileRecord, LabelFile } from './read-label-file.ts';

type Question = Extract<LabelQuestion, { kind: 'regions' }>;
/** What a file says of one picture; its size where it says one. */
type Drawn = {
  regions: RegionValue[];
  relations: ImageRelation[];
  size: { width: number; height: number } | null;
};
type Picture = { row: number; path: string; width: number; height: number };

/** Reasons that are told apart. */
const MOST_REASONS = 1_000;
/** Bytes of each file that are looked at to tell the format. */
const HEAD = 64 * 1024;
/** What all files of an archive may become: labels are texts, which shrink to a tenth and more. */
const MOST_UNPACKED = 8 * LABEL_IMPORT_MAX_BYTES;
const MOST_FILES = MOST_IMPORT_RECORDS;
/** Regions of all pictures together: what is gathered is held in memory. */
const MOST_REGIONS = 1_000_000;
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
  of: { schema: LabelSchema; manifest: TableManifest; use: LabelImportUse },
  signal: AbortSignal,
): Promise<LabelFile | null> {
  const question = of.schema.questions.find((each) => each.kind === 'regions');
  if (question === undefined || imageColumn(of.manifest.columns) === null) return null;
  const files = await filesOf(bytes, fileName);
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
  const reading = startReading(question, pictures, of.use);
  const sizeOf = (path: string) => pictures.find(path);
  let events = 0;
  for await (const event of readImageLabels(format, files, { sizeOf })) {
    events += 1;
    if (events % BREATH === 0) {
      await breathe();
      signal.throwIfAborted();
    }
    if (event.kind === 'image') reading.image(event.image);
    else if (event.kind === 'region') reading.region(event.image, event.region);
    else if (event.kind === 'relation') reading.relation(event.image, event.relation);
    else if (event.kind === 'problem' && event.outcome === 'left-out') {
      const place = [event.file, event.place].filter((part) => part !== null).join(', ');
      reading.problem(`${event.message} ${event.kept}`, place);
    }
  }
  return { format: 'jsonl', columns: [], records: reading.end() };
}

async function filesOf(bytes: Uint8Array, fileName: string): Promise<FormatFile[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return [fileOf(fileName, bytes)];
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
      files.push(fileOf(entry.fileName, Buffer.concat(chunks)));
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

const fileOf = (path: string, bytes: Uint8Array): FormatFile => ({
  path,
  size: bytes.length,
  chunks: async function* () {
    for (let from = 0; from < bytes.length; from += SLICE) {
      yield bytes.subarray(from, from + SLICE);
      await breathe();
    }
  },
});

async function headOf(file: FormatFile): Promise<string> {
  for await (const chunk of file.chunks()) return new TextDecoder().decode(chunk.subarray(0, HEAD));
  return '';
}

/** `ambiguous` where two pictures of the run may be meant. */
type Pictures = { find: (path: string) => Picture | undefined; isAmbiguous: (path: string) => boolean };

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

/** The same id from the same words. */
function idOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\0')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Gathers what is said of each picture; what has no counterpart in the label schema is told once, with how often. How
 * sure a source was is kept of what is proposed: of what is said it does not matter. What was remarked is kept of what
 * people said.
 */
function startReading(question: Question, pictures: Pictures, use: LabelImportUse) {
  const drawn = new Map<string, Drawn>();
  let total = 0;
  const problems: { message: string; place: string }[] = [];
  const odd = new Map<string, number>();
  const labels = new Map(
    question.labels.filter(({ deprecated }) => !deprecated).map((label) => [plain(label.name), label]),
  );
  const kinds = new Map(question.relations.map(({ id, name }) => [plain(name), id]));
  const onlyKind = question.relations.length === 1 ? question.relations[0]?.id : undefined;
  const leaveOut = (why: string) => {
    const known = odd.get(why);
    if (known !== undefined || odd.size < MOST_REASONS) odd.set(why, (known ?? 0) + 1);
  };
  const of = (path: string) => {
    const known = drawn.get(path) ?? { regions: [], relations: [], size: null };
    drawn.set(path, known);
    return known;
  };
  return {
    image: ({ path, width, height }: ImageEntry) => {
      of(path).size = { width, height };
    },
    problem: (message: string, place: string) => {
      if (problems.length < MOST_IMPORT_RECORDS) problems.push({ message, place });
    },
    region: (path: string, region: ImageRegion) => {
      const { regions } = of(path);
      if (pictures.find(path) === undefined) return;
      const label = labels.get(plain(region.label ?? ''));
      if (label === undefined) {
        leaveOut(`“${question.name}” has no label “${shortened(region.label ?? '', 100)}”`);
        return;
      }
      const { kind } = region.geometry;
      if (!label.shapes.includes(kind)) {
        leaveOut(`“${label.name}” is not drawn as ${kind}`);
        return;
      }
      if (regions.length >= MOST_DRAWN || total >= MOST_REGIONS) {
        leaveOut('There are too many regions');
        return;
      }
      total += 1;
      const remark = use === 'labels' ? remarkOf(region, leaveOut) : null;
      if (use !== 'labels' && region.remark !== null) leaveOut('Remarks are taken with what people said');
      regions.push({
        type: 'region',
        id: idOf(path, region.id),
        geometry: region.geometry,
        label: chosenOf(label, region, leaveOut),
        order: regions.length,
        groupId: region.group === null ? null : idOf(path, 'group', region.group),
        ...(use === 'prelabels'
          ? { proposal: { confidence: shareOf(region.score), state: 'open', reason: null } }
          : {}),
        ...(remark === null ? {} : { remark }),
      });
    },
    relation: (path: string, relation: ImageRelation) => void of(path).relations.push(relation),
    end: (): FileRecord[] => {
      const records: FileRecord[] = [];
      const add = (record: { text: string } | { unreadable: string; raw: string }) =>
        records.push({ line: records.length + 1, ...record });
      for (const [path, { regions, relations, size }] of drawn) {
        const picture = pictures.find(path);
        const name = shortened(path, 300);
        if (picture === undefined) {
          const unreadable = pictures.isAmbiguous(path)
            ? `Several pictures of the run may be “${name}”.`
            : `No picture of the run is called “${name}”.`;
          add({ unreadable, raw: name });
          continue;
        }
        if (size !== null && (size.width !== picture.width || size.height !== picture.height)) {
          const [said, is] = [size, picture].map(({ width, height }) => `${width} × ${height}`);
          add({ unreadable: `“${name}” has ${said} pixels in the file, and ${is} in the run.`, raw: name });
          continue;
        }
        const there = new Set(regions.map(({ id }) => id));
        const answer: Annotation['answers'][string] = {
          kind: 'regions',
          regions,
          relations: relations.flatMap(({ from, to, label }) => {
            const ends = { from: idOf(path, from), to: idOf(path, to) };
            const labelId = kinds.get(plain(label ?? '')) ?? onlyKind;
            if (labelId === undefined) {
              leaveOut(`“${question.name}” has no relation “${shortened(label ?? '', 100)}”`);
              return [];
            }
            if (!there.has(ends.from) || !there.has(ends.to)) {
              leaveOut('A relation leads to a region that is not taken');
              return [];
            }
            const id = idOf(path, 'relation', from, to, labelId);
            if (there.has(id)) return [];
            there.add(id);
            return [{ type: 'relation' as const, id, ...ends, labelId }];
          }),
        };
        const annotation = { answers: { [question.id]: answer } };
        add({ text: JSON.stringify({ row: picture.row + 1, annotation }) });
      }
      for (const [why, count] of odd) {
        add({ unreadable: `${why}: left out ${count === 1 ? 'once' : `${count} times`}.`, raw: why });
      }
      for (const { message, place } of problems) {
        if (records.length >= MOST_IMPORT_RECORDS) break;
        add({ unreadable: shortened(message, 500), raw: shortened(place, 500) });
      }
      return records;
    },
  };
}

/** A score is a share in most tools, and a logit or a count of per cents in others: what is no share is not taken. */
const shareOf = (score: number | null): number | null =>
  score !== null && score >= 0 && score <= 1 ? score : null;

/** A remark that is too long is cut, which is told. */
function remarkOf({ remark }: ImageRegion, leaveOut: (why: string) => void): RegionRemark | null {
  if (remark === null) return null;
  const text = shortened(remark, MOST_REMARK);
  if (text !== remark) leaveOut(`A remark has more than ${MOST_REMARK} characters: its end`);
  return { text };
}

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase();

function chosenOf(label: RegionLabel, region: ImageRegion, leaveOut: (why: string) => void): ChosenLabel {
  const attributes: Record<string, ChosenLabel['attributes'][string]> = {};
  for (const [name, value] of Object.entries(region.attributes)) {
    const attribute = label.attributes.find((each) => plain(each.name) === plain(name));
    const option =
      attribute?.kind === 'single'
        ? attribute.options.find((each) => plain(each.name) === plain(String(value)))
        : undefined;
    if (attribute === undefined) leaveOut(`“${label.name}” has no attribute “${shortened(name, 100)}”`);
    else if (attribute.kind === 'single' && option === undefined) {
      leaveOut(`“${attribute.name}” of “${label.name}” has no value “${shortened(String(value), 100)}”`);
    } else attributes[attribute.id] = option?.id ?? value;
  }
  return { labelId: label.id, attributes };
}
