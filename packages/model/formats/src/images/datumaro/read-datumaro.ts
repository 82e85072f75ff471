import { leftOut } from '../check/check-geometry.ts';
import { fileFault } from '../check/file-fault.ts';
import { imageInSplit } from '../check/image-in-split.ts';
import {
  arrayOf,
  attributesOf,
  isObject,
  type JsonObject,
  keyOf,
  numberOf,
  objectOf,
  textOfValue,
} from '../check/json-value.ts';
import { nestedFault } from '../check/nested-fault.ts';
import { type Place, type Reading, shown } from '../check/reading.ts';
import { degreesOf, TURN, turnedBox } from '../convert/turned-box.ts';
import type { ImageEntry, ImageLabel } from '../image-document.ts';
import type { LabelEvent } from '../label-event.ts';
import type { LabelFile, ReadOptions } from '../label-file.ts';
import { type JsonElement, jsonElements, type Wanted } from '../text/json-elements.ts';
import { geometriesOfAnnotation } from './datumaro-geometry.ts';

const OWN_ATTRIBUTES = ['occluded', 'truncated', 'difficult', 'is_crowd', 'score'];

type Source = {
  file: LabelFile;
  reading: Reading;
  options: ReadOptions;
  /** Before the ids of annotations, where there are several files. */
  prefix: string;
  labels: ImageLabel[];
  /** Of all files. */
  splits: readonly (string | null)[];
};

/** Datumaro JSON. A file is gone through twice where its items stand before its categories. */
export async function* readDatumaro(
  files: readonly LabelFile[],
  reading: Reading,
  options: ReadOptions,
): AsyncGenerator<LabelEvent[]> {
  const documents = files.filter(({ path }) => /\.json$/i.test(path));
  const splits = documents.map(({ path }) => splitOf(path));
  for (const file of documents) {
    const source: Source = {
      file,
      reading,
      options,
      prefix: documents.length > 1 ? `${file.path}#` : '',
      labels: [],
      splits,
    };
    const seen = new Set<string | null>();
    let isDeferred = false;
    const first = (key: string | null): Wanted => {
      if (key === 'items') isDeferred = !seen.has('categories');
      seen.add(key);
      if (key === 'categories') return 'value';
      return key === 'items' && !isDeferred ? 'elements' : 'nothing';
    };
    yield* readElements(source, first);
    if (isDeferred) yield* readElements(source, (key) => (key === 'items' ? 'elements' : 'nothing'));
    if (!seen.has('items')) {
      reading.problem({ file: file.path, place: '$' }, fileFault('missing', 'It has no items.'));
      yield reading.take();
    }
  }
}

async function* readElements(
  source: Source,
  wanted: (key: string | null) => Wanted,
): AsyncGenerator<LabelEvent[]> {
  for await (const elements of jsonElements(source.file.chunks(), wanted)) {
    for (const element of elements) yield* readElement(element, source);
    yield source.reading.take();
  }
}

async function* readElement(element: JsonElement, source: Source): AsyncGenerator<LabelEvent[]> {
  const file = source.file.path;
  if ('fault' in element) {
    const { code, place, message } = element.fault;
    source.reading.problem({ file, place }, fileFault(code, message));
  } else if (element.key === 'categories') {
    source.labels = labelsOf(objectOf(element.value));
    for (const label of source.labels) source.reading.label(label);
  } else yield* readItem(objectOf(element.value), { file, place: element.place }, source);
}

/** Labels in their order, by which annotations name them. */
function labelsOf(categories: JsonObject): ImageLabel[] {
  const byLabel = (list: unknown) =>
    new Map(arrayOf(list).map((each) => [numberOf(objectOf(each).label_id), objectOf(each)]));
  const colours = byLabel(objectOf(categories.mask).colormap);
  const skeletons = byLabel(objectOf(categories.points).items);
  return arrayOf(objectOf(categories.label).labels).map((each, at) => {
    const { name, parent } = objectOf(each);
    const joints = arrayOf(skeletons.get(at)?.labels).map(String);
    const text = textOfValue(parent) ?? '';
    return {
      name: textOfValue(name) ?? String(at),
      colour: colourOf(colours.get(at)),
      parent: text === '' ? null : text,
      attributes: [],
      skeleton:
        joints.length === 0 ? null : { joints, bones: bonesOf(skeletons.get(at)?.joints, joints.length) },
    };
  });
}

