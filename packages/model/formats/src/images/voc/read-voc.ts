import { fileFault } from '../check/file-fault.ts';
import { type Place, type Reading, shown } from '../check/reading.ts';
import { degreesOf, TURN, turnedBox } from '../convert/turned-box.ts';
import type { ImageEntry } from '../image-document.ts';
import type { LabelEvent } from '../label-event.ts';
import type { LabelFile, ReadOptions } from '../label-file.ts';
import { textOf } from '../text/decode-chunks.ts';
import { xmlEvents } from '../text/xml-events.ts';
import { placeOfZero } from './place-of-zero.ts';

/** One object of a file: texts by the path of their elements in it. */
type VocObject = {
  readonly line: number;
  readonly texts: ReadonlyMap<string, string>;
  readonly attributes: readonly (readonly [string, string])[];
};
type VocFile = { readonly texts: ReadonlyMap<string, string>; readonly objects: readonly VocObject[] };

/** What a box without width may lose of it by rounding, in pixels. */
const ROUNDING = 1e-6;
const OBJECT = 'object/';
const MOST_OBJECTS = 100_000;
const MOST_CHARACTERS = 64 * 2 ** 20;
const MOST_ATTRIBUTES = 1000;
/** Elements whose texts are looked at; others are passed over. */
const OF_FILE = ['filename', 'size/width', 'size/height'];
const OF_OBJECT = [
  ...['name', 'truncated', 'occluded', 'difficult'],
  ...['bndbox/xmin', 'bndbox/ymin', 'bndbox/xmax', 'bndbox/ymax'],
];

/**
 * Pascal VOC: boxes, a file for each picture, with the splits of `ImageSets/Main`. Parts of objects are passed over.
 * Where the first pixel is numbered 1, a box reaches to the far side of its last pixel.
 */
export async function* readVoc(
  files: readonly LabelFile[],
  reading: Reading,
  options: ReadOptions,
): AsyncGenerator<LabelEvent[]> {
  const splits = await readSplits(files);
  const first = await firstPixel(files, reading, options);
  for (const file of files) {
    if (!/\.xml$/i.test(file.path)) continue;
    const found = await readFile(file, reading);
    if (found !== undefined) await takeFile(found, { file, splits, reading, options, first });
    yield reading.take();
  }
}

async function firstPixel(
  files: readonly LabelFile[],
  reading: Reading,
  { vocFirstPixel: asked = 1 }: ReadOptions,
): Promise<0 | 1> {
  if (asked !== 'by-set') return asked;
  const zero = await placeOfZero(files);
  if (zero === undefined) return 1;
  reading.problem(zero, {
    code: 'outside',
    message: 'A box begins at 0, where pixels that are counted from 1 have no place.',
    outcome: 'changed',
    kept: 'The numbers of all files were read as places from 0.',
    next: 'Look whether the boxes lie where they should.',
  });
  return 0;
}