function colourOf(colour: JsonObject | undefined): string | null {
  const channels = [colour?.r, colour?.g, colour?.b].map(numberOf);
  const isColour = channels.every((each) => Number.isInteger(each) && each >= 0 && each <= 255);
  return isColour ? `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}` : null;
}

function bonesOf(joints: unknown, count: number): (readonly [number, number])[] {
  return arrayOf(joints)
    .map((pair) => arrayOf(pair).map((joint) => numberOf(joint) - 1))
    .filter((pair) => pair.length === 2 && pair.every((at) => Number.isInteger(at) && at >= 0 && at < count))
    .map(([from, to]) => [from!, to!] as const);
}

/** One item may have more annotations than are held at once. */
async function* readItem(item: JsonObject, at: Place, source: Source): AsyncGenerator<LabelEvent[]> {
  const { reading, file } = source;
  const picture = objectOf(item.image);
  const path = textOfValue(picture.path) ?? textOfValue(item.id);
  if (path === undefined || path === '') {
    reading.problem(
      at,
      fileFault('missing', 'The item names no picture.', 'It was left out; the others were kept.'),
    );
    return;
  }
  const [height, width] = arrayOf(picture.size).map(numberOf);
  const entry = {
    path,
    width: width ?? Number.NaN,
    height: height ?? Number.NaN,
    split: splitOf(file.path),
    attributes: attributesOf(item.attr),
  };
  const image = await imageInSplit(at, entry, source);
  if (image === undefined) return;
  for (const [index, record] of arrayOf(item.annotations).entries()) {
    const place = { file: at.file, place: `${at.place}.annotations[${index}]` };
    if (isObject(record)) readAnnotation(record, place, image, source);
    else reading.problem(place, leftOut('unreadable', 'It is no object.'));
    if (reading.isDue()) yield reading.take();
  }
}

function readAnnotation(
  record: JsonObject,
  at: Place,
  image: ImageEntry,
  { labels, prefix, reading }: Source,
): void {
  const number = record.label_id;
  const label = typeof number === 'number' ? labels[number] : undefined;
  if (label === undefined && number !== null && number !== undefined) {
    reading.problem(at, leftOut('unknown-label', `There is no label ${shown(String(number))}.`));
    return;
  }
  const geometries = geometriesOfAnnotation(record, label);
  if ('code' in geometries) {
    reading.problem(at, geometries);
    return;
  }
  if (geometries.length === 0) reading.problem(at, leftOut('too-few-points', 'It has no point.'));
  const attributes = objectOf(record.attributes);
  const nested = nestedFault(record.attributes);
  if (nested !== undefined) reading.problem(at, nested);
  const [score, order, group, id] = [attributes.score, record.z_order, record.group, keyOf(record.id)];
  const isGroup = typeof group === 'number' && group !== 0;
  const degrees = record.type === 'bbox' ? degreesOf(attributes[TURN]) : undefined;
  for (const [place, geometry] of geometries.entries()) {
    const isTurned = degrees !== undefined && geometry.kind === 'box';
    reading.region(at, image, {
      geometry: isTurned ? turnedBox(geometry, degrees) : geometry,
      label: label?.name ?? null,
      // Annotations are numbered in each item for itself, and 0 where they are not.
      ...(id === undefined || id === 0 || place > 0 ? {} : { id: `${prefix}${image.path}#${id}` }),
      attributes: attributesOf(attributes, isTurned ? [...OWN_ATTRIBUTES, TURN] : OWN_ATTRIBUTES),
      occluded: attributes.occluded === true,
      truncated: attributes.truncated === true,
      difficult: attributes.difficult === true,
      crowd: attributes.is_crowd === true,
      group: isGroup ? String(group) : geometries.length > 1 ? `${at.file} ${at.place}` : null,
      ...(typeof order === 'number' && Number.isFinite(order) ? { order } : {}),
      ...(typeof score === 'number' ? { origin: 'prediction', score } : {}),
    });
  }
}

/** The split that a file is called by. */
function splitOf(path: string): string | null {
  const name = path.replace(/^.*\//, '').replace(/\.json$/i, '');
  if (name === 'default') return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