/** Splits by the names of pictures. Lists of a class, with 1 or -1 behind each name, are no splits. */
async function readSplits(files: readonly LabelFile[]): Promise<ReadonlyMap<string, string>> {
  const splits = new Map<string, string>();
  for (const { path, chunks } of files) {
    const list = /(?:^|\/)ImageSets\/Main\/([^/]+)\.txt$/i.exec(path)?.[1];
    if (list === undefined || list === 'trainval') continue;
    const names = (await textOf(chunks(), MOST_CHARACTERS))?.split(/\r?\n/) ?? [];
    if (/\s-?[01]\s*$/.test(names[0] ?? '')) continue;
    for (const name of names) if (name !== '') splits.set(name, decodedName(list));
  }
  return splits;
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function readFile(file: LabelFile, reading: Reading): Promise<VocFile | undefined> {
  const path: string[] = [];
  const texts = new Map<string, string>();
  const objects: VocObject[] = [];
  let object: { line: number; texts: Map<string, string>; attributes: [string, string][] } | undefined;
  let isWhole = true;
  for await (const events of xmlEvents(file.chunks())) {
    for (const event of events) {
      if (event.kind === 'fault') {
        reading.problem(
          { file: file.path, place: `line ${event.line}` },
          fileFault(event.code, event.message),
        );
        isWhole = false;
      } else if (event.kind === 'open') {
        path.push(event.name);
        if (path.length === 1 && event.name !== 'annotation') {
          const message = `It begins with ${shown(event.name)}, not with an annotation of Pascal VOC.`;
          reading.problem({ file: file.path, place: 'line 1' }, fileFault('unreadable', message));
          return undefined;
        }
        if (path.length === 2 && event.name === 'object')
          object = { line: event.line, texts: new Map(), attributes: [] };
      } else {
        const place = path.slice(1).join('/');
        if (place === 'object' && object !== undefined) {
          if (objects.length < MOST_OBJECTS) objects.push(object);
          else if (objects.length === MOST_OBJECTS && isWhole) {
            const message = `It has more than ${MOST_OBJECTS} objects.`;
            const at = { file: file.path, place: `line ${object.line}` };
            reading.problem(
              at,
              fileFault('too-large', message, 'Those before were kept; these were left out.'),
            );
            isWhole = false;
          }
          object = undefined;
        } else if (object === undefined) {
          if (OF_FILE.includes(place)) texts.set(place, event.text);
        } else if (place === 'object/attributes/attribute/name') {
          if (object.attributes.length < MOST_ATTRIBUTES) object.attributes.push([event.text, '']);
        } else if (place === 'object/attributes/attribute/value') {
          const last = object.attributes.at(-1);
          if (last !== undefined) last[1] = event.text;
        } else if (OF_OBJECT.includes(place.slice(OBJECT.length))) {
          object.texts.set(place.slice(OBJECT.length), event.text);
        }
        path.pop();
      }
    }
  }
  // Of a picture whose file is damaged it is not known what is missing: what was read of it still counts.
  return isWhole || texts.has('filename') ? { texts, objects } : undefined;
}

type Sources = {
  file: LabelFile;
  splits: ReadonlyMap<string, string>;
  reading: Reading;
  options: ReadOptions;
  first: 0 | 1;
};

async function takeFile({ texts, objects }: VocFile, sources: Sources): Promise<void> {
  const { file, splits, reading, options, first } = sources;
  const name = texts.get('filename')?.trim() ?? '';
  if (name === '') {
    reading.problem({ file: file.path, place: null }, fileFault('missing', 'It does not name its picture.'));
    return;
  }
  const id = /(?:^|\/)Annotations\/(.+)\.xml$/i.exec(file.path)?.[1] ?? file.path.replace(/\.xml$/i, '');
  const folder = id.includes('/') && !name.includes('/') ? id.slice(0, id.lastIndexOf('/') + 1) : '';
  const path = `${folder}${name}`;
  const given = { width: numberOf(texts.get('size/width')), height: numberOf(texts.get('size/height')) };
  const size = given.width > 0 && given.height > 0 ? given : ((await options.sizeOf?.(path)) ?? given);
  const entry = { path, ...size, split: splits.get(id) ?? null, attributes: {} };
  const image = reading.image({ file: file.path, place: null }, entry);
  if (image === undefined) return;
  for (const object of objects) {
    const at = { file: file.path, place: `line ${object.line}` };
    takeObject(object, { at, image, reading, first });
  }
}

function takeObject(
  { texts, attributes }: VocObject,
  { at, image, reading, first }: { at: Place; image: ImageEntry; reading: Reading; first: 0 | 1 },
): void {
  const label = texts.get('name')?.trim() ?? '';
  if (label === '') {
    reading.problem(at, {
      ...fileFault('missing', 'The object has no name.'),
      kept: 'It was left out; the others were kept.',
    });
    return;
  }
  reading.label({ name: label, colour: null, parent: null, attributes: [], skeleton: null });
  const side = (name: string) => numberOf(texts.get(`bndbox/${name}`));
  const [x, right] = inOrder(side('xmin'), side('xmax'), { axis: 'x', first, at, reading });
  const [y, bottom] = inOrder(side('ymin'), side('ymax'), { axis: 'y', first, at, reading });
  const box = { kind: 'box', version: 1, x, y, width: right - x, height: bottom - y } as const;
  const values = Object.fromEntries(attributes);
  const degrees = degreesOf(values[TURN], true);
  if (degrees !== undefined) delete values[TURN];
  reading.region(at, image, {
    geometry: degrees === undefined ? box : turnedBox(box, degrees),
    label,
    attributes: values,
    occluded: isSet(texts.get('occluded')),
    truncated: isSet(texts.get('truncated')),
    difficult: isSet(texts.get('difficult')),
  });
}

/**
 * Where a box begins and ends along an axis, by its first and last pixel. Numbers that were exchanged are put right:
 * which is which is clear.
 */
function inOrder(
  least: number,
  most: number,
  { axis, first, at, reading }: { axis: 'x' | 'y'; first: 0 | 1; at: Place; reading: Reading },
): [number, number] {
  const begin = least - first;
  if (!(most < begin - ROUNDING)) return [begin, Math.max(most, begin)];
  reading.problem(at, {
    code: 'negative-size',
    message: `Its ${axis}max is less than its ${axis}min.`,
    outcome: 'changed',
    kept: 'The corners were exchanged.',
    next: 'Look at it, and correct it where it is wrong.',
  });
  return [most - first, least];
}

const numberOf = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text);
const isSet = (text: string | undefined): boolean => text?.trim() === '1';
